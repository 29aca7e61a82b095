"""小标题: a short line between body paragraphs."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line, brief

EXAMPLES = (
    "线路一：技艺溯源之旅——从经纬之间到世界舞台",
    "一、总体要求",
)


_NUMBERED = re.compile(
    r"^([一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+[章节部分篇]"
    r"|[\u4e00-\u9fff]{2}[一二三四五六七八九十][:：]|[A-Z\d]+[.、．]\s*[\u4e00-\u9fff])"
)


def cue(line: Line) -> float:
    """Return how much the line looks like a subhead."""
    if not brief(line, 34):
        return -9.0
    return (
        (2.2 if _NUMBERED.match(line.text) else -0.2)
        - 0.8 * (line.gap >= 3)
        - 1.0 * line.first
        - 2.0 * line.last
    )
