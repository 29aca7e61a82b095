"""How sure it is that lines apart belong together, once all that is likely is known.

A line goes on in one other line and from one other: what else may go on there speaks against a pair, and the less the
more it is wanted elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from qingyang.repair.evidence import Evidence
from qingyang.repair.fitted.rivals import TREES
from qingyang.repair.forest import COARSE_EDGES, FINE_EDGES, Forest, chance, forest_of
from qingyang.repair.lines import Lines
from qingyang.repair.links import Pair
from qingyang.repair.shape import steps
from qingyang.repair.signs import ENDED

ODDS_EDGES = (5, 20, 60, 150, 400, 1000, 2500, 6000, 15000, 60000)
"""In thousandths."""
DISTANCE_EDGES = (-8, 0, 3, 4, 6, 9, 16, 40)
SURE = 0.99999
SIZES: dict[str, int] = {
    "chance": len(FINE_EDGES) + 1,
    "next": len(COARSE_EDGES) + 1,
    "before": len(COARSE_EDGES) + 1,
    "others_on": len(ODDS_EDGES) + 1,
    "others_from": len(ODDS_EDGES) + 1,
    "free_on": len(ODDS_EDGES) + 1,
    "free_from": len(ODDS_EDGES) + 1,
    "distance": len(DISTANCE_EDGES) + 1,
    "ended": 2,
}
"""How many values each sign can take."""


def signs_of(
    lines: Lines, evidence: Evidence, p_next: Sequence[float], pairs: Sequence[Pair], worths: Sequence[int]
) -> dict[str, Sequence[int]]:
    """Return the signs of every pair, one column a sign.

    ``p_next`` tells of each line and the next, ``worths`` of each pair, in thousandths of a logit, how likely they
    belong together.
    """
    befores, afters = [i for i, _ in pairs], [j for _, j in pairs]
    chances = list(map(chance, worths))
    odds = list(map(_odds, chances))
    on, from_ = _sums(befores, odds), _sums(afters, odds)
    after = [p_next[i] if i < len(p_next) else 0.0 for i in befores]
    before = [p_next[j - 1] if j else 0.0 for j in afters]
    next_on, next_from = list(map(_odds, after)), list(map(_odds, before))
    others_on = [near + on[i] - w for i, near, w in zip(befores, next_on, odds, strict=True)]
    others_from = [near + from_[j] - w for j, near, w in zip(afters, next_from, odds, strict=True)]
    # What is left of a likelihood where others want the same line.
    free_on = [w / (1 + others) for w, others in zip(odds, others_from, strict=True)]
    free_from = [w / (1 + others) for w, others in zip(odds, others_on, strict=True)]
    all_on, all_from = _sums(befores, free_on), _sums(afters, free_from)
    near_on = [near / (1 + from_.get(i + 1, 0.0)) for i, near in zip(befores, next_on, strict=True)]
    near_from = [near / (1 + on.get(j - 1, 0.0)) for j, near in zip(afters, next_from, strict=True)]
    ended = bytes(code in ENDED for code in evidence.ends(lines))
    return {
        "chance": _steps(chances, FINE_EDGES),
        "next": _steps(after, COARSE_EDGES),
        "before": _steps(before, COARSE_EDGES),
        "others_on": _steps(others_on, ODDS_EDGES),
        "others_from": _steps(others_from, ODDS_EDGES),
        "free_on": _steps(
            (near + all_on[i] - w for i, near, w in zip(befores, near_on, free_on, strict=True)), ODDS_EDGES
        ),
        "free_from": _steps(
            (near + all_from[j] - w for j, near, w in zip(afters, near_from, free_from, strict=True)),
            ODDS_EDGES,
        ),
        "distance": bytes(steps([j - i for i, j in pairs], DISTANCE_EDGES)),
        "ended": bytes(map(ended.__getitem__, befores)),
    }


def among_rivals(
    lines: Lines, evidence: Evidence, p_next: Sequence[float], pairs: Sequence[Pair], worths: Sequence[int]
) -> list[float]:
    """Return how likely each pair belongs together, all others considered."""
    signs = signs_of(lines, evidence, p_next, pairs, worths)
    more = _forest().sums(list(signs.values()))
    return [chance(worth + another) for worth, another in zip(worths, more, strict=True)]


def _odds(p: float) -> float:
    return min(p, SURE) / (1 - min(p, SURE))


def _sums(places: Sequence[int], amounts: Sequence[float]) -> dict[int, float]:
    """Return the sum of the amounts at each place."""
    sums: dict[int, float] = {}
    for place, amount in zip(places, amounts, strict=True):
        sums[place] = sums.get(place, 0.0) + amount
    return sums


def _steps(values: Iterable[float], edges: Sequence[int]) -> bytes:
    return bytes(steps([int(1000 * value) for value in values], edges))


@cache
def _forest() -> Forest:
    return forest_of(TREES, list(SIZES.values()))
