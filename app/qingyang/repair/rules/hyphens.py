"""A Western word that was hyphenated at a line's end, whole again where the lines are joined."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from qingyang.lexicon import Words
from qingyang.repair.rule import Rule
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.wording import message

LIKELY = 0.9
"""A compound may have been cut at its own hyphen: a person sees every one."""

_CUT = re.compile("[-\u2010](?<=[A-Za-z][a-z].)(?=[a-z]{2})")


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose to drop each hyphen between two small letters that stand on two lines."""
    for found in _CUT.finditer(view.text):
        if _begins_a_line(view, found.end()):
            start = view.raw(found.start())
            yield Edit(start, start + 1, "", "hyphen", LIKELY, message("why.hyphen"))


def _begins_a_line(view: View, at: int) -> bool:
    return view.ats[bisect_left(view.ats, at)] == at if at <= view.ats[-1] else False


RULE = Rule(
    "hyphen",
    propose,
    mends=(
        (
            "渝中区与法国高等商学院今天在解放碑\n签约，学校全名是Institut des Scien-\n"
            "ces du Commerce，首批学生九月入学，\n学制两年，教室设在人民大礼堂附近。",
            "渝中区与法国高等商学院今天在解放碑签约，学校全名是Institut des Sciences du Commerce，"
            "首批学生九月入学，学制两年，教室设在人民大礼堂附近。",
        ),
    ),
    keeps=("渝中区举办Wi-Fi展览。", "他读了Jean-Luc的书。"),
)
