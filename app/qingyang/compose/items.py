"""A paragraph as arrays: what the line breaker and the line setter read.

Widths of a whole paragraph are one integer a character, four sums side by side (least width, shrink, early
stretch, gaps), so that one subtraction of two running sums measures a line.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress
from operator import add, attrgetter
from typing import NamedTuple

from qingyang.compose import classes as kind
from qingyang.compose.cells import Cell, Cells
from qingyang.compose.glue import HYPHEN, NEVER, PAIRS, Glue
from qingyang.compose.sums import packed
from qingyang.text.person import SURNAMES

Words = Callable[[str], Sequence[str]]
"""Cuts a text into words; joined again they are the text."""
Hyphens = Callable[[str], Sequence[int]]
"""Says before which characters of a text a Western word may be parted."""

IN_WORD = 95
"""The price of a break inside a word: 95 parts fewer words than 75 at 20½ em, and no line is looser for it."""

_LEAST = attrgetter("packed")
_GLUES = tuple(dict.fromkeys((PAIRS[kind.HAN, kind.HAN], *PAIRS.values())))
"""Every white there is, once; its place here is its code, and between two Han characters that is 0."""
_START, _END = len(_GLUES), len(_GLUES) + 1
"""What stands for a white before the first character and behind the last one."""
_PRICES = bytes([*(glue.price for glue in _GLUES), NEVER, 0]).ljust(256)
_FREE = bytes(price == 0 for price in _PRICES)


def _codes_by_pair() -> list[int]:
    """Return the code of every pair: two classes' letters as one number, as they stand side by side in memory."""
    found = [0] * (1 << 16)
    for (a, b), glue in PAIRS.items():
        found[int.from_bytes((a + b).encode(), sys.byteorder)] = _GLUES.index(glue)
    return found


_CODES = _codes_by_pair()


class _Whites(NamedTuple):
    """By code: what stands there, and its packed width."""

    glues: Sequence[Glue]
    packed: Sequence[int]


@lru_cache(maxsize=64)
def _whites(phrase: int) -> _Whites:
    """Return the whites of texts whose spaces between phrases are so wide."""
    plain = PAIRS[kind.PHRASE, kind.HAN]._replace(price=0)
    glues = [
        glue._replace(width=phrase, least=phrase // 2) if glue._replace(price=0) == plain else glue
        for glue in _GLUES
    ]
    sums = [packed(glue.least, glue.width - glue.least, glue.more, glue.gap) for glue in glues]
    return _Whites(glues, [*sums, 0, 0])


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
    codes: bytes
    """Which white stands before character k; the index into ``whites``."""
    whites: Sequence[int]
    """Packed width of each of them."""
    prices: Sequence[int]
    """What a line break before character k costs, `HYPHEN` where it takes one, `NEVER` where none may be."""
    places: Sequence[int]
    """Every character after which the white is not that between two Han characters."""
    glues: Sequence[Glue]
    """The white there."""
    one_face: bool
    """One face draws it all: every line is one run, save where a glyph is widened."""
    hyphen: int = 0
    """Packed width of a hyphen at a line's end."""

    def wide(self, start: int, end: int) -> int:
        """Return the packed width of a line."""
        wide = self.ends[end] - self.begin(start)
        return wide + self.hyphen if self.hyphenated(end) else wide

    def begin(self, start: int) -> int:
        """Return the packed width of everything before a line that begins here."""
        return self.ends[start] + self.whites[self.codes[start]]

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
    glues, whites = _whites(phrase)
    codes = b"%c%b%c" % (_START, _between(found), _END)
    ends = [0, *accumulate(map(add, map(_LEAST, drawn), map(whites.__getitem__, codes)))]
    inside = b"" if words is None else _inside(text, words(text))
    prices = _prices(codes, inside)
    if hyphens is not None and cells.hyphen and kind.LATIN in found:
        for k in hyphens(text):
            prices[k] = HYPHEN
    between = codes[1:-1]
    places = list(compress(range(len(between)), between))
    there = list(map(glues.__getitem__, between.replace(b"\0", b"")))
    one_face = not insets and cells.draws(text)
    hyphen = packed(cells.hyphen)
    return Items(text, origins, found, drawn, ends, codes, whites, prices, places, there, one_face, hyphen)


def _between(found: str) -> bytes:
    """Return the code of every two neighbours; a joined character stands for its base to its right."""
    if kind.JOINED in found:
        bases = "".join(accumulate(found, lambda base, letter: base if letter == kind.JOINED else letter))
        return bytes(_GLUES.index(PAIRS[pair]) for pair in zip(bases, found[1:], strict=False))
    octets = found.encode("ascii")
    codes = bytearray(max(0, len(octets) - 1))
    for first in (0, 1):
        pairs = memoryview(octets[first : len(octets) - (len(octets) - first) % 2]).cast("H")
        codes[first::2] = bytes([_CODES[pair] for pair in pairs])
    return bytes(codes)


def _inside(text: str, words: Sequence[str]) -> bytes:
    """Return a byte a character: odd inside a word, or inside a name no dictionary has, its characters all alone."""
    inside = b"".join(map(_MASKS.__getitem__, map(len, words)))
    for alone in _ALONE.finditer(inside):
        for name in _NAME.finditer(text, *alone.span()):
            inside = inside[: name.start() + 1] + b"\1\1" + inside[name.end() :]
    return inside


_ALONE = re.compile(rb"\0{3,}")
"""Words of one character in a row."""
_SELDOM = "和全成时来关习党强万保于华位文明向安席项应台查纪乐路费施计解司都常原管连米商段车单花游边房祝景银"
"""Family names that nearly always stand for something else."""
_NAME = re.compile(f"(?![{_SELDOM}])[{SURNAMES}][\u3400-\u9fff]{{2}}")


def _prices(codes: bytes, inside: bytes) -> bytearray:
    """Return the price of every break; one between two characters of one word is raised if it costs nothing else."""
    # A byte a character, taken as one great number: reckoned for a whole paragraph at once.
    raised = int.from_bytes(codes.translate(_FREE), "little") & int.from_bytes(inside, "little")
    prices = int.from_bytes(codes.translate(_PRICES), "little") + IN_WORD * raised
    return bytearray(prices.to_bytes(len(codes), "little"))


class _Masks(dict[int, bytes]):
    """Length of a word -> a byte a character: 0 for one that stands alone, else 2 for the first and 1 for others."""

    def __missing__(self, length: int) -> bytes:
        found = self[length] = b"\2" + b"\1" * (length - 1) if length > 1 else b"\0" * length
        return found


_MASKS = _Masks()
