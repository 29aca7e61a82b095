"""A paragraph as arrays: what the line breaker and the line setter read.

Widths of a whole paragraph are one integer a character, four sums side by side (least width, shrink, early
stretch, gaps), so that one subtraction of two running sums measures a line.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress
from operator import add, attrgetter
from typing import NamedTuple

from qingyang.compose import classes as kind
from qingyang.compose.cells import Cell, Cells
from qingyang.compose.glue import HYPHEN, NEVER, PAIRS, Glue
from qingyang.compose.sums import packed

Words = Callable[[str], Sequence[str]]
"""Cuts a text into words; joined again they are the text."""
Hyphens = Callable[[str], Sequence[int]]
"""Says before which characters of a text a Western word may be parted."""

IN_WORD = 95
"""The price of a break inside a word: 95 parts fewer words than 75 at 20½ em, and no line is looser for it."""

_ALL = 1 << 16
_LEAST = attrgetter("packed")
_INSIDE = ord(kind.HAN) * 257


def _table(of: Callable[[Glue], int]) -> tuple[int, ...]:
    """Return a table by pair: two classes' letters as one number, as they stand side by side in memory."""
    found = [0] * _ALL
    for (a, b), glue in PAIRS.items():
        found[int.from_bytes((a + b).encode(), sys.byteorder)] = of(glue)
    return tuple(found)


def _sums(glue: Glue) -> int:
    return packed(glue.least, glue.width - glue.least, glue.more, glue.gap)


_WHITES = _table(_sums)
_PRICES = _table(lambda glue: glue.price)
_GLUES = {int.from_bytes((a + b).encode(), sys.byteorder): glue for (a, b), glue in PAIRS.items()}


@dataclass(frozen=True, slots=True)
class Items:
    """One paragraph ready to be broken into lines; arrays of the same length as its text, or one longer."""

    text: str
    """What is set: the paragraph without what is never printed."""
    origins: Sequence[int]
    """Offset of each character in the paragraph as given."""
    classes: str
    cells: Sequence[Cell]
    """Width and glyph of each character."""
    ends: Sequence[int]
    """Packed width of everything before character k, the white before it left out."""
    before: Sequence[int]
    """Packed white before character k."""
    prices: Sequence[int]
    """What a line break before character k costs, `NEVER` where none may be."""
    places: Sequence[int]
    """Every character after which the white is not that between two Han characters."""
    glues: Sequence[Glue]
    """The white there."""
    steps: Sequence[int]
    """There, from where the glyph leaves the pen to the next glyph's origin, by nature."""
    one_face: bool
    """One face draws it all: every line is one run, save where a glyph is widened."""
    hyphen: int = 0
    """Packed width of a hyphen at a line's end."""

    def wide(self, start: int, end: int) -> int:
        """Return the packed width of a line."""
        wide = self.ends[end] - self.ends[start] - self.before[start]
        return wide + self.hyphen if self.hyphenated(end) else wide

    def hyphenated(self, end: int) -> bool:
        """Say whether a line that ends here has a hyphen at its end."""
        return self.prices[end] == HYPHEN


class Inset(NamedTuple):
    """A part of a text set in another face."""

    start: int
    end: int
    cells: Cells


def items(
    text: str,
    cells: Cells,
    words: Words | None = None,
    phrase: int = 500,
    insets: Sequence[Inset] = (),
    display: bool = False,
    hyphens: Hyphens | None = None,
) -> Items:
    """Return the arrays of a text; without ``words`` every Han character is a word, without ``hyphens`` no word parts.

    ``phrase`` is the width of a space between Chinese phrases, in 1/1000 em; ``display`` keeps such spaces beside
    marks too.
    """
    origins: Sequence[int] = range(len(text))
    found = kind.classes(text, display)
    if kind.NOTHING in found:
        origins = [k for k, letter in enumerate(found) if letter != kind.NOTHING]
        text = "".join(text[k] for k in origins)
        found = "".join(found[k] for k in origins)
    drawn = cells.of(text, found)
    for inset in insets:
        at, to = bisect_left(origins, inset.start), bisect_left(origins, inset.end)
        drawn[at:to] = inset.cells.of(text[at:to], found[at:to])
    pairs = _pairs(found)
    whites = list(map(_WHITES.__getitem__, pairs))
    places = [k for k, pair in enumerate(pairs) if pair != _INSIDE]
    glues = [_GLUES[pairs[k]] for k in places]
    if kind.PHRASE in found:
        _widen(phrase, found, places, glues, whites)
    before = [0, *whites]
    ends = [0, *accumulate(map(add, map(_LEAST, drawn), before))]
    prices = [NEVER, *map(_PRICES.__getitem__, pairs), 0]
    if words is not None:
        _mind_words(prices, words(text))
    if hyphens is not None and cells.hyphen and kind.LATIN in found:
        for k in hyphens(text):
            prices[k] = HYPHEN
    one_face = not insets and cells.draws(text)
    steps = [drawn[k].behind + glue.width + drawn[k + 1].shift for k, glue in zip(places, glues, strict=True)]
    hyphen = packed(cells.hyphen)
    return Items(text, origins, found, drawn, ends, before, prices, places, glues, steps, one_face, hyphen)


def _pairs(found: str) -> list[int]:
    """Return every two neighbours' classes as one number; a joined character stands for its base to its right."""
    if kind.JOINED in found:
        bases = "".join(accumulate(found, lambda base, letter: base if letter == kind.JOINED else letter))
        return [
            int.from_bytes((a + b).encode(), sys.byteorder) for a, b in zip(bases, found[1:], strict=False)
        ]
    octets = found.encode("ascii")
    if not octets:
        return []
    pairs = [0] * (len(octets) - 1)
    even, odd = len(octets) // 2, (len(octets) - 1) // 2
    pairs[0::2] = memoryview(octets[: 2 * even]).cast("H").tolist()
    pairs[1::2] = memoryview(octets[1 : 1 + 2 * odd]).cast("H").tolist()
    return pairs


def _widen(phrase: int, found: str, places: Sequence[int], glues: list[Glue], whites: list[int]) -> None:
    """Give spaces between phrases the width the style asks for."""
    wide = PAIRS[kind.PHRASE, kind.HAN]._replace(width=phrase, least=phrase // 2)
    added = _sums(wide) - _sums(PAIRS[kind.PHRASE, kind.HAN])
    for place, k in enumerate(places):
        if found[k] == kind.PHRASE:
            glues[place] = wide._replace(price=glues[place].price)
            whites[k] += added


def _mind_words(prices: list[int], cut: Sequence[str]) -> None:
    """Raise the price of every break between two characters of one word that costs nothing else."""
    inside = b"".join(map(_MASKS.__getitem__, map(len, cut)))
    for k in compress(range(len(inside)), inside):
        if not prices[k]:
            prices[k] = IN_WORD


class _Masks(dict[int, bytes]):
    """Length of a word -> a byte a character, 0 for its first one and 1 for those inside."""

    def __missing__(self, length: int) -> bytes:
        found = self[length] = b"\0" + b"\1" * (length - 1) if length else b""
        return found


_MASKS = _Masks()
