"""Characters that OCR takes for one another: flagged where the other one makes a word and this one makes none.

A character is suspected when the dictionary leaves it and its neighbours standing alone, and its lookalike in its
place joins them to one word; or when a letter stands in a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from qingyang.lexicon import Lexicon, Words
from qingyang.repair.confusions import AT_HOME, DASHES, LOOKALIKES, MISPRINTS, RARE
from qingyang.repair.rule import FlagRule
from qingyang.repair.signs import HAN, UNITS
from qingyang.repair.view import View
from qingyang.text.edit import Flag
from qingyang.wording import message

WORD, NUMBER = 0.9, 0.97
"""The dictionary says so; a letter in a number."""
LONGER = 3
"""So long is a word that tells even of a character that often stands alone."""
REACH = 3
"""Characters of a word looked for on either side."""

_WANTED = frozenset((*LOOKALIKES, *MISPRINTS))
_BESIDE = re.compile(f"[{HAN}]")
_DIGITS = str.maketrans("OolI0", "0011〇")
_ODD = re.compile(
    "[OolI0曰](?:(?<=[0-9.][OolI])|(?<=[OolI])(?=[0-9.])"
    "|(?<=[一二三四五六七八九Oo0][Oo0])(?=[一二三四五六七八九年Oo0])|(?<=[0-9]曰)|(?<=曰)(?=[0-9]))"
)
_RUN = re.compile("[0-9OolI.]*")
_NUMBER = re.compile(rf"[OolI]?[0-9][0-9OolI.]*[{UNITS}]")
"""What follows must count something, else this may be the name of a model or a place."""
_CHINESE_NUMBER = re.compile("[一二三四五六七八九][Oo0]+[一二三四五六七八九年]")
_LONGEST = 12


class _Suspect(NamedTuple):
    at: int
    before: str
    sign: str
    after: str

    @property
    def room(self) -> int:
        """Return how many neighbours stand alone, too, and may be of one word with it."""
        return len(self.before) + len(self.after)


PIECE = 20_000
"""Characters cut into words at once, at the least."""


def find(view: View, lexicon: Lexicon) -> Iterator[Flag]:
    """Flag each character that looks misread, with what it may be in place of."""
    yield from _in_numbers(view)
    yield from _in_words(view, lexicon.words)


def _in_numbers(view: View) -> Iterator[Flag]:
    for found in _ODD.finditer(view.text):
        at, sign = found.start(), found.group()
        if sign == "曰" or _in_number(view.text, at):
            yield _flag(view.raw(at), sign, "日" if sign == "曰" else sign.translate(_DIGITS), NUMBER)


def _in_number(text: str, at: int) -> bool:
    first = at
    while first > max(0, at - _LONGEST) and text[first - 1] in "0123456789OolI.":
        first -= 1
    before = text[first - 1 : first]
    if before and before in "一二三四五六七八九" and text[at] in "Oo0":
        return bool(_CHINESE_NUMBER.match(text, first - 1))
    named = before.isascii() and (before.isalnum() or before == "-")
    return text[at] != "0" and not named and bool(_NUMBER.match(text, first))


def _in_words(view: View, words: Words) -> Iterator[Flag]:
    text, first = view.text, 0
    # Piece by piece, parted at a paragraph's end: the words of a long text take more room than the text.
    while first < len(text):
        last = text.find("\n", first + PIECE, first + 2 * PIECE) + 1 or first + 2 * PIECE
        yield from _in_piece(view, words, first, text[first:last])
        first = last


def _in_piece(view: View, words: Words, first: int, text: str) -> Iterator[Flag]:
    tokens = words.cut(text)
    places = [k for k, token in enumerate(tokens) if token in _WANTED]
    ends = list(accumulate(map(len, tokens), initial=first))[1:] if places else []
    for k in places:
        if right := MISPRINTS.get(tokens[k]):
            yield _misprint(view, ends[k] - len(right), tokens[k], right)
    places = [k for k in places if tokens[k] in LOOKALIKES]
    suspects = [_suspect(tokens, k, ends[k] - 1) for k in places if _alone(tokens, k)]
    tried = [
        (suspect, other)
        for suspect in suspects
        if suspect.room >= (2 if suspect.sign in AT_HOME else 1) or suspect.sign in RARE
        for other in LOOKALIKES[suspect.sign]
    ]
    found: dict[_Suspect, str] = {}
    for (suspect, other), word in zip(tried, _words_made(tried, words), strict=True):
        if suspect.sign in RARE or _telling(suspect.sign, word):
            found[suspect] = found.get(suspect, "") + other
    for suspect, others in found.items():
        yield _flag(view.raw(suspect.at), suspect.sign, others, WORD)


def _misprint(view: View, at: int, wrong: str, right: str) -> Flag:
    k = next(k for k, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b)
    return _flag(view.raw(at + k), wrong[k], right[k], WORD)


def _telling(sign: str, word: str) -> bool:
    if sign in DASHES:
        return len(word) >= LONGER or (len(word) > 1 and word.endswith("一"))
    return len(word) >= (LONGER if sign in AT_HOME else 2)


def _alone(tokens: Sequence[str], k: int) -> bool:
    """Say whether a neighbour stands alone, too, so that both may be one word; what is rare need not have one."""
    return len(tokens[k - 1]) == 1 or k + 1 == len(tokens) or len(tokens[k + 1]) == 1 or tokens[k] in RARE


def _suspect(tokens: Sequence[str], k: int, at: int) -> _Suspect:
    low = k
    while low > max(0, k - REACH) and len(tokens[low - 1]) == 1 and _BESIDE.match(tokens[low - 1]):
        low -= 1
    high = k + 1
    while high < min(len(tokens), k + 1 + REACH) and len(tokens[high]) == 1 and _BESIDE.match(tokens[high]):
        high += 1
    return _Suspect(at, "".join(tokens[low:k]), tokens[k], "".join(tokens[k + 1 : high]))


def _words_made(tried: Sequence[tuple[_Suspect, str]], words: Words) -> Iterator[str]:
    """Yield for each suspect and lookalike the word that the lookalike would be part of."""
    texts = [suspect.before + other + suspect.after for suspect, other in tried]
    tokens = words.cut("\n".join(texts))
    ends = list(accumulate(map(len, tokens)))
    k = at = 0
    for (suspect, _), text in zip(tried, texts, strict=True):
        place = at + len(suspect.before)
        while ends[k] <= place:
            k += 1
        yield tokens[k]
        at += len(text) + 1


def _flag(at: int, sign: str, others: str, p: float) -> Flag:
    why = message("why.lookalike", sign=sign, other=others[0])
    return Flag(at, at + 1, "lookalike", p, why, tuple(others))


RULE = FlagRule(
    "lookalike",
    find,
    flags=(
        ("他自已也说不清，末来会怎样。", ("已", "末")),
        ("会议由千部群众参加，推进城市冶理。", ("千", "冶")),
        ("2O25年l5日，二OO八年", ("O", "l", "O", "O")),
        ("双方统—了认识，笫二天是5月4曰。", ("—", "笫", "曰")),
    ),
    keeps=(
        "他自己也说不清，未来会怎样。",
        "中国—东盟博览会，2025—2027年，第10届。",
        "O型血，A1层，iPhone15手机，型号X1O件",
        "3日的会议，9日的气温，末代皇帝。",
    ),
    suspects=True,
)
