"""How often words stand in running text, as jieba's dictionary counts them: what a line's end may have cut in two."""

from __future__ import annotations

from importlib.util import find_spec
from math import log
from pathlib import Path


class Frequencies:
    """Counts of words, and of characters at their ends."""

    def __init__(self, counts: dict[str, int]) -> None:
        self._counts = counts
        self._log_total = log(max(1, sum(counts.values())))
        self._first: dict[str, int] = {}
        self._last: dict[str, int] = {}
        first, last = self._first, self._last
        for word, count in counts.items():
            if len(word) > 1:
                a, b = word[0], word[-1]
                first[a] = first.get(a, 0) + count
                last[b] = last.get(b, 0) + count

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


def dictionary_counts() -> dict[str, int]:
    """Return the words and counts of jieba's dictionary; jieba itself is not loaded."""
    spec = find_spec("jieba")
    assert spec is not None and spec.origin is not None
    # Word, count, part of speech, each a word without white space.
    told = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8").split()
    return dict(zip(told[::3], map(int, told[1::3]), strict=True))
