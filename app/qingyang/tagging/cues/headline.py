"""主题: short, no sentence, often after a gap."""

from __future__ import annotations

from qingyang.tagging.line import Line, brief

EXAMPLES = ("渝中多措并举迎快递旺季",)


def cue(line: Line) -> float:
    """Return how much the line looks like a headline."""
    if not brief(line, 44) or line.length < 4 or line.text[0] in "（(":
        return -9.0
    if line.text.count("—") >= 2 and "——" not in line.text:
        return -2.0  # a list strung on connectors
    return 0.4 + 0.8 * (line.gap >= 3) + 1.0 * line.first + 0.5 * (8 <= line.length <= 36)
