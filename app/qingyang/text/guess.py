"""Roles the tagger is not sure of, as something a person judges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qingyang.text.article import Anchor
from qingyang.text.edit import Key
from qingyang.wording import Message, message

RULE = "role"
ASK_BELOW = 0.75
"""Probability below which a role is asked about."""
_LONG = 40
"""Characters from which a paragraph is running text."""
_HEADINGS = ("subhead", "headline", "kicker", "caption")
_RUNNING = ("body", "lede", "editor_note", "answer")
_OFFERS = 6


class Guess(NamedTuple):
    """The role a paragraph has been given, and how likely it is the right one."""

    anchor: Anchor
    role: str
    p: float
    why: Message
    offers: tuple[str, ...]
    """Roles it may have instead, the likeliest first."""
    rule: str = RULE
    start: int = -1
    """No raw character is in doubt."""
    end: int = -1

    @property
    def key(self) -> Key:
        """Return what makes this guess itself: another role is another guess."""
        return (RULE, *self.anchor, self.role)


def guess(anchor: Anchor, text: str, p: float, roles: Sequence[str], others: Sequence[str] = ()) -> Guess:
    """Return a doubt about a paragraph's role; ``roles`` are those of the one before (or empty), its own, the next.

    ``others`` are the roles it may have instead, the likeliest first; usual ones follow them.
    """
    before, role, following = roles
    usual = (*others, *(_RUNNING if len(text) >= _LONG else _HEADINGS))
    why = message(
        "why.role",
        role=Message(f"role.{role}"),
        length=len(text),
        before=Message(f"role.{before}" if before else "why.nothing"),
        after=Message(f"role.{following}" if following else "why.nothing"),
    )
    return Guess(anchor, role, p, why, tuple(dict.fromkeys(each for each in usual if each != role))[:_OFFERS])
