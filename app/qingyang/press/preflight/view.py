"""One page as the checks see it: its boxes, and all it paints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, NamedTuple

import pikepdf

from qingyang.press.preflight.finding import Box, Finding
from qingyang.press.preflight.operators import inherited, paints
from qingyang.press.preflight.stream import Paint
from qingyang.wording import Message

MM = 72 / 25.4
FAULTY = (
    pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, ArithmeticError,
)  # fmt: skip
"""What reading an object of the wrong kind, or a damaged one, raises."""
A4: Box = (0, 0, 595.276, 841.89)


class Tags(NamedTuple):
    """What a structure says of the marks of pages."""

    elements: Mapping[int, Sequence[Any]] | None
    """By a page's number in the tree, the element of every mark, null where a mark has none; None without a tree."""
    reached: Set[tuple[int, int]]
    """The elements a reader comes upon, by object and generation."""


@dataclass(frozen=True, slots=True)
class View:
    """A page opened for checking."""

    number: int
    page: pikepdf.Page
    for_print: bool
    tags: Tags | None
    """None where the file has no structure."""
    media: Box
    trim: Box
    """The TrimBox, or what stands for it."""
    bleed: Box
    paints: tuple[Paint, ...]
    damaged: bool
    """Whether its content could be read only in part."""
    absent: tuple[str, ...]
    """The resources it names and does not have."""

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of the trimmed page as it is shown: turned pages lie on their side."""
        width, height = self.trim[2] - self.trim[0], self.trim[3] - self.trim[1]
        turned = int(inherited(self.page.obj, "/Rotate") or 0) % 180 == 90
        return (height, width) if turned else (width, height)

    def finding(self, said: Message, box: Box | None = None) -> Finding:
        """Return a finding on this page."""
        return Finding(said, self.number, None if box is None else self._place(box))

    def _place(self, box: Box) -> Box:
        left, low, right, high = box
        x, y = (left - self.trim[0]) / MM, (self.trim[3] - high) / MM
        return round(x, 1), round(y, 1), round((right - left) / MM, 1), round((high - low) / MM, 1)


def viewed(page: pikepdf.Page, number: int, for_print: bool, tags: Tags | None) -> View:
    """Return a page opened for checking; raises `TooComplexError`."""
    media = box(page, "/MediaBox") or A4
    trim = box(page, "/TrimBox") or box(page, "/CropBox") or media
    found, damaged, absent = list[Paint](), False, dict[str, None]()
    try:
        for paint in paints(page, absent):
            found.append(paint)
    except FAULTY:
        damaged = True
    bleed = box(page, "/BleedBox") or trim
    return View(number, page, for_print, tags, media, trim, bleed, tuple(found), damaged, tuple(absent))


def box(page: pikepdf.Page, name: str) -> Box | None:
    """Return a box of a page, or of those above it where they have it for it; None where there is no such box."""
    found: Any = inherited(page.obj, name) if name in ("/MediaBox", "/CropBox") else page.obj.get(name)
    if not isinstance(found, pikepdf.Array) or len(found) != 4:
        return None
    try:
        a, b, c, d = (float(edge) for edge in found)
    except (TypeError, ValueError):
        return None
    return min(a, c), min(b, d), max(a, c), max(b, d)
