"""Mistakes an editor marks, to count in the error rate; each can be taken back like any other step."""

from __future__ import annotations

from qingyang.services.reviewing import Reviewing
from qingyang.text.change import Change
from qingyang.text.edit import Slip
from qingyang.text.step import Step, set_records


def mark(review: Reviewing, start: int, end: int, kind: str, *, important: bool = False) -> Change | None:
    """Mark repaired[start:end] as a mistake of a kind, one of `error_rate.WEIGHTS`."""
    text = review.reading.text[start:end]
    slip = Slip(review.anchor_at(start), kind, max(1, len(text)), text, important)
    return review.do("slip", set_records(review.draft, [slip]))


def unmark(review: Reviewing, start: int, end: int) -> Change | None:
    """Take away the marks of mistakes that begin in repaired[start:end]."""
    places = [(slip, review.reading.place(slip.anchor)) for slip in review.draft.slips()]
    gone = [slip for slip, at in places if at is not None and start <= at < max(end, start + 1)]
    return review.do("slip", Step((), tuple(gone)))


def marked(review: Reviewing) -> list[tuple[Slip, str]]:
    """Return the marked mistakes, each with the role of its paragraph now; body where its text is gone."""
    places = [(slip, review.reading.place(slip.anchor)) for slip in review.draft.slips()]
    return [
        (s, review.tags[review.row_at(at)].role if at is not None and len(review) else "body")
        for s, at in places
    ]
