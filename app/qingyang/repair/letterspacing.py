"""Letters spaced out one by one, as headings and some PDF fonts have them: 主 持 人, “ 十 四 五 ”, 1 9 9 7 年."""

from __future__ import annotations

import re
from itertools import pairwise

from qingyang.lexicon import Words
from qingyang.repair.names import ROLES
from qingyang.repair.signs import HAN

LETTERS = 6
"""Fewer may be the heads of a table."""

_ROLE = re.compile(ROLES)
_LETTER = re.compile(f"[{HAN}]")
_STRETCHED = re.compile(r"(?: {1,4}[^\s]{1,2}(?= {1,4}[^\s])){2,}")
_STRETCHED_QUOTE = re.compile(rf"[“‘](?: ?[{HAN}A-Z]){{2,}} ?[”’]")
_NUMBER_IN_TEXT = re.compile(f"[{HAN}][0-9]")
_OF_DATES = "年月日时分"
_COUNTED = re.compile("[0-9〇一二三四五六七八九十日.,:%·/]+")


def stretched(text: str, words: Words) -> set[int]:
    """Return where a single space stands between letters that are spaced out one by one."""
    found = {
        at
        for run in _STRETCHED.finditer(text)
        if _spaced_out(text, run, words)
        for at in range(run.start(), run.end() + 1)
        if text[at] == " " and text[at - 1] != " " and text[at + 1] != " "
    }
    return found | {
        at
        for run in _STRETCHED_QUOTE.finditer(text)
        for at in range(run.start() + 2, run.end() - 2)
        if text[at] == " "
    }


def _spaced_out(text: str, run: re.Match[str], words: Words) -> bool:
    parts = run.group().split()
    if _is_date(parts):
        return False
    whole = text[run.start() - 1] + "".join(parts) + text[run.end() :].lstrip()[:1]
    if 3 * sum(len(part) == 1 for part in parts) < 2 * len(parts):
        return False
    if _COUNTED.fullmatch("".join(parts)):
        # A row of a table has a space before its first number, too.
        return bool(_NUMBER_IN_TEXT.match(text, max(0, run.start() - 2)))
    if not _LETTER.search(whole):
        return False
    known = sum(len(word) for word in words.cut(whole) if len(word) > 1)
    if len(whole) < LETTERS:
        return known == len(whole) or bool(_ROLE.search(whole))
    return 3 * known >= len(whole)


def _is_date(parts: list[str]) -> bool:
    """Say whether parts are numbers and what they count, by turns: the typesetter's gap stands beside each number."""
    numbers = [part.isdigit() for part in parts]
    turns = all(a != b for a, b in pairwise(numbers))
    return turns and all(part.isdigit() or part in _OF_DATES for part in parts)
