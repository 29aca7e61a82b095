"""What every test of the rules needs: the real dictionary, and the paragraphs a repaired text reads as."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qingyang.lexicon import Scripts, Words, load_scripts, load_words
from qingyang.repair import repair
from qingyang.text.change import Draft
from qingyang.text.source import Source

Paragraphs = Callable[[str], list[str]]


@pytest.fixture(scope="session")
def words() -> Words:
    """The dictionary the program uses."""
    return load_words(None)


@pytest.fixture(scope="session")
def scripts() -> Scripts:
    """What tells simplified from traditional."""
    return load_scripts()


@pytest.fixture(scope="session")
def paragraphs(words: Words, scripts: Scripts) -> Paragraphs:
    """Repair a raw text and return its paragraphs, moves in force."""

    def repaired(raw: str) -> list[str]:
        source = Source(raw, "")
        reading = Draft(source, repair(raw, words, scripts).proposals).reading()
        return [reading.text[p.start : p.end] for p in reading.passages()]

    return repaired
