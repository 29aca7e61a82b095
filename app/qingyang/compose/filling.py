"""Columns that end level: a paragraph set a line longer or shorter fills what widow control leaves empty.

Keeping first and last lines of paragraphs together leaves two columns in five a line short. Most paragraphs can be set
in one line more or less without anybody seeing it; the one that costs least is, and of the ways to fill a column one
that lets the next be filled too. A heading takes a line of white more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle, islice
from typing import NamedTuple

from qingyang.compose.blocks import Block
from qingyang.compose.columns import Area, Column, Row, apart, column, filled, grid_rows
from qingyang.compose.figures import Illustration
from qingyang.compose.floating import floated
from qingyang.compose.planning import Variant, planned, units

AHEAD = 24
"""How many columns a plan looks ahead."""
NEAR = 2
"""How many of those are looked at again on every page: a plan holds until one of them is short."""
FARTHER = 40
"""Rows more than these columns hold: those a variant makes fewer."""


class Filled(NamedTuple):
    """Columns and the rows they are of, some paragraphs among them varied."""

    rows: Sequence[Row]
    columns: tuple[Column, ...]


def reach(columns: int, lines: int) -> int:
    """Return how many rows are looked at to fill so many columns of so many grid lines."""
    # No row is lower than a line: what is farther away than this is not looked at.
    return (columns + AHEAD) * lines + FARTHER


def levelled(rows: Sequence[Row], area: Area, forced: bool, after: Sequence[int] = ()) -> Filled:
    """Fill columns as `filled` does, then make short ones full where a paragraph can take it.

    ``after`` are the heights of the columns of a page the text goes on on, none where nobody knows.
    """
    made = filled(rows, area, forced)
    goes_on = made[-1].end < len(rows)
    return _to_the_foot(rows, area, forced, after) if goes_on else _even(rows, made, area)


def _to_the_foot(rows: Sequence[Row], area: Area, forced: bool, after: Sequence[int]) -> Filled:
    """Make the columns of a page whose text goes on reach its foot, with the next ones in mind."""
    rows = floated(rows, area.heights())
    heights = [*area.heights(), *islice(cycle(after), AHEAD)]
    full = _full(rows, heights[: len(area.feet) + NEAR])
    if not full:
        rows = _carried_out(planned(units(rows, 0), heights), rows)
    made = filled(rows, area, forced)
    # A shorter paragraph may have made room for the last lines of all.
    return Filled(rows, made) if made[-1].end < len(rows) else _even(rows, made, area)


def _carried_out(plan: Iterable[Variant], rows: Sequence[Row]) -> Sequence[Row]:
    """Return rows as a plan wants them, which names the last ones first."""
    for at, more, white in plan:
        block = rows[at].block
        if white:
            rows = _whiter(rows, at, more)
        elif isinstance(block, Block):
            varied = _with(rows, at, at + block.count, more)
            rows = varied.rows if varied else rows
    return rows


def _full(rows: Sequence[Row], heights: Sequence[int]) -> bool:
    """Say whether columns of these heights are full one after the other, or the text ends."""
    at = 0
    for height in heights:
        made = column(rows, at, height, False)
        if made.end < len(rows) and made.height < height:
            return False
        at = made.end
    return True


def _whiter(rows: Sequence[Row], at: int, more: int) -> Sequence[Row]:
    """Return rows with more white above one of them."""
    return [*rows[:at], rows[at]._replace(before=rows[at].before + more), *rows[at + 1 :]]


class _Varied(NamedTuple):
    """Rows with one paragraph longer or shorter, and what that costs."""

    cost: float
    rows: Sequence[Row]


def _with(rows: Sequence[Row], at: int, to: int, more: int) -> _Varied | None:
    old = rows[at].block
    block = None if isinstance(old, Illustration) else old.varied(more)
    if block is None or isinstance(old, Illustration):
        return None
    again = [*rows[:at], *grid_rows(block, rows[at].before, block.count), *rows[to:]]
    return _Varied(block.cost - old.cost, again)


def _even(rows: Sequence[Row], made: tuple[Column, ...], area: Area) -> Filled:
    """Bring the columns of a band to within a line, by varying paragraphs as long as that helps."""
    while apart(rows, made) > 1:
        better = _evener(rows, made, area)
        if better is None:
            return _opened(*_planned_even(rows, made, area))
        rows, made = better
    return Filled(rows, made)


def _opened(rows: Sequence[Row], made: Sequence[Column]) -> Filled:
    """Return columns that end above the lowest one opened by white, above headings and other kinds of text."""
    highest, found = max(one.foot for one in made), list(made)
    for k, one in enumerate(made):
        places = [unit for unit in units(rows[: one.end], one.start) if unit.give and unit.first > one.start]
        for unit in (*places, *(unit for unit in places if unit.give > 1)):
            if found[k].foot < highest - 1:
                rows = _whiter(rows, unit.first, 1)
                found[k] = found[k]._replace(height=found[k].height + 1)
    return Filled(rows, tuple(found))


def _planned_even(rows: Sequence[Row], made: tuple[Column, ...], area: Area) -> Filled:
    """Return columns less uneven by varying several paragraphs, or white above headings, as if they went on."""
    best, highest = Filled(rows, made), max(one.foot for one in made)
    for foot in (highest - 1, highest):
        heights = [*area.down_to(foot).heights()][:-1]
        varied = _carried_out(planned(units(rows, 0), heights), rows)
        again = filled(varied, area.down_to(highest), False)
        if again[-1].end == len(varied) and apart(varied, again) < apart(best.rows, best.columns):
            best = Filled(varied, again)
    return best


def _evener(rows: Sequence[Row], made: tuple[Column, ...], area: Area) -> Filled | None:
    """Return columns less uneven by varying one paragraph; of those within a line one of the cheapest."""
    want, uneven = max(one.foot for one in made), apart(rows, made)
    best: tuple[int, float, Filled] | None = None
    for at, to in _paragraphs(rows):
        for more in (-1, 1):
            varied = _with(rows, at, to, more)
            # Those within a line are judged by what they cost alone.
            if varied is None or (best and best[0] == 1 and varied.cost >= best[1]):
                continue
            again = filled(varied.rows, area.down_to(want), False)
            left = apart(varied.rows, again)
            rank = max(1, left), varied.cost
            if again[-1].end == len(varied.rows) and left < uneven and (not best or rank < best[:2]):
                best = *rank, Filled(varied.rows, again)
    return best and best[2]


def _paragraphs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Yield the first and the end row of every paragraph on the grid."""
    at = 0
    while at < len(rows):
        block = rows[at].block
        if isinstance(block, Illustration) or rows[at].first or block.style.height or block.count < 3:
            at += 1
            continue
        yield at, at + block.count
        at += block.count
