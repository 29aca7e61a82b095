"""The same cuts as jieba's, fifteen times faster, where a wheel exists."""

from __future__ import annotations

import re
from pathlib import Path

import rjieba

from qingyang.lexicon import Words
from qingyang.lexicon.frequencies import Frequencies, dictionary_counts

_LONE = re.compile("[\ud800-\udfff]")


class RjiebaWords(Frequencies):
    """jieba's dictionary, read by rjieba."""

    def __init__(self) -> None:
        super().__init__(dictionary_counts)

    def cut(self, text: str) -> list[str]:
        """Return the words of a text without guessing new ones."""
        try:
            return rjieba.cut(text, False)
        except UnicodeEncodeError:
            return self._cut_around_lone_surrogates(text)

    def _cut_around_lone_surrogates(self, text: str) -> list[str]:
        # They cannot leave Python as UTF-8. A space is never part of a word, so the lengths stay true.
        found = []
        at = 0
        for word in rjieba.cut(_LONE.sub(" ", text), False):
            found.append(text[at : at + len(word)])
            at += len(word)
        return found


def open_words(private_folder: Path | None) -> Words:
    """Return the dictionary; it is part of the module and caches nothing."""
    words = RjiebaWords()
    words.cut("清样")  # The dictionary is read at the first cut, which belongs here.
    return words
