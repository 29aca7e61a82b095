"""Which stretch of a sheet is in view. What stands at the top stays there while estimates turn into heights."""

from __future__ import annotations

from typing import NamedTuple

from qingyang.ui.aligned.sheet import Sheet

FOOT = 48
"""Free room below the last row."""


class Seen(NamedTuple):
    """A part in view and where its top stands in the viewport."""

    number: int
    y: int


class Position:
    """The part at the top of the view, and how much of it is hidden above."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.top = 0
        self.into = 0

    @property
    def y(self) -> int:
        """How far the view stands below the sheet's beginning, as far as heights are known."""
        return self.sheet.heights.top(self.top) + self.into

    @property
    def reach(self) -> int:
        """The height of the sheet with its foot, as far as heights are known."""
        return self.sheet.heights.total + self.sheet.faces.px(FOOT)

    def to(self, y: int) -> None:
        """Go to a place far away, by estimates."""
        self.top = self.sheet.heights.row_at(y)
        self.into = y - self.sheet.heights.top(self.top)

    def by(self, pixels: int) -> None:
        """Scroll by so many pixels."""
        self.into += pixels

    def settle(self, height: int) -> list[Seen]:
        """Lay out what is in view and return it."""
        if not len(self.sheet.parts):
            self.top = self.into = 0
            return []
        self.top = max(0, min(self.top, len(self.sheet.parts) - 1))
        self._normalise()
        seen = self._seen(height)
        gap = height - self._bottom(seen) - self.sheet.faces.px(FOOT)
        if seen[-1].number == len(self.sheet.parts) - 1 and gap > 0 and (self.top or self.into):
            self.into -= gap
            self._normalise()
            seen = self._seen(height)
        return seen

    def _normalise(self) -> None:
        sheet = self.sheet
        while self.into < 0 and self.top > 0:
            self.top -= 1
            sheet.layout(self.top)
            self.into += sheet.heights[self.top]
        self.into = max(0, self.into)
        sheet.layout(self.top)
        while self.into >= sheet.heights[self.top] and self.top < len(sheet.parts) - 1:
            self.into -= sheet.heights[self.top]
            self.top += 1
            sheet.layout(self.top)

    def _seen(self, height: int) -> list[Seen]:
        seen: list[Seen] = []
        number, y = self.top, -self.into
        while number < len(self.sheet.parts) and (y < height or not seen):
            self.sheet.layout(number)
            seen.append(Seen(number, y))
            y += self.sheet.heights[number]
            number += 1
        return seen

    def _bottom(self, seen: list[Seen]) -> int:
        return seen[-1].y + self.sheet.heights[seen[-1].number]

    def reveal(self, number: int, low: int, high: int, height: int) -> None:
        """Scroll as little as it takes to see the stretch low to high of a part."""
        self.sheet.layout(number)
        at = self._near(number, height)
        if at is None:
            # Far away: a third of the way down, so that what comes before can be read too.
            self.top, self.into = number, low - height // 3
            return
        margin = min(self.sheet.faces.px(24), max(0, (height - (high - low)) // 2))
        if at + high + margin > height:
            self.into += at + high + margin - height
            at -= at + high + margin - height
        if at + low - margin < 0:
            self.into += at + low - margin

    def _near(self, number: int, height: int) -> int | None:
        """Return where a part stands in the viewport, None if it is more than a view away."""
        heights = self.sheet.heights
        at = heights.top(number) - self.y
        if not -2 * height - heights[number] <= at <= 3 * height:
            return None
        for k in range(min(number, self.top), max(number, self.top) + 1):
            self.sheet.layout(k)
        return heights.top(number) - self.y
