"""Running heads and folios: a line that comes again and again, or again with another number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from qingyang.lexicon import Lexicon
from qingyang.repair.context import paragraphs
from qingyang.repair.kinds import KINDS, kind
from qingyang.repair.rule import FlagRule
from qingyang.repair.signs import HAN
from qingyang.repair.view import View
from qingyang.text.edit import Flag
from qingyang.text.fold import folded
from qingyang.wording import message

LIKELY = 0.8
TIMES, FOLIOS = 3, 2
"""So often the same line stands; so often a folio with another number or date."""
APART = 5
"""Paragraphs between two, on average: verse and lists repeat sooner."""
SHORTEST, LONGEST = 4, 40

_FOLIO = KINDS.index("folio")
_PAGE = re.compile(r"第\d+[版页]|[-—·] ?\d+ ?[-—·]")
_NUMBER = re.compile(r"\d+|(?<=星期)[一二三四五六日天]")
_LETTER = re.compile(f"[{HAN}A-Za-z]")
_SENTENCE = re.compile("[，。；：？！、“”]")


def find(view: View, lexicon: Lexicon) -> Iterator[Flag]:
    """Flag every line that stands on more than one page."""
    places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    text = folded(view.text)
    for k, (first, last) in enumerate(paragraphs(text)):
        if SHORTEST <= last - first <= LONGEST:
            line = text[first:last].replace(" ", "")
            places[_NUMBER.sub("#", line) if "第" in line or "年" in line else line].append((first, last, k))
    for line, found in places.items():
        if len(found) >= FOLIOS and _repeated(text, line, found):
            for first, last, _ in found:
                why = message("why.repeated_line", times=len(found))
                yield Flag(view.raw(first), view.raw(last - 1) + 1, "repeated_line", LIKELY, why)


def _repeated(text: str, line: str, found: Sequence[tuple[int, int, int]]) -> bool:
    first, last, k = found[0]
    if kind(text[first:last]) == _FOLIO or _PAGE.fullmatch(text[first:last].replace(" ", "")):
        return True
    far = found[-1][2] - k >= APART * (len(found) - 1)
    return (
        far
        and len(found) >= TIMES
        and "#" not in line
        and bool(_LETTER.search(line))
        and not _SENTENCE.search(line)
    )


RULE = FlagRule(
    "repeated_line",
    find,
    flags=(
        (
            "第1版 要闻 2025年3月11日 星期二\n渝中区有良好的现代服务业。\n第2版 要闻 2025年3月11日 星期二\n正文。",
            ("第1版 要闻 2025年3月11日 星期二", "第2版 要闻 2025年3月11日 星期二"),
        ),
        (
            "第1頁 要聞 2025年3月11日 星期二\n渝中區有良好的現代服務業。\n第2頁 要聞 2025年3月11日 星期二\n正文。",
            ("第1頁 要聞 2025年3月11日 星期二", "第2頁 要聞 2025年3月11日 星期二"),
        ),
        (
            "責任編輯：陳海 版面設計：任勇\n渝中區有良好的現代服務業。\n責任編輯：陳海 版面設計：任勇\n正文。",
            ("責任編輯：陳海 版面設計：任勇", "責任編輯：陳海 版面設計：任勇"),
        ),
        (
            "重庆渝中报\n一段正文。\n二段正文。\n三段正文。\n四段正文。\n" * 3,
            ("重庆渝中报", "重庆渝中报", "重庆渝中报"),
        ),
    ),
    keeps=(
        "轻轻的我走了\n正如我轻轻的来\n轻轻的我走了\n正如我轻轻的来\n轻轻的我走了",
        "第3版 要闻 2025年3月11日 星期二",
        "第一章 2025年计划\n正文。\n第二章 2026年计划",
    ),
)
