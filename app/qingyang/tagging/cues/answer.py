"""答: what follows a question until the next one; the grammar knows more than the words."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line, brief

EXAMPLES = ("答：主要有三点。",)


_ANSWERED = re.compile(r"^(答|A)\s*[:：]|^[\u4e00-\u9fff·]{2,4}(表示|介绍|认为|说|指出|坦言)[，,：:]")


def cue(line: Line) -> float:
    """Return how much the line looks like an answer."""
    if brief(line, 30):
        return -2.0
    return 0.9 if _ANSWERED.match(line.text) else 0.6
