"""The evidence of a boundary in words: its strongest sign for the side it took, with the width and both edges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from qingyang.repair import seams
from qingyang.repair.evidence import Evidence
from qingyang.repair.lines import Lines
from qingyang.repair.pairs import IN_COLUMN_TITLE, OPEN_AND_CLOSES
from qingyang.repair.signs import (
    END_COMMA,
    END_DIGIT,
    END_FUNCTION,
    END_PAUSE,
    ENDED,
    START_DIGIT,
    START_FORBIDDEN,
    START_UNIT,
)
from qingyang.text.edit import APPLY_FROM
from qingyang.wording import Message

JOIN_REASONS = ("forbidden", "word", "number", "quote", "bracket", "comma", "function", "full_line", "join")
BREAK_REASONS = ("kind", "indent", "sentence_end", "blank", "short_line", "next_kind", "break")
Signs = Mapping[str, Sequence[int]]

_FULL, _WELL_SHORT = 4, 6
"""Steps of ``short_before``: lacking less than two ems of the column, and three or more."""

_END_REASONS = {END_COMMA: "comma", END_PAUSE: "comma", END_FUNCTION: "function"}


def reason(lines: Lines, evidence: Evidence, k: int, p_join: float) -> Message:
    """Return why boundary k is taken for a join or for a paragraph's end; `text.edit.evidence` adds both edges."""
    signs = evidence.signs
    name = _join_reason(signs, k) if p_join >= APPLY_FROM else _break_reason(signs, k)
    return _why(name, lines.widths[k], evidence.columns[k])


@lru_cache(4096)
def _why(name: str, line: int, column: int) -> Message:
    # A million characters in columns have seventy thousand boundaries and some hundred reasons with their widths.
    return Message(f"why.{name}", (("width", line / 2 if line % 2 else line // 2), ("full", column // 2)))


def _join_reason(signs: Signs, k: int) -> str:
    if signs["start"][k] == START_FORBIDDEN:
        return "forbidden"
    if signs["seam"][k] > seams.APART:
        return "word"
    if signs["end"][k] == END_DIGIT and signs["start"][k] in (START_DIGIT, START_UNIT):
        return "number"
    if signs["quotes"][k] == OPEN_AND_CLOSES:
        return "quote"
    if signs["brackets"][k] in (OPEN_AND_CLOSES, IN_COLUMN_TITLE):
        return "bracket"
    return _END_REASONS.get(signs["end"][k]) or ("full_line" if signs["short_before"][k] <= _FULL else "join")


def _break_reason(signs: Signs, k: int) -> str:
    if signs["kind_before"][k] > 0:
        return "kind"
    if signs["indent"][k] > 0:
        return "indent"
    if signs["end"][k] in ENDED:
        return "sentence_end"
    if signs["short_before"][k] >= _WELL_SHORT:
        return "short_line"
    if signs["blanks"][k] > 0:
        return "blank"
    return "next_kind" if signs["kind_after"][k] > 0 else "break"
