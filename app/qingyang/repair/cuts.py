"""Blocks of a spaced page in reading order: an XY-cut whose cuts are chosen by what reads on behind them.

A page can be cut by columns first or by rows first (Nagy and Seth 1984), and stories of several columns lie beside one
another as well as stacked. The cuts are taken whose blocks read on best: a column that stops in mid-sentence goes on in
one that begins so, one that stops with a sentence is followed by a headline or an indent.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

APART = 2
"""Blank rows that part stories stacked above one another."""
MOST_BLOCKS = 120
"""A page of more blocks that no cut parts is no newspaper's: it is read row by row."""
MOST_CUTS = 400
"""Parts of a page looked at, at most; beyond them the first cut that parts is taken."""
INDENT = 2
"""Character indices that a paragraph's first line stands in."""
HEAD = 4
"""Cells up to which a block that stops without a mark is a headline."""
BROKEN = 1.0
"""What it costs where a sentence stops and none goes on, or goes on where none stopped."""
UNLIKE = 0.6
"""What it costs where a column begins without an indent behind the end of a sentence."""
STRIP = 2.0
"""What it costs to read on in the next column behind a headline that stands in the middle of this one."""
LATER = 1.2
"""What it costs to take a less clear cut first."""
ONE = 0.05
"""What it costs to take one cut of several."""
_ENDS = "。！？…；：!?;:"
_SENTENCE = re.compile("[，。；]")
_CREDIT = re.compile("[摄图][）)]?$")
_CLOSERS = "”’）》」』】)\"'"


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


class _Shape(NamedTuple):
    """What a block shows of where it begins and stops."""

    box: bool
    """It is a caption or a list: it stands anywhere in its story."""
    head: bool
    titled: bool
    """It begins with a headline."""
    fresh: bool
    """It begins a paragraph."""
    stops: bool
    """It ends with a sentence."""


Order = tuple[int, ...]
"""Blocks by number."""


