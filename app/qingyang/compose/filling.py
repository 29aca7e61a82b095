"""Columns that end level: a paragraph set a line longer or shorter fills what widow control leaves empty.

Keeping first and last lines of paragraphs together leaves two columns in five a line short. Most paragraphs can be set
in one line more or less without anybody seeing it; the one that costs least is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qingyang.compose.columns import Column, Row, column, filled, grid_rows

MOST = 500.0
"""What a longer or shorter paragraph may cost more than as it likes."""


class Filled(NamedTuple):
    """Columns and the rows they are of, some paragraphs among them varied."""

    rows: Sequence[Row]
    columns: tuple[Column, ...]


def levelled(rows: Sequence[Row], start: int, columns: int, height: int, forced: bool) -> Filled:
    """Fill columns as `filled` does, then make short ones full where a paragraph can take it."""
    made = filled(rows, start, columns, height, forced)
    if made[-1].end < len(rows):
        return _to_the_foot(rows, made, height, forced)
    return _even(rows, made)


def _to_the_foot(rows: Sequence[Row], made: Sequence[Column], height: int, forced: bool) -> Filled:
    """Make the columns of a page whose text goes on reach its foot, one after the other."""
    found: list[Column] = []
    start = made[0].start
    for _ in made:
        one = column(rows, start, height, forced)
        while one.start < one.end < len(rows) and one.height < height:
            varied = _full(rows, one, height) or _full(rows, one, one.height + 1)
            if not varied:
                break
            rows, one = varied, column(varied, start, height, forced)
        found.append(one)
        start = one.end
    if start < len(rows):
        return Filled(rows, tuple(found))
    # A shorter paragraph made room for the last lines of all.
    return _even(rows, filled(rows, made[0].start, len(made), height, forced))


def _even(rows: Sequence[Row], made: tuple[Column, ...]) -> Filled:
    """Bring the columns of a band to within a line: a paragraph longer in a low one, or shorter in the highest."""
    want = max(one.height for one in made)
    for one in made:
        low = one.start < one.end and one.height < want - 1
        varied = _full(rows, one, want - 1) if low else None
        if varied is None and one.height == want and min(c.height for c in made) < want - 1:
            varied = _shorter(rows, one)
        again = filled(varied, made[0].start, len(made), want, False) if varied else made
        if varied and again[-1].end == len(varied) and _spread(again) < _spread(made):
            return _even(varied, again)
    return Filled(rows, made)


def _spread(columns: Sequence[Column]) -> int:
    heights = [one.height for one in columns]
    return max(heights) - min(heights)


def _shorter(rows: Sequence[Row], tall: Column) -> list[Row] | None:
    """Return the rows with the paragraph of a column that minds it least a line shorter."""
    best: tuple[float, list[Row]] | None = None
    for at, to in _paragraphs(rows, tall):
        block = rows[at].block.varied(-1)
        if block and block.cost - rows[at].block.cost < (best[0] if best else MOST):
            again = [*rows[:at], *grid_rows(block, rows[at].before), *rows[to:]]
            best = block.cost - rows[at].block.cost, again
    return best[1] if best else None


def _full(rows: Sequence[Row], short: Column, want: int) -> list[Row] | None:
    """Return the rows with one paragraph varied so that a column is as high as wanted; None where none can be."""
    best: tuple[float, list[Row]] | None = None
    for at, to in _paragraphs(rows, short):
        for more in (want - short.height, -1):
            block = rows[at].block.varied(more)
            dearer = block.cost - rows[at].block.cost if block else MOST
            if block is None or dearer >= (best[0] if best else MOST):
                continue
            again = [*rows[:at], *grid_rows(block, rows[at].before), *rows[to:]]
            if column(again, short.start, want, False).height == want:
                best = dearer, again
    return best[1] if best else None


def _paragraphs(rows: Sequence[Row], within: Column) -> Iterator[tuple[int, int]]:
    """Yield the first and the end row of every paragraph on the grid that begins in a column or right after it."""
    at = within.start
    while at <= within.end and at < len(rows):
        block = rows[at].block
        if rows[at].first or block.style.height or block.count < 3:
            at += 1
            continue
        yield at, at + block.count
        at += block.count
