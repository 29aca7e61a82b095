"""Where words begin and end for the keys that go or delete by words: Qt takes a Chinese paragraph for one word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Cut = Callable[[str], Sequence[str]]
"""Cuts a text into words, white space and marks that are words of their own among them."""
_AROUND = 60
"""Characters looked at on either side of the caret."""
_CLAUSES = re.compile(r"[\u2e80-\u9fff]+|[^\W\u2e80-\u9fff]+|\s+|[^\w\s]+")


def clauses(text: str) -> list[str]:
    """Cut a text where its characters are of another kind: what is known without a dictionary.

    >>> clauses("渝中区，2025年 APP")
    ['渝中区', '，', '2025', '年', ' ', 'APP']
    """
    return _CLAUSES.findall(text)


def beside(text: str, at: int, by: int, cut: Cut) -> int:
    """Return the nearest place behind (``by`` 1) or before (-1) a caret where a word ends or begins."""
    start = max(0, at - _AROUND)
    edges = [start]
    for word in cut(text[start : at + _AROUND]):
        edges.append(edges[-1] + len(word))
    if by > 0:
        return next((edge for edge in edges if edge > at), len(text))
    return next((edge for edge in reversed(edges) if edge < at), 0)
