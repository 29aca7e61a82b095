"""Numerals set against GB/T 15835-2011: years cut short, mixed digits, 零 for 〇, ranges, about how many."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from qingyang.text.article import Paragraph
from qingyang.text.finding import Check, Found
from qingyang.wording import message

_ONES = "一二三四五六七八九"
_NEXT = {str(n): n + 1 for n in range(1, 9)}


def _without_zero(found: re.Match[str]) -> tuple[str, ...]:
    return (found.group().replace("零", "〇").replace("○", "〇").replace("O", "〇"),)


def _both_units(found: re.Match[str]) -> tuple[str, ...]:
    return (f"{found[1]}{found[4]}～{found[3]}{found[4]}",)


def _about(found: re.Match[str]) -> tuple[str, ...]:
    first, second = int(found[1]), int(found[2])
    return (_ONES[first - 1] + _ONES[second - 1],) if second == first + 1 else ()


def _nothing(found: re.Match[str]) -> tuple[str, ...]:
    return ()


def _less(found: re.Match[str]) -> tuple[str, ...]:
    """Offer the number with one of its two words for about."""
    return (found[1] + found[2], found[2] + found[3])


_MEASURE = "个天位名岁次年米公元吨"
_COUNTED = "[个人名元米公里吨户家件天年%]"
_NUMBER = r"(\d+(?:\.\d+)?[百千万亿]*"
_YEAR = f"(?=[{_ONES}〇零○O]{{3}}年)(?=.{{0,2}}[零○O])[{_ONES}〇零○O]{{3}}"
# Name, characters one of which it takes (to look for them is ten times faster), expression, offers.
_RULES: tuple[tuple[str, str, re.Pattern[str], Callable[[re.Match[str]], tuple[str, ...]]], ...] = (
    # A year of four digits is not cut to two.
    (
        "short_year",
        "月",
        re.compile(r"(?<![\d.\-—～~])(?:[4-9]\d|0\d)年(?:1[0-2]|[1-9])月(?!份?龄)"),
        _nothing,
    ),
    # The zero of a number that counts nothing is 〇.
    ("zero", "零○O", re.compile(f"(?<![{_ONES}〇零百千万])[一二]{_YEAR}"), _without_zero),
    # Arabic and Chinese digits are not mixed in one number, but for 万 and 亿.
    (
        "mixed",
        "十",
        re.compile(f"(?<![\\d.第])[1-9]\\d?十(?:[{_ONES}]|(?=[多余个元人家]))|[{_ONES}]十\\d(?![\\dA-Z])"),
        _nothing,
    ),
    ("mixed", "百千", re.compile(r"(?<![\d.])\d{1,2}[百千](?=[多余个元人家名户件亩])(?!分)"), _nothing),
    # A range says what both its ends count where one could be misread.
    (
        "range",
        "%％",
        re.compile(r"(?<![\d.%])(\d+(?:\.\d+)?)([～~\-—－至])(\d+(?:\.\d+)?)([%％])"),
        _both_units,
    ),
    # About how many is told in Chinese characters without a mark.
    (
        "about",
        "、",
        re.compile(f"(?<![\\d、第.至到])([1-9])、([1-9])(?=[{_MEASURE}])(?![年级][级月])"),
        _about,
    ),
    # What is said to be near a number is not said to be more than it as well.
    (
        "about_twice",
        "近约",
        re.compile(f"(近|约|大约|将近|接近){_NUMBER})([多余])(?=[\u4e00-\u9fff])"),
        _less,
    ),
    ("about_twice", "约", re.compile(f"(约|大约){_NUMBER}{_COUNTED}{{1,2}})(左右|上下)"), _less),
    (
        "about_twice",
        "超逾",
        re.compile(f"(超过|超|逾){_NUMBER}{_COUNTED}{{0,2}})(以上|[多余](?={_COUNTED}))"),
        _less,
    ),
)


def find(paragraphs: Sequence[Paragraph]) -> Iterable[Found]:
    """Yield numerals that the standard writes otherwise."""
    for n, paragraph in enumerate(paragraphs):
        text = paragraph.text
        found = [
            Found(n, m.start(), m.end(), message(f"check.numeral_{name}", number=m.group()), offers(m))
            for name, needed, pattern, offers in _RULES
            if any(sign in text for sign in needed)
            for m in pattern.finditer(text)
            if name != "about" or _NEXT.get(m[1]) == int(m[2])
        ]
        yield from sorted(found, key=lambda f: f.start)


CHECK = Check(
    "numerals",
    find,
    finds=(
        ("他98年5月来到渝中。", ("98年5月",)),
        ("二零二五年三月", ("二零二五",)),
        ("二十3名选手", ("二十3",)),
        ("共3千余人", ("3千",)),
        ("增长10～20%", ("10～20%",)),
        ("干了3、4天", ("3、4",)),
        ("近300多名师生", ("近300多",)),
        ("约5公里左右", ("约5公里左右",)),
        ("超过200家以上", ("超过200家以上",)),
    ),
    keeps=(
        "1998年5月",
        "有期徒刑10年3个月",
        "二〇二五年",
        "一千零一夜",
        "3万人、5亿元、50百分点",
        "增长10%～20%",
        "3、4号线，第3、4年级",
        "近300名师生，约5公里",
        "3千克、5千瓦、4千米",
        "2024-2025年",
        "比例在1:3至1:4%之间",
        "三百零五人",
        "一百二十3D打印",
    ),
    worded=True,
)
