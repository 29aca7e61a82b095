"""Roles the tagger is not sure of, for the doubt queue, and what a person's word on what is in doubt makes of it."""

from __future__ import annotations

from collections.abc import Iterator

from qingyang.services.standing import Standing
from qingyang.text.article import Anchor
from qingyang.text.edit import Key, Tag, Verdict
from qingyang.text.guess import ASK_BELOW, RULE, guess
from qingyang.text.row import Doubt, doubt_about_role

PLAIN = "body"
"""The role of what is nothing in particular."""


def role_doubts(standing: Standing, rows: range) -> Iterator[Doubt]:
    """Yield the roles of some rows the tagger is not sure of, in text order; one set by hand is sure."""
    tags, last = standing.tags, len(standing.tags) - 1
    for row, tagged in enumerate(tags[rows.start : rows.stop], rows.start):
        if tagged.p < ASK_BELOW:
            passage = standing.passages[row]
            around = (
                tags[row - 1].role if row else "",
                tagged.role,
                tags[row + 1].role if row < last else "",
            )
            anchor = standing.reading.anchor(passage.start)
            yield doubt_about_role(
                guess(anchor, standing.text(row), tagged.p, around, tagged.others), passage
            )


def word_on(subject: Key, accept: bool) -> Verdict | Tag:
    """Return a person's word on what is in doubt: on a role it is a role by hand, plain text where it is refused."""
    if subject[0] != RULE:
        return Verdict(subject, accept)
    _, offset, edit, role = subject
    return Tag(Anchor(int(offset), str(edit)), str(role) if accept else PLAIN)
