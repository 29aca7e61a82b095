"""Words and scripts behind small protocols: nobody above knows which dictionary answers."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import NamedTuple, Protocol, Self

from qingyang.text.alignment import Difference

READERS = ("qingyang.lexicon.rjieba_words", "qingyang.lexicon.jieba_words")
"""Modules that can open a dictionary, the fastest first; the last one is the reference and always there."""
CONVERTERS = ("qingyang.lexicon.opencc_tables", "qingyang.lexicon.opencc_reimplemented")
"""Modules that can convert between scripts, the truest first; the last one is always there."""
CONVERSIONS = ("s2t", "s2tw", "s2twp", "s2hk", "t2s", "tw2sp", "hk2s")
"""Names of the conversions a user may ask for, as OpenCC calls them: from simplified, then to simplified."""


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


class Converter(Protocol):
    """One way from script to script."""

    def convert(self, text: str) -> str:
        """Return the text in the other script."""
        ...

    def differences(self, text: str) -> list[Difference]:
        """Return where converting changes the text, in order and apart."""
        ...


class Script(NamedTuple):
    """The characters that only one script has."""

    others: Mapping[str, tuple[str, ...]]
    """Each with what the other script has in its place, the likeliest first."""
    pattern: re.Pattern[str]
    """Matches any of them."""

    @classmethod
    def of(cls, others: Mapping[str, tuple[str, ...]]) -> Self:
        """Return the script of these characters; those beyond U+FFFF are left out."""
        # With one of them in it a class is searched twenty times slower, and no newspaper has them.
        kept = {sign: other for sign, other in others.items() if sign <= "\uffff"}
        signs = re.escape("".join(kept))
        return cls(MappingProxyType(kept), re.compile(f"[{signs}]" if signs else "(?!)"))


class Scripts(NamedTuple):
    """What tells the two scripts apart."""

    simplified: Script
    traditional: Script


NO_SCRIPTS = Scripts(Script.of({}), Script.of({}))
"""Tells nothing apart."""


class Lexicon(NamedTuple):
    """All the dictionaries a rule may ask."""

    words: Words
    scripts: Scripts = NO_SCRIPTS


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
    words: Words = _installed(READERS).open_words(private_folder)
    return words


def load_converter(name: str) -> Converter:
    """Open a conversion by its name, one of OpenCC's; takes 0.1 to 0.3 s."""
    converter: Converter = _installed(CONVERTERS).open_converter(name)
    return converter


def load_scripts() -> Scripts:
    """Return what tells simplified text from traditional; takes 0.1 s."""
    scripts: Scripts = _installed(CONVERTERS).open_scripts()
    return scripts


def _installed(names: Iterable[str]) -> ModuleType:
    """Return the first of some modules whose library is there; raises `ImportError` where none is."""
    # By name, because a dictionary costs what the window must not wait for, and because one may be missing.
    *preferred, last = names
    for name in preferred:
        try:
            return importlib.import_module(name)
        except ImportError:
            continue
    return importlib.import_module(last)
