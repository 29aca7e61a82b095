"""The one place that knows that Qt counts UTF-16 units where everyone else counts characters."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_UNSHOWABLE = re.compile("[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufdd0\ufdd1]")
_PICTURES = {"\x7f": "\u2421", "\x85": "\u2424", "\u2028": "\u2424", "\u2029": "¶"}


class Units:
    """Offsets of one text, in characters and in UTF-16 units.

    >>> units = Units("a𠮷b")
    >>> [units.unit(k) for k in range(4)], [units.point(k) for k in range(5)]
    ([0, 1, 3, 4], [0, 1, 1, 2, 3])
    """

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        self._points: list[int] = []
        if not text.isascii():
            self._points = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [point + k for k, point in enumerate(self._points)]

    def unit(self, point: int) -> int:
        """Return the UTF-16 offset of a character offset."""
        return point + bisect_left(self._points, point) if self._points else point

    def point(self, unit: int) -> int:
        """Return the character offset of a UTF-16 offset; inside a character, that of the character."""
        return unit - bisect_left(self._units, unit) if self._units else unit


def showable(text: str) -> str:
    """Return the text with what Qt cannot draw, or reads as a line break, replaced unit for unit."""
    return _UNSHOWABLE.sub(_picture, text) if _UNSHOWABLE.search(text) else text


def _picture(match: re.Match[str]) -> str:
    character = match.group()
    if character in _PICTURES:
        return _PICTURES[character]
    return chr(0x2400 + ord(character)) if character < " " else "\ufffd"
