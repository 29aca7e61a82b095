"""小标题: a short line between body paragraphs."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line, brief

EXAMPLES = {
    "一、总体要求": 3,
    "线路一：技艺溯源之旅——从经纬之间到世界舞台": 3,
    "■双方从布局阶段便展开激战": 2,
    "从经纬之间到世界舞台——三城记": 1,
    "渝中多措并举迎快递旺季": 0,
}

_NUMBERED = re.compile(
    r"([一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|第[一二三四五六七八九十\d]+[章节部分篇]"
    r"|[\u4e00-\u9fff]{2}[一二三四五六七八九十][:：]|[A-Z\d]{1,2}[.、．]\s*[\u4e00-\u9fff]|[①-⑳])"
)
_MARKED = re.compile("[■●◆▲★◎○□◇△☆►▶]")


def cue(line: Line) -> int:
    """Return 3 for a numbered line, 2 for one behind a mark, 1 for one with a dash inside."""
    if not brief(line, 40):
        return 0
    if _NUMBERED.match(line.text):
        return 3
    if _MARKED.match(line.text):
        return 2
    return 1 if "——" in line.text[2:] else 0
