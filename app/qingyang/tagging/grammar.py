"""Where an article begins: the roles of its head. What may follow what is fitted (see `fitted.roles`)."""

from __future__ import annotations

HEAD = frozenset({"column_title", "kicker", "headline", "deck", "summary", "editor_note"})
OPENS = frozenset({"column_title", "kicker", "headline", "editor_note"})
"""Roles with which an article can begin."""
CONVENTIONS = {("answer", "body"): -5000, ("question", "body"): -5000}
"""Thousandths of a nat that pages show too rarely: an answer goes on until something else is headed or asked."""
