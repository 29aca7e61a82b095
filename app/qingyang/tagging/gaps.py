"""缺文: a paragraph whose beginning or end is lost. It is said, never filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qingyang.text.article import GAP_END, GAP_START

_MID_SENTENCE = re.compile(
    r"^(之一|之二|之最|之外|[，、。；：？！）》”’%℃]|[的地得着们][\u4e00-\u9fff]|[，,]\s)"
)
_STOPS = "。！？…：；”’）》】—.!?:;)"
_RUNNING = frozenset({"body", "answer", "lede"})


def lost(texts: Sequence[str], k: int, role: str) -> tuple[str, ...]:
    """Return the marks of what is missing at the start or end of a paragraph of running text."""
    if role not in _RUNNING:
        return ()
    text = texts[k]
    found = []
    if _MID_SENTENCE.match(text):
        found.append(GAP_START)
    if "，" in text and text[-1] not in _STOPS and len(text) > 20:
        found.append(GAP_END)
    return tuple(found)
