"""The text as it reads once lines are joined, one paragraph a line, every character knowing its raw offset.

Rules look at this view, so that a line break never hides what stands on its other side.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from qingyang.repair.lines import Lines
from qingyang.text.edit import OFFER_FROM, Boundary


@dataclass(frozen=True, slots=True)
class View:
    """Paragraphs in reading order, ``\\n`` between them."""

    source: str
    """The raw text."""
    text: str
    ats: Sequence[int]
    """Where each raw line begins in the text."""
    starts: Sequence[int]
    """Where each raw line begins in the raw text."""
    settled: Sequence[bool]
    """Whether each raw line begins a paragraph beyond doubt: no join is even offered."""

    def raw(self, at: int) -> int:
        """Return the raw offset of the character at ``at``."""
        k = bisect_right(self.ats, at) - 1
        return self.starts[k] + at - self.ats[k]


def view_of(source: str, lines: Lines, boundaries: Sequence[Boundary]) -> View:
    """Return the view of a text whose boundaries are decided."""
    parts: list[str] = []
    ats = []
    at = 0
    for k, text in enumerate(lines.texts):
        if k:
            between = boundaries[k - 1]
            glue = between.glue if between.joined else "\n"
            parts.append(glue)
            at += len(glue)
        ats.append(at)
        parts.append(text)
        at += len(text)
    settled = [True, *(b.p_join < OFFER_FROM for b in boundaries)][: len(lines)]
    return View(source, "".join(parts), ats, lines.starts, settled)
