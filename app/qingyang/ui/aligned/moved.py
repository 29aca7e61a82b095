"""Which raw text is read elsewhere: whatever has to be taken out for the rest to stand in raw order.

A swap of two neighbours can be recorded as a move of either; what a reader calls moved is the shorter one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from qingyang.text.ascent import heaviest
from qingyang.text.change import Draft
from qingyang.ui.aligned.marks import merged


def moved_spans(order: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the raw spans outside the heaviest run that stands in raw order; ``order`` is the reading order.

    >>> moved_spans([(0, 10), (15, 40), (10, 15)])
    [(10, 15)]
    """
    if len(order) < 2:
        return []
    kept = heaviest(order)
    return merged(span for k, span in enumerate(order) if k not in kept)


def boxed(order: Sequence[tuple[int, int]], draft: Draft) -> list[tuple[int, int]]:
    """Return the raw spans to mark as moved: what hands have moved, and what rules are not sure of.

    A page of columns is moved line by line; where nobody is asked, a box around everything tells nothing.
    """
    rules = [move for move in draft.proposals.moves if draft.stands(move)]
    moved = moved_spans(order)
    if not rules:
        return moved
    sure = {move.id for move in rules if move.p >= draft.proposals.sure_from}
    told = merged((move.start, move.end) for move in draft.moves() if move.id not in sure)
    return [
        (max(a, c), min(b, d))
        for a, b in moved
        for c, d in told[max(0, bisect_right(told, (a, a)) - 1) : bisect_left(told, (b, b))]
        if max(a, c) < min(b, d)
    ]
