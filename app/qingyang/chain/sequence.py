"""The best sequence of labels, and how likely each is: what each place speaks for, and which label follows which."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

Candidates = Sequence[tuple[int, int]]
"""Labels a place may have, by number, and what each is worth in thousandths of a nat."""
Follows = Sequence[Sequence[int]]
"""For each label what it is worth that each other one stands right after it, in thousandths of a nat."""
Weighed = Sequence[tuple[int, float]]
"""Labels a place may have, by number, and how heavily each weighs (e to the power of its worth)."""
COOLED = 1300.0
"""Thousandths of worth that are one nat of certainty (measured on pages never fitted on)."""


def shares(places: Sequence[Weighed], follows: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return for each place how likely each of its labels is, whatever the others are (Rabiner 1989, III.A).

    ``follows`` tells how much likelier each label is right after each other one.
    """
    reached = [[weight for _, weight in places[0]]]
    for before, here in pairwise(places):
        old = list(zip((label for label, _ in before), reached[-1], strict=True))
        reached.append(_one([w * sum(p * follows[other][label] for other, p in old) for label, w in here]))
    ahead = [1.0] * len(places[-1])
    found = [_one(reached[-1])]
    for (before, here), behind in zip(reversed(list(pairwise(places))), reversed(reached[:-1]), strict=True):
        after = [(label, w * q) for (label, w), q in zip(here, ahead, strict=True)]
        ahead = _one([sum(q * follows[label][other] for other, q in after) for label, _ in before])
        found.append(_one([p * q for p, q in zip(behind, ahead, strict=True)]))
    return found[::-1]


def _one(weights: list[float]) -> list[float]:
    """Return weights that add up to one."""
    whole = sum(weights)
    return [weight / whole for weight in weights]


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
