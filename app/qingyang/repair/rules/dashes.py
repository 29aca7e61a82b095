"""A —— or …… flattened to hyphens or full stops, or drawn with other lines, whole again between Chinese.

A single — connects (中国—东盟) and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qingyang.lexicon import Words
from qingyang.repair.rule import Rule
from qingyang.repair.signs import HAN
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.wording import message

DASH, DOTS = 0.97, 0.97

_BROKEN = re.compile(r"[-―─–－.](?:(?P<dash>(?<!\.)[-―─–－]+)|(?P<dots>(?<=\.)\.{2,}))")
_WHOLE = {"dash": ("——", DASH), "dots": ("……", DOTS)}
_SIZES = {"dash": (2, 3), "dots": (3, 6)}
"""Longer ones rule a table or lead to a page number."""
_CHINESE = frozenset("“”‘’《》（），。！？")
_HAN = re.compile(f"[{HAN}]")


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose each broken dash or ellipsis as one edit."""
    for found in _BROKEN.finditer(view.text):
        name = found.lastgroup or ""
        old = found.group()
        if len(old) not in _SIZES[name] or len(set(old)) > 1 or not _between(view.text, found, name):
            continue
        whole, p = _WHOLE[name]
        start, last = view.raw(found.start()), view.raw(found.end() - 1)
        # Cut in two by a line's end, its halves are the join's to bring together.
        if last - start == len(old) - 1:
            yield Edit(start, last + 1, whole, "dash", p, message(f"why.broken_{name}", old=old))


def _between(text: str, found: re.Match[str], name: str) -> bool:
    """Say whether a run stands between Chinese, or between Chinese and the edge where its kind may stand."""
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if name == "dash" and before in ("", "\n"):
        return _chinese(after)
    return _chinese(before) and (after in ("", "\n") or _chinese(after))


def _chinese(sign: str) -> bool:
    return sign in _CHINESE or bool(_HAN.match(sign))


RULE = Rule(
    "dash",
    propose,
    mends=(
        ("渝中区有良好的承载平台--位于主城核心。", "渝中区有良好的承载平台——位于主城核心。"),
        ("技艺溯源之旅――从经纬之间到世界舞台", "技艺溯源之旅——从经纬之间到世界舞台"),
        ("“这...我也说不清。”", "“这……我也说不清。”"),
        ("商务面积就接近600万平方米，还有......", "商务面积就接近600万平方米，还有……"),
    ),
    keeps=(
        "中国—东盟法律研究中心，2025—2027年",
        "参数--verbose 打开日志",
        "第一章......3\n第二章............12",
        "第三章............",
        "| 区县 |---|---|",
        "Wait... what -- really?",
        "编号为重-01，版本为1...9。",
    ),
)
