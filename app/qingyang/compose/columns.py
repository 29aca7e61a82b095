"""Filling columns with rows of grid: no single first or last line alone, a band's columns even to within a line."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from qingyang.compose.blocks import Block
from qingyang.compose.figures import Illustration, height_of


class Row(NamedTuple):
    """What stays together in a column: a line on the grid, a block whose lines keep their own leading, a picture."""

    block: Block | Illustration
    first: int
    """The first line of the block in it."""
    lines: int
    """How many lines."""
    height: int
    """In grid lines."""
    before: int
    """Grid lines of white above, dropped at the head of a column."""
    keep: bool
    """Whether the next row must stand in the same column."""


def rows(blocks: Iterable[Block | Illustration], leading: float, most: int) -> tuple[Row, ...]:
    """Return the rows of blocks; one that keeps its own leading and is higher than ``most`` goes on the grid."""
    found: list[Row] = []
    white = 0
    boxed = False
    for block in blocks:
        if isinstance(block, Illustration):
            found.append(Row(block, 0, 0, block.height(leading), white, False))
            white = 0
            continue
        height = math.ceil(height_of(block, leading) / leading - 1e-6)
        if block.style.height and height <= most:
            found.append(Row(block, 0, block.count, height, white, block.style.keep))
            white = 0
        else:
            # Neighbours in one box have no white between them.
            inside = boxed and block.style.box
            found += grid_rows(block, 0 if inside else max(white, round(block.style.before)), block.count)
            white = round(block.style.after)
        boxed = block.style.box
    return tuple(found)


def grid_rows(block: Block | Illustration, before: int, count: int) -> list[Row]:
    """Return a row a line; one to three lines stay together, else the first two and the last two."""
    keep = isinstance(block, Block) and block.style.keep
    return [
        Row(block, k, 1, 1, 0 if k else before, kept(k, count) or (keep and k == count - 1))
        for k in range(count)
    ]


def together(given: Sequence[Row]) -> int:
    """Return the grid lines of what stays together at the beginning of some rows."""
    height = 0
    for k, row in enumerate(given):
        height += row.height + (row.before if k else 0)
        if not row.keep:
            break
    return height


def kept(k: int, count: int) -> bool:
    """Say whether line ``k`` of so many must stand in the same column as the next one."""
    return k < count - 1 and (count <= 3 or k in (0, count - 2))


class Area(NamedTuple):
    """Columns side by side: where each begins and ends, in grid lines from the area's upper edge."""

    tops: tuple[int, ...]
    feet: tuple[int, ...]

    def down_to(self, foot: int) -> Area:
        """Return the area's upper part."""
        feet = (max(top, min(foot, old)) for top, old in zip(self.tops, self.feet, strict=True))
        return Area(self.tops, tuple(feet))

    def heights(self) -> Iterator[int]:
        """Yield the height of every column."""
        for top, foot in zip(self.tops, self.feet, strict=True):
            yield foot - top


def even(columns: int, height: int) -> Area:
    """Return so many columns of one height."""
    return Area((0,) * columns, (height,) * columns)


class Column(NamedTuple):
    """The rows of one column: from ``start`` up to ``end``."""

    start: int
    end: int
    height: int
    top: int = 0
    """Grid lines below the area's upper edge."""

    @property
    def foot(self) -> int:
        """Return where its last row ends, in grid lines from the area's upper edge."""
        return self.top + self.height


def filled(given: Sequence[Row], start: int, area: Area, forced: bool) -> tuple[Column, ...]:
    """Fill the columns of an area one after the other, from row ``start`` on.

    Where all that is left fits, the columns are as low as they get, and as level. ``forced`` breaks even where rows
    should stay together, for a column nothing else fills: text is never held back.
    """
    full = _fill(given, start, area, forced)
    if full[-1].end < len(given):
        return full
    lowest = _level(sum(row.height for row in given[start:]), area)
    lower = (_fill(given, start, area.down_to(low), False) for low in range(lowest, max(area.feet)))
    made = next((made for made in lower if made[-1].end == len(given)), full)
    return made if spread(made) <= 1 else _levellest(given, start, area, made)


def spread(columns: Sequence[Column]) -> int:
    """Return how many grid lines the feet of columns are apart."""
    feet = [one.foot for one in columns]
    return max(feet) - min(feet)


def _levellest(given: Sequence[Row], start: int, area: Area, made: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return columns some of which end a line higher than these reach, if that brings them nearer to level."""
    best, low = made, area.down_to(max(one.foot for one in made))
    ends = [(foot, max(top, foot - 1)) for top, foot in zip(low.tops, low.feet, strict=True)]
    for feet in product(*ends):
        again = _fill(given, start, Area(low.tops, feet), False)
        if again[-1].end == len(given) and spread(again) < spread(best):
            best = again
        if spread(best) <= 1:
            break
    return best


def _level(lines: int, area: Area) -> int:
    """Return the lowest foot at which an area has room for so many lines; columns that begin below it have none."""
    level, tops = max(area.feet), sorted(area.tops)
    for count in range(1, len(tops) + 1):
        level = min(level, (lines + sum(tops[:count])) // count)
    return max(1, level)


def _fill(given: Sequence[Row], start: int, area: Area, forced: bool) -> tuple[Column, ...]:
    made = []
    highest = max(area.heights())
    for top, height in zip(area.tops, area.heights(), strict=True):
        made.append(column(given, start, height, forced and height == highest)._replace(top=top))
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
