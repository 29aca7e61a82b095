"""What stands between two neighbours on a line: white that shrinks and stretches, and the price of a break.

One `Glue` a pair of classes, made once from the rules below (CLREQ 3.1, 3.2; GB/T 15834-2011 clause 5).
A full-width mark is half an em of black and half an em of white; the white is the glue, so a mark at a
line's edge and the first of two adjacent marks are half width with no rule of their own.
"""

from __future__ import annotations

from typing import NamedTuple

from qingyang.compose import classes as kind

NEVER = 255
"""The price of a break that may not be."""
HYPHEN = 254
"""In place of a price: a break inside a Western word, which puts a hyphen at the line's end and costs `HYPHENATED`."""
HYPHENATED = 250
"""Of a break inside a Western word: only where a line would be loose. No price is higher: each is one byte."""
_CONNECTED = 60


class Glue(NamedTuple):
    """The white between two neighbours, in 1/1000 em."""

    width: int = 0
    least: int = 0
    """What shrinking may leave of the width."""
    more: int = 0
    """How far this white stretches before any gap between Han characters does."""
    gap: int = 0
    """How much of an even stretch of the whole line opens this place: 1 between Han characters, 0 inside units."""
    order: int = 0
    """When it shrinks: 1 first, 6 last (word space, ·, brackets, ，、；：, Han–Latin gap, 。？！)."""
    price: int = 0
    """What a break here costs, `NEVER` where none may be."""


_CLOSING = kind.COMMA + kind.STOP + kind.CLOSE
_UNITS = kind.PERCENT + kind.WIDE_UNIT
_NOT_AT_START = (
    _CLOSING + kind.DOT + kind.WEST_CLOSE + _UNITS + kind.HYPHEN + kind.WAVE
    + kind.SPACE + kind.PHRASE + kind.SEAM + kind.JOINED
)  # fmt: skip
_NOT_AT_END = kind.OPEN + kind.WEST_OPEN + kind.CURRENCY
_WORD = kind.LATIN + kind.DIGIT + kind.CURRENCY + kind.WEST_OPEN
_BLANK = kind.SPACE + kind.PHRASE + kind.SEAM
_WIDE = kind.HAN + kind.DASH + kind.ELLIPSIS + kind.WIDE_UNIT + kind.WAVE
_MARK_ORDER = {kind.COMMA: 4, kind.STOP: 6, kind.CLOSE: 3, kind.OPEN: 3}
_HALF = 500
_DASH_AT_START = 200
_NUMBER_AND_UNIT = 15


def _price(a: str, b: str) -> int:
    if b in _NOT_AT_START or a in _NOT_AT_END:
        return NEVER
    if a in _BLANK:
        return 0
    if a in kind.HYPHEN + kind.WAVE:
        # Readers of a PDF take a hyphen at a line's end for one that parts a word, and drop it.
        return _CONNECTED if a == kind.WAVE else NEVER if b == kind.DIGIT else HYPHENATED
    if a == kind.PERCENT and b == kind.DIGIT:
        return _CONNECTED
    if a in kind.WESTERN and b in _WORD:
        return NEVER
    if b in kind.DASH + kind.ELLIPSIS:
        return NEVER if a == b else _DASH_AT_START
    if a == kind.DOT:
        return _CONNECTED
    return _NUMBER_AND_UNIT if a == kind.DIGIT else 0


def _white(a: str, b: str) -> Glue:
    """Return the white of a pair, its price not yet set."""
    if b == kind.JOINED or b in _BLANK:
        return Glue()
    if a in _BLANK:
        return _BLANKS[a]
    if b == kind.OPEN and a != kind.OPEN:
        return Glue(_HALF, 0, 0, 1, 3)
    if a in _CLOSING and b not in _CLOSING:
        return Glue(_HALF, 0, 0, 1, _MARK_ORDER[a])
    if kind.DOT in (a, b) and a not in kind.CHINESE_MARKS[:-1] and b not in kind.CHINESE_MARKS[:-1]:
        return Glue(250, 0, 0, 1, 2)
    if _meets(a, b) or _meets(b, a):
        return Glue(250, 125, 83, 0, 5)
    if a in _CLOSING + kind.OPEN + _WIDE and b in _CLOSING + _WIDE:
        return Glue(gap=int(not (a == b and a in kind.DASH + kind.ELLIPSIS) and not _adjacent(a, b)))
    return Glue()


def _adjacent(a: str, b: str) -> bool:
    marks = _CLOSING + kind.OPEN
    return a in marks and b in marks


def _meets(a: str, b: str) -> bool:
    """Say whether a Han character meets Western text here: a quarter em between them."""
    return a == kind.HAN and b in kind.WESTERN and b != kind.HYPHEN


_BLANKS = {
    kind.SPACE: Glue(300, 250, 200, 5, 1),
    kind.PHRASE: Glue(_HALF, 250, 0, 1, 1),
    kind.SEAM: Glue(250, 125, 83, 0, 5),
}


def _pair(a: str, b: str) -> Glue:
    return _white(a, b)._replace(price=_price(a, b))


PAIRS: dict[tuple[str, str], Glue] = {(a, b): _pair(a, b) for a in kind.ALL for b in kind.ALL}
"""The glue of every pair of classes."""
