"""The raw lines of a text and what can be counted on them, one list a measure.

Lists of small numbers instead of objects: a million characters in columns are seventy thousand lines.
Widths are in half ems (see `measure`).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qingyang.lexicon import Words
from qingyang.repair.cuts import Block
from qingyang.repair.glued import LIKELY, SURE, Gap, gutters
from qingyang.repair.measure import width, widths
from qingyang.repair.spaced import blocks_of
from qingyang.text.source import LINE_BREAKS, raw_lines

_OTHER_BREAK = re.compile(f"[{LINE_BREAKS[1:]}]")


NEXT, TURN, CUT = 0, 1, 2
"""How a line follows the one read before it: on the next raw line; elsewhere; behind a gap of the same raw line, and
from ``CUT`` on the surer the higher.
"""
TURNS = 5


@dataclass(frozen=True, slots=True)
class Lines:
    """Every line with something on it, in the order in which its columns are read; a raw line may hold several."""

    starts: array[int]
    ends: array[int]
    texts: list[str]
    widths: list[int]
    indents: list[int]
    """Spaces before the first character; an ideographic space counts two."""
    blanks: list[int]
    """Blank lines between a line and the one before it."""
    turns: list[int]
    """``NEXT``, ``CUT`` or ``TURN``."""

    def __len__(self) -> int:
        return len(self.texts)

    def written(self, raw: str) -> Lines:
        """Return the same lines with their words as a raw text of the same places writes them."""
        return replace(self, texts=[raw[a:b] for a, b in zip(self.starts, self.ends, strict=True)])


def lines_of(raw: str, words: Words) -> Lines:
    """Return the lines of a raw text, columns that share a raw line cut apart."""
    lines = uncut(raw)
    return _cut(lines, gutters(lines.texts, words))


def uncut(raw: str) -> Lines:
    """Return the lines of a raw text before gutters of single spaces are looked for."""
    blocks = blocks_of(raw)
    return _lines_of_blocks(raw, blocks) if blocks else _lines_of_rows(raw)


def _cut(lines: Lines, gaps: Sequence[tuple[Gap, float]]) -> Lines:
    """Return the lines with those that hold several columns cut at their gutters."""
    if not gaps:
        return lines
    at: dict[int, list[tuple[Gap, float]]] = {}
    for gap, p in gaps:
        at.setdefault(gap.line, []).append((gap, p))
    cut = Lines(array("q"), array("q"), [], [], [], [], [])
    for k, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True)):
        here = at.get(k, [])
        edges = [0, *(edge for gap, _ in here for edge in (gap.start, gap.end)), end - start]
        turns = [lines.turns[k], *(CUT + (p >= LIKELY) + (p >= SURE) for _, p in here)]
        for n, (a, b) in enumerate(zip(edges[::2], edges[1::2], strict=True)):
            text = lines.texts[k][a:b]
            cut.starts.append(start + a)
            cut.ends.append(start + b)
            cut.texts.append(text)
            cut.widths.append(width(text) if here else lines.widths[k])
            cut.indents.append(0 if n else lines.indents[k])
            cut.blanks.append(0 if n else lines.blanks[k])
            cut.turns.append(turns[n])
    return cut


def _lines_of_rows(raw: str) -> Lines:
    rows = raw_lines(raw)
    starts = array("q", [row.start for row in rows])
    ends = array("q", [row.end for row in rows])
    texts = [raw[row.start : row.end] for row in rows]
    gaps = [raw[a:b] for a, b in zip([0, *ends], starts, strict=False)]
    return Lines(
        starts,
        ends,
        texts,
        widths(texts),
        [row.indent for row in rows],
        [max(0, breaks_in(gap) - 1) for gap in gaps],
        [NEXT] * len(rows),
    )


def _lines_of_blocks(raw: str, blocks: Sequence[Block]) -> Lines:
    cells = [(cell, block) for block in blocks for cell in block.cells]
    texts = [raw[cell.start : cell.end] for cell, _ in cells]
    raw_next = dict(pairwise(sorted(cell.start for cell, _ in cells)))
    turns, blanks = [NEXT], [0]
    for (a, of), (b, to) in pairwise(cells):
        follows = raw_next.get(a.start) == b.start
        turns.append((CUT if a.row == b.row else NEXT) if follows else NEXT if of is to else TURN)
        blanks.append(max(0, b.row - a.row - 1) if follows else 0)
    return Lines(
        array("q", [cell.start for cell, _ in cells]),
        array("q", [cell.end for cell, _ in cells]),
        texts,
        [width(text) for text in texts],
        [cell.left - block.left for cell, block in cells],
        blanks,
        turns,
    )


def breaks_in(gap: str) -> int:
    """Return the number of line breaks in white space."""
    if len(gap) == 1:
        return 1
    return gap.count("\n") + len(_OTHER_BREAK.findall(gap))
