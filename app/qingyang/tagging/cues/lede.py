"""导语: the paragraph that opens a news story, with its dateline."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line
from qingyang.text.opening import DATELINE, DAY

EXAMPLES = {
    "本报讯（记者 晏艳辉）11月13日，记者获悉。": 2,
    "新华社北京1月5日电 国务院召开会议。": 2,
    "本报西安十二月三十一日电 供水工程今天完工。": 2,
    "日前，青羊区推出了三条研学线路。": 1,
    "渝中多措并举迎快递旺季": 0,
}

OPENING = re.compile(rf"{DATELINE}\s*([（(][^）)]{{2,30}}[）)])?\s*((\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日)?")
"""A dateline with who signs in it and the day behind it."""
_RECENT = re.compile(rf"{DAY}([，,]|.{{2,8}}[，,])")


def cue(line: Line) -> int:
    """Return 2 where a dateline stands before it, 1 where it begins with the day."""
    if line.clauses == 0:
        return 0
    if OPENING.match(line.text):
        return 2
    return 1 if _RECENT.match(line.text) else 0
