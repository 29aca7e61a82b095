"""正文: everything that is built of sentences."""

from __future__ import annotations

from qingyang.tagging.line import Line, brief

EXAMPLES = ("此条线路串联起成都博物馆、蜀锦织绣博物馆与蜀锦蜀绣非遗工坊。",)


def cue(line: Line) -> float:
    """Return how much the line looks like body text."""
    if brief(line, 30):
        return -1.0 - 0.6 * (line.gap >= 3)
    return 0.6
