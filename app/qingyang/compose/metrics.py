"""What the composer must know of fonts, and the fake that knows squares only.

Real fonts live in ``press``; the tests measure with `Squares`, where every sum can be done in the head.
All measures are 1/1000 em.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple, Protocol

EM = 1000


class Ink(NamedTuple):
    """Left and right edge of a glyph's black, from its origin."""

    left: int
    right: int


class Metrics(Protocol):
    """The measures of the faces a template names."""

    def face(self, wanted: str, char: str) -> str:
        """Return the face that draws this character where ``wanted`` is asked for; empty where none has it."""

    def advance(self, face: str, char: str) -> int:
        """Return how far the glyph moves the pen."""

    def ink(self, face: str, char: str) -> Ink:
        """Return where the glyph's black begins and ends."""


OPENING = "（《〈「『【〔［｛“‘〖"
CLOSING = "，、；：。？！．）》〉」』】〕］｝”’〗"


class Squares:
    """One-em squares for everything wide, half-em ones for the rest; characters of ``unknown`` have no face."""

    def __init__(self, unknown: str = "") -> None:
        self.unknown = frozenset(unknown)

    def face(self, wanted: str, char: str) -> str:
        """Return the face asked for."""
        return "" if char in self.unknown else wanted

    def advance(self, face: str, char: str) -> int:
        """Return a whole em for wide characters, half an em for others."""
        wide = unicodedata.east_asian_width(char) in "WF" or char in OPENING + CLOSING + "—…"
        return EM if wide else EM // 2

    def ink(self, face: str, char: str) -> Ink:
        """Return the half of the square a mark's black stands in, or the whole width."""
        if char in OPENING:
            return Ink(550, 950)
        return Ink(50, 450) if char in CLOSING else Ink(0, self.advance(face, char))
