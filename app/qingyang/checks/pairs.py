"""Quotes, brackets and title marks that stand alone (GB/T 15834-2011, 4.8 to 4.9 and 4.15)."""

from __future__ import annotations

EXAMPLES = (("“渝中”（重庆", ((4, "（"),)), ("《渝中》”", ((4, "”"),)), ("“‘十四五’时期”", ()))
_PAIRS = {
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
_OPENERS = frozenset(_PAIRS.values())


def unpaired(text: str) -> list[tuple[int, str]]:
    """Return offset and character of every opening or closing mark without its partner in this paragraph."""
    open_marks: list[tuple[int, str]] = []
    lone: list[tuple[int, str]] = []
    for at, char in enumerate(text):
        if char in _OPENERS:
            open_marks.append((at, char))
        elif char in _PAIRS and not _apostrophe(text, at):
            if open_marks and open_marks[-1][1] == _PAIRS[char]:
                open_marks.pop()
            elif not _numbered(text, at):
                lone.append((at, char))
    return sorted(lone + open_marks)


def _apostrophe(text: str, at: int) -> bool:
    return text[at] == "’" and text[at - 1 : at].isascii() and text[at - 1 : at].isalpha()


def _numbered(text: str, at: int) -> bool:
    """Say whether a closing bracket belongs to a number at a line's start: 1) 2) a)."""
    return text[at] in ")）" and at <= 3 and text[:at].isalnum()
