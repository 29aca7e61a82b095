"""What every test of the rules needs: the real dictionary, and the paragraphs a repaired text reads as."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qingyang.lexicon import Words, load_words
from qingyang.repair import repair
from qingyang.text.edit import APPLY_FROM
from qingyang.text.reading import read

Paragraphs = Callable[[str], list[str]]


@pytest.fixture(scope="session")
def words() -> Words:
    """The dictionary the program uses."""
    return load_words(None)


@pytest.fixture(scope="session")
def paragraphs(words: Words) -> Paragraphs:
    """Repair a raw text and return its paragraphs."""

    def repaired(raw: str) -> list[str]:
        edits = [e for e in repair(raw, words).proposals.edits if e.p >= APPLY_FROM]
        reading = read(raw, edits)
        return [reading.text[p.start : p.end] for p in reading.passages()]

    return repaired
