"""What is wrong with a regular expression, as a message: the expression language itself speaks English only."""

from __future__ import annotations

import regex

from qingyang.wording import Message, message

_KINDS = (
    ("unclosed", ("missing ", "expected }", "unterminated character set", "incomplete escape")),
    ("unopened", ("unbalanced parenthesis",)),
    ("repeat", ("nothing to repeat", "multiple repeat", "min repeat", "repeat count")),
    ("range", ("bad character range", "expected character set")),
    ("escape", ("bad escape", "bad hex escape", "undefined character name", "unknown property")),
    ("group", ("bad character in group name", "unknown group", "unknown extension", "cannot refer to an open group")),
    ("group", ("invalid group reference", "invalid relative group", "ambiguous group", "group reference")),
)  # fmt: skip
"""How what the library says of each kind of fault begins (regex 2024–2026)."""


def fault(error: regex.error | IndexError) -> Message:
    """Return what is wrong, and at which character, from 1; a fault of no known kind is told in the library's words."""
    said = str(getattr(error, "msg", error))
    at = getattr(error, "pos", None)
    kind = next((kind for kind, begins in _KINDS if said.startswith(begins)), "")
    told = message(f"expression.{kind}") if kind else message("expression.other", said=said)
    return message("expression.at", what=told, at=at + 1) if isinstance(at, int) else told
