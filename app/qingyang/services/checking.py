"""What still wants a person before a text is signed off: gaps, open doubts, what the editorial checks find."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from qingyang.checks import CHECKS, house, learned
from qingyang.services.reviewing import Reviewing
from qingyang.text.article import CONFIRM, GAP_END, GAP_START
from qingyang.text.edit import APPLY_FROM, Edit, Flag, Move
from qingyang.text.finding import Check
from qingyang.text.finding import Finding as Said
from qingyang.text.guess import Guess
from qingyang.text.house import HouseList
from qingyang.text.lesson import Likeness
from qingyang.text.row import Doubt
from qingyang.wording import Message, message


class Finding(NamedTuple):
    """One thing to look at, and where."""

    message: Message
    row: int
    """Paragraph number, from 0."""
    offset: int
    """Offset in the repaired text."""
    excerpt: str
    rule: str = ""
    """Id of the rule or check that says so; empty for a mark."""
    offers: tuple[str, ...] = ()
    """What may stand there instead, the likeliest first."""


_DOUBTS = {Edit: "check.doubt", Move: "check.move", Flag: "check.flag", Guess: "check.role"}
_MARKS = {GAP_START: "check.gap_start", GAP_END: "check.gap_end", CONFIRM: "check.confirm"}


def checks_of(
    lists: Sequence[HouseList] = (), off: Collection[str] = (), rules: Sequence[Likeness] = ()
) -> list[Check]:
    """Return the checks that are switched on, those of house lists and of learned rules where there are any."""
    own = [*([house.check_of(lists)] if lists else []), *([learned.check_of(rules)] if rules else [])]
    return [each for each in (*CHECKS, *own) if each.id not in off]


def check(reviewing: Reviewing, checks: Sequence[Check] = CHECKS) -> list[Finding]:
    """Return everything left to look at, in text order."""
    reviewing.inspect(checks)
    found = [*_marked(reviewing), *(_finding(reviewing, _said(d), d.at, d) for d in reviewing.doubts())]
    return sorted(found, key=lambda f: f.offset)


def _marked(reviewing: Reviewing) -> list[Finding]:
    return [
        _finding(reviewing, message(_MARKS[mark]), reviewing.passages[row].start)
        for row, tagged in enumerate(reviewing.tags)
        for mark in sorted(tagged.marks)
        if mark in _MARKS
    ]


def _said(doubt: Doubt) -> Message:
    subject = doubt.subject
    title = Message(f"rule.{subject.rule}")
    if isinstance(subject, Said):
        return message("check.finding", rule=title, why=subject.why)
    # The text stands as it is because a rule was not sure enough: told is how likely that is right.
    offered = not isinstance(subject, Flag | Guess) and subject.p < APPLY_FROM
    return message(
        _DOUBTS[type(subject)], rule=title, p=round(100 * (1 - subject.p if offered else subject.p))
    )


def _finding(reviewing: Reviewing, said: Message, offset: int, doubt: Doubt | None = None) -> Finding:
    row = reviewing.row_at(offset)
    start = max(reviewing.passages[row].start, offset - 8) if reviewing.passages else offset
    excerpt = reviewing.reading.text[start : offset + 12].replace("\n", "⏎")
    rule, offers = (doubt.subject.rule, doubt.offers) if doubt is not None else ("", ())
    return Finding(said, row, offset, excerpt, rule, offers)
