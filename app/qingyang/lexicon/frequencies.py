"""How often words stand in running text, as jieba's dictionary counts them: what a line's end may have cut in two."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import NamedTuple


class _Counts(NamedTuple):
    """Counts of words, and of what stands at their ends."""

    words: dict[str, int]
    log_total: float
    first: dict[str, int]
    last: dict[str, int]


class Frequencies:
    """Counts of words, and of characters at their ends; read when first asked for, since cutting needs none."""

    def __init__(self, counts: Callable[[], dict[str, int]]) -> None:
        self._read = counts

    @cached_property
    def _counts(self) -> _Counts:
        words = self._read()
        first: dict[str, int] = {}
        last: dict[str, int] = {}
        for word, count in words.items():
            if len(word) > 1:
                a, b = word[0], word[-1]
                first[a] = first.get(a, 0) + count
                last[b] = last.get(b, 0) + count
        return _Counts(words, log(max(1, sum(words.values()))), first, last)

    def bond(self, before: str, after: str) -> float:
        """Return how much likelier a word is whole than as these two parts by chance, as a logarithm; 0 if unknown."""
        count = self._counts.words.get(before + after, 0)
        if not count:
            return 0.0
        return log(count) + self._counts.log_total - self._part(before) - self._part(after)

    def _part(self, text: str) -> float:
        """Return the logarithm of how often a part stands alone; an unknown one as its characters side by side."""
        counts = self._counts
        count = counts.words.get(text, 0)
        if count or len(text) == 1:
            return log(count or 1)
        return sum(log(counts.words.get(char, 0) or 1) for char in text) - (len(text) - 1) * counts.log_total

    def loose(self, char: str, *, last: bool) -> float:
        """Return how often a character is a word of its own (0 … 1), against being a word's last or first one."""
        alone = self._counts.words.get(char, 0)
        bound = (self._counts.last if last else self._counts.first).get(char, 0)
        return alone / (alone + bound) if alone + bound else 1.0


def dictionary_counts() -> dict[str, int]:
    """Return the words and counts of jieba's dictionary; jieba itself is not loaded."""
    spec = find_spec("jieba")
    assert spec is not None and spec.origin is not None
    # Word, count, part of speech, each a word without white space.
    told = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8").split()
    return dict(zip(told[::3], map(int, told[1::3]), strict=True))
