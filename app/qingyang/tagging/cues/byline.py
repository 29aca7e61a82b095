"""署名: who wrote it, alone on its line."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = (
    "本报记者 晏艳辉",
    "文/图 张三",
)


_BYLINE = re.compile(
    r"^[（(]?\s*(本报|[\u4e00-\u9fff]{0,12})(首席|实习|见习|特约)?(记者|通讯员|评论员|作者)[\s:：/]*"
    r"[\u4e00-\u9fff·\s、]{2,24}[）)]?$"
)
_BY = re.compile(r"^(文/图|图/文|文|图|作者|撰文)[\s/:：]+[\u4e00-\u9fff·\s、]{2,20}$")


def cue(line: Line) -> float:
    """Return how much the line looks like a byline."""
    if line.text.endswith(("摄", "图")):
        return -9.0
    return 2.6 if _BYLINE.match(line.text) or _BY.match(line.text) else -9.0
