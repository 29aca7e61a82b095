"""嘉宾/名单: hosts, guests and their posts, one a line."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = (
    "主持人",
    "渝中区商务委副主任 曾祥云",
)


_LABEL = re.compile(
    r"^(主持人|访谈嘉宾|嘉宾|受访者|受访人|访谈人|对话人|对话嘉宾|采访人|主讲人|出席嘉宾|与会嘉宾)[:：]?$"
)
_POST = re.compile(
    r"(主任|书记|[局处科部区市县镇院校所会站馆]长|秘书长|董事长|主席|经理|总裁|教授|研究员|委员|代表|记者|负责人)"
    r"\s+[\u4e00-\u9fff·]{2,8}([、\s]+[\u4e00-\u9fff·]{2,8})*$"
)


def cue(line: Line) -> float:
    """Return how much the line looks like part of a list of people."""
    if _LABEL.match(line.text):
        return 4.0
    return 2.4 if line.clauses == 0 and line.length <= 40 and _POST.search(line.text) else -9.0
