"""Running heads and folios: a line that comes again and again, or again with another number."""

from __future__ import annotations

from collections.abc import Iterator

from qingyang.lexicon import Lexicon
from qingyang.repair.context import paragraphs
from qingyang.repair.furniture import repeated
from qingyang.repair.rule import FlagRule
from qingyang.repair.view import View
from qingyang.text.edit import Flag
from qingyang.text.fold import folded
from qingyang.wording import message

LIKELY = 0.8


def find(view: View, lexicon: Lexicon) -> Iterator[Flag]:
    """Flag every line that stands on more than one page."""
    text = folded(view.text)
    spans = list(paragraphs(text))
    for found in repeated([text[a:b] for a, b in spans]):
        why = message("why.repeated_line", times=len(found))
        for first, last in map(spans.__getitem__, found):
            yield Flag(view.raw(first), view.raw(last - 1) + 1, "repeated_line", LIKELY, why)


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
