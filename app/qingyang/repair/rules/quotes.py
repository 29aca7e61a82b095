"""Straight quotes in Chinese, curled in pairs; a quote that OCR turned the wrong way, set right by its partner.

Only what stands in Chinese is touched: English, code, inch and minute marks and apostrophes keep theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qingyang.lexicon import Words
from qingyang.repair.context import around, in_code
from qingyang.repair.rule import Rule
from qingyang.repair.signs import HAN
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.wording import message

PAIR, TURNED, LONE = 0.99, 0.9, 0.85
"""Two of which at least one is straight; one that looks the wrong way; one without a partner."""

# Beside a Latin letter or before a number a straight single quote is an apostrophe or a minute mark.
_QUOTE = re.compile("[“”\"'\n](?:(?<!')|(?<![0-9A-Za-z]')(?![0-9]))")
_STRAIGHT = "\"'"
_CHINESE = re.compile(f"[{HAN}，。、；：？！（）《》—…]")
_CLOSES_BEFORE = frozenset("，。；：？！、）》,;:?!)")
_CLOSES_AFTER = frozenset("。？！…?!")
_OPENS_AFTER = frozenset("：，、（《”:,(")
_PASSED_OVER = " \u3000\t0123456789.%·“”‘’\"'"
_CLAUSE_END = re.compile("[。！？!?]|   ")
_REACH = 60


class _Quote(NamedTuple):
    at: int
    sign: str


class _Turn(NamedTuple):
    """What one quote should be."""

    quote: _Quote
    new: str
    p: float


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose each straight or turned quote as one edit."""
    quotes: list[_Quote] = []
    wanting = False
    for found in _QUOTE.finditer(view.text):
        sign = found.group()
        if sign != "\n":
            wanting = wanting or sign in _STRAIGHT or bool(quotes and quotes[-1].sign == sign)
            quotes.append(_Quote(found.start(), sign))
            continue
        if wanting:
            yield from _edits(view, quotes)
        quotes, wanting = [], False
    if wanting:
        yield from _edits(view, quotes)


def _edits(view: View, quotes: Sequence[_Quote]) -> Iterator[Edit]:
    singles, doubles = _apart(quotes)
    for turn in (*singles, *_turned(view.text, doubles)):
        quote = turn.quote
        if turn.new != quote.sign and _in_chinese(view.text, quote.at, turn.new in "“‘"):
            start = view.raw(quote.at)
            name = "why.straight_quote" if quote.sign in _STRAIGHT else "why.turned_quote"
            yield Edit(start, start + 1, turn.new, "quote", turn.p, message(name, new=turn.new))


def _apart(quotes: Sequence[_Quote]) -> tuple[list[_Turn], list[_Quote]]:
    """Return the single quotes that are a pair of their own, and the rest: doubles, and what OCR read as single."""
    singles: list[_Turn] = []
    doubles: list[_Quote] = []
    k = 0
    while k < len(quotes):
        if quotes[k].sign == "'" and quotes[k + 1 : k + 2] and quotes[k + 1].sign == "'":
            singles += _Turn(quotes[k], "‘", PAIR), _Turn(quotes[k + 1], "’", PAIR)
            k += 2
        else:
            doubles.append(quotes[k])
            k += 1
    return singles, doubles


def _turned(text: str, quotes: Sequence[_Quote]) -> Iterator[_Turn]:
    opener: _Quote | None = None
    for k, quote in enumerate(quotes):
        if opener is None and quote.sign in _STRAIGHT and text[quote.at - 1 : quote.at].isdigit():
            continue  # An inch or minute mark.
        following = quotes[k + 1] if k + 1 < len(quotes) else None
        if _opens(text, quote, opener is not None, following):
            if opener is not None:
                yield _alone(text, opener)
            opener = quote
        elif opener is not None:
            yield _Turn(opener, "“", TURNED if opener.sign == "”" else PAIR)
            yield _Turn(quote, "”", TURNED if quote.sign == "“" else PAIR)
            opener = None
        else:
            yield _alone(text, quote)
    if opener is not None:
        yield _alone(text, opener)


def _opens(text: str, quote: _Quote, inside: bool, following: _Quote | None) -> bool:
    """Say whether a quote opens, by the state it stands in and by what is beside it."""
    closing = _closes_before(text, quote.at)
    ended = text[quote.at - 1 : quote.at] in _CLOSES_AFTER
    closer_next = following is not None and following.sign != "“"
    if quote.sign == "“":
        return not (inside and (closing or ended))
    if quote.sign == "”":
        # Two closing ones in one clause: the first is turned round. Farther apart, an opening one may be lost.
        if following is None or not closer_next or inside or closing or ended:
            return False
        return not _CLAUSE_END.search(text, quote.at, min(following.at, quote.at + _REACH))
    if inside:
        return text[quote.at - 1] in _OPENS_AFTER and not closing
    return not closing and (closer_next or not ended)


def _closes_before(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return not after or after == "\n" or after in _CLOSES_BEFORE


def _alone(text: str, quote: _Quote) -> _Turn:
    before = text[quote.at - 1 : quote.at]
    if quote.sign in _STRAIGHT and _closes_before(text, quote.at):
        return _Turn(quote, "”", LONE)
    if quote.sign in _STRAIGHT and before in _OPENS_AFTER:
        return _Turn(quote, "“", LONE)
    return _Turn(quote, quote.sign, 1.0)


def _in_chinese(text: str, at: int, opens: bool) -> bool:
    """Say whether Chinese stands beside a quote, outside it or at a paragraph's edge inside it, and no code."""
    first, last = around(text, at)
    before, after = text[first:at].rstrip(_PASSED_OVER), text[at + 1 : last].lstrip(_PASSED_OVER)
    outside, inside = (before[-1:], after[:1]) if opens else (after[:1], before[-1:])
    chinese = _CHINESE.match(outside or inside) or (_CHINESE.match(inside) and not outside.isalpha())
    return bool(chinese) and not in_code(text, at)


RULE = Rule(
    "quote",
    propose,
    mends=(
        ('他说:"我们去吧。"大家都说"好"。', "他说：“我们去吧。”大家都说“好”。"),
        ('自治区首届“十佳"文明单位。', "自治区首届“十佳”文明单位。"),
        ("\"'十四五'时期要加强交流。\"负责人说。", "“‘十四五’时期要加强交流。”负责人说。"),
        ('小麦已完成两轮”一喷三防"，长势良好。', "小麦已完成两轮“一喷三防”，长势良好。"),
        ("一个'五金\"小镇引起了关注。", "一个“五金”小镇引起了关注。"),
        ('他引用了"Stay hungry"一句。', "他引用了“Stay hungry”一句。"),
    ),
    keeps=(
        'He said: "Well, is it true?" (It was not; nobody knew why!)',
        'print("渝中区")',
        '{"地区":"渝中"}',
        "It's the people's park, isn't it?",
        '他买了一台27"的显示器，重5\'2"。',
        "“我们不去，”他说，“改天吧。”",
        "之一”，他说，“我们将继续推进。”",
        "他喜欢“甲”与“乙”与丙”。",
        'The word "渝中" is a name.',
    ),
)
