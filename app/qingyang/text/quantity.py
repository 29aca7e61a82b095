"""Numbers as newspapers print them: value, precision, unit, and whether they are meant exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

UNITS = (
    "平方公里|平方千米|平方米|立方米|公里|千米|毫米|厘米|海里|公斤|千克|公顷|千瓦时|千瓦|美元|欧元|港元|日元|人次|标箱|小时|分钟"
    "|个百分点|百分点|%|％|‰|元|米|吨|克|亩|度|种|件|个|人|名|位|户|家|项|条|次|起|例|所|座|辆|台|套|处|场|届|天|倍|箱|册|篇"
    "|级|岁|对|份|股|间|栋|艘|架|只|头|株|棵|门|部|支|票|单|宗|张|片|块|枚|首|本|集|期|类|批|组|班|趟|列|班次|床|盏|眼|口"
)
_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
SCALES = {
    "": 1,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
_QUANTITY = re.compile(
    r"(?P<about>近|约|超过|超|逾|将近|接近|突破|不足|不到|至少|最多|大约|达到近)?"
    r"(?<![\d.])(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<scale>万亿|百万|千万|[百千万亿])?"
    rf"(?P<more>多|余|来)?(?P<unit>{UNITS})?(?P<behind>左右|上下|以上|以内)?"
)


class Quantity(NamedTuple):
    """One number of a text with what it counts."""

    start: int
    """Of its first digit."""
    end: int
    """Behind its unit."""
    value: Decimal
    step: Decimal
    """What its last digit is worth: 10 000 in 47万, 100 in 47.93万."""
    unit: str
    exact: bool
    """Whether no word makes it an approximation."""

    @property
    def low(self) -> Decimal:
        """Return the least value that rounds to this one; what is counted one by one is not rounded."""
        return self.value - self._slack

    @property
    def high(self) -> Decimal:
        """Return the greatest value that rounds to this one."""
        return self.value + self._slack

    @property
    def _slack(self) -> Decimal:
        return Decimal(0) if self.step == 1 and self.unit != "%" else self.step / 2


def quantities(text: str) -> list[Quantity]:
    """Return the numbers in Arabic digits, in order; those without a unit have an empty one.

    >>> [(str(q.value), q.unit, q.exact) for q in quantities("近5万件，47.93万件")]
    [('50000', '件', False), ('479300', '件', True)]
    """
    found = []
    for match in _QUANTITY.finditer(text):
        digits = match["number"].replace(",", "")
        scale = Decimal(SCALES[match["scale"] or ""])
        places = len(digits.partition(".")[2])
        exact = not (match["about"] or match["more"] or match["behind"])
        end = (
            match.end("unit")
            if match["unit"]
            else match.end("scale")
            if match["scale"]
            else match.end("number")
        )
        unit = (match["unit"] or "").replace("％", "%")
        found.append(
            Quantity(match.start("number"), end, Decimal(digits) * scale, scale / 10**places, unit, exact)
        )
    return found


def chinese_number(text: str) -> int | None:
    """Return the value of a number below ten thousand in Chinese characters, None where it is none.

    >>> chinese_number("十二"), chinese_number("三百零五"), chinese_number("二〇二五")
    (12, 305, 2025)
    """
    if text and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, 0
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _TENS:
            total += (digit or 1) * _TENS[c]
            digit = 0
        else:
            return None
    return total + digit if text else None
