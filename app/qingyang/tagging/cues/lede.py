"""导语: the paragraph that opens a news story, with its dateline."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = {
    "本报讯（记者 晏艳辉）11月13日，记者获悉。": 2,
    "新华社北京1月5日电 国务院召开会议。": 2,
    "日前，青羊区推出了三条研学线路。": 1,
    "渝中多措并举迎快递旺季": 0,
}

DATELINE = re.compile(
    r"(本报[\u4e00-\u9fff]{0,8}(\d{1,2}月)?(\d{1,2}日)?(讯|电)|[\u4e00-\u9fff]{2,8}(\d{1,2}月)?\d{1,2}日(电|讯)"
    r"|(据?新华社|中新社|新华网)[^，。]{0,20}?电|据[^，。]{2,12}(报道|消息)[，,])"
    r"\s*([（(][^）)]{2,30}[）)])?\s*((\d{4}年)?\d{1,2}月\d{1,2}日)?"
)
_RECENT = re.compile(
    r"(日前|近日|近期|昨日|昨天|今日|今天|今年|当地时间|连日来|(\d{4}年)?\d{1,2}月\d{1,2}日)([，,]|.{2,8}[，,])"
)


def cue(line: Line) -> int:
    """Return 2 where a dateline stands before it, 1 where it begins with the day."""
    if line.clauses == 0:
        return 0
    if DATELINE.match(line.text):
        return 2
    return 1 if _RECENT.match(line.text) else 0
