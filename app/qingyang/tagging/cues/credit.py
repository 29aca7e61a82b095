"""摄影署名: who took the picture, alone on its line."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line
from qingyang.tagging.names import LOOSE, MORE
from qingyang.text.post import REPORTER

EXAMPLES = {"记者 晏艳辉 摄": 3, "（受访者供图）": 2, "摄影：李强": 1, "快递员分拣包裹。 记者 晏艳辉 摄": 0}

_TAKEN = re.compile(
    rf"[（(]?(([\u4e00-\u9fff]{{0,12}}?({REPORTER}|摄影)\s*{LOOSE}{MORE}\s*)+(摄影报道|摄影|摄|供图|图)"
    rf"|{LOOSE}{MORE}\s*(摄影报道|摄影|摄|供图))[）)]?$"
)
_GIVEN = re.compile(r"[（(]?(新华社发?|中新社发?|受访者供图|本报资料图片?|资料图片?|.{2,10}供图)[）)]?$")
_BY = re.compile(rf"(摄影|图片?|视觉)\s*[/：:]\s*{LOOSE}{MORE}$")


def cue(line: Line) -> int:
    """Return 3 for who has taken it, 2 for who has given it, 1 for a name behind 摄影 or 图."""
    if line.length > 32:
        return 0
    if _GIVEN.match(line.text):
        return 2
    if _TAKEN.match(line.text):
        return 3
    return 1 if _BY.match(line.text) else 0
