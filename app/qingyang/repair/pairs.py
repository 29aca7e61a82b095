"""Quotes and brackets that stand open at the end of a line, and what comes next of their kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

REACH = 16
"""Lines after which a mark that never closed is taken for lost."""

_QUOTES = re.compile("[“”「」]")
_BRACKETS = re.compile("[（）()《》【】]")
_OPENING = "“「（(《【"

SHUT, OPEN, CLOSES, OPEN_AND_CLOSES = 0, 1, 2, 3
"""Nothing; opened before and not closed; the next mark closes; both: the line break stands inside a pair."""


def pair_states(texts: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return for each boundary between two lines the state of its quotes and of its brackets."""
    return _states(texts, _QUOTES), _states(texts, _BRACKETS)


def _states(texts: Sequence[str], marks: re.Pattern[str]) -> list[int]:
    found = [marks.findall(text) for text in texts]
    states = [0] * max(0, len(texts) - 1)
    last, age = "", REACH
    for k in range(len(states)):
        last, age = (found[k][-1], 0) if found[k] else (last, age + 1)
        if age < REACH and last in _OPENING:
            states[k] |= OPEN
    following, age = "", REACH
    for k in range(len(states) - 1, -1, -1):
        following, age = (found[k + 1][0], 0) if found[k + 1] else (following, age + 1)
        if age < REACH and following and following not in _OPENING:
            states[k] |= CLOSES
    return states
