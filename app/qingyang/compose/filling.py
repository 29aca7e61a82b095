"""Columns that end level: a paragraph set a line longer or shorter fills what widow control leaves empty.

Keeping first and last lines of paragraphs together leaves two columns in five a line short. Most paragraphs can be set
in one line more or less without anybody seeing it; the one that costs least is, and of the ways to fill a column one
that lets the next be filled too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from qingyang.compose.columns import Area, Column, Row, column, filled, grid_rows
from qingyang.compose.figures import Illustration

MOST = 1000.0
"""What a longer or shorter paragraph may cost more than as it likes."""
WAYS = 6
"""How many ways to fill a column are tried for the sake of the next one."""


class Filled(NamedTuple):
    """Columns and the rows they are of, some paragraphs among them varied."""

    rows: Sequence[Row]
    columns: tuple[Column, ...]


class _Way(NamedTuple):
    """One way to fill a column."""

    rows: Sequence[Row]
    column: Column


def levelled(rows: Sequence[Row], start: int, area: Area, forced: bool, after: int = 0) -> Filled:
    """Fill columns as `filled` does, then make short ones full where a paragraph can take it.

    ``after`` is the height of the column the text goes on in, 0 where nobody knows.
    """
    made = filled(rows, start, area, forced)
    if made[-1].end < len(rows):
        return _to_the_foot(rows, start, area, forced, after)
    return _even(rows, made, area)


def _to_the_foot(rows: Sequence[Row], start: int, area: Area, forced: bool, after: int) -> Filled:
    """Make the columns of a page whose text goes on reach its foot, one after the other."""
    found: list[Column] = []
    at = start
    heights = [*area.heights(), after]
    for k, top in enumerate(area.tops):
        way = _chosen(rows, at, heights[k], heights[k + 1], forced and heights[k] == max(heights[:-1]))
        rows = way.rows
        found.append(way.column._replace(top=top))
        at = way.column.end
    if at < len(rows):
        return Filled(rows, tuple(found))
    # A shorter paragraph made room for the last lines of all.
    return _even(rows, filled(rows, start, area, forced), area)


def _chosen(rows: Sequence[Row], start: int, height: int, after: int, forced: bool) -> _Way:
    """Return the best way to fill a column that lets the next one be filled."""
    ways = _ways(rows, start, height, forced)
    first = next(ways)
    if not after or first.column.height < height or _can_be_full(first, after):
        return first
    others = islice(ways, WAYS)
    return next((way for way in others if way.column.height == height and _can_be_full(way, after)), first)


def _can_be_full(way: _Way, height: int) -> bool:
    start = way.column.end
    then = next(_ways(way.rows, start, height, False))
    return then.column.height == height or then.column.end == len(then.rows)


def _ways(rows: Sequence[Row], start: int, height: int, forced: bool) -> Iterator[_Way]:
    """Yield the ways to fill a column, the full ones first, among them the cheapest first; always one at least."""
    one = column(rows, start, height, forced)
    as_it_is = _Way(rows, one)
    if one.height == height or one.end in (start, len(rows)):
        yield as_it_is
        yield from _varied(rows, one, height)
        return
    full = _varied(rows, one, height)
    yield from full
    if not full:
        higher = _varied(rows, one, one.height + 1) if one.height + 1 < height else []
        yield from _ways(higher[0].rows, start, height, forced) if higher else [as_it_is]


def _varied(rows: Sequence[Row], one: Column, height: int) -> list[_Way]:
    """Return the ways to make a column exactly so high by varying one paragraph, the cheapest first."""
    found: list[tuple[float, _Way]] = []
    for at, to in _paragraphs(rows, one):
        for more in {height - one.height, 1, -1} - {0}:
            again = _with(rows, at, to, more)
            if again is None:
                continue
            made = column(again.rows, one.start, height, False)
            if made.height == height:
                found.append((again.cost, _Way(again.rows, made)))
    return [way for _, way in sorted(found, key=lambda pair: pair[0])]


class _Varied(NamedTuple):
    """Rows with one paragraph longer or shorter, and what that costs."""

    cost: float
    rows: Sequence[Row]


def _with(rows: Sequence[Row], at: int, to: int, more: int) -> _Varied | None:
    old = rows[at].block
    block = None if isinstance(old, Illustration) else old.varied(more)
    if block is None or isinstance(old, Illustration) or block.cost - old.cost >= MOST:
        return None
    again = [*rows[:at], *grid_rows(block, rows[at].before), *rows[to:]]
    return _Varied(block.cost - old.cost, again)


def _even(rows: Sequence[Row], made: tuple[Column, ...], area: Area) -> Filled:
    """Bring the columns of a band to within a line: a paragraph longer in a low one, or shorter in the highest."""
    want = max(one.foot for one in made)
    for one in made:
        low = one.start < one.end and one.foot < want - 1
        ways = _varied(rows, one, want - 1 - one.top) if low else []
        varied = ways[0].rows if ways else None
        if varied is None and one.foot == want and min(c.foot for c in made) < want - 1:
            varied = _shorter(rows, one)
        if varied is None:
            continue
        again = filled(varied, made[0].start, area.down_to(want), False)
        if again[-1].end == len(varied) and _spread(again) < _spread(made):
            return _even(varied, again, area)
    return Filled(rows, made)


def _spread(columns: Sequence[Column]) -> int:
    feet = [one.foot for one in columns]
    return max(feet) - min(feet)


def _shorter(rows: Sequence[Row], tall: Column) -> Sequence[Row] | None:
    """Return the rows with the paragraph of a column that minds it least a line shorter."""
    found = [made for at, to in _paragraphs(rows, tall) if (made := _with(rows, at, to, -1))]
    return min(found, key=lambda made: made.cost).rows if found else None


def _paragraphs(rows: Sequence[Row], within: Column) -> Iterator[tuple[int, int]]:
    """Yield the first and the end row of every paragraph on the grid that begins in a column or right after it."""
    at = within.start
    while at <= within.end and at < len(rows):
        block = rows[at].block
        if isinstance(block, Illustration) or rows[at].first or block.style.height or block.count < 3:
            at += 1
            continue
        yield at, at + block.count
        at += block.count
