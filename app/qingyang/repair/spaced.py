"""Columns laid side by side with spaces, as `pdftotext -layout` writes a page: cut into cells, read column by column.

Such a page keeps every column at its character index, one index a character, Chinese ones too (measured). A cell is
what stands between wide gaps of one line; cells under one another make a block; `cuts` puts blocks in order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from qingyang.repair.cells import INNER
from qingyang.repair.cuts import Block, Cell, in_order
from qingyang.repair.names import ROLES, TITLE
from qingyang.repair.signs import HAN
from qingyang.text.source import LINE

WIDE = 3
"""Spaces that part two columns wherever they stand."""
ENOUGH = 6
"""Lines with a wide gap that make a page of columns."""
NEAR = 4
"""Rows within which a column keeps its place."""
AGREE = 2
"""Cells that must begin at an index to make it a column's edge."""
BELOW = 2
"""Rows that may lie between a cell and the one it goes on in: neighbours on another baseline take rows of their own."""
INDENTS = range(-2, 3)
"""Indexes at which other cells of a column may begin, against this one: paragraphs stand in."""
SHORT = 4
"""Characters up to which a cell may stand wholly in front of the one under it."""
BAND = 400
"""Rows looked at together where no page ends."""

BESIDE = 6
"""Characters beside a gap in which a role or a credit shows."""
LONG = 6
"""Chinese characters that make a line of a column, and no table's cell."""

_HAN = re.compile(f"[{HAN}]")
_GAP = re.compile("(?<=\\S)[ \u3000]+(?=\\S)")
_WIDE = re.compile(r"\S[ \u3000]{3,}\S")
_ROLE = re.compile(f"(?:{ROLES}|{TITLE.pattern}|[文图摄])$")
_CREDIT = re.compile(f"(?:文/图|图/文|[文图摄])(?![{HAN}])")


def blocks_of(raw: str) -> list[Block]:
    """Return the blocks of a spaced text in reading order, every visible character in one cell; none if it is not one.

    Cells must hold running text: a table's stay where they are.
    """
    if "   " not in raw or len(_WIDE.findall(raw)) < ENOUGH:
        return []
    bands = list(_bands(raw))
    if not _is_prose(raw, bands):
        return []
    return [block for band in bands for block in _in_order(raw, band)]


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
    wide = [
        Cell(r.start + a, r.start + b, r.number, a, b) for r in rows for a, b in _stretches(r.text, _is_clear)
    ]
    starts, reaches = _columns(wide)
    found = []
    for row in rows:
        part = row.number // NEAR

        def parts(gap: re.Match[str], left: int, part: int = part) -> bool:
            if _is_clear(gap, left):
                return True
            if gap.end() - gap.start() >= WIDE:
                return any(starts[part][gap.end() + off] >= AGREE for off in INDENTS)
            return _is_full(gap, left, starts[part], reaches[part])

        for left, right in _stretches(row.text, parts):
            found.append(Cell(row.start + left, row.start + right, row.number, left, right))
    return found


def _stretches(text: str, parts: Callable[[re.Match[str], int], bool]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line between the gaps that part columns."""
    left = len(text) - len(text.lstrip())
    for gap in _GAP.finditer(text):
        if parts(gap, left):
            yield left, gap.start()
            left = gap.end()
    yield left, len(text.rstrip())


def _is_clear(gap: re.Match[str], left: int) -> bool:
    """Say whether a gap parts columns whatever stands above and below.

    Where an extractor lays characters on a grid, a narrow one may set off a number or a name.
    """
    size = gap.end() - gap.start()
    return size > INNER or (size >= WIDE and not _sets_off(gap))


def _sets_off(gap: re.Match[str]) -> bool:
    before = gap.string[max(0, gap.start() - BESIDE) : gap.start()]
    after = gap.string[gap.end() : gap.end() + BESIDE]
    return before[-1].isascii() or after[0].isascii() or bool(_ROLE.search(before) or _CREDIT.match(after))


def _is_full(gap: re.Match[str], left: int, starts: Counter[int], reaches: dict[int, int]) -> bool:
    """Say whether a narrow gap follows a full line of one column and stands right before another's edge."""
    return starts[gap.end()] >= AGREE and reaches.get(left, 0) >= gap.start() - 1


def _columns(cells: Iterable[Cell]) -> tuple[dict[int, Counter[int]], dict[int, dict[int, int]]]:
    """Return, by a few rows, how many cells start at an index behind others, and how far they reach."""
    starts: dict[int, Counter[int]] = defaultdict(Counter)
    reaches: dict[int, dict[int, int]] = defaultdict(dict)
    row = -1
    for cell in cells:
        for part in range(cell.row // NEAR - 1, cell.row // NEAR + 2):
            starts[part][cell.left] += cell.row == row
            reaches[part][cell.left] = max(cell.right, reaches[part].get(cell.left, 0))
        row = cell.row
    return starts, reaches


# -- blocks ----------------------------------------------------------------------------------------------------------


def _in_order(raw: str, cells: Sequence[Cell]) -> list[Block]:
    """Return the blocks of one page in reading order: parted at blank rows, and whole again where read on."""
    chains = _chains(cells)
    blank = _blank_rows(cells)
    parts = [part for chain in chains for part in _parts(chain, blank)]
    next_ = {a: b for chain in chains for a, b in pairwise(chain)}
    found: list[Block] = []
    for block in in_order(raw, list(map(_block, parts))):
        if found and next_.get(found[-1].cells[-1]) == block.cells[0]:
            block = _block(found.pop().cells + block.cells)
        found.append(block)
    return found


def _block(cells: list[Cell]) -> Block:
    return Block(cells, min(c.left for c in cells), max(c.right for c in cells), cells[0].row, cells[-1].row)


def _blank_rows(cells: Sequence[Cell]) -> set[int]:
    """Return the first rows behind blank ones, where lines do not stand so far apart anyway."""
    numbers = sorted({cell.row for cell in cells})
    gaps = Counter(b - a for a, b in pairwise(numbers))
    usual = min(gaps, key=lambda gap: (-gaps[gap], gap), default=1)
    return {b for a, b in pairwise(numbers) if b - a > usual}


def _parts(chain: Sequence[Cell], blank: AbstractSet[int]) -> Iterator[list[Cell]]:
    part = [chain[0]]
    for above, cell in pairwise(chain):
        if any(row in blank for row in range(above.row + 1, cell.row + 1)):
            yield part
            part = []
        part.append(cell)
    yield part


def _chains(cells: Sequence[Cell]) -> list[list[Cell]]:
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
    return made


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
