"""编者按/开栏语: why this is printed."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = {
    "编者按：今年是“十四五”收官之年。": 2,
    "为全面回顾成就，即日起，本报推出系列访谈，敬请关注。": 1,
    "日前，青羊区精心策划并推出了三条研学线路，参与者众多。": 0,
}

_NOTE = re.compile(r"[【\[]?(编者按|开栏语|编者的话|开栏的话|按语|编后)")
_LAUNCH = re.compile(
    r"即日起[，,].{0,40}(将|推出|开设|开辟|聚焦)|(本报|本栏目|本刊|专栏).{0,12}(推出|开设|开辟)"
)


def cue(line: Line) -> int:
    """Return 2 where it calls itself a note, 1 where it launches a series."""
    if _NOTE.match(line.text):
        return 2
    return int(line.clauses >= 2 and bool(_LAUNCH.search(line.text)))
