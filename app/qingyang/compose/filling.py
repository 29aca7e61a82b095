"""Columns that end level: a paragraph set a line longer or shorter fills what widow control leaves empty.

Keeping first and last lines of paragraphs together leaves two columns in five a line short. Most paragraphs can be set
in one line more or less without anybody seeing it; the one that costs least is, and of the ways to fill a column one
that lets the next be filled too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from qingyang.compose.blocks import Block
from qingyang.compose.columns import Area, Column, Row, column, filled, grid_rows
from qingyang.compose.figures import Illustration

WAYS = 12
"""How many ways to fill a column are tried for the sake of the next ones."""
AHEAD = 3
"""How many columns are looked ahead."""
TRIES = 24
"""How many ways to fill those are tried in all."""
PAIRED = 4
"""How many paragraphs are varied for the sake of a second one."""


FARTHER = 40
"""Rows more than these columns hold: those a variant makes fewer."""


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
    # No row is lower than a line: what is farther away than this is not looked at.
    end = start + max(area.feet) * len(area.feet) + AHEAD * after + FARTHER
    near = rows[start:end]
    made = filled(near, 0, area, forced)
    goes_on = made[-1].end < len(near)
    found = _to_the_foot(near, area, forced, after) if goes_on else _even(near, made, area)
    columns = tuple(one._replace(start=one.start + start, end=one.end + start) for one in found.columns)
    return Filled([*rows[:start], *found.rows, *rows[end:]], columns)


def _to_the_foot(rows: Sequence[Row], area: Area, forced: bool, after: int) -> Filled:
    """Make the columns of a page whose text goes on reach its foot, one after the other."""
    found: list[Column] = []
    at = 0
    here = [*area.heights()]
    heights = [*here, *([after] * AHEAD if after else [])]
    for k, top in enumerate(area.tops):
        way = _chosen(rows, at, heights[k : k + 1 + AHEAD], forced and heights[k] == max(here))
        rows = way.rows
        found.append(way.column._replace(top=top))
        at = way.column.end
    if at < len(rows):
        return Filled(rows, tuple(found))
    # A shorter paragraph made room for the last lines of all.
    return _even(rows, filled(rows, 0, area, forced), area)


def _chosen(rows: Sequence[Row], start: int, heights: Sequence[int], forced: bool) -> _Way:
    """Return the first way to fill a column after which most of the next ones are full, with those ways in its rows."""
    height, then = heights[0], heights[1:]
    ways = _ways(rows, start, height, forced)
    way = next(ways)
    tries = iter(range(TRIES))
    best, again = _ahead(way, then, tries)
    chosen = _Way(again, way.column)
    if way.column.height < height:
        return chosen
    for way in islice(ways, WAYS):
        if best == len(then):
            break
        full, again = _ahead(way, then, tries) if way.column.height == height else (0, rows)
        if full > best:
            best, chosen = full, _Way(again, way.column)
    return chosen


def _ahead(way: _Way, heights: Sequence[int], tries: Iterator[int]) -> tuple[int, Sequence[Row]]:
    """Return how many of the next columns can be full one after the other, and the rows that make them so."""
    start, best = way.column.end, (0, way.rows)
    if start == len(way.rows):
        return len(heights), way.rows
    for then in islice(_ways(way.rows, start, heights[0], False) if heights else (), WAYS):
        if then.column.height < heights[0] and then.column.end < len(then.rows):
            break
        full, again = _ahead(then, heights[1:], tries)
        if full + 1 > best[0]:
            best = full + 1, again
        if best[0] == len(heights) or next(tries, None) is None:
            break
    return best


def _ways(rows: Sequence[Row], start: int, height: int, forced: bool) -> Iterator[_Way]:
    """Yield the ways to fill a column, the full ones first, among them the cheapest first; always one at least."""
    one = column(rows, start, height, forced)
    as_it_is = _Way(rows, one)
    if one.height == height or one.end in (start, len(rows)):
        yield as_it_is
        yield from _varied(rows, one, height)
        return
    full = False
    for way in chain(_varied(rows, one, height), _varied_twice(rows, one, height)):
        full = True
        yield way
    if not full:
        higher = next(_varied(rows, one, one.height + 1), None) if one.height + 1 < height else None
        yield from _ways(higher.rows, start, height, forced) if higher else [as_it_is]


def _varied(rows: Sequence[Row], one: Column, height: int) -> Iterator[_Way]:
    """Yield ways to make a column exactly so high by varying one paragraph, the one that minds it least first."""
    known: dict[int, Column] = {}
    for at, to, more in _choices(rows, one, height - one.height):
        if more not in known:
            known[more] = column(rows, one.start, height - more, False)
        if known[more].end >= to:
            # Whichever paragraph above the foot is varied, the same rows go on below it.
            start, end, found, _ = known[more]
            made = Column(start, end + more, found + more)
        else:
            made = _as_if(rows, at, to, more, one.start, height)
        again = _with(rows, at, to, more) if made.height == height else None
        if again is not None:
            yield _Way(again.rows, made)


def _varied_twice(rows: Sequence[Row], one: Column, height: int) -> Iterator[_Way]:
    """Yield ways to make a column exactly so high by varying two paragraphs."""
    for at, to, more in islice(_choices(rows, one, 1), PAIRED):
        once = _with(rows, at, to, more)
        if once is not None:
            yield from _varied(once.rows, column(once.rows, one.start, height, False), height)


def _choices(rows: Sequence[Row], one: Column, short: int) -> list[tuple[int, int, int]]:
    """Return (first row, end row, lines more) of what may be varied, the least strained first."""
    found = []
    for at, to in _paragraphs(rows, one):
        block = rows[at].block
        if isinstance(block, Block):
            found += [
                (strain, at, to, more) for more in {short, 1, -1} - {0} if (strain := block.strain(more)) < 1
            ]
    return [(at, to, more) for _, at, to, more in sorted(found)]


def _as_if(rows: Sequence[Row], at: int, to: int, more: int, start: int, height: int) -> Column:
    """Return the column as it would be with a paragraph so much longer: its lines are only counted, which is cheap."""
    count = to - at + more
    # No row is lower than a line, so the column ends before the window does.
    window = [
        *rows[start:at],
        *grid_rows(rows[at].block, rows[at].before, count),
        *rows[to : to + height + 2],
    ]
    made = column(window, 0, height, False)
    return made._replace(start=start, end=start + made.end)


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
    while _spread(made) > 1:
        better = _evener(rows, made, area)
        if better is None:
            break
        rows, made = better
    return Filled(rows, made)


def _evener(rows: Sequence[Row], made: tuple[Column, ...], area: Area) -> Filled | None:
    """Return columns less uneven by varying one paragraph; of those within a line one of the cheapest."""
    start, want, spread = made[0].start, max(one.foot for one in made), _spread(made)
    best: tuple[int, float, Filled] | None = None
    for at, to in _paragraphs(rows, Column(start, len(rows) - 1, want)):
        for more in (-1, 1):
            varied = _with(rows, at, to, more)
            # Those within a line are judged by what they cost alone.
            if varied is None or (best and best[0] == 1 and varied.cost >= best[1]):
                continue
            again = filled(varied.rows, start, area.down_to(want), False)
            rank = max(1, _spread(again)), varied.cost
            if (
                again[-1].end == len(varied.rows)
                and _spread(again) < spread
                and (not best or rank < best[:2])
            ):
                best = *rank, Filled(varied.rows, again)
    return best and best[2]


def _spread(columns: Sequence[Column]) -> int:
    feet = [one.foot for one in columns]
    return max(feet) - min(feet)


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
