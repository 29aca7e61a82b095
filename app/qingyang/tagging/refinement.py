"""Finer roles, which words tell and place confirms: a lede among body text, a column's title among kickers."""

from __future__ import annotations

from collections.abc import Mapping

from qingyang.tagging.signs import Traits, level

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


def refined(role: str, traits: Traits, before: str) -> str:
    """Return the finer role of a paragraph, or the role itself; ``before`` is the role weighed before it."""
    if role == "body":
        if level(traits, "editor_note"):
            return "editor_note"
        told = level(traits, "lede")
        return "lede" if told > 1 or (told and before in _HEAD) else role
    if role == "kicker" and level(traits, "column_title") > 1:
        return "column_title"
    return role
