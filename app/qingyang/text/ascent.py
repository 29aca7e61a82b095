"""What stands in order and what does not: the heaviest part of a sequence of spans that ascends."""

from __future__ import annotations

from collections.abc import Sequence


def heaviest(spans: Sequence[tuple[int, int]]) -> set[int]:
    """Return the numbers of the spans that make the heaviest ascending subsequence; a span weighs its length.

    >>> sorted(heaviest([(0, 10), (15, 40), (10, 15)]))
    [0, 1]
    """
    places = {start: k for k, start in enumerate(sorted(start for start, _ in spans), 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(spans) + 1)
    before: list[int] = []
    top = (0, -1)
    # A Fenwick tree over the starts: the heaviest ascent that ends before each.
    for number, (start, end) in enumerate(spans):
        weight, last = (0, -1)
        k = places[start] - 1
        while k:
            weight, last = max((weight, last), best[k])
            k &= k - 1
        before.append(last)
        reached = (weight + end - start, number)
        top = max(top, reached)
        k = places[start]
        while k <= len(spans):
            best[k] = max(best[k], reached)
            k += k & -k
    return _chain(top[1], before)


def _chain(last: int, before: Sequence[int]) -> set[int]:
    chain = set()
    while last >= 0:
        chain.add(last)
        last = before[last]
    return chain
