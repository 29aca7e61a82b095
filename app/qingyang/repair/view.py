"""The text as it reads once lines are joined, one paragraph a line, every character knowing its raw offset.

Rules look at this view, so that a line break never hides what stands on its other side.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qingyang.repair.lines import CUT, Lines
from qingyang.text.edit import APPLY_FROM, Boundary


@dataclass(frozen=True, slots=True)
class View:
    """Paragraphs in reading order, ``\\n`` between them."""

    source: str
    """The raw text."""
    text: str
    ats: Sequence[int]
    """Where each raw line begins in the text."""
    starts: Sequence[int]
    """Where each line begins in the raw text."""
    settled: Sequence[int]
    """Whether each line begins a paragraph beyond doubt: no join is even offered."""

    def raw(self, at: int) -> int:
        """Return the raw offset of the character at ``at``."""
        k = bisect_right(self.ats, at) - 1
        return self.starts[k] + at - self.ats[k]


def view_of(
    source: str,
    lines: Lines,
    ordered: Sequence[Sequence[int]],
    boundaries: Iterable[Boundary],
    sure_from: float,
) -> View:
    """Return the view of a text whose paragraphs are known, in reading order."""
    glues: dict[int, str] = {}
    unsettled = set()
    for boundary in boundaries:
        if boundary.glue:
            glues[boundary.end] = boundary.glue
        if 1 - sure_from < boundary.p_join <= APPLY_FROM:
            unsettled.add(boundary.end)
    parts: list[str] = []
    ats, starts, settled = array("q"), array("q"), bytearray()
    at = 0
    for chain in ordered:
        before = -1
        for line in chain:
            start = lines.starts[line]
            if parts:
                glue = glues.get(start, "") if before >= 0 else "\n"
                if before == line - 1 and before >= 0 and lines.turns[line] >= CUT:
                    glue = source[lines.ends[before] : start]
                parts.append(glue)
                at += len(glue)
            before = line
            ats.append(at)
            starts.append(start)
            settled.append(line == chain[0] and start not in unsettled)
            parts.append(lines.texts[line])
            at += len(lines.texts[line])
    return View(source, "".join(parts), ats, starts, settled)
