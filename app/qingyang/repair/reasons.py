"""The evidence of a boundary in words: its strongest sign for the side it took, with the width and both edges."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from qingyang.repair import seams
from qingyang.repair.evidence import SIZES, Evidence
from qingyang.repair.lines import Lines
from qingyang.repair.pairs import OPEN_AND_CLOSES
from qingyang.repair.signs import (
    END_COMMA,
    END_DIGIT,
    END_FUNCTION,
    END_PAUSE,
    END_TERMINAL,
    END_TERMINAL_CLOSED,
    START_DIGIT,
    START_FORBIDDEN,
    START_UNIT,
)
from qingyang.text.edit import APPLY_FROM
from qingyang.wording import Message

JOIN_REASONS = ("forbidden", "word", "number", "quote", "bracket", "comma", "function", "full_line", "join")
BREAK_REASONS = ("kind", "indent", "sentence_end", "blank", "short_line", "next_kind", "break")
_IDS = {name: f"why.{name}" for name in (*JOIN_REASONS, *BREAK_REASONS)}
EDGE = 3
"""Characters shown of either line."""

_PLACE = {name: k for k, name in enumerate(SIZES)}
_START, _END, _SEAM = _PLACE["start"], _PLACE["end"], _PLACE["seam"]
_QUOTES, _BRACKETS, _SHORT = _PLACE["quotes"], _PLACE["brackets"], _PLACE["short_before"]
_KIND, _NEXT_KIND, _INDENT, _BLANKS = (
    _PLACE["kind_before"], _PLACE["kind_after"], _PLACE["indent"], _PLACE["blanks"],
)  # fmt: skip
_FULL, _WELL_SHORT = 4, 6
"""Steps of ``short_before``: lacking less than two ems of the column, and three or more."""

_END_REASONS = {END_COMMA: "comma", END_PAUSE: "comma", END_FUNCTION: "function"}


def reason(lines: Lines, evidence: Evidence, row: Sequence[int], k: int, p_join: float) -> Message:
    """Return why boundary k, with this row of signs, is taken for a join or for a paragraph's end."""
    name = _join_reason(row) if p_join >= APPLY_FROM else _break_reason(row)
    before, after = lines.texts[k][-EDGE:], lines.texts[k + 1][:EDGE]
    facts = (*_widths(lines.widths[k], evidence.columns[k]), ("before", before), ("after", after))
    return Message(_IDS[name], facts)


@lru_cache(1024)
def _widths(line: int, column: int) -> tuple[tuple[str, float], tuple[str, float]]:
    # A million characters in columns have seventy thousand boundaries and some hundred pairs of widths.
    return ("width", line / 2 if line % 2 else line // 2), ("full", column // 2)


def _join_reason(row: Sequence[int]) -> str:
    if row[_START] == START_FORBIDDEN:
        return "forbidden"
    if row[_SEAM] > seams.APART:
        return "word"
    if row[_END] == END_DIGIT and row[_START] in (START_DIGIT, START_UNIT):
        return "number"
    if row[_QUOTES] == OPEN_AND_CLOSES:
        return "quote"
    if row[_BRACKETS] == OPEN_AND_CLOSES:
        return "bracket"
    return _END_REASONS.get(row[_END]) or ("full_line" if row[_SHORT] <= _FULL else "join")


def _break_reason(row: Sequence[int]) -> str:
    if row[_KIND] > 0:
        return "kind"
    if row[_INDENT] > 0:
        return "indent"
    if row[_END] in (END_TERMINAL, END_TERMINAL_CLOSED):
        return "sentence_end"
    if row[_SHORT] >= _WELL_SHORT:
        return "short_line"
    if row[_BLANKS] > 0:
        return "blank"
    return "next_kind" if row[_NEXT_KIND] > 0 else "break"
