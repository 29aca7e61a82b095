"""Quotes and brackets that stand open at the end of a line, and what comes next of their kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

REACH = 16
"""Lines after which a mark that never closed is taken for lost."""

_QUOTES = re.compile("[“”「」]")
_BRACKETS = re.compile("[（）()《》【】]")
_OPENING = "“「（(《【"

SHUT, OPEN, CLOSES, OPEN_AND_CLOSES, IN_COLUMN_TITLE = 0, 1, 2, 3, 4
"""Nothing; opened before and not closed; the next mark closes; both: the line break stands inside a pair; inside 【】,
which holds the title of a column, parted into phrases as no other pair is.
"""


def pair_states(texts: Sequence[str]) -> tuple[bytearray, bytearray]:
    """Return for each boundary between two lines the state of its quotes and of its brackets."""
    brackets = _states(texts, _BRACKETS)
    for line, text in enumerate(texts):
        if "【" in text and text.rfind("【") > text.rfind("】"):
            k = line
            while k < len(brackets) and brackets[k] == OPEN_AND_CLOSES:
                brackets[k] = IN_COLUMN_TITLE
                k += 1
    return _states(texts, _QUOTES), brackets


def quote_ends(text: str) -> tuple[int, int]:
    """Return how a line leaves its quotes and how it takes them up: 0 it has none, 1 shut, 2 open."""
    return _ends(_QUOTES.findall(text))


def bracket_ends(text: str) -> tuple[int, int]:
    """Return how a line leaves its brackets and how it takes them up: 0 it has none, 1 shut, 2 open."""
    return _ends(_BRACKETS.findall(text))


def _ends(marks: Sequence[str]) -> tuple[int, int]:
    if not marks:
        return 0, 0
    return 1 + (marks[-1] in _OPENING), 2 - (marks[0] in _OPENING)


def _states(texts: Sequence[str], marks: re.Pattern[str]) -> bytearray:
    count = max(0, len(texts) - 1)
    states = bytearray(count)
    marked = [(line, found) for line, text in enumerate(texts) if (found := marks.findall(text))]
    for (line, found), (later, _) in zip(marked, [*marked[1:], (count, [])], strict=False):
        if found[-1] in _OPENING:
            for k in range(line, min(line + REACH, later)):
                states[k] |= OPEN
    for (earlier, _), (line, found) in zip([(0, []), *marked], marked, strict=False):
        if found[0] not in _OPENING:
            for k in range(max(earlier, line - REACH), line):
                states[k] |= CLOSES
    return states
