"""嘉宾/名单: hosts, guests and their posts, one a line."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line
from qingyang.tagging.names import FULL, LOOSE
from qingyang.text.post import POST

EXAMPLES = {
    "主持人": 4,
    "嘉宾：李梅 研究员": 4,
    "渝中区商务委副主任 曾祥云": 3,
    "赵怡 教授": 2,
    "孟云：青峰市水务局副局长": 1,
    "渝中区商务委副主任雷文": 1,
    "渝中多措并举迎快递旺季": 0,
}

_LABEL = re.compile(
    r"(特邀|与会|出席|访谈|对话|圆桌|本期)?(主持人?|嘉宾|受访者|受访人|访谈人|对话人|采访人|主讲人|点评人|专家|人物)\s*([:：]|$)"
)
_POST = re.compile(
    rf"[\u4e00-\u9fff、（）()\d]{{2,30}}{POST}[兼、\u4e00-\u9fff]{{0,8}}\s+{LOOSE}([、\s]+{LOOSE})*$"
)
_TIGHT = re.compile(rf"[\u4e00-\u9fff]{{2,30}}{POST}{FULL}$")
_NAME_FIRST = re.compile(rf"{LOOSE}\s+[\u4e00-\u9fff、]{{0,16}}{POST}$")
_TOLD = re.compile(rf"{FULL}\s*[：:，（(]\s*[\u4e00-\u9fff、]{{2,24}}{POST}[）)]?$")


def cue(line: Line) -> int:
    """Return 4 for a label, 3 for a post and a name, 2 for a name and a post, 1 for what a person is told to be."""
    if line.length > 44 or line.clauses > 1 or (line.ended and not line.text.endswith(("：", ":"))):
        return 0
    if _LABEL.match(line.text):
        return 4
    if _POST.match(line.text):
        return 3
    if _NAME_FIRST.match(line.text):
        return 2
    return 1 if _TOLD.match(line.text) or _TIGHT.match(line.text) else 0
