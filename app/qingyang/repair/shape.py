"""The shape of lines on paper: columns, short lines, blank lines, indents. All measures are relative to the block."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, repeat
from operator import add

AROUND = 4
"""Lines on either side that make up the block of a line."""


def column_widths(widths: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return for every line how wide its column is, in half ems, and how many lines of its block stand so wide.

    The column's width is the one most lines around have, give or take one em: a block's full lines agree,
    its short ones do not.
    """
    ems = [0] * AROUND + [w // 2 for w in widths] + [0] * AROUND
    counts: dict[int, int] = {}
    for em in ems[: 2 * AROUND]:
        counts[em] = counts.get(em, 0) + 1
    columns, firm = [], []
    best = votes = old = -1
    for gone, new in zip(ems, ems[2 * AROUND :], strict=False):
        counts[new] = counts.get(new, 0) + 1
        if new != old:
            best, votes = _mode(counts)
        columns.append(2 * best + 1)
        firm.append(votes)
        old = gone
        if counts[old] == 1:
            del counts[old]
        else:
            counts[old] -= 1
    return columns, firm


def _mode(counts: dict[int, int]) -> tuple[int, int]:
    best, most, agree = 0, -1, 0
    get = counts.get
    for em, n in counts.items():
        if em:
            beside = get(em - 1, 0) + get(em + 1, 0)
            weight = 64 * (2 * n + beside) + min(em, 63)
            if weight > most:
                best, most, agree = em, weight, n + beside
    return best, agree


def steps(values: Sequence[int], edges: Sequence[int]) -> list[int]:
    """Return for each value how many of the ascending edges it reaches.

    >>> steps([-3, 0, 7], (0, 5))
    [0, 1, 2]
    """
    known = {v: sum(v >= edge for edge in edges) for v in set(values)}
    return [known[v] for v in values]


def share_around(flags: Sequence[int], reach: int) -> list[int]:
    """Return the share of flags set around each place, itself left out, in eighths."""
    n = len(flags)
    # Sums up to each place, shifted both ways: no window is walked.
    total = [0, *accumulate(flags)]
    lows = [0] * min(reach, n) + total[: max(0, n - reach)]
    highs = total[reach + 1 :] + [total[n]] * min(reach, n)
    before = [*range(min(reach, n)), *repeat(reach, n - reach)]
    others = map(add, before, reversed(before))
    found = zip(highs, lows, flags, others, strict=False)
    return [8 * (high - low - flag) // (count or 1) for high, low, flag, count in found]


def short_by(widths: Sequence[int], columns: Sequence[int]) -> list[int]:
    """Return how much each line lacks of its column, in half ems."""
    return [c - w for c, w in zip(columns, widths, strict=True)]
