"""差错率: mistakes an editor has marked, per 10,000 characters of the page.

By 《报纸编校差错率计算方法》, the annex of 《报纸期刊质量管理规定》 (国家新闻出版署, 2020-05-28), clauses as it numbers
them. A newspaper passes at no more than 3 in 10,000 (第五条). What extraction damaged and what the
machine repaired is nobody's mistake and never counts: only a `Slip` does.

The clauses up to 三.2(4) were read in full; 0.1 for a mark is that of 三.3. Clauses of 三.2 after (4), of spellings and
units, and those of layout (三.4) are not offered.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from qingyang.text.edit import Slip

WEIGHTS: dict[str, Decimal | None] = {
    # 三.2(1): fact, knowledge, logic, grammar: 1 each.
    "fact": Decimal(1),
    # 三.2(2): a wrong, missing or superfluous character 1, two to five 2, more 4.
    "wording": None,
    # 三.2(2): characters in the wrong order that one proof mark puts right 1.
    "order": Decimal(1),
    # 三.2(2): a wrong figure 1, however many digits.
    "figure": Decimal(1),
    # 三.2(3): Arabic against Chinese numerals .1.
    "numeral": Decimal("0.1"),
    # 三.2(4): a foreign word 1, however much of it is wrong.
    "foreign": Decimal(1),
    # 三.3: a mark .1.
    "mark": Decimal("0.1"),
}
DOUBLED = frozenset({"column_title", "kicker", "headline", "deck", "subhead", "folio"})
"""Roles of 报头、报眉、栏头、标题, where a mistake in the wording counts double (三.1)."""
REPEATS = 3
"""The same mistake counts at most so often in one issue (三.2)."""
MOST_NUMERALS = Decimal(1)
"""All that 三.2(3) adds up to in one issue."""
LEGAL = Decimal(3)
"""Mistakes in 10,000 characters."""
PICTURE, ORNAMENT = Decimal("0.8"), Decimal("0.3")
"""Share of the characters whose room a picture takes: a news photograph or work of art, a decoration (二.1)."""


class ErrorRate(NamedTuple):
    """What the mistakes of an issue come to."""

    errors: Decimal
    base: int
    """检查总字数."""

    @property
    def rate(self) -> Decimal:
        """Return the mistakes in 10,000 characters; 0 for an empty page."""
        return self.errors * 10_000 / self.base if self.base else Decimal(0)

    @property
    def legal(self) -> Decimal:
        """Return the mistakes in 10,000 characters that the law allows."""
        return LEGAL

    @property
    def passes(self) -> bool:
        """Say whether the law calls this acceptable."""
        return self.rate <= LEGAL


def page_characters(
    per_line: int, lines: int, pages: int, pictures: Iterable[tuple[int, Decimal]] = ()
) -> int:
    """Return the 版面字数: characters a line times lines, running heads, tables and white space included (二.1).

    ``pictures`` are the characters whose room each takes, and `PICTURE` or `ORNAMENT`.
    """
    less = sum((room * (1 - share) for room, share in pictures), Decimal(0))
    return per_line * lines * pages - round(less)


def error_rate(slips: Iterable[tuple[Slip, str]], base: int) -> ErrorRate:
    """Return the error rate of an issue from marked mistakes, each with the role of its paragraph."""
    alike: dict[tuple[str, str], list[Decimal]] = {}
    numerals = Decimal(0)
    for slip, role in slips:
        weight = _weight(slip, role)
        if slip.kind == "numeral":
            numerals += weight
        else:
            alike.setdefault((slip.kind, slip.text), []).append(weight)
    counted = (sum(sorted(weights, reverse=True)[:REPEATS], Decimal(0)) for weights in alike.values())
    return ErrorRate(sum(counted, Decimal(0)) + min(numerals, MOST_NUMERALS), base)


def _weight(slip: Slip, role: str) -> Decimal:
    weight = WEIGHTS[slip.kind]
    if weight is None:
        weight = Decimal(1 if slip.characters == 1 else 2 if slip.characters <= 5 else 4)
    # 三.1 speaks of the wording; a mark in a headline is worth no more than elsewhere.
    doubled = slip.important or (role in DOUBLED and slip.kind != "mark")
    return 2 * weight if doubled else weight
