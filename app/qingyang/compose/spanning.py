"""Pictures across columns: they stand at the head of their story's text, from the right.

A page with little room does not begin a story whose pictures would stand on the next one alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple

from qingyang.compose.columns import Area, Row, filled, rows
from qingyang.compose.drafts import stacked
from qingyang.compose.figures import Illustration, narrowing
from qingyang.compose.stories import Story
from qingyang.compose.template import Template

_LITTLE = 5
"""Little room is less than one in so many parts of a page: it may stay white."""


class Spanning(NamedTuple):
    """A picture and where it stands in a strip of columns."""

    picture: Illustration
    first: int
    """The column of the strip its left edge is at."""
    top: int
    """In grid lines from the area's upper edge."""
    foot: int

    def below(self, tops: Sequence[int]) -> tuple[int, ...]:
        """Return where the columns begin once it stands there."""
        covered = range(self.first, self.first + min(self.picture.frame.columns, len(tops)))
        return tuple(self.foot if k in covered else top for k, top in enumerate(tops))


Ends = Callable[[Sequence[int]], bool]
"""Says of columns that begin at these grid lines whether they hold all there is of the text."""


def placing(
    waiting: Sequence[Illustration],
    tops: Sequence[int],
    room: int,
    text: Sequence[Row],
    template: Template,
    forced: bool,
) -> tuple[Spanning, ...]:
    """Return pictures as `spanning` does, at the head of an area with so much text below and beside them."""

    def ends(below: Sequence[int]) -> bool:
        return _filled(text, below, room) == len(text)

    free = room - (template.least if text else 0)
    return spanning(waiting, tops, free, template.leading, ends if text else None, forced)


def left_behind(story: Story, room: int, template: Template) -> bool:
    """Say whether little room, in grid lines, holds all text of a story and leaves its pictures to the next page."""
    band = story.bands[0]
    if room > template.lines // _LITTLE or len(story.bands) > 1:
        return False
    room -= stacked(band.heads, template.leading)[1]
    text = rows(band.text, template.leading, template.lines // 2)
    tops: Sequence[int] = (0,) * story.columns
    placed = placing(band.floats, tops, room, text, template, False)
    for each in placed:
        tops = each.below(tops)
    left = text[_filled(text, tops, room) :]
    pictures = all(isinstance(row.block, Illustration) for row in left)
    return pictures and bool(left or len(placed) < len(band.floats))


def _filled(text: Sequence[Row], tops: Sequence[int], room: int) -> int:
    """Return how many rows find room in columns that begin on these grid lines."""
    area = Area(tuple(tops), tuple(max(room, top) for top in tops))
    return filled(text, area, False)[-1].end


def spanning(
    waiting: Sequence[Illustration],
    tops: Sequence[int],
    room: int,
    leading: float,
    ends: Ends | None,
    forced: bool,
) -> tuple[Spanning, ...]:
    """Return as many pictures, in order, as find room at the head of an area ``room`` grid lines high.

    One the text would leave behind, to stand on the next page alone, is set narrower. ``ends`` is None where there is
    no text; ``forced`` places the first one however high it is.
    """
    found: list[Spanning] = []
    for picture in waiting:
        stood = _stood(picture, tops, leading)
        if stood.foot > room and not (forced and not found):
            narrow = _narrower(picture, tops, room, leading, ends) if ends and ends(tops) else None
            if narrow is None:
                break
            stood = narrow
        if found and ends and stood.top:
            break
        found.append(stood)
        tops = stood.below(tops)
    return tuple(found)


def _narrower(
    picture: Illustration, tops: Sequence[int], room: int, leading: float, ends: Ends
) -> Spanning | None:
    """Return a picture as wide as lets the text end beside it, or at least as finds room; None where none does."""
    ways = [
        stood
        for each in islice(narrowing(picture), 1, None)
        if (stood := _stood(each, tops, leading)).foot <= room
    ]
    return next((each for each in ways if ends(each.below(tops))), next(iter(ways), None))


def _stood(picture: Illustration, tops: Sequence[int], leading: float) -> Spanning:
    """Return where a picture stands highest, and of such places farthest on the right."""
    columns = min(picture.frame.columns, len(tops))
    right = max(range(columns, len(tops) + 1), key=lambda end: (-max(tops[end - columns : end]), end))
    top = max(tops[right - columns : right])
    return Spanning(picture, right - columns, top, top + picture.height(leading))
