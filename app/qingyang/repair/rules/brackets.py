"""Round brackets flattened to ASCII, whole again as a pair; an opener that OCR read as a title mark.

Around Latin or numbers alone half-width brackets are the house style of many papers and stay, unless the whole file
was flattened: then not one full-width bracket is left in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from qingyang.lexicon import Words
from qingyang.repair.context import in_code
from qingyang.repair.rule import Rule
from qingyang.repair.signs import HAN
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.wording import message

PAIR, HALF, FLAT, LONE, MISREAD = 0.995, 0.99, 0.9, 0.95, 0.9
"""Both half-width around Chinese; one of them; both around Latin in a flattened file; no partner; a title mark."""

_BRACKET = re.compile("[()（）《》〈〉\n]")
_PARTNERS = {")": "(（", "）": "(（", "》": "《", "〉": "〈"}
_ROUND = "()"
_FULL = {"(": "（", ")": "）", "《": "（", "〈": "（"}
_CHINESE = re.compile(f"[{HAN}“”‘’《》、。，；：？！—…％℃·]")
_HAN = re.compile(f"[{HAN}]")
_BEGINS = re.compile(f"[0-9]{{0,4}}[{HAN}]")
_FULL_MARKS = re.compile("[（），：；！？]")
_FLATTENED = re.compile(f"[,:;](?<=[{HAN}].)(?=[{HAN}])")
# A number or a letter in front of one closing bracket at a paragraph's start counts an item.
_ITEM = re.compile("[0-9A-Za-z一二三四五六七八九十甲乙丙丁]{1,3}$")
_INSIDE = 200
"""Characters looked at inside a bracket: nested ones must not be read again and again."""


class _Bracket(NamedTuple):
    at: int
    sign: str


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose each flattened or misread bracket as one edit."""
    if not ("(" in view.text or ")" in view.text):
        return
    flat = not _FULL_MARKS.search(view.text) and bool(_FLATTENED.search(view.text))
    for opener, closer in _pairs(view.text):
        if opener and closer:
            yield from _pair(view, opener, closer, flat)
        elif bracket := opener or closer:
            yield from _lone(view, bracket)


def _pairs(text: str) -> Iterator[tuple[_Bracket | None, _Bracket | None]]:
    """Yield every opener with its closer, None in place of a missing one."""
    open_now: list[_Bracket] = []
    for found in _BRACKET.finditer(text):
        bracket = _Bracket(found.start(), found.group())
        if bracket.sign == "\n":
            yield from ((opener, None) for opener in open_now)
            open_now.clear()
        elif bracket.sign in _PARTNERS:
            yield from _closed(open_now, bracket)
        else:
            open_now.append(bracket)
    yield from ((opener, None) for opener in open_now)


def _closed(open_now: list[_Bracket], closer: _Bracket) -> Iterator[tuple[_Bracket | None, _Bracket | None]]:
    partners = _PARTNERS[closer.sign]
    if not open_now:
        yield None, closer
    elif open_now[-1].sign in partners:
        yield open_now.pop(), closer
    elif len(open_now) > 1 and open_now[-2].sign in partners:
        yield open_now.pop(), None
        yield open_now.pop(), closer
    elif closer.sign in ")）" and open_now[-1].sign in "《〈":
        yield open_now.pop(), closer
    else:
        yield None, closer


def _pair(view: View, opener: _Bracket, closer: _Bracket, flat: bool) -> Iterator[Edit]:
    text = view.text
    chinese = _CHINESE.search(text, opener.at + 1, min(closer.at, opener.at + _INSIDE))
    if opener.sign in "《〈" and closer.sign in ")）":
        if chinese:
            yield _edit(view, opener, MISREAD)
            yield from (_edit(view, b, MISREAD) for b in (closer,) if b.sign in _ROUND)
        return
    if in_code(text, opener.at):
        return
    halves = [b for b in (opener, closer) if b.sign in _ROUND]
    if len(halves) == 1:
        yield _edit(view, halves[0], HALF)
    elif chinese:
        yield from (_edit(view, b, PAIR) for b in halves)
    elif flat and _HAN.match(text, max(0, opener.at - 1)):
        yield from (_edit(view, b, FLAT) for b in halves)


def _lone(view: View, bracket: _Bracket) -> Iterator[Edit]:
    text, at = view.text, bracket.at
    if bracket.sign == "(" and _BEGINS.match(text, at + 1):
        yield _edit(view, bracket, LONE)
    elif bracket.sign == ")" and at and _HAN.match(text, at - 1):
        first = max(text.rfind("\n", max(0, at - 4), at), at - 5) + 1
        if not (_ITEM.fullmatch(text, first, at) and (not first or text[first - 1] == "\n")):
            yield _edit(view, bracket, LONE)


def _edit(view: View, bracket: _Bracket, p: float) -> Edit:
    start = view.raw(bracket.at)
    name = "why.flattened" if bracket.sign in _ROUND else "why.misread_bracket"
    return Edit(start, start + 1, _FULL[bracket.sign], "bracket", p, message(name, mark=bracket.sign))


RULE = Rule(
    "bracket",
    propose,
    mends=(
        ("(来源:巫溪县融媒体中心)", "（来源：巫溪县融媒体中心）"),
        ("本报讯(记者 晏艳辉）11月13日，记者获悉。", "本报讯（记者 晏艳辉）11月13日，记者获悉。"),
        ("人工智能(AI）走进课堂，学生很高兴。", "人工智能（AI）走进课堂，学生很高兴。"),
        ("该厂今年(截至9月)产量翻番(见附表)。", "该厂今年（截至9月）产量翻番（见附表）。"),
        ("本报讯〈记者 晏艳辉)11月13日，记者获悉。", "本报讯（记者 晏艳辉）11月13日，记者获悉。"),
        ("人工智能(AI)走进课堂,学生很高兴。", "人工智能（AI）走进课堂，学生很高兴。"),
    ),
    keeps=(
        "See (a\n\n2) of 3",
        "人工智能(AI)走进课堂，学生很高兴。",
        "He said: yes, of course (and left).",
        "1)总则\n二)附则",
        "他翻开《规划（草案）》，又合上。",
        "def 路径(a): return (a + 1)",
    ),
)
