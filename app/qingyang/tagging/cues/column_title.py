"""栏题: the name of a regular column."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = ("【渝中观察】",)


_COLUMN = re.compile(
    r"^[【〔\[|■●◆]\s*[\u4e00-\u9fff·]{2,10}\s*[】〕\]|]?$"
    r"|^.{2,8}(会客厅|专栏|之窗|论坛|视点|观察|速览|简讯|快讯)$"
)


def cue(line: Line) -> float:
    """Return how much the line looks like a column title."""
    return 1.6 if line.length <= 14 and _COLUMN.match(line.text) else -9.0
