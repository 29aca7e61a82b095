"""栏题: the name of a regular column."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = {"【渝中观察】": 2, "记者调查": 1, "渝中多措并举迎快递旺季": 0}

_BRACKETED = re.compile(r"[【〔\[|■●◆]\s*[\u4e00-\u9fff·]{2,10}\s*[】〕\]|]?$")
_NAMED = re.compile(
    r"[\u4e00-\u9fff·]{1,8}(会客厅|专栏|之窗|论坛|视点|观察|速览|速递|简讯|快讯|关注|调查|访谈|对话|报道|聚焦|时评|评论|"
    r"茶座|札记|日记|故事|见闻|在线|窗口|讲堂|漫谈|随笔|来信|来函|一线|行)$"
    r"|聚焦[\u4e00-\u9fff]{2,8}$|走基层"
)


def cue(line: Line) -> int:
    """Return 2 for a short name in brackets, 1 for one that ends as columns do."""
    if line.length > 14:
        return 0
    if _BRACKETED.match(line.text):
        return 2
    return 1 if line.length <= 10 and _NAMED.match(line.text) else 0
