"""Blocks of a spaced page in reading order: an XY-cut whose cuts are chosen by how well blocks read on behind them.

A page can be cut by rows first or by columns first (Nagy and Seth 1984); stories lie beside one another as well as
stacked. A column that stops in mid-sentence goes on in one that begins so; one that stops with a sentence is followed
by a headline or an indent.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

APART = 2
"""Blank rows that part stories stacked above one another."""
MOST_BLOCKS = 120
"""A part of more blocks that no cut parts is no newspaper's: it is read row by row."""
MOST_LOOKED = 6000
"""Blocks looked at for other ways to cut a page, each as often as it is; beyond them the clearest cut is taken."""
INDENT = 2
"""Character indices that a paragraph's first line stands in."""
HEAD = 4
"""Lines up to which a block without a sentence is a headline, more are a list."""
BROKEN = 1.0
"""What it costs where a sentence stops and none goes on, or goes on where none stopped."""
UNLIKE = 0.6
"""What it costs where a column begins without an indent behind the end of a sentence."""
LATER = 1.2
"""What it costs to take a cut before a clearer one."""
ONE = 0.05
"""What it costs to take one gutter of several."""
_ENDS = "。！？…；：!?;:"
_CLOSERS = "”’）》」』】)\"'"
_SENTENCE = re.compile("[，。；]")
_CREDIT = re.compile("[摄图][）)]?$")


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


class Shape(NamedTuple):
    """What a block shows of where it begins and stops."""

    box: bool
    """It is a caption or a list: it stands anywhere in its story."""
    head: bool
    fresh: bool
    """It begins a paragraph."""
    stops: bool
    """It ends with a sentence."""


Order = tuple[int, ...]
"""Blocks of a page, by number."""


def in_order(raw: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of one page in reading order."""
    page = _Page(blocks, [shape_of(raw, block) for block in blocks])
    return [blocks[k] for k in page.best(tuple(range(len(blocks))))[1]]


def shape_of(raw: str, block: Block) -> Shape:
    """Return what a block of a raw text shows of where it begins and stops."""
    texts = [raw[cell.start : cell.end] for cell in block.cells]
    edge = Counter(cell.left for cell in block.cells).most_common(1)[0][0]
    indents = [cell.left - edge >= INDENT for cell in block.cells]
    plain = not any(map(_SENTENCE.search, texts))
    stops = texts[-1].rstrip(_CLOSERS)[-1:] in _ENDS
    head = plain and not stops and len(texts) <= HEAD
    box = bool(_CREDIT.search(texts[-1])) or (plain and len(texts) > HEAD)
    return Shape(box, head, head or _begins(texts, indents), stops)


def _begins(texts: Sequence[str], indents: Sequence[bool]) -> bool:
    """Say whether lines begin with an indent, or with those of a headline before one."""
    for text, indent in zip(texts[: HEAD + 1], indents, strict=False):
        if indent:
            return True
        if _SENTENCE.search(text):
            return False
    return False


class _Page:
    """The blocks of one page; each part of it is cut once."""

    def __init__(self, blocks: Sequence[Block], shapes: Sequence[Shape]) -> None:
        self._blocks = blocks
        self._shapes = shapes
        self._known: dict[Order, tuple[float, Order]] = {}
        self._looked = 0

    def best(self, part: Order) -> tuple[float, Order]:
        """Return what the order of a part costs that costs least, and that order."""
        if len(part) < 2:
            return 0.0, part
        if part not in self._known:
            self._known[part] = min(self._ways(part))
        return self._known[part]

    def _ways(self, part: Order) -> Iterator[tuple[float, Order]]:
        cut = False
        for cost, pieces in self._cuts(part):
            self._looked += len(part)
            cut = True
            yield self._joined(pieces, cost)
            if self._looked > MOST_LOOKED:
                return
        if not cut:
            yield 0.0, self._by_neighbours(part)

    def _joined(self, pieces: Iterable[Order], cost: float) -> tuple[float, Order]:
        whole: Order = ()
        for piece in pieces:
            more, order = self.best(piece)
            cost += more + (self._break(whole[-1], order[0]) if whole else 0.0)
            whole += order
        return cost, whole

    def _break(self, before: int, after: int) -> float:
        """Return what it costs to read one block behind another."""
        a, b = self._shapes[before], self._shapes[after]
        if a.box or b.box:
            return 0.0
        if a.stops:
            return 0.0 if b.fresh else UNLIKE
        return BROKEN * (b.fresh != a.head)

    def _cuts(self, part: Order) -> Iterator[tuple[float, list[Order]]]:
        """Yield the ways to cut a part and what it costs to take each, the clearest first."""
        rows, widths = self._parts(part, _rows, APART), self._parts(part, _width, 1)
        later = LATER * (len(rows) > 1)
        latest = later + LATER * (len(widths) > 1)
        pairs = [[_merged(widths[:k]), _merged(widths[k:])] for k in range(1, len(widths))]
        several = pairs if len(pairs) > 1 else []
        close = self._parts(part, _rows, 0)
        for cost, pieces in (
            (0.0, rows),
            (later, widths),
            *((later + ONE, pair) for pair in several),
            (latest, close if len(close) > len(rows) else []),
        ):
            if len(pieces) > 1:
                yield cost, pieces

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
        """Return blocks no straight cut parts: each behind those over it and those wholly left of it at its height."""
        blocks = self._blocks
        if len(part) > MOST_BLOCKS:
            return tuple(sorted(part, key=lambda k: (blocks[k].top, blocks[k].left)))
        waiting = sorted(part, key=lambda k: (blocks[k].left, blocks[k].top))
        found: list[int] = []
        while waiting:
            free = [k for k in waiting if not any(_before(blocks[o], blocks[k]) for o in waiting if o != k)]
            found.append(free[0] if free else min(waiting, key=lambda k: (blocks[k].top, blocks[k].left)))
            waiting.remove(found[-1])
        return tuple(found)


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
