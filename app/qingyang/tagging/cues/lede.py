"""导语: the paragraph that opens a news story, with its dateline."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = ("本报讯（记者 晏艳辉）11月13日，记者获悉。",)


DATELINE = re.compile(
    r"^(本报[\u4e00-\u9fff]{0,8}(讯|电)|[\u4e00-\u9fff]{2,8}(\d{1,2}月)?\d{1,2}日(电|讯)|新华社.{0,20}电|据.{2,12}(报道|消息)[，,])"
    r"\s*([（(][^）)]{2,30}[）)])?\s*((\d{4}年)?\d{1,2}月\d{1,2}日)?"
)
_RECENT = re.compile(r"^(日前|近日|昨日|昨天|今日|\d{1,2}月\d{1,2}日)[，,]")


def cue(line: Line) -> float:
    """Return how much the line looks like a lede."""
    if line.clauses == 0:
        return -9.0
    if DATELINE.match(line.text):
        return 3.0
    return 0.8 if _RECENT.match(line.text) else -9.0
