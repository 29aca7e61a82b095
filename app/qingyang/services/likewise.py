"""One decision, all alike: what else is of the same kind and context, as a concordance, settled in one step.

And rules that learn in the open: what a person has decided alike several times is proposed as a rule, with its cases
and its hits; nothing is done and nothing kept until the person says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from qingyang.services.reviewing import Reviewing
from qingyang.text.change import Change, undo_and_redo
from qingyang.text.edit import Edit, Key
from qingyang.text.lesson import Likeness
from qingyang.text.likeness import case_of, group_of, likeness, likeness_of_typing, places, suggested
from qingyang.text.row import Doubt

AROUND = 12
"""Characters of context on either side of a hit."""
LEAST = 3
"""Like decisions after which a rule is proposed."""


class Line(NamedTuple):
    """One line of a concordance: a hit with its context."""

    document: str
    row: int
    within: int
    """Offset in the row."""
    start: int
    """Offset in the repaired text."""
    end: int
    before: str
    text: str
    after: str
    new: str = ""
    key: Key = ()
    """Of the doubt it is; empty for a place in the text."""

    @property
    def excerpt(self) -> str:
        """Return the hit with its context on one line."""
        return " ".join(f"{self.before}{self.text}{self.after}".split("\n"))


class Proposal(NamedTuple):
    """A rule that a person's own decisions suggest."""

    likeness: Likeness
    cases: int
    """Decisions it rests on."""
    lines: list[Line]
    """What it would change now."""


def alike(reviews: Iterable[Reviewing], wanted: Likeness) -> list[Line]:
    """Return every open doubt of a likeness in some documents, in their order."""
    return [
        line_at(r, d.at, d.end, key=d.key) for r in reviews for d, each in _likenesses(r) if each == wanted
    ]


def alike_edits(reviews: Iterable[Reviewing], edit: Edit, asked: Reviewing) -> list[Line]:
    """Return what stands because the rules made alike edits, the ones nobody was asked about too."""
    wanted = next((each for one, each in _applied(asked, edit.rule) if one.key == edit.key), None)
    found = ((r, one, each) for r in reviews for one, each in _applied(r, edit.rule))
    return [line_at(r, one.at, one.end, key=one.key) for r, one, each in found if each == wanted]


def _applied(review: Reviewing, rule: str) -> Iterator[tuple[Doubt, Likeness]]:
    """Yield the edits of a rule that are in force."""
    reading = review.reading
    for k, edit in enumerate(reading.edits):
        if edit is not None and not edit.id and edit.rule == rule:
            doubt = Doubt(edit, reading.at(k), reading.at(k + 1), applied=True)
            yield doubt, likeness_of(review, doubt)


def likeness_of(review: Reviewing, doubt: Doubt) -> Likeness:
    """Return what makes other doubts like this one."""
    role = review.tags[review.row_at(doubt.at)].role
    return likeness(doubt, review.draft.source.text, review.reading.text, role)


def _likenesses(review: Reviewing) -> Iterator[tuple[Doubt, Likeness]]:
    for doubt in review.doubts():
        yield doubt, likeness_of(review, doubt)


def alike_places(reviews: Iterable[Reviewing], wanted: Likeness) -> list[Line]:
    """Return every place that reads as one did before a hand edited it, between alike neighbours."""
    found = []
    for review in reviews:
        for row, (passage, tagged) in enumerate(zip(review.passages, review.tags, strict=True)):
            for start, end in places(wanted, review.text(row), group_of(tagged.role)):
                found.append(line_at(review, passage.start + start, passage.start + end, wanted.new))
    return found


def _typed(change: Change) -> list[Edit]:
    return [record for record in change.added if isinstance(record, Edit) and record.start < record.end]


def typed_like(review: Reviewing, edit: Edit) -> Likeness:
    """Return what makes other places like the one that a hand's edit changed."""
    return likeness_of_typing(edit, review.draft.source.text, _role_at(review, edit.start))


def _role_at(review: Reviewing, raw: int) -> str:
    return review.tags[review.row_at(review.reading.find(raw))].role if len(review) else "body"


def proposals(
    review: Reviewing, others: Sequence[Reviewing] = (), known: Iterable[Likeness] = ()
) -> list[Proposal]:
    """Return the rules that typing in this document suggests and that are not known yet, those with hits only."""
    standing, _ = undo_and_redo(review.changes)
    raw = review.draft.source.text
    cases = [
        case_of(edit, raw, _role_at(review, edit.start))
        for change in standing
        if change.kind in ("edit", "replace")
        for edit in _typed(change)
    ]
    asked = set(known)
    wanted = [(each, n) for each, n in suggested(cases, LEAST) if each not in asked and each.old]
    made = (Proposal(each, n, alike_places([review, *others], each)) for each, n in wanted)
    return [proposal for proposal in made if proposal.lines]


def line_at(review: Reviewing, start: int, end: int, new: str = "", key: Key = ()) -> Line:
    """Return the line of a concordance for repaired[start:end]."""
    row, text = review.row_at(start), review.reading.text
    within = start - review.passages[row].start if len(review) else start
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Line(review.document, row, within, start, end, before, text[start:end], after, new, key)
