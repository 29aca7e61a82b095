"""Decide every line break and every join across a distance, each with a probability.

Four tables in turn: what two neighbours say; what lines farther away say; where that leaves doubt, what part of an
article the lines around are; and all together: a line that goes on elsewhere does not go on here.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from qingyang.lexicon import Words
from qingyang.repair import links, parts
from qingyang.repair.evidence import SIZES, Evidence
from qingyang.repair.fitted import boundaries, context
from qingyang.repair.forest import COARSE_EDGES, FINE_EDGES, Forest, Stop, chance, forest_of
from qingyang.repair.kinds import WESTERN
from qingyang.repair.lines import Lines
from qingyang.repair.links import Pair
from qingyang.repair.rivals import among_rivals
from qingyang.repair.shape import steps

STAYS = 0.01
"""Two lines without any Chinese: tables, code, verse and English are not what the trees have seen."""
HYPHENATED = 0.95
"""A Western word parted by a hyphen: the pages fitted on have too few for the trees to know."""
TINY, BOTH_TINY = 3, 0.2
"""Characters of a line too short for any column; two of them are a list (此致／敬礼), whatever words they make."""
_HYPHENATED = re.compile("[A-Za-z]{2}-$")
OUTSIDE = len(COARSE_EDGES) + 1
"""There is no boundary beside the first and the last one."""
CONTEXT: dict[str, int] = {
    **SIZES,
    "chance": len(FINE_EDGES) + 1,
    "chance_before": OUTSIDE + 1,
    "chance_after": OUTSIDE + 1,
    "chance_earlier": OUTSIDE + 1,
    "chance_later": OUTSIDE + 1,
    "rival_tail": OUTSIDE,
    "rival_head": OUTSIDE,
    **parts.CONTEXT,
}
"""How many values each sign of the last table can take."""
STOPS = (Stop(28, 3000, 2.3), Stop(60, 3500, 1.6), Stop(140, 3500, 1.3))
"""Most boundaries are clear after few trees; of ten thousand stopped so, two come out otherwise than after all."""
UNSURE = 2500
"""A boundary whose first worth is beyond this, in thousandths of a logit, is not asked a second time."""


class Decided(NamedTuple):
    """How likely lines belong together."""

    p_next: Sequence[float]
    """Each line and the next one."""
    pairs: list[tuple[Pair, float]]
    """Lines farther apart."""


def decide(lines: Lines, evidence: Evidence, words: Words) -> Decided:
    """Return how likely every line goes on in the next one, and in others worth a look."""
    signs = list(evidence.signs.values())
    worths = _first().sums(signs)
    chances = array("d", map(chance, worths))
    pairs = links.pairs_of(lines, evidence, chances, words)
    alone = links.worths_of(lines, evidence, chances, pairs, words)
    rivals = rivals_of(len(lines), pairs, list(map(chance, alone)))
    unsure = unsure_of(worths)
    told = (*signs, *context_of(chances, *rivals))
    asked = [bytes(map(sign.__getitem__, unsure)) for sign in told]
    second = _second().sums([*asked, *parts.context_of(lines, evidence, worths, unsure, parts.chain())])
    for k, worth in zip(unsure, second, strict=True):
        chances[k] = chance(worths[k] + worth)
    for k, (before, after) in enumerate(pairwise(lines.texts)):
        if before[-1] == "-" and _HYPHENATED.search(before) and after[0].islower():
            chances[k] = max(chances[k], HYPHENATED)
        elif len(before) <= TINY and len(after) <= TINY:
            chances[k] = min(chances[k], BOTH_TINY)
    western = zip(evidence.signs["kind_before"], evidence.signs["kind_after"], strict=True)
    stays = (STAYS if pair == (WESTERN, WESTERN) else p for pair, p in zip(western, chances, strict=True))
    p_next = array("d", stays)
    return Decided(p_next, list(zip(pairs, among_rivals(lines, evidence, p_next, pairs, alone), strict=True)))


def unsure_of(worths: Sequence[int]) -> list[int]:
    """Return the boundaries that are looked at again; ``worths`` are in thousandths of a logit."""
    return [k for k, worth in enumerate(worths) if -UNSURE < worth < UNSURE]


def rivals_of(
    count: int, pairs: Sequence[Pair], chances: Sequence[float]
) -> tuple[array[float], array[float]]:
    """Return for each boundary the likeliest other line its first line goes on in, and that its second goes on from."""
    tails, heads = array("d", bytes(8 * count)), array("d", bytes(8 * count))
    for (i, j), p in zip(pairs, chances, strict=True):
        tails[i] = max(tails[i], p)
        heads[j] = max(heads[j], p)
    return tails[:-1], heads[1:]


def context_of(chances: Sequence[float], tails: Sequence[float], heads: Sequence[float]) -> tuple[bytes, ...]:
    """Return what the last table reads of chances, besides the first one's signs: one column a sign."""
    count = len(chances)
    outside = bytes([OUTSIDE, OUTSIDE])
    around = outside + _steps(chances, COARSE_EDGES) + outside
    beside = (around[at : at + count] for at in (1, 3, 0, 4))
    rivals = (_steps(tails, COARSE_EDGES), _steps(heads, COARSE_EDGES))
    return (_steps(chances, FINE_EDGES), *beside, *rivals)


def _steps(chances: Sequence[float], edges: Sequence[int]) -> bytes:
    return bytes(steps([int(1000 * p) for p in chances], edges))


@cache
def _first() -> Forest:
    # Made of a constant at first need: what it answers depends on nothing else.
    return forest_of(boundaries.TREES, list(SIZES.values()), STOPS)


@cache
def _second() -> Forest:
    return forest_of(context.TREES, list(CONTEXT.values()))
