"""答: what follows a question until the next one; the grammar knows more than the words."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line
from qingyang.tagging.names import LOOSE

EXAMPLES = {
    "答：主要有三点。": 3,
    "曾祥云表示，开放平台是渝中对外开放的核心载体。": 2,
    "李明：这件事要从三个方面看。": 1,
    "此条线路串联起三座博物馆。": 0,
}

_ANSWERED = re.compile(r"(答|A)\s*[:：]")
_SAYS = re.compile(
    rf"{LOOSE}(表示|介绍|认为|说|指出|坦言|告诉记者|回应|解释|透露|强调|分析|回答)(道|说|称)?[，,：:“]"
)
_SPEAKS = re.compile(rf"{LOOSE}\s*[:：](?!\s*$)")


def cue(line: Line) -> int:
    """Return 3 for the label of an answer, 2 for a person who says something, 1 for a speaker's name."""
    if line.clauses == 0 and not line.ended:
        return 0
    if _ANSWERED.match(line.text):
        return 3
    if _SAYS.match(line.text):
        return 2
    return 1 if _SPEAKS.match(line.text) else 0
