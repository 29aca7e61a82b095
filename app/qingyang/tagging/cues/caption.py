"""图注: what a picture shows, often with a credit behind it."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = (
    "快递员分拣包裹。 记者 晏艳辉 摄",
    "十八梯街巷效果图",
)


_CAPTION = re.compile(r"(效果图|示意图|资料图|图为|图①|图②|[上下左右]图)")
_ENDS = ("摄", "图", "报道", "）", ")")
CREDIT = re.compile(
    r"[\s（(]*((本报|[\u4e00-\u9fff]{0,12})?(记者|通讯员|特约记者|摄影)\s*[\u4e00-\u9fff·]{2,4}([\s、]+[\u4e00-\u9fff·]{2,4})*\s*(摄影报道|摄|供图|图)"
    r"|[\u4e00-\u9fff·]{2,14}\s*(摄|供图))[）)]?$"
)


def cue(line: Line) -> float:
    """Return how much the line looks like a caption."""
    if line.length > 120:
        return -9.0
    credit = CREDIT.search(line.text) if line.text.endswith(_ENDS) else None
    if credit and credit.start() > 3:
        return 3.6
    if _CAPTION.search(line.text) and line.length <= 60:
        return 2.6
    return -9.0
