"""引题: a line above the headline, shorter in weight, often with figures."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line, brief

EXAMPLES = {"日均包裹处理量最高达47.93万件": 2, "在新时代新征程上": 1, "渝中多措并举迎快递旺季": 0}

_FIGURE = re.compile(r"\d")
_OPENS = re.compile("[在为从以按据对随经]")


def cue(line: Line) -> int:
    """Return 2 for a short line with figures, 1 for one that opens like the first clause of a sentence."""
    if not brief(line, 34) or line.length < 4:
        return 0
    if _FIGURE.search(line.text):
        return 2
    return 1 if _OPENS.match(line.text) else 0
