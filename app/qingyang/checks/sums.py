"""Figures that do not add up: growth against its two ends, parts against their total, shares against a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from qingyang.text.article import Paragraph
from qingyang.text.finding import Check, Found
from qingyang.text.quantity import Quantity, quantities
from qingyang.wording import message

_RISES = "增长|增加|提高|上升|提升|扩大|增|升|发展|攀升"
_FALLS = "下降|减少|降低|缩减|缩小|回落|降|减"
_CHANGE = re.compile(
    rf"[从由](?P<head>[^，。；：、]{{0,14}}?)(?P<from>\d[\d.,]*[百千万亿]*[^，。；：、\d]{{0,4}}?)"
    rf"(?P<way>{_RISES}|{_FALLS})[到至为](?P<to>\d[\d.,]*[百千万亿]*[^，。；：、\d]{{0,5}})"
    rf"[，（(](?:同比|增幅|降幅|年均)?(?:{_RISES}|{_FALLS}|达|为|到)*了?(?P<rate>\d+(?:\.\d+)?)[%％]"
)
_ALREADY = re.compile("年均|平均|近|约|超|逾")
_TOTAL = re.compile(
    r"(?P<total>(?:共|总|合计|计|总数|总量|总额|达)[^，。；：\d]{0,4}\d[^，。；：、]{0,8})[，。；：]?其中[，：]?(?P<parts>[^。；]+)"
)
_SHARE = re.compile(r"占(?:比|全部|总数|总量)?(?:的|为|达)?(\d+(?:\.\d+)?)[%％]")
_SLIP = Decimal("0.03")
"""Share of the total within which parts are meant to make it up; a greater gap means that some parts are not told."""
_LEAST_PARTS = 2


def find(paragraphs: Sequence[Paragraph]) -> Iterable[Found]:
    """Yield figures that arithmetic contradicts, rounding granted."""
    for n, paragraph in enumerate(paragraphs):
        if "%" in paragraph.text or "％" in paragraph.text:
            yield from _changes(n, paragraph.text)
            yield from _shares(n, paragraph.text)
        if "其中" in paragraph.text:
            yield from _totals(n, paragraph.text)


def _changes(n: int, text: str) -> Iterator[Found]:
    for match in _CHANGE.finditer(text):
        ends = [quantities(match[name]) for name in ("from", "to")]
        if _ALREADY.search(match.group()) or not (ends[0] and ends[1]) or not ends[0][0].value:
            continue
        before, now = ends[0][0], ends[1][0]
        if "%" in (before.unit, now.unit) or (before.unit and now.unit and before.unit != now.unit):
            continue
        low, high = sorted((_rate(before.high, now.low), _rate(before.low, now.high)))
        if match["way"] in _FALLS.split("|"):
            low, high = -high, -low
        stated = quantities(match["rate"] + "%")[0]
        if stated.high < low or stated.low > high:
            right = _rate(before.value, now.value).copy_abs().quantize(stated.step)
            why = message("check.rate", stated=match["rate"], right=str(right))
            yield Found(n, match.start("rate"), match.end("rate"), why, (str(right),))


def _rate(before: Decimal, now: Decimal) -> Decimal:
    return (now - before) * 100 / before


def _totals(n: int, text: str) -> Iterator[Found]:
    for match in _TOTAL.finditer(text):
        totals = quantities(match["total"])
        if not totals or not totals[-1].exact or not totals[-1].unit:
            continue
        total = totals[-1]
        parts = [q for q in quantities(match["parts"]) if q.unit == total.unit and q.unit != "%"]
        if len(parts) >= _LEAST_PARTS and all(q.exact for q in parts) and not _makes_up(total, parts):
            said = "＋".join(_plain(q.value) for q in parts)
            why = message(
                "check.sum",
                parts=said,
                sum=_plain(sum((q.value for q in parts), Decimal(0))),
                total=_plain(total.value),
            )
            start = match.start("total") + total.start
            yield Found(n, start, match.start("total") + total.end, why)


def _makes_up(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Say whether parts make up their total, or leave so much that some are not told or overlap."""
    low, high = sum((q.low for q in parts), Decimal(0)), sum((q.high for q in parts), Decimal(0))
    if low <= total.high and high >= total.low:
        return True
    return abs(_sum(parts) - total.value) > _SLIP * total.value


def _sum(parts: Iterable[Quantity]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _shares(n: int, text: str) -> Iterator[Found]:
    for sentence in re.finditer("[^。；]+", text):
        found = list(_SHARE.finditer(sentence.group()))
        values = [Decimal(match[1]) for match in found]
        whole = sum(values, Decimal(0))
        slack = Decimal("0.1") * len(values)
        if len(values) >= 3 and slack < abs(whole - 100) <= 100 * _SLIP:
            start, end = sentence.start() + found[0].start(1), sentence.start() + found[-1].end(1)
            yield Found(n, start, end, message("check.shares", sum=_plain(whole)))


CHECK = Check(
    "sums",
    find,
    finds=(
        ("产值从200亿元增长到250亿元，增长20%。", ("20",)),
        ("企业由52家增加至78家，同比增长55%。", ("55",)),
        ("失业率下降，人数从400人减少到300人，下降30%。", ("30",)),
        ("药品总数3159种，其中，西药1765种，中成药1384种。", ("3159种",)),
        ("甲占30%，乙占40%，丙占31.5%。", ("30%，乙占40%，丙占31.5",)),
    ),
    keeps=(
        "产值从200亿元增长到250亿元，增长25%。",
        "企业由52家增加至78家，同比增长50%。",
        "产值从199.6亿元增至251.2亿元，年均增长8%。",
        "药品总数3159种，其中，西药1765种，中成药1394种。",
        "共有职工300人，其中党员120人，女职工90人。",
        "占全市50%以上，占全国20%，占西部30%。",
        "比重从20%提高到25%，提高5个百分点。",
        "从2家增加到3家，增长了五成。",
        "产值从2.0亿元增长到2.5亿元，增长27%。",
    ),
    worded=True,
)
