"""Dates that do not exist, and dates whose day of the week is another one."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date

from qingyang.text.article import Paragraph
from qingyang.text.finding import Check, Found
from qingyang.wording import message

_DAYS = "一二三四五六日"
_FULL = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
    r"(?:[\s（(，,]{0,2}(?:星期|周|礼拜)(?P<w>[一二三四五六日天]))?"
)
_BARE = re.compile(r"(?<![\d年月.])(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_LEAP = 2000


def find(paragraphs: Sequence[Paragraph]) -> Iterable[Found]:
    """Yield impossible dates, and days of the week that a full date contradicts."""
    for n, paragraph in enumerate(paragraphs):
        for match in _FULL.finditer(paragraph.text):
            year, month, day = (int(match[name]) for name in "ymd")
            if not _exists(year, month, day):
                yield _impossible(n, match)
            elif match["w"] and _DAYS[date(year, month, day).weekday()] != match["w"].replace("天", "日"):
                right = _DAYS[date(year, month, day).weekday()]
                why = message("check.weekday", date=f"{year}-{month:02}-{day:02}", day=f"星期{right}")
                yield Found(n, match.start("w"), match.end("w"), why, (right,))
        for match in _BARE.finditer(paragraph.text):
            if not _exists(_LEAP, int(match["m"]), int(match["d"])):
                yield _impossible(n, match)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _impossible(n: int, match: re.Match[str]) -> Found:
    return Found(n, match.start(), match.end("d") + 1, message("check.no_such_date", date=match.group()))


CHECK = Check(
    "weekdays",
    find,
    finds=(
        ("2025年3月11日 星期三", ("三",)),
        ("2025年2月29日，渝中区", ("2025年2月29日",)),
        ("11月31日", ("11月31日",)),
        ("13月5日", ("13月5日",)),
    ),
    keeps=(
        "2025年3月11日 星期二",
        "2024年2月29日（星期四）",
        "2月29日",
        "2025年11月30日",
        "2025年3月9日（周日）",
    ),
    p=0.99,
    worded=True,
)
