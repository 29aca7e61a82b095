"""What was done to a stretch of raw text: which of a journal's changes touch it, and what takes one of them back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qingyang.text.article import Anchor
from qingyang.text.change import Change, Draft, undo_and_redo
from qingyang.text.edit import Bookmark, Edit, Key, Move, Note, Record, Verdict
from qingyang.text.issue import Issue
from qingyang.text.lesson import Lesson
from qingyang.text.newsroom import Called, Guard, Listed, OwnRole, Switched, Titled
from qingyang.text.step import Step


class Place(NamedTuple):
    """A stretch of the text in force, as records know it."""

    spans: Sequence[tuple[int, int]]
    """Raw spans."""
    typed: frozenset[str] = frozenset()
    """Ids of the hand edits whose new text stands in it."""

    def holds(self, start: int, end: int) -> bool:
        """Say whether raw[start:end] touches it; an insertion at its edge does."""
        return any(
            low <= start <= high if start == end else start < high and low < end for low, high in self.spans
        )


def touches(record: Record, place: Place, moves: Iterable[Move] = ()) -> bool:
    """Say whether a record did something at a place; ``moves`` are the rules' own, by whose ids verdicts name them."""
    match record:
        case Edit() as edit:
            return edit.id in place.typed or place.holds(edit.start, edit.end)
        case Move() as move:
            return place.holds(move.start, move.end)
        case Verdict() as verdict:
            return _judged(verdict.edit, place, moves)
        case Titled() | Guard() | Called() | OwnRole() | Listed() | Switched() | Lesson() | Issue():
            return False
        case _:
            return _hangs(record.anchor, place)


def _judged(key: Key, place: Place, moves: Iterable[Move]) -> bool:
    kind, *rest = key
    if kind in ("rule", "flag"):
        return place.holds(int(rest[1]), int(rest[2]))
    if kind == "move":
        return any(place.holds(move.start, move.end) for move in moves if move.id == rest[0])
    return _hangs(Anchor(int(rest[1]), str(rest[2])), place)


def _hangs(anchor: Anchor, place: Place) -> bool:
    if anchor.edit:
        return anchor.edit in place.typed
    return any(low <= anchor.offset < high for low, high in place.spans)


def history(changes: Iterable[Change], place: Place, moves: Sequence[Move] = ()) -> list[Change]:
    """Return the changes of people that stand and did something at a place, the newest first.

    Remarks and bookmarks change nothing and are left out.
    """
    standing, _ = undo_and_redo(changes)
    return [change for change in reversed(standing) if any(_did(r, place, moves) for r in records_of(change))]


def _did(record: Record, place: Place, moves: Sequence[Move]) -> bool:
    return not isinstance(record, Note | Bookmark) and touches(record, place, moves)


def records_of(change: Change) -> list[Record]:
    """Return all that a change added and dropped."""
    return [*change.added, *change.dropped]


def taking_back(draft: Draft, change: Change, place: Place) -> Step:
    """Return the records that take back what a change did at a place; what was changed again since stays."""
    moves = draft.proposals.moves
    here = [r for r in change.added if touches(r, place, moves)]
    gone = tuple(r for r in here if draft.records.get(r.key) == r)
    later = {r.key for r in here} - {r.key for r in gone}
    keys = {r.key for r in gone}
    back = tuple(
        r
        for r in change.dropped
        if touches(r, place, moves) and r.key not in later and (r.key in keys or r.key not in draft.records)
    )
    return Step(back, gone)
