"""What a cue looks at: one paragraph and its surroundings, measured once."""

from __future__ import annotations

import re
from dataclasses import dataclass

SENTENCE_ENDS = "。！？…；：—"
CLOSERS = '”’）》」』】)"'
_CLAUSE = re.compile("[，。；！？]")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as the cues see it."""

    text: str
    gap: int
    """Line breaks before it in the raw text."""
    first: bool
    """Whether it opens the document."""
    last: bool
    length: int
    clauses: int
    """Marks that part clauses or sentences."""
    ended: bool
    """Whether it ends like a sentence, closing marks aside."""


def line_of(text: str, gap: int, first: bool, last: bool) -> Line:
    """Return the measured line of a paragraph."""
    bare = text.rstrip(CLOSERS)
    return Line(text, gap, first, last, len(text), len(_CLAUSE.findall(text)), bare[-1:] in SENTENCE_ENDS)


def brief(line: Line, most: int = 40) -> bool:
    """Say whether a line is short and not built like a sentence, as headings are."""
    return line.length <= most and not line.ended and line.clauses <= 1 and "。" not in line.text
