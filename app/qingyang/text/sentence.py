"""Where a sentence begins and ends, as far as its first and last characters show."""

from __future__ import annotations

import re

from qingyang.text.fold import folded

_MIDDLE = re.compile(
    "之[一二最外]|[，、。；：？！）》”’％%℃]|[,.;:?!)](?=[ \u4e00-\u9fff])"
    "|的(?![士哥款确])[\u4e00-\u9fff]|们(?=[\u4e00-\u9fff])"
)
_STOPS = "。！？…：；”’）》】—.!?:;)"
_LOOKED = 4
"""Characters that show whether a paragraph begins in the middle."""
RUNNING_FROM = 20
"""A shorter paragraph without a stop is a heading."""


def begins_inside(paragraph: str) -> bool:
    """Say whether a paragraph begins in the middle of a sentence.

    >>> begins_inside("之一，累计落地30余个"), begins_inside("的士司机")
    (True, False)
    """
    return bool(_MIDDLE.match(folded(paragraph[:_LOOKED])))


def ends_inside(paragraph: str) -> bool:
    """Say whether a paragraph of running text ends before its sentence does."""
    return len(paragraph) > RUNNING_FROM and "，" in paragraph and paragraph[-1] not in _STOPS
