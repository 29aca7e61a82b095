"""How sure it is that lines apart belong together, once all that is likely is known.

A line goes on in one other line and from one other: what else may go on there speaks against a pair, and the less the
more it is wanted elsewhere.
"""

from __future__ import annotations

from array import array
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
    after, before = [*p_next, 0.0], [0.0, *p_next]
    odds = list(map(_odds, chances))
    all_on = _sums(map(_odds, after), befores, odds)
    all_from = _sums(map(_odds, before), afters, odds)
    near = list(map(_odds, p_next))
    # What is left of a likelihood where others want the same line.
    free = [
        (w / (1 + all_from[j] - w), w / (1 + all_on[i] - w)) for (i, j), w in zip(pairs, odds, strict=True)
    ]
    near_on = [w / (1 + all_from[k + 1] - w) for k, w in enumerate(near)]
    near_from = [w / (1 + all_on[k] - w) for k, w in enumerate(near)]
    free_on = _sums([*near_on, 0.0], befores, [a for a, _ in free])
    free_from = _sums([0.0, *near_from], afters, [b for _, b in free])
    ended = bytes(code in ENDED for code in evidence.ends(lines))
    return {
        "chance": _steps(chances, FINE_EDGES),
        "next": _steps((after[i] for i in befores), COARSE_EDGES),
        "before": _steps((before[j] for j in afters), COARSE_EDGES),
        "others_on": _steps((all_on[i] - w for i, w in zip(befores, odds, strict=True)), ODDS_EDGES),
        "others_from": _steps((all_from[j] - w for j, w in zip(afters, odds, strict=True)), ODDS_EDGES),
        "free_on": _steps((free_on[i] - a for i, (a, _) in zip(befores, free, strict=True)), ODDS_EDGES),
        "free_from": _steps((free_from[j] - b for j, (_, b) in zip(afters, free, strict=True)), ODDS_EDGES),
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


def _sums(first: Iterable[float], places: Sequence[int], amounts: Sequence[float]) -> array[float]:
    """Return amounts added to what stands at their places."""
    sums = array("d", first)
    for place, amount in zip(places, amounts, strict=True):
        sums[place] += amount
    return sums


def _steps(values: Iterable[float], edges: Sequence[int]) -> bytes:
    return bytes(steps([int(1000 * value) for value in values], edges))


@cache
def _forest() -> Forest:
    return forest_of(TREES, list(SIZES.values()))
