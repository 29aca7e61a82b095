"""副题: a line under the headline, often led by a dash."""

from __future__ import annotations

from qingyang.tagging.line import Line, brief

EXAMPLES = ("——渝中区“十四五”对外开放综述",)


def cue(line: Line) -> float:
    """Return how much the line looks like a deck."""
    if not brief(line, 44):
        return -9.0
    return 2.0 if line.text.startswith("——") else -1.6
