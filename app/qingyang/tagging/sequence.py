"""The best sequence of roles: what each paragraph is worth for each role, and each role behind another."""

from __future__ import annotations

import math
from collections.abc import Sequence

Candidates = Sequence[tuple[int, int]]
"""Roles a paragraph may have, by number, and what each is worth in thousandths of a nat."""
Follows = Sequence[Sequence[int]]
COOLED = 1300.0
"""Thousandths of worth that are one nat of certainty (measured on pages never fitted on)."""


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
