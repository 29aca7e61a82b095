"""Which quotes, brackets and title marks have a partner (GB/T 15834-2011, 4.8 to 4.9 and 4.15)."""

from __future__ import annotations

import re

_PARTNERS = {
    "”": "“",
    "’": "‘",
    "）": "（",
    "》": "《",
    "〉": "〈",
    "】": "【",
    "』": "『",
    "」": "「",
    ")": "(",
}
OPENERS = frozenset(_PARTNERS.values())
_MARK = re.compile(f"[{''.join(map(re.escape, (*_PARTNERS, *OPENERS)))}]")


def unpaired(paragraph: str) -> list[tuple[int, str]]:
    """Return offset and character of every opening or closing mark without its partner in this paragraph."""
    open_marks: list[tuple[int, str]] = []
    lone: list[tuple[int, str]] = []
    for found in _MARK.finditer(paragraph):
        at, mark = found.start(), found.group()
        if mark in OPENERS:
            open_marks.append((at, mark))
        elif not _apostrophe(paragraph, at):
            if open_marks and open_marks[-1][1] == _PARTNERS[mark]:
                open_marks.pop()
            elif not _numbered(paragraph, at):
                lone.append((at, mark))
    return sorted(lone + open_marks)


def _apostrophe(text: str, at: int) -> bool:
    """Say whether a closing quote cuts a word or a year short: it’s, ’98."""
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 3]
    return text[at] == "’" and (
        (before.isascii() and before.isalpha()) or (behind.isascii() and behind.isdigit())
    )


def _numbered(text: str, at: int) -> bool:
    """Say whether a closing bracket belongs to a number at a line's start: 1) 2) a)."""
    return text[at] in ")）" and at <= 3 and text[:at].isalnum()
