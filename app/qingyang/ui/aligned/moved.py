"""Which raw text is read elsewhere: whatever has to be taken out for the rest to stand in raw order.

A swap of two neighbours can be recorded as a move of either; what a reader calls moved is the shorter one.
"""

from __future__ import annotations

from collections.abc import Sequence

from qingyang.text.ascent import heaviest
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
