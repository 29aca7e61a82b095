"""表格: cells of a table, one a line or several parted by spaces."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = {"8.55": 2, "15:14": 2, "客运量 1,204 1,310 8.8%": 1, "11月13日，咖啡节开幕。": 0}

_CELL = re.compile(r"[-+—±]?[\d.,:：%％/～~\-—]+[\u4e00-\u9fff%℃]{0,2}$")
_ROW = re.compile(r"\S{1,12}(\s+[-+±]?[\d.,:%％]+[\u4e00-\u9fff%]{0,2}){2,}$")


def cue(line: Line) -> int:
    """Return 2 for a number alone, 1 for a row of numbers."""
    if line.length > 60:
        return 0
    if _CELL.match(line.text):
        return 2
    return 1 if _ROW.match(line.text) else 0
