"""Finer roles, which words tell and place confirms: a lede among body text, a column's title among kickers."""

from __future__ import annotations

from collections.abc import Mapping

from qingyang.tagging.cues import column_title, editor_note, lede
from qingyang.tagging.line import line_of

WHOLE: Mapping[str, str] = {
    "lede": "body",
    "editor_note": "body",
    "summary": "body",
    "quote": "body",
    "pull_quote": "body",
    "sidebar": "body",
    "column_title": "kicker",
    "dateline": "byline",
    "end_note": "source",
}
"""The role a finer one is weighed as."""
_HEAD = frozenset({"headline", "deck", "byline"})
"""Right after these a story's text begins."""


def refined(role: str, text: str, before: str) -> str:
    """Return the finer role of a paragraph, or the role itself; ``before`` is the role weighed before it."""
    if role == "body":
        line = line_of(text)
        if editor_note.cue(line):
            return "editor_note"
        told = lede.cue(line)
        return "lede" if told > 1 or (told and before in _HEAD) else role
    if role == "kicker" and column_title.cue(line_of(text)) > 1:
        return "column_title"
    return role
