"""Full-width marks flattened to ASCII (NFKC) or read so by OCR, full-width again where the text around is Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qingyang.lexicon import Words
from qingyang.repair.context import in_code
from qingyang.repair.rule import Rule
from qingyang.repair.signs import HAN
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.wording import message

BESIDE, NEAR, STOP = 0.998, 0.99, 0.97
"""Right next to Chinese; with numbers or other marks between; a full stop."""

_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", ".": "。"}
_WHY = {mark: message("why.flattened", mark=mark) for mark in _FULL}
_CHINESE = f"{HAN}、。，；：？！《》〈〉【】「」『』—…％℃·"
_LETTER = re.compile(f"[{_CHINESE}]")
# The class comes first so that the search skips from mark to mark.
_MARK = re.compile(
    f"[,:;?!.](?:(?P<beside>(?<=[{_CHINESE}][,:;?!])|(?<=[,:;?!])(?=[{_CHINESE}]))"
    # A stop ends a quote, a bracket or a paragraph of Chinese; elsewhere it may be anything.
    rf"|(?P<stop>(?<=[{HAN}”》）][{HAN}”》）]\.)(?=[”’）]|[ \u3000]*(?:\n|\Z)))"
    r"|(?<!\.))"
)
_PASSED_OVER = frozenset(" \u3000\t0123456789,:;?!()%.\"'“”‘’（）")
_CLOSING = frozenset("”’\"'")
_REACH = 12


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose each flattened mark as one edit."""
    for found in _MARK.finditer(view.text):
        p = _probability(view.text, found)
        if p:
            mark = found.group()
            start = view.raw(found.start())
            yield Edit(start, start + 1, _FULL[mark], "full_width", p, _WHY[mark])


def _probability(text: str, found: re.Match[str]) -> float:
    if found.lastgroup:
        return BESIDE if found.lastgroup == "beside" else STOP
    at = found.start()
    if (_nearest(text, at, -1, " ").isdigit() and _nearest(text, at, 1, " ").isdigit()) or in_code(text, at):
        return 0.0
    if _LETTER.match(_nearest(text, at, -1, _PASSED_OVER)):
        return NEAR
    # Behind a Western word inside quotes a mark belongs to that word.
    quoted = text[at + 1 : at + 2] in _CLOSING
    return NEAR if not quoted and _LETTER.match(_nearest(text, at, 1, _PASSED_OVER)) else 0.0


def _nearest(text: str, at: int, step: int, passed_over: frozenset[str] | str) -> str:
    """Return the nearest character of the same paragraph that is not passed over, empty if none is near."""
    for k in range(at + step, at + step * _REACH, step):
        if not 0 <= k < len(text) or text[k] == "\n":
            return ""
        if text[k] not in passed_over:
            return text[k]
    return ""


RULE = Rule(
    "full_width",
    propose,
    mends=(
        ("之一,累计落地项目30余个,占全市50%以上。", "之一，累计落地项目30余个，占全市50%以上。"),
        ("同比增长3.2%,2024年全年增长5%;15家企业入驻。", "同比增长3.2%，2024年全年增长5%；15家企业入驻。"),
        ("来源:巫溪县融媒体中心", "来源：巫溪县融媒体中心"),
        ("“真的吗?”她问:“你去不去?”", "“真的吗？”她问：“你去不去？”"),
        ("参观者来自全国各地.", "参观者来自全国各地。"),
    ),
    keeps=(
        "观众共1,234,567人。",
        "投资额192.6亿美元。",
        "比赛以3:2结束，时间是16:49。",
        "最后的比分是3 : 2。",
        "He said: yes, of course (and left).",
        "他只说了一句“Yes, sir!”就走了。",
        "网址是http://www.example.com/a?b=1,2。",
    ),
)
