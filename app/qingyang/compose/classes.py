"""Which class of characters a character belongs to (W3C CLREQ, 3.1 and appendix).

A class is one letter, so that a paragraph's classes are a string as long as its text. A few characters are
shared by Chinese and Western text (“ ” ‘ ’ — … · and the space); their class comes from their neighbours.
"""

from __future__ import annotations

import re
import unicodedata

HAN = "H"
"""Han characters and whatever else is as wide as one."""
OPEN = "O"
COMMA = "C"
STOP = "S"
CLOSE = "E"
DOT = "M"
DASH = "D"
ELLIPSIS = "Z"
DIGIT = "N"
LATIN = "L"
"""Letters, and every other narrow character."""
WEST_OPEN = "B"
WEST_CLOSE = "R"
PERCENT = "P"
"""What follows a number and is narrow."""
WIDE_UNIT = "F"
"""What follows a number and is as wide as a Han character."""
CURRENCY = "Q"
HYPHEN = "Y"
WAVE = "T"
"""Connectors as wide as a Han character."""
SPACE = "W"
"""A space between Western words."""
PHRASE = "V"
"""A space that parts Chinese phrases."""
SEAM = "K"
"""A space between Chinese and Western text: the typesetter's gap, written out."""
NOTHING = "U"
"""What is not set: a control character, a space at an end of the text or beside a Chinese mark, which has its own."""
JOINED = "X"
"""What stands on the character before it: combining marks, joiners, variation selectors."""

ALL = "HOCSEMDZNLBRPFQYTWVKUX"
CHINESE_MARKS = OPEN + COMMA + STOP + CLOSE + DOT
CHINESE = HAN + CHINESE_MARKS + DASH + ELLIPSIS + WIDE_UNIT + WAVE
WESTERN = DIGIT + LATIN + WEST_OPEN + WEST_CLOSE + PERCENT + CURRENCY + HYPHEN

_MEMBERS = {
    OPEN: "（《〈「『【〔［｛“‘〖",
    COMMA: "，、；：",
    STOP: "。？！．",
    CLOSE: "）》〉」』】〕］｝”’〗",
    DOT: "·・•‧",
    DASH: "—―",
    ELLIPSIS: "…⋯",
    DIGIT: "0123456789",
    WEST_OPEN: "([{",
    WEST_CLOSE: ")]},.;:!?'\"",
    PERCENT: "%°",
    WIDE_UNIT: "％‰℃℉",
    CURRENCY: "$¥€£￥＄№",
    HYPHEN: "-/–~‐‑",
    WAVE: "～－〜",
    SPACE: " \t\n\v\f\r\u2028\u2029\u2002\u2003\u2009",
    PHRASE: "\u3000",
}
_SHARED = re.compile(f"(?<=[{WESTERN}])[{SPACE}]?[OEMDZ]+[{SPACE}]?(?=[{WESTERN}])")
_WESTERN_TWIN = str.maketrans({OPEN: WEST_OPEN, CLOSE: WEST_CLOSE, DOT: LATIN, DASH: LATIN, ELLIPSIS: LATIN})
_PARTS = re.compile(f"[{SPACE}{PHRASE}]+")


def class_of(char: str) -> str:
    """Return the class of one character, neighbours aside."""
    return _CLASSES[ord(char)]


def classes(text: str, display: bool = False) -> str:
    """Return the classes of a text, one letter a character, shared characters settled by their neighbours.

    In a headline (``display``) a space beside a Chinese mark is kept: it parts phrases.

    >>> classes("占50%，“A” 级")
    'HNNPCOLEUH'
    """
    found = text.translate(_CLASSES)
    if DASH in found or OPEN in found or CLOSE in found or DOT in found or ELLIPSIS in found:
        found = _SHARED.sub(_as_western, found)
    if SPACE in found or PHRASE in found:
        found = _PARTS.sub(_as_display_part if display else _as_part, found)
    return found


def _as_western(match: re.Match[str]) -> str:
    """Return the Western twins of shared characters between Western neighbours; —— and …… stay Chinese."""
    run = match[0]
    if DASH * 2 in run or ELLIPSIS * 2 in run:
        return run
    return run.translate(_WESTERN_TWIN)


def _as_part(match: re.Match[str]) -> str:
    """Return the kind of a run of spaces: between words, between phrases, at a seam, beside a mark."""
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    length = len(match[0])
    if not before or not after or before in CHINESE_MARKS or after in CHINESE_MARKS:
        return NOTHING * length
    if before in WESTERN and after in WESTERN:
        return SPACE * length
    if before in CHINESE and after in CHINESE:
        return PHRASE + NOTHING * (length - 1)
    return SEAM + NOTHING * (length - 1)


def _as_display_part(match: re.Match[str]) -> str:
    found = _as_part(match)
    inside = match.start() and match.end() < len(match.string)
    return PHRASE + found[1:] if inside and found[0] == NOTHING else found


class _Classes(dict[int, str]):
    """Code point -> class, looked up once a character and then remembered."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _reckoned(chr(code))
        return found


def _reckoned(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cc", "Cs") or 0xFDD0 <= ord(char) <= 0xFDEF or ord(char) & 0xFFFE == 0xFFFE:
        return NOTHING
    if category in ("Mn", "Me", "Cf"):
        return JOINED
    wide = unicodedata.east_asian_width(char) in "WF" or category in ("So", "Co", "Cn")
    return HAN if wide else LATIN


_CLASSES = _Classes({ord(char): letter for letter, members in _MEMBERS.items() for char in members})