def in_order(raw: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of one page in reading order."""
    return [blocks[k] for k in _Reader(blocks, [_shape(raw, block) for block in blocks]).read()]


def _shape(raw: str, block: Block) -> _Shape:
    first = block.cells[0]
    texts = [raw[cell.start : cell.end] for cell in block.cells]
    stops = texts[-1].rstrip(_CLOSERS)[-1:] in _ENDS
    head = len(texts) <= HEAD and not stops and not any(map(_SENTENCE.search, texts))
    plain = not any(map(_SENTENCE.search, texts))
    box = bool(_CREDIT.search(texts[-1])) or (plain and len(texts) > HEAD)
    fresh = head or _is_fresh(block, texts)
    edge = Counter(cell.left for cell in block.cells).most_common(1)[0][0]
    return _Shape(box, head, head or (fresh and first.left - edge < INDENT), fresh, stops)


def _is_fresh(block: Block, texts: Sequence[str]) -> bool:
    """Say whether a block begins with an indent, or with lines of a headline before one."""
    edge = Counter(cell.left for cell in block.cells).most_common(1)[0][0]
    for cell, text in zip(block.cells[: HEAD + 1], texts, strict=False):
        if cell.left - edge >= INDENT:
            return True
        if _SENTENCE.search(text):
            return False
    return False


class _Reader:
    """One page: which cuts read on best, each part of the page looked at once."""

    def __init__(self, blocks: Sequence[Block], shapes: Sequence[_Shape]) -> None:
        self._blocks = blocks
        self._shapes = shapes
        self._read: dict[Order, tuple[float, Order]] = {}

    def read(self) -> Order:
        return self._best(tuple(range(len(self._blocks))))[1]

    def _best(self, part: Order) -> tuple[float, Order]:
        """Return the order that costs least, and what."""
        if len(part) < 2:
            return 0.0, part
        if part not in self._read:
            self._read[part] = min(self._ways(part))
        return self._read[part]

    def _ways(self, part: Order) -> Iterator[tuple[float, Order]]:
        found = False
        for cost, pieces in self._cuts(part):
            found = True
            yield self._joined(pieces, cost)
            if len(self._read) > MOST_CUTS:
                return
        if not found:
            yield 0.0, self._by_neighbours(part)

    def _joined(self, pieces: Iterable[Order], cost: float) -> tuple[float, Order]:
        whole: Order = ()
        for piece in pieces:
            more, order = self._best(piece)
            cost += more
            if whole:
                cost += self._break(whole[-1], order[0]) + self._strip(whole, order)
            whole += order
        return cost, whole

    def _break(self, before: int, after: int) -> float:
        """Return what it costs to read one block behind another."""
        a, b = self._shapes[before], self._shapes[after]
        if a.box or b.box:
            return 0.0
        if a.head:
            return 0.0 if b.fresh else BROKEN
        if a.stops:
            return 0.0 if b.fresh else UNLIKE
        return BROKEN if b.fresh else 0.0

    def _strip(self, left: Order, right: Order) -> float:
        """Return what it costs to read a strip of stories before another one that does not begin with a story."""
        shapes, blocks = self._shapes, self._blocks
        first = shapes[right[0]]
        if first.fresh or first.box or max(blocks[k].right for k in left) > blocks[right[0]].left:
            return 0.0
        return STRIP * self._is_strip(left)

    def _is_strip(self, part: Order) -> bool:
        return any(self._shapes[b].titled and not self._shapes[a].head for a, b in pairwise(part))

    def _cuts(self, part: Order) -> Iterator[tuple[float, list[Order]]]:
        """Yield the ways to cut a part, each once, and what it costs to take it, the clearest first."""
        rows, widths = self._parts(part, _rows, APART), self._parts(part, _width, 1)
        close = self._parts(part, _rows, 0)
        later = LATER if len(rows) > 1 else 0.0
        latest = later + (LATER if len(widths) > 1 else 0.0)
        ways = [(0.0, rows), (later, widths)]
        ways += [(later + ONE, pair) for pair in _halved(widths)]
        ways.append((latest, close))
        seen = set()
        for cost, cut in ways:
            key = tuple(cut)
            if len(cut) > 1 and key not in seen:
                seen.add(key)
                yield cost, cut

    def _parts(self, part: Order, span: Callable[[Block], tuple[int, int]], gap: int) -> list[Order]:
        """Return the blocks parted wherever at least so much room lies between all of them."""
        parts: list[list[int]] = []
        reach: int | None = None
        for k in sorted(part, key=lambda k: span(self._blocks[k])):
            low, high = span(self._blocks[k])
            if reach is None or low - reach >= gap:
                parts.append([])
            parts[-1].append(k)
            reach = high if reach is None else max(reach, high)
        return [tuple(sorted(piece)) for piece in parts]

    def _by_neighbours(self, part: Order) -> Order:
        """Return blocks no straight cut parts: each after those over it and those wholly left of it at its height."""
        blocks = self._blocks
        if len(part) > MOST_BLOCKS:
            return tuple(sorted(part, key=lambda k: (blocks[k].top, blocks[k].left)))
        waiting = sorted(part, key=lambda k: (blocks[k].left, blocks[k].top))
        found: list[int] = []
        while waiting:
            free = next((b for b in waiting if not any(_before(blocks[o], blocks[b]) for o in waiting if o != b)), None)
            if free is None:
                free = min(waiting, key=lambda k: (blocks[k].top, blocks[k].left))
            waiting.remove(free)
            found.append(free)
        return tuple(found)


def _halved(pieces: Sequence[Order]) -> Iterator[list[Order]]:
    for k in range(1, len(pieces)):
        yield [_merged(pieces[:k]), _merged(pieces[k:])]


def _merged(pieces: Iterable[Order]) -> Order:
    return tuple(sorted(k for piece in pieces for k in piece))


def _rows(block: Block) -> tuple[int, int]:
    return block.top, block.bottom + 1


def _width(block: Block) -> tuple[int, int]:
    return block.left, block.right


def _before(a: Block, b: Block) -> bool:
    if a.left < b.right and b.left < a.right:
        return a.top < b.top
    return a.right <= b.left and a.top <= b.bottom and b.top <= a.bottom
