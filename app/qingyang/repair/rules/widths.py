"""Full-width punctuation flattened to ASCII (NFKC), made full-width again where the text around is Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qingyang.lexicon import Words
from qingyang.repair.rule import Rule
from qingyang.repair.signs import HAN
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.wording import message

_FULL = str.maketrans(",:;?!()", "，：；？！（）")
# Chinese text or a mark that only Chinese text has.
_CHINESE = re.compile(f"[{HAN}“”‘’《》〈〉「」『』【】、。，；：？！（）—…％℃·]")
_MARK = re.compile("[,:;?!]")
_BRACKET = re.compile(r"[()\n]")
_NEAR = re.compile(r"[^\s\d,:;?!()%.\"']")
_REACH = 12
_INSIDE = 200
"""Characters looked at inside a bracket: nested ones must not be read again and again."""


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose each flattened mark as one edit."""
    for found in _MARK.finditer(view.text):
        at = found.start()
        if _in_chinese(view.text, at):
            yield _edit(view, at)
    yield from _brackets(view)


def _in_chinese(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isdigit() and after.isdigit():
        return False
    return bool(_CHINESE.match(_neighbour(text, at, -1)) or _CHINESE.match(_neighbour(text, at, 1)))


def _neighbour(text: str, at: int, step: int) -> str:
    """Return the nearest character of the same paragraph that is no mark, number, space or quote."""
    for k in range(at + step, at + step * _REACH, step):
        if not 0 <= k < len(text) or text[k] == "\n":
            return ""
        if _NEAR.match(text[k]):
            return text[k]
    return ""


def _brackets(view: View) -> Iterator[Edit]:
    text = view.text
    open_at: list[int] = []
    for found in _BRACKET.finditer(text):
        at, mark = found.start(), found.group()
        if mark == "\n":
            open_at.clear()
        elif mark == "(":
            open_at.append(at)
        elif open_at:
            start = open_at.pop()
            if _CHINESE.search(text, start + 1, min(at, start + _INSIDE)):
                yield _edit(view, start)
                yield _edit(view, at)


def _edit(view: View, at: int) -> Edit:
    mark = view.text[at]
    start = view.raw(at)
    return Edit(
        start, start + 1, mark.translate(_FULL), "full_width", 0.99, message("why.flattened", mark=mark)
    )


RULE = Rule(
    "full_width",
    propose,
    mends=(
        ("之一,累计落地项目30余个,占全市50%以上。", "之一，累计落地项目30余个，占全市50%以上。"),
        ("同比增长3.2%,2024年全年增长5%;15家企业入驻。", "同比增长3.2%，2024年全年增长5%；15家企业入驻。"),
        ("(来源:巫溪县融媒体中心)", "（来源：巫溪县融媒体中心）"),
    ),
    keeps=(
        "观众共1,234,567人。",
        "见附件(一\n\n2) of 3",
        "投资额192.6亿美元。",
        "比赛以3:2结束，时间是16:49。",
        "He said: yes, of course (and left).",
    ),
)
