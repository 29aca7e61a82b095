"""Where a Western word may be parted at a line's end, from the patterns pyphen brings for English."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from pyphen import Pyphen

Hyphens = Callable[[str], Sequence[int]]
_LANGUAGE = "en_US"
_LEFT, _RIGHT = 2, 3
"""Letters that stay together at a word's beginning and at its end, as the patterns' own header asks."""
_WORD = re.compile(r"(?<![\w.@/:\-])[A-Z]?[a-z]{4,}(?![\w@/:\-]|\.\w)", re.ASCII)
"""A word of prose: no abbreviation, no address, no half of a compound."""


def load_hyphens() -> Hyphens:
    """Return what says before which characters of a text a word may be parted; patterns are read at the first one."""
    return _hyphens


def _hyphens(text: str) -> list[int]:
    return [word.start() + k for word in _WORD.finditer(text) for k in _positions(word[0])]


@cache
def _positions(word: str) -> Sequence[int]:
    return tuple(map(int, _patterns().positions(word)))


@cache
def _patterns() -> Pyphen:
    return Pyphen(lang=_LANGUAGE, left=_LEFT, right=_RIGHT)
