"""图注: what a picture shows, often with a credit behind it."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line
from qingyang.tagging.names import LOOSE, MORE
from qingyang.text.post import REPORTER

EXAMPLES = {
    "快递员分拣包裹。 记者 晏艳辉 摄": 3,
    "图为新建成的滨河步道。": 2,
    "这是11月13日拍摄的滨河步道。": 2,
    "这是渝中推进城市更新的一个缩影。": 0,
    "十八梯街巷效果图": 1,
    "记者 晏艳辉 摄": 0,
}

CREDIT = re.compile(
    rf"[\s（(]*(((本报|[\u4e00-\u9fff]{{0,12}}?)?({REPORTER}|摄影)\s*{LOOSE}{MORE}\s*(摄影报道|摄影|摄|供图|图)"
    rf"|{LOOSE}\s*(摄|供图)|(?<=[\s。！？”])(新华社发|受访者供图|资料图片?)|(?<=[\s。])[图摄]影?[/：:]\s*{LOOSE})"
    r"(\s*发)?[）)]?$)"
)
"""The credit at the end of a caption: group 1."""
_SHOWN = re.compile(
    r"图为|这是[^，。]{0,24}(摄|拍|图|景|一角|现场)|图[①②③④\d]?[:：]|[上下左右中]图|资料图片?[:：]"
)
_KIND = re.compile(r"(效果图|示意图|航拍图|全景图|夜景|一角|现场|资料图)$")
_ENDS = ("摄", "图", "报道", "）", ")", "发", "片", "影")


def cue(line: Line) -> int:
    """Return 3 with a credit behind it, 2 where it says that it shows something, 1 where it names a kind of picture."""
    text = line.text
    if line.length > 120:
        return 0
    credit = CREDIT.search(text) if text.endswith(_ENDS) or "图/" in text[-8:] else None
    if credit and credit.start() > 3:
        return 3
    if _SHOWN.match(text):
        return 2
    return 1 if _KIND.search(text) else 0
