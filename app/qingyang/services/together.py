"""Changes of several documents that are one step for a person: written together, undone together.

A change belongs to one document. Those made together are listed in a setting of the desk file, so that undo in any of
the documents takes all of them back, also on another day. Where a document has later work of its own, its part stays
and its title is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from qingyang.services.stepping import Stepping
from qingyang.store import Desk
from qingyang.text.change import Change
from qingyang.text.step import Step

_GROUPS = "together"
_KEPT = 100
"""Groups a desk file remembers."""


class Planned(NamedTuple):
    """What is to be done in one document, or in the newsroom's ledger."""

    stepping: Stepping
    kind: str
    step: Step


class Undone(NamedTuple):
    """What an undo or redo over several documents did."""

    changes: list[Change]
    left: list[str]
    """Documents with later work, in which the step still stands."""


def do(desk: Desk, planned: Iterable[Planned]) -> list[Change]:
    """Carry out steps in several documents, all or none; steps that do nothing are left out."""
    made = [
        (p.stepping, p.stepping.planned(p.kind, p.step)) for p in planned if p.step.added or p.step.dropped
    ]
    return _write(desk, made)


def undo(desk: Desk, change: Change, reviews: Sequence[Stepping]) -> Undone:
    """Take back what was done together with a change, in every document where it is the newest step."""
    return _invert(desk, change, reviews, lambda review: review.undoable())


def redo(desk: Desk, change: Change, reviews: Sequence[Stepping]) -> Undone:
    """Take the undo of several documents back."""
    return _invert(desk, change, reviews, lambda review: review.redoable())


def group_of(desk: Desk, change: Change) -> list[str]:
    """Return the ids of the changes made together with this one, itself among them."""
    groups: list[list[str]] = desk.setting(_GROUPS, [])
    return next((group for group in reversed(groups) if change.id in group), [change.id])


def _write(desk: Desk, made: Sequence[tuple[Stepping, Change]]) -> list[Change]:
    changes = [change for _, change in made]
    with desk.together():
        for change in changes:
            desk.append(change)
        if len(changes) > 1:
            groups: list[list[str]] = desk.setting(_GROUPS, [])
            desk.put_setting(_GROUPS, [*groups, [change.id for change in changes]][-_KEPT:])
    for review, change in made:
        review.adopt(change)
    return changes


def _invert(
    desk: Desk, change: Change, reviews: Sequence[Stepping], newest: Callable[[Stepping], Change | None]
) -> Undone:
    group = set(group_of(desk, change))
    made, left = [], []
    for review in reviews:
        last = newest(review)
        if last is not None and last.id in group:
            made.append((review, review.inverse(last)))
        elif any(each.id in group for each in review.changes):
            left.append(review.document)
    return Undone(_write(desk, made), left)
