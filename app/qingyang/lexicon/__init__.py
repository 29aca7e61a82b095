"""Words and scripts behind small protocols: nobody above knows which dictionary answers."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

READERS = ("qingyang.lexicon.rjieba_words", "qingyang.lexicon.jieba_words")
"""Modules that can open a dictionary, the fastest first; the last one is the reference and always there."""


class Words(Protocol):
    """A dictionary that cuts running text into words."""

    def cut(self, text: str) -> list[str]:
        """Return the dictionary words of a text; joined they are the text again, character for character."""
        ...

    def bond(self, before: str, after: str) -> float:
        """Return how much likelier a word is whole than as these two parts by chance, as a logarithm; 0 if unknown."""
        ...

    def loose(self, char: str, *, last: bool) -> float:
        """Return how often a character is a word of its own (0 … 1), against being a word's last or first one."""
        ...


class PlainWords:
    """A dictionary of the words it is given, longest match first: small, real, for tests."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words = frozenset(words)
        self.longest = max(map(len, self.words), default=1)

    def cut(self, text: str) -> list[str]:
        """Return the longest known words from left to right, single characters between them."""
        found = []
        at = 0
        while at < len(text):
            sizes = range(min(self.longest, len(text) - at), 1, -1)
            size = next((k for k in sizes if text[at : at + k] in self.words), 1)
            found.append(text[at : at + size])
            at += size
        return found

    def bond(self, before: str, after: str) -> float:
        """Return the same for every word there is."""
        return 6.0 if before + after in self.words else 0.0

    def loose(self, char: str, *, last: bool) -> float:
        """Return that every character may stand alone."""
        return 1.0


def load_words(private_folder: Path | None) -> Words:
    """Open the fastest dictionary installed; what it caches goes into the private folder and nowhere else.

    Takes 0.1 to 1 s and some 40 to 80 MB: call it on first need, never at start-up.
    """
    *faster, reference = READERS
    for name in faster:
        try:
            return _open(name, private_folder)
        except ImportError:
            continue
    return _open(reference, private_folder)


def _open(name: str, private_folder: Path | None) -> Words:
    # By name, because a dictionary costs what the window must not wait for, and because one may be missing.
    words: Words = importlib.import_module(name).open_words(private_folder)
    return words
