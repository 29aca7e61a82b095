"""The history of one paragraph: what people did to it and when, which rules changed it, and taking either back."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from qingyang.services.arranging import Arranging
from qingyang.services.ledger import Ledger
from qingyang.services.reviewing import Reviewing
from qingyang.text.change import Change, undo_and_redo
from qingyang.text.edit import Edit, Key, Record
from qingyang.text.history import Place, history, records_of, taking_back
from qingyang.text.newsroom import Transfer
from qingyang.text.row import raw_spans


class Deed(NamedTuple):
    """Something that was done to a paragraph."""

    rule: str = ""
    """Of the rule that did it; empty for a person."""
    keys: tuple[Key, ...] = ()
    """Of the rule's edits."""
    p: float = 1.0
    """The least probability among them."""
    change: Change | None = None
    """A person's."""


def place_of(review: Reviewing, row: int) -> Place:
    """Return where a row stands in the raw text and what was typed into it."""
    passage = review.passages[row]
    pieces = review.reading.pieces(passage.start, passage.end)
    typed = frozenset(p.edit.id for p in pieces if p.edit is not None and p.edit.id)
    return Place(raw_spans(review.reading, passage), typed)


def history_of(review: Reviewing, row: int) -> list[Deed]:
    """Return what was done to a row: by people, the newest first, then by rules, the most frequent first."""
    place, passage = place_of(review, row), review.passages[row]
    hands = [Deed(change=change) for change in history(review.changes, place, review.draft.proposals.moves)]
    pieces = review.reading.pieces(passage.start, passage.end)
    rules = [p.edit for p in pieces if p.edit is not None and not p.edit.id and _inside(p.edit, place)]
    counted = Counter(edit.rule for edit in rules)
    return [*hands, *(_deed(rule, [e for e in rules if e.rule == rule]) for rule, _ in counted.most_common())]


def transfers_of(ledger: Ledger, review: Reviewing, row: int) -> list[Deed]:
    """Return what has put the article with a row among those of another document, or back, the newest first."""
    arranging, standing = Arranging(review), undo_and_redo(ledger.changes)[0]
    article = arranging.article_at(row)

    def its(record: Record) -> bool:
        if not isinstance(record, Transfer) or record.document != review.document:
            return False
        return arranging.with_anchor(record.anchor) == article

    return [Deed(change=c) for c in reversed(standing) if any(map(its, records_of(c)))]


def _inside(edit: Edit, place: Place) -> bool:
    return place.holds(edit.start, edit.end)


def _deed(rule: str, edits: list[Edit]) -> Deed:
    return Deed(rule, tuple(edit.key for edit in edits), min(edit.p for edit in edits))


def take_back(review: Reviewing, row: int, deed: Deed) -> Change | None:
    """Take back what was done to a row, as one step; None where it has been changed again since."""
    if deed.change is None:
        return review.judge(deed.keys, accept=False)
    return review.do("restore", taking_back(review.draft, deed.change, place_of(review, row)))
