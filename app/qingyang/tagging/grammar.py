"""What may follow what in an article, in log odds; unnamed pairs cost nothing."""

from __future__ import annotations

HEAD = frozenset({"column_title", "kicker", "headline", "deck", "summary", "editor_note"})
OPENS = frozenset({"column_title", "kicker", "headline", "editor_note"})
"""Roles with which an article can begin."""
TEXT = frozenset({"body", "lede", "answer", "question", "quote"})

START: dict[str, float] = {"answer": -3.0, "subhead": -2.0, "source": -3.0, "deck": -3.0, "credit": -1.0}

_PAIRS: dict[tuple[str, str], float] = {
    ("kicker", "headline"): 2.2,
    ("kicker", "kicker"): -1.5,
    ("kicker", "body"): -4.0,
    ("kicker", "lede"): -4.0,
    ("kicker", "subhead"): -4.0,
    ("kicker", "caption"): -2.5,
    ("headline", "kicker"): -4.0,
    ("headline", "headline"): -2.5,
    ("headline", "subhead"): -1.5,
    ("headline", "lede"): 1.2,
    ("headline", "byline"): 1.0,
    ("headline", "deck"): 1.0,
    ("deck", "headline"): -3.0,
    ("editor_note", "headline"): 1.5,
    ("editor_note", "body"): -0.5,
    ("body", "subhead"): 0.6,
    ("body", "deck"): -3.0,
    ("body", "question"): -1.2,
    ("body", "lede"): -1.0,
    ("lede", "lede"): -2.0,
    ("lede", "question"): -1.0,
    ("subhead", "body"): 0.8,
    ("subhead", "subhead"): -1.5,
    ("subhead", "headline"): -3.0,
    ("subhead", "lede"): -2.0,
    ("people", "people"): 1.0,
    ("people", "answer"): -0.3,
    ("people", "question"): 1.0,
    ("people", "body"): -0.4,
    ("people", "headline"): -1.5,
    ("question", "answer"): 2.5,
    ("question", "question"): -2.0,
    ("question", "body"): -2.5,
    ("question", "headline"): -4.0,
    ("question", "subhead"): -3.0,
    ("answer", "answer"): 0.4,
    ("body", "body"): 0.4,
    ("lede", "body"): 0.6,
    ("body", "headline"): -0.9,
    ("body", "kicker"): -0.9,
    ("answer", "question"): 1.5,
    ("answer", "body"): -2.2,
    ("answer", "lede"): -2.5,
    ("answer", "subhead"): -0.5,
    ("answer", "headline"): 0.3,
    ("source", "body"): -2.5,
    ("source", "subhead"): -3.0,
    ("source", "deck"): -3.0,
    ("source", "headline"): 1.0,
    ("source", "kicker"): 0.6,
    ("notice", "deck"): -3.0,
    ("notice", "subhead"): -1.0,
    ("byline", "headline"): -1.5,
}


_UNASKED = -4.5
"""An answer where nobody was asked."""


def follows(before: str, after: str) -> float:
    """Return the log odds that one role stands right after another."""
    return _PAIRS.get((before, after), _UNASKED if after == "answer" else 0.0)
