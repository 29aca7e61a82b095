"""The queue of doubts: in which order a person walks it, which of it is shown, and what stays wrong behind it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from qingyang.text.change import Draft
from qingyang.text.edit import Edit, Key, Move, Proposals, Verdict
from qingyang.text.edits import Edits
from qingyang.text.row import Doubt

TEXT, NEED, KIND = "text", "need", "kind"
ORDERS = (TEXT, NEED, KIND)


class View(NamedTuple):
    """How the queue is looked at."""

    order: str = TEXT
    kind: str = ""
    """Id of the only rule or check whose doubts are shown; empty for all."""


def need(doubt: Doubt) -> float:
    """Return the chance that what stands there now is wrong.

    >>> from qingyang.text.edit import Edit
    >>> round(need(Doubt(Edit(0, 1, "", "join", 0.8), 0, 0, applied=True)), 1)
    0.2
    """
    p = doubt.subject.p
    return 1 - p if doubt.applied else p


def arranged(doubts: Sequence[Doubt], view: View) -> Sequence[Doubt]:
    """Return the doubts that are shown, in the order of walking; ``doubts`` stand in text order."""
    if view == View():
        return doubts
    shown = [doubt for doubt in doubts if not view.kind or doubt.subject.rule == view.kind]
    if view.order == NEED:
        shown.sort(key=need, reverse=True)
    elif view.order == KIND:
        shown.sort(key=lambda doubt: doubt.subject.rule)
    return shown


class Unasked:
    """What the rules decided alone in one document, and how much of it is likely wrong."""

    def __init__(self, proposals: Proposals) -> None:
        self._edits, self._sure = Edits.of(proposals.edits), proposals.sure_from
        self._moves = {move.key: move for move in proposals.moves}
        said = chain(self._edits.ps, (move.p for move in proposals.moves))
        self._sum = sum(1 - p for p in said if p >= self._sure)

    def wrong(self, draft: Draft) -> float:
        """Return how many decisions nobody was asked about, and nobody has judged since, are likely wrong."""
        judged = (self._said(r.edit) for r in draft.records.values() if isinstance(r, Verdict))
        less = sum(1 - each.p for each in judged if each is not None and each.p >= self._sure)
        return max(0.0, self._sum - less)

    def _said(self, key: Key) -> Edit | Move | None:
        if key[0] != "rule":
            return self._moves.get(key)
        k = self._edits.numbered(key)
        return self._edits[k] if k is not None else None
