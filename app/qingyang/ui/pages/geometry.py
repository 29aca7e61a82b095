"""Where sheets of paper lie under one another on a scrolled desk, and points on them. No Qt: logical pixels."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

INCH = 72
LOGICAL = 96
"""Logical pixels an inch at 100 %."""
GAP = 16
"""White around every sheet."""
WIDTH, PAGE, ACTUAL = "width", "page", "actual"
FITS = (WIDTH, PAGE, ACTUAL)
SCALES = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""Steps of zooming, of actual size."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """All pages are as large; one stands below the other."""

    count: int
    width: float
    """Of a page, in points."""
    height: float
    scale: float
    """Logical pixels a point."""
    view: int
    """Width of what one sees."""

    @property
    def page_width(self) -> int:
        """Return how wide a page is shown."""
        return round(self.width * self.scale)

    @property
    def page_height(self) -> int:
        """Return how high a page is shown."""
        return round(self.height * self.scale)

    @property
    def total_width(self) -> int:
        """Return the width of all there is to see."""
        return self.page_width + 2 * GAP

    @property
    def total_height(self) -> int:
        """Return the height of all there is to see."""
        return GAP + self.count * (self.page_height + GAP)

    def top(self, page: int) -> int:
        """Return where a page (from 0) begins."""
        return GAP + page * (self.page_height + GAP)

    @property
    def left(self) -> int:
        """Return where every page begins: in the middle, as long as it has room."""
        return max(GAP, (self.view - self.page_width) // 2)

    def page_at(self, y: int) -> int:
        """Return the page a height belongs to, the white below it included."""
        tops = range(GAP, self.total_height, self.page_height + GAP)
        return max(0, min(self.count - 1, bisect_right(tops, y) - 1))

    def visible(self, top: int, height: int) -> range:
        """Return the pages of which something shows."""
        if not self.count:
            return range(0)
        return range(self.page_at(top), self.page_at(top + height) + 1)

    def point(self, x: int, y: int) -> tuple[int, float, float]:
        """Return the page of a place and the place on it, in points from its lower left corner."""
        page = self.page_at(y)
        return page, (x - self.left) / self.scale, self.height - (y - self.top(page)) / self.scale


def fitting(fit: str, width: float, height: float, view: tuple[int, int]) -> float:
    """Return the scale at which pages of so many points fit a view of so many pixels."""
    wide = max(0.05, (view[0] - 2 * GAP) / width)
    if fit == WIDTH:
        return wide
    return min(wide, max(0.05, (view[1] - 2 * GAP) / height)) if fit == PAGE else LOGICAL / INCH


def stepped(scale: float, by: int) -> float:
    """Return the next larger or smaller step of zooming."""
    actual = scale * INCH / LOGICAL
    if by > 0:
        found = next((step for step in SCALES if step > actual + 0.01), SCALES[-1])
    else:
        found = next((step for step in reversed(SCALES) if step < actual - 0.01), SCALES[0])
    return found * LOGICAL / INCH
