"""A quote or bracket that opens and does not close in its paragraph: what closed it may be lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qingyang.lexicon import Lexicon
from qingyang.repair.context import paragraphs
from qingyang.repair.rule import FlagRule
from qingyang.repair.view import View
from qingyang.text.edit import Flag
from qingyang.text.pairing import OPENERS, unpaired
from qingyang.wording import message

LIKELY = 0.8

_PAIRS = tuple(zip("“‘《（(【「『〈", "”’》）)】」』〉", strict=True))
_WIDTHS = str.maketrans("()", "（）")


def find(view: View, lexicon: Lexicon) -> Iterator[Flag]:
    """Flag each opening mark without its partner in the paragraph."""
    text = view.text
    spans = list(paragraphs(text))
    for k, (first, last) in enumerate(spans):
        # Counting is quick, pairing is not.
        if all(text.count(a, first, last) == text.count(b, first, last) for a, b in _PAIRS):
            continue
        for at, mark in _open(text[first:last]):
            if not (at == 0 and _goes_on(text, spans[k + 1 : k + 2], mark)):
                start = view.raw(first + at)
                yield Flag(start, start + 1, "unclosed", LIKELY, message("why.unclosed", mark=mark))


def _open(paragraph: str) -> list[tuple[int, str]]:
    # Half-width brackets pair with full-width ones, and straight quotes say nothing of who opens.
    straight = '"' in paragraph or "'" in paragraph
    lone = unpaired(paragraph.translate(_WIDTHS))
    return [(at, mark) for at, mark in lone if mark in OPENERS and not (straight and mark in "“‘")]


def _goes_on(text: str, following: Sequence[tuple[int, int]], mark: str) -> bool:
    """Say whether the next paragraph opens with the same mark: a long speech closes only in its last one."""
    return any(text[first] == mark for first, _ in following)


RULE = FlagRule(
    "unclosed",
    find,
    flags=(
        ("他说：“我们将加强与沿线国家的交流，推动项目落地。", ("“",)),
        ("他翻开《渝中文史资料，从头读起。", ("《",)),
    ),
    keeps=(
        "“我们将加强交流。\n“我们还将推动项目落地。”",
        "他说：“我们去吧。”",
        "见附件(一）。",
        '自治区首届“十佳"文明单位。',
    ),
)
