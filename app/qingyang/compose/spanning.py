"""Pictures across columns: they stand at the head of their story's text, from the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple

from qingyang.compose.figures import Illustration, narrowing


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
