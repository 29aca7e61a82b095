"""jieba itself: the reference, and the fallback where rjieba has no wheel."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

import jieba

from qingyang.lexicon import Words
from qingyang.lexicon.frequencies import Frequencies, dictionary_counts


class JiebaWords(Frequencies):
    """jieba's dictionary."""

    def __init__(self, cache_folder: Path) -> None:
        super().__init__(dictionary_counts)
        jieba.setLogLevel(logging.CRITICAL)
        cache_folder.mkdir(parents=True, exist_ok=True)
        self.tokenizer = jieba.Tokenizer()
        # jieba trusts whatever jieba.cache it finds in the shared temporary folder.
        self.tokenizer.tmp_dir = str(cache_folder)
        self.tokenizer.initialize()

    def cut(self, text: str) -> list[str]:
        """Return the words of a text without guessing new ones."""
        return self.tokenizer.lcut(text, HMM=False)


def open_words(private_folder: Path | None) -> Words:
    """Read the dictionary, from its cache in the private folder where there is one."""
    if private_folder is not None:
        return JiebaWords(private_folder)
    with tempfile.TemporaryDirectory() as passing:
        return JiebaWords(Path(passing))
