"""Filling columns with rows of grid: no single first or last line alone, a band's columns even to within a line."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
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
        if block.style.align == "right" and found and isinstance(found[-1].block, Block):
            # A source or a signature ends the text above it: it begins no column.
            found[-1] = found[-1]._replace(keep=True)
        height = _lines_of(block, leading)
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


_CLOSER = 0.25
"""So much of a grid line a block with its own leading may have less of white than it likes, not to take one more."""


def _lines_of(block: Block, leading: float) -> int:
    """Return the grid lines a block takes that keeps its own leading."""
    bare = height_of(block, leading) - (block.style.before + block.style.after) * leading
    return max(math.ceil(height_of(block, leading) / leading - _CLOSER), math.ceil(bare / leading - 1e-6))


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


def filled(given: Sequence[Row], area: Area, forced: bool) -> tuple[Column, ...]:
    """Fill the columns of an area one after the other.

    Where all that is left fits, the columns are as low as they get, and as level. ``forced`` breaks even where rows
    should stay together, for a column nothing else fills: text is never held back.
    """
    full = _fill(given, area, forced)
    if full[-1].end < len(given):
        return full
    made = _lowest(given, area) or full
    if _spread(made) <= 1:
        return made
    return _levellest(given, area.down_to(max(one.foot for one in made))) or made


def _lowest(given: Sequence[Row], area: Area) -> tuple[Column, ...] | None:
    """Return all rows in columns as low as they get, none of them empty before others where that can be."""
    found = None
    for low in range(_level(sum(row.height for row in given), area), max(area.feet)):
        made = _fill(given, area.down_to(low), False)
        if made[-1].end == len(given):
            if not _hollow(made):
                return made
            found = found or made
    return found


def _hollow(made: Sequence[Column]) -> bool:
    """Say whether a column stays empty before one that does not: what is kept together was too high for it."""
    return any(one.start == one.end < made[-1].end for one in made)


def apart(given: Sequence[Row], columns: Sequence[Column]) -> int:
    """Return how many grid lines the feet of columns are apart, but for those that end in no text or are not needed."""
    return _spread([one for one in columns if _counts(given, one, columns[-1].end)])


def _counts(given: Sequence[Row], one: Column, end: int) -> bool:
    if one.start == one.end:
        return one.end < end
    return isinstance(given[one.end - 1].block, Block)


def _spread(columns: Sequence[Column]) -> int:
    feet = [one.foot for one in columns]
    return max(feet, default=0) - min(feet, default=0)


def _levellest(given: Sequence[Row], area: Area) -> tuple[Column, ...] | None:
    """Return all that is left in columns as level as they get: the squares of what they lack are least in sum.

    None where the columns do not hold it unless rows part that should stay together.
    """
    below = [*accumulate((row.height for row in reversed(given)), initial=0)][::-1]
    room = sum(area.heights())
    lowest = max(area.feet)
    ways: dict[int, tuple[int, tuple[Column, ...]]] = {0: (0, ())}
    for top, height in zip(area.tops, area.heights(), strict=True):
        room, before, ways = room - height, ways, {}
        for at, (squares, stood) in before.items():
            for end, used in _ends(given, at, height):
                cost = squares + (lowest - top - used) ** 2
                if below[end] <= room and (end not in ways or cost < ways[end][0]):
                    ways[end] = cost, (*stood, Column(at, end, used, top))
    found = ways.get(len(given))
    return found and found[1]


def _ends(given: Sequence[Row], start: int, height: int) -> list[tuple[int, int]]:
    """Return where a column may end that begins with a row, and how high it is then, the fullest first.

    A column stays empty only where nothing fits.
    """
    found: list[tuple[int, int]] = []
    used = 0
    for end in range(start, len(given)):
        used += given[end].height + (given[end].before if end > start else 0)
        if used > height:
            break
        if not given[end].keep or end + 1 == len(given):
            found.append((end + 1, used))
    return found[::-1] or [(start, 0)]


def _level(lines: int, area: Area) -> int:
    """Return the lowest foot at which an area has room for so many lines; columns that begin below it have none."""
    level, tops = max(area.feet), sorted(area.tops)
    for count in range(1, len(tops) + 1):
        level = min(level, (lines + sum(tops[:count])) // count)
    return max(1, level)


def _fill(given: Sequence[Row], area: Area, forced: bool) -> tuple[Column, ...]:
    made, start = list[Column](), 0
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
