"""The best sequence of labels, and how likely each is: what each place speaks for, and which label follows which."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qingyang.chain.packed import Following

Candidates = Sequence[tuple[int, int]]
"""Labels a place may have, by number, and what each is worth in thousandths of a nat."""
Follows = Sequence[Sequence[int]]
"""For each label what it is worth that each other one stands right after it, in thousandths of a nat."""
Weighed = Sequence[tuple[int, float]]
"""Labels a place may have, by number, and how heavily each weighs (e to the power of its worth)."""
UNHEARD_OF = 5e-3
"""Share of a place under which a label is not followed any further: nothing measured comes out otherwise."""
COOLED = 1300.0
"""Thousandths of worth that are one nat of certainty (measured on pages never fitted on)."""


def shares(places: Sequence[Weighed], follows: Following) -> list[list[tuple[int, float]]]:
    """Return for each place how likely its labels are, whatever the others are (Rabiner 1989, III.A).

    Labels that all before them leave next to no room for (`UNHEARD_OF`) are not told.
    """
    reached = [_told(places[0])]
    for here in places[1:]:
        ways = follows.after(reached[-1])
        reached.append(_told([(label, weight * ways[label]) for label, weight in here]))
    found = [_one(reached[-1])]
    ahead = dict.fromkeys((label for label, _ in reached[-1]), 1.0)
    for k in range(len(places) - 1, 0, -1):
        after = [(label, weight * ahead[label]) for label, weight in places[k] if label in ahead]
        whole = sum([weight for _, weight in after])
        ahead = {}
        both = []
        for label, share in reached[k - 1]:
            likelier = follows.rows[label]
            q = 0.0
            for other, weight in after:
                q += weight * likelier[other]
            ahead[label] = q / whole
            both.append((label, share * q))
        found.append(_one(both))
    return found[::-1]


def _one(weighed: Weighed) -> list[tuple[int, float]]:
    """Return weights as shares of the whole."""
    whole = sum([weight for _, weight in weighed])
    return [(label, weight / whole) for label, weight in weighed]


def _told(weighed: Weighed) -> list[tuple[int, float]]:
    """Return weights as shares of the whole, without those of next to nothing."""
    whole = sum([weight for _, weight in weighed])
    least = whole * UNHEARD_OF
    return [(label, weight / whole) for label, weight in weighed if weight >= least]


def best_sequence(candidates: Sequence[Candidates], follows: Follows, before: int | None) -> list[int]:
    """Return the roles with the highest sum (Viterbi, 1967); ``before`` stands before the first."""
    scores = {role: worth + _enters(follows, before, role) for role, worth in candidates[0]}
    back: list[dict[int, int]] = []
    for step in candidates[1:]:
        reached: dict[int, int] = {}
        origin: dict[int, int] = {}
        for role, worth in step:
            best, came = max((score + follows[other][role], other) for other, score in scores.items())
            reached[role], origin[role] = best + worth, came
        scores = reached
        back.append(origin)
    roles = [max(scores, key=scores.__getitem__)]
    for origin in reversed(back):
        roles.append(origin[roles[-1]])
    return roles[::-1]


def certainties(
    candidates: Sequence[Candidates], roles: Sequence[int], follows: Follows, before: int | None
) -> list[dict[int, float]]:
    """Return how much each candidate stands out between its neighbours' best roles, as probabilities."""
    sure = []
    for k, options in enumerate(candidates):
        other = roles[k - 1] if k else before
        after = roles[k + 1] if k + 1 < len(roles) else None
        weights = {
            role: worth + _enters(follows, other, role) + (follows[role][after] if after is not None else 0)
            for role, worth in options
        }
        mine = weights[roles[k]]
        shares = {role: math.exp((worth - mine) / COOLED) for role, worth in weights.items()}
        total = sum(shares.values())
        sure.append({role: share / total for role, share in shares.items()})
    return sure


def _enters(follows: Follows, before: int | None, role: int) -> int:
    return follows[before][role] if before is not None else 0
