"""What still wants a person before a text is signed off: gaps, unpaired marks, open doubts."""

from __future__ import annotations

from typing import NamedTuple

from qingyang.checks.pairs import unpaired
from qingyang.services.reviewing import Reviewing
from qingyang.text.article import CONFIRM, GAP_END, GAP_START
from qingyang.text.edit import APPLY_FROM, Edit, Flag, Move
from qingyang.text.guess import Guess
from qingyang.text.row import Subject
from qingyang.wording import Message, message


class Finding(NamedTuple):
    """One thing to look at, and where."""

    message: Message
    row: int
    """Paragraph number, from 0."""
    offset: int
    """Offset in the repaired text."""
    excerpt: str


_DOUBTS = {Edit: "check.doubt", Move: "check.move", Flag: "check.flag", Guess: "check.role"}
_MARKS = {GAP_START: "check.gap_start", GAP_END: "check.gap_end", CONFIRM: "check.confirm"}


def check(reviewing: Reviewing) -> list[Finding]:
    """Return every finding in text order."""
    found = [*_marked(reviewing), *_unpaired(reviewing), *_doubtful(reviewing)]
    return sorted(found, key=lambda f: f.offset)


def _marked(reviewing: Reviewing) -> list[Finding]:
    return [
        _finding(reviewing, message(_MARKS[mark]), reviewing.passages[row].start)
        for row, tagged in enumerate(reviewing.tags)
        for mark in sorted(tagged.marks)
        if mark in _MARKS
    ]


def _unpaired(reviewing: Reviewing) -> list[Finding]:
    found = []
    for row in range(len(reviewing)):
        for at, mark in unpaired(reviewing.text(row)):
            where = reviewing.passages[row].start + at
            found.append(_finding(reviewing, message("check.unpaired", mark=mark), where))
    return found


def _doubtful(reviewing: Reviewing) -> list[Finding]:
    found = []
    for doubt in reviewing.doubts():
        subject = doubt.subject
        p = 1 - subject.p if _offered(subject) else subject.p
        said = message(_DOUBTS[type(subject)], rule=Message(f"rule.{subject.rule}"), p=round(100 * p))
        found.append(_finding(reviewing, said, doubt.at))
    return found


def _offered(subject: Subject | Guess) -> bool:
    """Say whether the text stands as it is because a rule was not sure enough."""
    return not isinstance(subject, Flag | Guess) and subject.p < APPLY_FROM


def _finding(reviewing: Reviewing, said: Message, offset: int) -> Finding:
    row = reviewing.row_at(offset)
    start = max(reviewing.passages[row].start, offset - 8) if reviewing.passages else offset
    return Finding(said, row, offset, reviewing.reading.text[start : offset + 12].replace("\n", "⏎"))
