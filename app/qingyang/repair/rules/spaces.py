"""Spaces inside words, quoted words and numbers; those that part phrases stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qingyang.lexicon import Words
from qingyang.repair.rule import Rule
from qingyang.repair.signs import HAN, UNITS
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.wording import message

_SPACES = re.compile("(?<=[^\\s])[ \u3000\u00a0]+(?=[^\\s])")
_NUMBER_THEN = re.compile(rf"[\d.%] +[{UNITS}]")


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose each space that stands inside a word, a quoted word or a number."""
    text = view.text
    for found in _SPACES.finditer(text):
        at, end = found.span()
        before, after = text[at - 1], text[end]
        han_before, han_after = not before.isascii(), not after.isascii()
        folio = text.find("星期", end, end + 16) >= 0 or text.startswith("星期", end)
        if (
            (((before.isdigit() and han_after) or (han_before and after.isdigit())) and not folio)
            or before in "“‘（《"
            or after in "”’）》，。、；："
        ):
            start = view.raw(at)
            yield Edit(start, start + end - at, "", "space", 0.98, message("why.space_in_number"))
        elif _single(text, at, end):
            start = view.raw(at)
            yield Edit(start, start + end - at, "", "space", 0.98, message("why.space_in_word"))


def _single(text: str, at: int, end: int) -> bool:
    return (
        text[at - 2 : at - 1] in " “"
        and text[end + 1 : end + 2] in " ”"
        and bool(re.match(f"[{HAN}]", text[at - 1]))
    )


RULE = Rule(
    "space",
    propose,
    mends=(("“ 十 四 五 ”时期，1 月 25 日，历时 3 年多。", "“十四五”时期，1月25日，历时3年多。"),),
    keeps=("快递员分拣包裹。 记者 晏艳辉 摄", "扫码关注重庆渝中 APP 图文报道", "文旅 2025年3月11日 星期日"),
)
