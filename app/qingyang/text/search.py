"""Finding in a text: plain, whole words, expressions, pinyin; widths and scripts alike where that is wished.

A text is folded character by character before it is searched, so that offsets stay what they are. An expression of a
person's own may take forever; it is stopped after `PATIENCE` seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from qingyang.errors import AppError
from qingyang.text.expression_fault import fault
from qingyang.text.source import line_around

PLAIN, WORD, EXPRESSION, PINYIN = "plain", "word", "expression", "pinyin"
PATIENCE = 2.0
"""Seconds after which an expression is given up."""
_LONGEST_SYLLABLE = 6
_AROUND = 100
"""Characters on either side that are enough to tell a word's edges."""
_MOST_READINGS = 64
"""Ways to part Latin letters into syllables and initials that are looked for."""


class Query(NamedTuple):
    """What is looked for, and what is taken as alike."""

    text: str
    mode: str = PLAIN
    case: bool = False
    """Whether capitals matter."""
    any_width: bool = True
    """Whether full-width and half-width characters are alike."""
    any_script: bool = False
    """Whether simplified and traditional characters are alike."""


class Match(NamedTuple):
    """Where it stands, and what a replacement would put there."""

    start: int
    end: int
    new: str = ""


class Tables(NamedTuple):
    """What a search asks of the dictionaries."""

    simplified: Mapping[int, str] = {}
    """Code point of each traditional character -> its simplified one, for `str.translate`."""
    sounds: Mapping[str, str] = {}
    """All characters of each syllable."""
    cut: Callable[[str], Sequence[str]] = list
    """Cuts a text into words."""


_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def word_at(text: str, at: int, cut: Callable[[str], Sequence[str]]) -> tuple[int, int]:
    """Return where the word begins and ends that holds a character; empty where there is none."""
    start = max(0, at - _AROUND)
    for word in cut(text[start : at + _AROUND]):
        if start + len(word) > at:
            return start, start + len(word)
        start += len(word)
    return at, at


def find(query: Query, text: str, tables: Tables, new: str = "") -> list[Match]:
    """Return every place of a query in a text, in order and apart; with what ``new`` puts there.

    In an expression's ``new`` ``\\1`` and ``\\g<name>`` stand for its groups. Raises `AppError`: search_pattern (with
    the reason), search_replacement, search_slow.
    """
    if not query.text:
        return []
    folded = _folded(query, text, tables)
    pattern = _pattern(query, tables)
    try:
        found = [_match(query, hit, new) for hit in pattern.finditer(folded, timeout=PATIENCE) if hit.group()]
    except TimeoutError:
        raise AppError("search_slow", seconds=PATIENCE) from None
    except (regex.error, IndexError) as error:
        raise AppError("search_replacement", reason=fault(error)) from None
    return list(_whole(found, text, tables)) if query.mode == WORD else found


def _match(query: Query, hit: regex.Match, new: str) -> Match:
    return Match(hit.start(), hit.end(), hit.expand(new) if query.mode == EXPRESSION and new else new)


def _folded(query: Query, text: str, tables: Tables) -> str:
    # An expression names its characters itself.
    if query.mode == EXPRESSION:
        return text
    if query.any_width:
        text = text.translate(_WIDTHS)
    return text.translate(tables.simplified) if query.any_script else text


def _pattern(query: Query, tables: Tables) -> regex.Pattern:
    flags = regex.MULTILINE | (0 if query.case else regex.IGNORECASE)
    try:
        if query.mode == EXPRESSION:
            return regex.compile(query.text, flags)
        if query.mode == PINYIN:
            return regex.compile(_sounding(query.text, tables.sounds), flags)
        return regex.compile(regex.escape(_folded(query, query.text, tables), literal_spaces=True), flags)
    except regex.error as error:
        raise AppError("search_pattern", reason=fault(error)) from None


def _whole(found: Sequence[Match], text: str, tables: Tables) -> Iterator[Match]:
    """Yield the matches that begin and end where words do."""
    line, edges = (0, -1), {0}
    for match in found:
        if match.end > line[1]:
            line = line_around(text, match.start, match.end)
            edges = {line[0]}
            at = line[0]
            for word in tables.cut(text[line[0] : line[1]]):
                at += len(word)
                edges.add(at)
        if match.start in edges and match.end in edges:
            yield match


def _sounding(letters: str, sounds: Mapping[str, str]) -> str:
    """Return an expression for the characters that sound so: whole syllables, or initials (cq for 重庆)."""
    wanted = "".join(c for c in letters.lower().replace("ü", "v") if c.isascii() and c.isalpha())
    by_initial: dict[str, str] = {}
    for syllable, signs in sounds.items():
        by_initial[syllable[:1]] = by_initial.get(syllable[:1], "") + signs
    readings = [_class(reading, sounds, by_initial) for reading in _parted(wanted, sounds)]
    return "|".join(readings) if readings else "(?!)"


def _class(reading: Sequence[str], sounds: Mapping[str, str], by_initial: Mapping[str, str]) -> str:
    return "".join(f"[{regex.escape(sounds.get(part) or by_initial[part])}]" for part in reading)


def _parted(letters: str, sounds: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return the ways to read letters as syllables; as initials only where no way of syllables is left."""
    whole: list[list[tuple[str, ...]]] = [[()]]
    for end in range(1, len(letters) + 1):
        parts = [(start, letters[start:end]) for start in range(max(0, end - _LONGEST_SYLLABLE), end)]
        whole.append(
            [(*head, part) for start, part in parts if part in sounds for head in whole[start]][
                :_MOST_READINGS
            ]
        )
    if whole[-1] or not letters:
        return whole[-1] if letters else []
    initials = {syllable[:1] for syllable in sounds}
    return [tuple(letters)] if set(letters) <= initials else []
