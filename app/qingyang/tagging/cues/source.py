"""来源: where the story comes from, after it."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = ("（来源：巫溪县融媒体中心）",)


_SOURCE = re.compile(r"^[（(]?\s*(来源|稿源|供稿|转自|据|摘自|信息来源)\s*[:：/]?.{2,30}[）)]?$")


def cue(line: Line) -> float:
    """Return how much the line looks like a source line."""
    bracketed = line.text[:1] in "（(" and line.text[-1:] in "）)"
    if _SOURCE.match(line.text) and (bracketed or re.match("(来源|稿源)\\s*[:：]", line.text)):
        return 4.0
    return -9.0
