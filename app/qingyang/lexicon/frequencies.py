"""How often words stand in running text, as jieba's dictionary counts them: what a line's end may have cut in two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from importlib.util import find_spec
from math import log
from pathlib import Path


class Frequencies:
    """Counts of words, and of characters at their ends."""

    def __init__(self, rows: Iterable[tuple[str, int]]) -> None:
        self._counts: dict[str, int] = {}
        first: dict[str, int] = defaultdict(int)
        last: dict[str, int] = defaultdict(int)
        total = 0
        for word, count in rows:
            self._counts[word] = count
            total += count
            if len(word) > 1:
                first[word[0]] += count
                last[word[-1]] += count
        self._log_total = log(max(1, total))
        self._first, self._last = first, last

    def bond(self, before: str, after: str) -> float:
        """Return how much likelier a word is whole than as these two parts by chance, as a logarithm; 0 if unknown."""
        count = self._counts.get(before + after, 0)
        if not count:
            return 0.0
        return log(count) + self._log_total - self._part(before) - self._part(after)

    def _part(self, text: str) -> float:
        """Return the logarithm of how often a part stands alone; an unknown one as its characters side by side."""
        count = self._counts.get(text, 0)
        if count or len(text) == 1:
            return log(count or 1)
        return sum(log(self._counts.get(char, 0) or 1) for char in text) - (len(text) - 1) * self._log_total

    def loose(self, char: str, *, last: bool) -> float:
        """Return how often a character is a word of its own (0 … 1), against being a word's last or first one."""
        alone = self._counts.get(char, 0)
        bound = (self._last if last else self._first).get(char, 0)
        return alone / (alone + bound) if alone + bound else 1.0


def dictionary_rows() -> Iterable[tuple[str, int]]:
    """Yield the words and counts of jieba's dictionary; jieba itself is not loaded."""
    spec = find_spec("jieba")
    assert spec is not None and spec.origin is not None
    with Path(spec.origin).with_name("dict.txt").open(encoding="utf-8") as file:
        for row in file:
            word, count, _ = row.split(" ", 2)
            yield word, int(count)
