"""缺文: a paragraph whose beginning or end is lost. It is said, never filled in."""

from __future__ import annotations

from collections.abc import Sequence

from qingyang.text.article import GAP_END, GAP_START
from qingyang.text.sentence import begins_inside, ends_inside

_RUNNING = frozenset({"body", "answer", "lede"})


def lost(texts: Sequence[str], k: int, role: str) -> tuple[str, ...]:
    """Return the marks of what is missing at the start or end of a paragraph of running text."""
    if role not in _RUNNING:
        return ()
    found = []
    if begins_inside(texts[k]):
        found.append(GAP_START)
    if ends_inside(texts[k]):
        found.append(GAP_END)
    return tuple(found)
