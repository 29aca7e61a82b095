"""What a cue looks at: one paragraph and how it stood in the raw text, measured once."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from qingyang.text.fold import folded

SENTENCE_ENDS = "。！？…；：—"
CLOSERS = '”’）》」』】)"'
RUNNING = 100
"""Characters from which a paragraph can only be running text, so that nobody asks how its lines stood."""
INDENT = 3
"""White space beyond which a first line's indent is no longer told apart."""
_CLAUSE = re.compile("[，。；！？,;!?]")
_CELL = re.compile("[^\\s\u3000](?:[^\n\v\f\u2028\u3000 ]| (?! ))*")
_BREAKS = re.compile("[\n\v\f\u2028][\\s\u3000]*")
_WIDEST = 80
"""Characters from which a raw line is a paragraph by itself, however long."""


class Block(NamedTuple):
    """One paragraph in force and how it stood in the raw text."""

    text: str
    gap: int = 1
    """Line breaks before it."""
    widths: tuple[int, ...] = ()
    """Characters of each raw line it was made from; empty where it is `RUNNING` long, typed, or nobody knows."""
    indent: int = 0
    """White space before its first raw line, up to `INDENT`."""


class Habit(NamedTuple):
    """How a raw text is laid out as a whole."""

    measure: int = 20
    """Characters of a full line in most of its text."""
    blank: int = 0
    """How many of ten runs of line breaks hold a blank line."""


def habit_of(raw: str) -> Habit:
    """Return the habit of a raw text; linear, and the same for the same text."""
    # Ten million characters have a million cells: they are measured, not kept.
    counts = Counter(min(cell.end() - cell.start(), _WIDEST) for cell in _CELL.finditer(raw))
    breaks = blank = 0
    for run in _BREAKS.finditer(raw):
        breaks += 1
        blank += raw.count("\n", *run.span()) + raw.count("\f", *run.span()) > 1
    measure = max(counts, key=lambda w: (w * (counts[w - 1] + counts[w] + counts[w + 1]), -w), default=20)
    return Habit(measure, 10 * blank // breaks if breaks else 0)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as the cues see it."""

    text: str
    length: int
    clauses: int
    """Marks that part clauses or sentences."""
    ended: bool
    """Whether it ends like a sentence, closing marks aside."""


def line_of(text: str) -> Line:
    """Return the measured line of a paragraph, read as simplified script."""
    text = folded(text)
    bare = text.rstrip(CLOSERS)
    return Line(text, len(text), len(_CLAUSE.findall(text)), bare[-1:] in SENTENCE_ENDS)


def brief(line: Line, most: int = 40) -> bool:
    """Say whether a line is short and not built like a sentence, as headings are."""
    return line.length <= most and not line.ended and line.clauses <= 1 and "。" not in line.text
