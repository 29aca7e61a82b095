"""Columns laid side by side with spaces, as `pdftotext -layout` writes a page: cut into cells and read column by column.

Such a page keeps every column at its character index, one index a character, Chinese ones too (measured). A cell is
what stands between wide gaps of one line; cells under one another make a block; blocks are read by an XY-cut
(Nagy and Seth 1984), left to right and top to bottom.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from qingyang.repair.signs import HAN
from qingyang.text.source import LINE

WIDE = 3
"""Spaces that part two columns wherever they stand."""
ENOUGH = 6
"""Lines with a wide gap that make a page of columns."""
NEAR = 12
"""Rows within which a column keeps its place."""
BELOW = 4
"""Rows that may lie between a cell and the one it goes on in: neighbours on another baseline take rows of their own."""
APART = 3
"""Blank rows that part stories stacked above one another."""
SHORT = 4
"""Characters up to which a cell may stand wholly in front of the one under it."""
BAND = 400
"""Rows looked at together where no page ends."""

LONG = 6
"""Chinese characters that make a line of a column, and no table's cell."""

_HAN = re.compile(f"[{HAN}]")
_GAP = re.compile("(?<=\\S)[ \u3000]+(?=\\S)")
_WIDE = re.compile(r"\S[ \u3000]{3,}\S")


class Cell(NamedTuple):
    """A stretch of one raw line."""

    start: int
    end: int
    """The raw span."""
    row: int
    left: int
    right: int
    """Character indices in its line."""


class Block(NamedTuple):
    """Cells under one another."""

    cells: list[Cell]
    left: int
    right: int
    top: int
    bottom: int


def blocks_of(raw: str) -> list[Block]:
    """Return the blocks of a spaced text in reading order, every visible character in one cell; none if it is not spaced.

    Cells must hold running text: a table's stay where they are.
    """
    if "   " not in raw or len(_WIDE.findall(raw)) < ENOUGH:
        return []
    bands = list(_bands(raw))
    if not _is_prose(raw, bands):
        return []
    return [block for band in bands for block in _ordered(_blocks(band))]


def _is_prose(raw: str, bands: Iterable[Sequence[Cell]]) -> bool:
    """Say whether cells that share a line with others are mostly Chinese and as long as a column's lines."""
    long = shared = 0
    for band in bands:
        for a, b in pairwise(band):
            if a.row == b.row:
                shared += 1
                long += len(_HAN.findall(raw, b.start, b.end)) >= LONG
    return 2 * long > shared


# -- cells -----------------------------------------------------------------------------------------------------------


class _Row(NamedTuple):
    number: int
    start: int
    text: str


def _bands(raw: str) -> Iterator[list[Cell]]:
    """Yield the cells of each page, or of as many rows as are looked at together."""
    rows: list[_Row] = []
    number = 0
    done = 0
    for match in LINE.finditer(raw):
        gap = raw[done : match.start()]
        done = match.end()
        number += len(gap)
        if rows and ("\f" in gap or number - rows[0].number > BAND):
            yield _cells(rows)
            rows = []
        if not match.group().isspace():
            rows.append(_Row(number, match.start(), match.group()))
    if rows:
        yield _cells(rows)


def _cells(rows: Sequence[_Row]) -> list[Cell]:
    starts = _column_starts(rows)
    found = []
    for row in rows:
        near = starts.get(row.number // NEAR, frozenset())
        for left, right in _stretches(row, near):
            found.append(Cell(row.start + left, row.start + right, row.number, left, right))
    return found


def _column_starts(rows: Sequence[_Row]) -> dict[int, frozenset[int]]:
    """Return the indices at which columns start behind wide gaps, by dozens of rows."""
    counts: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        for gap in _GAP.finditer(row.text):
            if gap.end() - gap.start() >= WIDE:
                for part in (-1, 0, 1):
                    counts[row.number // NEAR + part][gap.end()] += 1
    return {part: frozenset(at for at, n in found.items() if n >= 3) for part, found in counts.items()}


def _stretches(row: _Row, starts: frozenset[int]) -> Iterator[tuple[int, int]]:
    text = row.text
    at = len(text) - len(text.lstrip())
    for gap in _GAP.finditer(text):
        if gap.end() - gap.start() >= WIDE or gap.end() in starts:
            yield at, gap.start()
            at = gap.end()
    yield at, len(text.rstrip())


# -- blocks ----------------------------------------------------------------------------------------------------------


def _blocks(cells: Sequence[Cell]) -> list[Block]:
    """Return chains of cells, each the only one under the one before it and under that one only."""
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        rows[cell.row].append(cell)
    above = {cell: _over(cell, rows) for cell in cells}
    under: dict[Cell, int] = defaultdict(int)
    for found in above.values():
        for cell in found:
            under[cell] += 1
    chains: dict[Cell, list[Cell]] = {}
    made = []
    for cell in cells:
        found = above[cell]
        if len(found) == 1 and under[found[0]] == 1:
            chain = chains.pop(found[0])
            chain.append(cell)
        else:
            chain = [cell]
            made.append(chain)
        chains[cell] = chain
    return [
        Block(c, min(x.left for x in c), max(x.right for x in c), c[0].row, c[-1].row) for c in made
    ]


def _over(cell: Cell, rows: dict[int, list[Cell]]) -> list[Cell]:
    """Return the cells of the nearest row above that stand over a cell."""
    for row in range(cell.row - 1, cell.row - 1 - BELOW, -1):
        found = [c for c in rows.get(row, ()) if c.left < cell.right + 1 and cell.left < _reach(c)]
        if found:
            return found
    return []


def _reach(cell: Cell) -> int:
    # The last line of a paragraph may be shorter than the next one's indent.
    return cell.right + (SHORT if cell.right - cell.left <= SHORT else 1)


# -- order -----------------------------------------------------------------------------------------------------------


def _ordered(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks in reading order by cutting them apart, the clearest cut first."""
    if len(blocks) < 2:
        return list(blocks)
    down = _parts(blocks, lambda b: (b.top, b.bottom + 1), APART)
    across = _parts(blocks, lambda b: (b.left, b.right), 1) if len(down) < 2 else []
    parts = down if len(down) > 1 else across
    if len(parts) < 2:
        parts = _parts(blocks, lambda b: (b.top, b.bottom + 1), 0)
    if len(parts) < 2:
        return _by_neighbours(blocks)
    return [block for part in parts for block in _ordered(part)]


def _parts(blocks, span, gap: int) -> list[list[Block]]:
    """Return the blocks parted wherever at least so much room lies between all of them."""
    parts: list[list[Block]] = []
    reach = None
    for block in sorted(blocks, key=span):
        low, high = span(block)
        if reach is None or low - reach >= gap:
            parts.append([])
        parts[-1].append(block)
        reach = high if reach is None else max(reach, high)
    return parts


def _by_neighbours(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks no straight cut parts: each after those over it and those wholly left of it at its height."""
    waiting = sorted(blocks, key=lambda b: (b.left, b.top))
    found: list[Block] = []
    while waiting:
        free = next((b for b in waiting if not any(_before(o, b) for o in waiting if o is not b)), None)
        free = free or min(waiting, key=lambda b: (b.top, b.left))
        waiting.remove(free)
        found.append(free)
    return found


def _before(a: Block, b: Block) -> bool:
    if a.left < b.right and b.left < a.right:
        return a.top < b.top
    return a.right <= b.left and a.top <= b.bottom and b.top <= a.bottom
