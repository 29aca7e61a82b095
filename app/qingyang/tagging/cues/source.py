"""来源: where the story comes from, after it."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line
from qingyang.tagging.names import LOOSE

EXAMPLES = {
    "（来源：巫溪县融媒体中心）": 4,
    "（据新华社电）": 3,
    "（据新华社电": 3,
    "据云溪日报报道": 2,
    "（赵浩明 赵华）": 1,
    "据了解，蚕桑产业带动三百户增收。": 0,
}

_NAMED = re.compile(
    r"[（(]?\s*(来源|稿源|供稿|转自|摘自|原载|转载|信息来源|资料来源|作者单位|综合)\s*[:：/]?\s*\S{2,30}[）)]?$"
)
_BRACKETED = re.compile(
    r"[（(]\s*(本报|据|综合|新华社|中新社|人民日报|来源|原载|未完|下转|上接|作者|完|本版|摘).{0,28}([）)]|电)$"
)
_AFTER = re.compile(r"据.{2,14}(报道|电|消息|讯|网)$")
_PEOPLE = re.compile(rf"[（(]\s*(记者|通讯员|作者)?\s*{LOOSE}([\s、]*(实习生|通讯员)?\s*{LOOSE})*\s*[）)]$")


def cue(line: Line) -> int:
    """Return 4 where it says 来源, 3 for an agency in brackets, 2 for 据…报道, 1 for names in brackets."""
    if line.length > 44:
        return 0
    if _NAMED.match(line.text):
        return 4
    if _BRACKETED.match(line.text):
        return 3
    if _AFTER.match(line.text):
        return 2
    return 1 if _PEOPLE.match(line.text) and "摄" not in line.text and "图" not in line.text else 0
