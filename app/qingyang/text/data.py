"""Data figures of a paragraph, as spans: dates, money, percentages, numbers with a unit."""

from __future__ import annotations

import re

from qingyang.text.article import Span
from qingyang.text.fold import folded
from qingyang.text.quantity import quantities

DATE, MONEY, PERCENTAGE, QUANTITY = "date", "money", "percentage", "quantity"
_CURRENCIES = frozenset({"元", "美元", "欧元", "港元", "日元"})
_PERCENT = frozenset({"%", "‰", "个百分点", "百分点"})
_DATE = re.compile(
    r"(?<![\d.])(\d{4}|[〇零一二三四五六七八九]{4})年((\d{1,2}|[一二三四五六七八九十]{1,3})月((\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?)?"
    r"|(?<![\d.])(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]"
    r"|(?<![\d.])\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)"
)


def data_spans(text: str) -> list[Span]:
    """Return the dates, sums of money, percentages and counted things of a text, in order, none inside another.

    A number without a unit that is no date is left out: it may be a name, a page, a score.

    >>> data_spans("11月13日花费3.2亿元")
    [Span(start=0, end=6, role='date'), Span(start=8, end=13, role='money')]
    """
    text = folded(text)
    if not any(map(str.isdigit, text)) and "年" not in text and "月" not in text:
        return []
    found = [Span(match.start(), match.end(), DATE) for match in _DATE.finditer(text)]
    dated = [False] * (len(text) + 1)
    for span in found:
        dated[span.start : span.end] = [True] * (span.end - span.start)
    for number in quantities(text):
        if number.unit and not any(dated[number.start : number.end]):
            found.append(Span(number.start, number.end, _kind(number.unit)))
    return sorted(found)


def _kind(unit: str) -> str:
    if unit in _CURRENCIES:
        return MONEY
    return PERCENTAGE if unit in _PERCENT else QUANTITY
