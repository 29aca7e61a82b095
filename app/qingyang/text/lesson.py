"""What a newsroom has learnt from its own decisions: a change between such neighbours, taken on or turned down."""

from __future__ import annotations

from typing import NamedTuple


class Likeness(NamedTuple):
    """What two alike decisions have in common."""

    rule: str
    """Of the rule or check; ``hand`` for what a person typed."""
    old: str
    new: str
    before: str
    """Class of the character before."""
    after: str
    group: str
    """What the paragraph is: head, body, dialogue, figure, tail or furniture."""


class Lesson(NamedTuple):
    """A rule that typing has suggested: on, or off and not to be proposed again."""

    likeness: Likeness
    on: bool = True

    @property
    def key(self) -> tuple[str | int, ...]:
        """Return the key of this record."""
        return ("lesson", *self.likeness)
