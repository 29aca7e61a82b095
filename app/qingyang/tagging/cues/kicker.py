"""引题: a line above the headline, shorter in weight, often with figures."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line, brief

EXAMPLES = ("日均包裹处理量最高达47.93万件",)


def cue(line: Line) -> float:
    """Return how much the line looks like a kicker."""
    if not brief(line, 34) or line.length < 4:
        return -9.0
    return -0.3 + 0.6 * (line.gap >= 3) + 0.4 * line.first + 0.4 * bool(re.search(r"\d", line.text))
