"""Filling columns with rows of grid: no single first or last line alone, a band's columns even to within a line."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qingyang.compose.blocks import Block


@dataclass(frozen=True, slots=True)
class Row:
    """What stays together in a column: a line on the grid, or a block whose lines keep their own leading."""

    block: Block
    first: int
    """The first line of the block in it."""
    count: int
    """How many lines."""
    height: int
    """In grid lines."""
    before: int
    """Grid lines of white above, dropped at the head of a column."""
    keep: bool
    """Whether the next row must stand in the same column."""


def rows(blocks: Iterable[Block], leading: float, most: int) -> tuple[Row, ...]:
    """Return the rows of blocks; one that keeps its own leading and is higher than ``most`` goes on the grid."""
    found: list[Row] = []
    white = 0
    for block in blocks:
        height = height_of(block, leading)
        if block.style.height and height <= most:
            found.append(Row(block, 0, block.count, height, white, block.style.keep))
            white = 0
        else:
            found += grid_rows(block, max(white, round(block.style.before)))
            white = round(block.style.after)
    return tuple(found)


def height_of(block: Block, leading: float) -> int:
    """Return the grid lines a block with its own leading takes, its white included."""
    style = block.style
    return math.ceil(block.count * style.height * block.size / leading + style.before + style.after - 1e-6)


def grid_rows(block: Block, before: int) -> list[Row]:
    """Return a row a line; one to three lines stay together, else the first two and the last two."""
    count = block.count
    return [
        Row(block, k, 1, 1, 0 if k else before, _kept(k, count) or (block.style.keep and k == count - 1))
        for k in range(count)
    ]


def _kept(k: int, count: int) -> bool:
    return k < count - 1 and (count <= 3 or k in (0, count - 2))


class Column(NamedTuple):
    """The rows of one column: from ``start`` up to ``end``."""

    start: int
    end: int
    height: int


def filled(given: Sequence[Row], start: int, columns: int, height: int, forced: bool) -> tuple[Column, ...]:
    """Fill columns of a height one after the other, from row ``start`` on.

    Where all that is left fits, the columns are as low as they get. ``forced`` breaks even where rows should stay
    together, for a column nothing else fills: text is never held back.
    """
    full = _fill(given, start, columns, height, forced)
    if full[-1].end < len(given):
        return full
    least = sum(row.height for row in given[start:]) // columns
    lower = (_fill(given, start, columns, low, False) for low in range(max(1, least), height))
    return next((made for made in lower if made[-1].end == len(given)), full)


def _fill(given: Sequence[Row], start: int, columns: int, height: int, forced: bool) -> tuple[Column, ...]:
    made = []
    for _ in range(columns):
        made.append(column(given, start, height, forced))
        start = made[-1].end
    return tuple(made)


def column(given: Sequence[Row], start: int, height: int, forced: bool) -> Column:
    """Return the fullest column that begins with row ``start``."""
    used = best_height = 0
    end = best = start
    while end < len(given):
        row = given[end]
        used += row.height + (row.before if end > start else 0)
        if used > height:
            break
        end += 1
        if not row.keep or end == len(given):
            best, best_height = end, used
    if best == start and forced and start < len(given):
        best = max(end, start + 1)
        best_height = height
    return Column(start, best, best_height)
