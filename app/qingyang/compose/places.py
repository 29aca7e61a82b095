"""Where the paragraphs of a composed page stand, for whoever points at one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from qingyang.compose.layout import Layout, Line, Page

_DEPTH = 0.25
"""Of a line's height, below its baseline."""


class Box(NamedTuple):
    """A rectangle in points from the lower left corner of the trimmed page."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies inside."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class Block(NamedTuple):
    """What stands of one paragraph on one page."""

    article: int
    paragraph: int
    start: int
    """Offset in the paragraph's text of its first character here."""
    boxes: tuple[Box, ...]
    """One a column it stands in, and one a picture it belongs to."""


def blocks(page: Page) -> tuple[Block, ...]:
    """Return the paragraphs of a page in reading order."""
    found: dict[tuple[int, int], Block] = {}
    for line in page.lines:
        key = line.article, line.paragraph
        block = found.get(key, Block(*key, line.start, ()))
        found[key] = block._replace(boxes=_joined(block.boxes, _box(line)))
    for picture in page.pictures:
        near = page.lines[min(picture.before, len(page.lines) - 1)] if page.lines else None
        if near is not None:
            key = near.article, near.paragraph
            box = Box(picture.x, picture.y, picture.x + picture.width, picture.y + picture.height)
            found[key] = found[key]._replace(boxes=(*found[key].boxes, box))
    return tuple(found.values())


def block_at(there: Sequence[Block], x: float, y: float) -> Block | None:
    """Return the paragraph under a point, None in the white."""
    return next((block for block in there if any(box.holds(x, y) for box in block.boxes)), None)


Pages = Mapping[tuple[int, int], Sequence[tuple[int, int]]]
"""Article and paragraph -> of each page (from 0) it stands on, its first offset there and the page."""


def pages_of(layout: Layout) -> Pages:
    """Return which paragraphs stand on which pages; what has no room counts as on the last one."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for number, page in enumerate(layout.pages):
        before = -1, -1
        for line in page.lines:
            key = line.article, line.paragraph
            # A paragraph's lines follow one another.
            if key != before:
                found.setdefault(key, []).append((line.start, number))
                before = key
    for part in layout.overset:
        found.setdefault((part.article, part.paragraph), []).append((part.start, len(layout.pages) - 1))
    return found


def page_of(pages: Pages, article: int, paragraph: int, offset: int = 0) -> int:
    """Return the page (from 0) that shows a place, -1 where none does."""
    there = pages.get((article, paragraph), ())
    return next((page for start, page in reversed(there) if start <= offset), there[0][1] if there else -1)


def _box(line: Line) -> Box:
    bottom = line.y - _DEPTH * line.height
    return Box(line.x, bottom, line.x + line.width, bottom + line.height)


def _joined(boxes: tuple[Box, ...], box: Box) -> tuple[Box, ...]:
    """Return boxes with one more, grown into the last one where it goes on below it in the same column."""
    if boxes and boxes[-1].left == box.left and boxes[-1].right == box.right and box.top <= boxes[-1].top:
        return (*boxes[:-1], boxes[-1]._replace(bottom=min(box.bottom, boxes[-1].bottom)))
    return (*boxes, box)
