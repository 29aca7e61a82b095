"""Which raw text is read elsewhere: whatever has to be taken out for the rest to stand in raw order.

A swap of two neighbours can be recorded as a move of either; what a reader calls moved is the shorter one.
"""

from __future__ import annotations

from collections.abc import Sequence

from qingyang.ui.aligned.marks import merged


def moved_spans(order: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the raw spans outside the heaviest run that stands in raw order; ``order`` is the reading order.

    >>> moved_spans([(0, 10), (15, 40), (10, 15)])
    [(10, 15)]
    """
    if len(order) < 2:
        return []
    kept = _heaviest(order)
    return merged(span for k, span in enumerate(order) if k not in kept)


def _heaviest(order: Sequence[tuple[int, int]]) -> set[int]:
    """Return the numbers of the spans that make the heaviest ascending subsequence."""
    places = {start: k for k, start in enumerate(sorted(start for start, _ in order), 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(order) + 1)
    before: list[int] = []
    top = (0, -1)
    for number, (start, end) in enumerate(order):
        weight, last = (0, -1)
        k = places[start] - 1
        while k:
            weight, last = max((weight, last), best[k])
            k &= k - 1
        before.append(last)
        reached = (weight + end - start, number)
        top = max(top, reached)
        k = places[start]
        while k <= len(order):
            best[k] = max(best[k], reached)
            k += k & -k
    return _chain(top[1], before)


def _chain(last: int, before: Sequence[int]) -> set[int]:
    chain = set()
    while last >= 0:
        chain.add(last)
        last = before[last]
    return chain
