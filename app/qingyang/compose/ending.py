"""Where columns end whose story goes on on the next page: at their foot, all of them.

Where some would be short, all may end a little higher or begin below the headline a little lower: white between the
stories of the page, or below the headline, takes that line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qingyang.compose.columns import Area, Row, filled
from qingyang.compose.filling import Filled, levelled
from qingyang.compose.floating import fetched, finishing
from qingyang.compose.template import Template

_FEW = 4
"""So few lines more than a page has may yet find room on it."""


class Ending(NamedTuple):
    """Columns filled, and how they end."""

    filled: Filled
    short: int = 0
    """How many end above their foot though the story goes on."""
    turn: int | None = None
    """The line of the last column that says where it goes on, None where nothing does."""


def ended(
    text: Sequence[Row],
    ways: Iterable[tuple[Sequence[int], int]],
    template: Template,
    fresh: bool,
) -> Ending:
    """Return text in columns, of some ways the first that leaves fewest short.

    A way says on which grid lines the columns begin and on which they end.
    """
    found: list[Ending] = []
    for tops, foot in ways:
        text = text if found else finishing(text, _area(tops, foot), template.leading)
        found.append(_ended(text, tops, foot, template, fresh))
        if not found[-1].short:
            break
    return min(found, key=lambda each: each.short)


def _ended(text: Sequence[Row], tops: Sequence[int], foot: int, template: Template, fresh: bool) -> Ending:
    area = _area(tops, foot)
    after = [template.lines] * len(tops)
    if not template.continued:
        return _fuller(text, area, fresh, after)
    after[0] -= 1
    after[-1] -= 1
    natural = filled(text, area, fresh)
    if len(text) - natural[-1].end <= _FEW:
        found = levelled(text, area, fresh, after)
        if found.columns[-1].end in (0, len(found.rows)):
            return _judged(found, area)
    elif not natural[-1].end:
        return _judged(Filled(text, natural), area)
    area = area._replace(feet=(*area.feet[:-1], max(foot - 1, tops[-1])))
    return _fuller(text, area, fresh, after)._replace(turn=foot - 1)


def _fuller(text: Sequence[Row], area: Area, fresh: bool, after: Sequence[int]) -> Ending:
    """Return columns with the story's last picture here rather than on the next page, unless more are short then."""
    early = fetched(text, area)
    ways = [text] if early is text else [early, text]
    return min(
        (_judged(levelled(way, area, fresh, after), area) for way in ways), key=lambda each: each.short
    )


def _area(tops: Sequence[int], foot: int) -> Area:
    return Area(tuple(tops), tuple(max(foot, top) for top in tops))


def _judged(found: Filled, area: Area) -> Ending:
    """Return columns with the number of those that are short; where nothing stands, all are."""
    goes_on = found.columns[-1].end < len(found.rows)
    short = (column.foot < foot for column, foot in zip(found.columns, area.feet, strict=True))
    return Ending(found, sum(short) if goes_on else 0)
