"""What every sign is worth for every role: one long number a value, so that adding signs is adding numbers."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from qingyang.chain.packed import Packing
from qingyang.tagging.cues import CUES
from qingyang.tagging.fitted import roles as fitted
from qingyang.tagging.grammar import CONVENTIONS
from qingyang.tagging.signs import REMEMBERED, SIGNS, Sign, Traits

ROLES: tuple[str, ...] = fitted.ROLES
"""The roles that are told apart by weighing; finer ones are told by their words (see `refinement`)."""
_PACKING = Packing(ROLES)
Table = Mapping[str, Mapping[str, Mapping[str, int]]]
_HIGHEST = 8
"""A level no cue goes beyond."""


class Weights(NamedTuple):
    """A fitted table, ready to be asked."""

    signs: tuple[tuple[Sign, Mapping[Hashable, int]], ...]
    follows: tuple[tuple[int, ...], ...]
    """For each role what it is worth that each other one stands right after it, in thousandths of a nat."""

    def of(self, window: Traits) -> tuple[int, ...]:
        """Return what the signs of one paragraph are worth for each of `ROLES`, in thousandths of a nat."""
        total = _PACKING.nothing
        for sign, worth in self.signs:
            total += worth.get(sign(window), 0)
        return _PACKING.worths(total)


@lru_cache(REMEMBERED)
def worth_of(window: Traits) -> tuple[int, ...]:
    """Return what the shipped table's signs of one paragraph are worth for each of `ROLES`."""
    return weights().of(window)


@cache
def weights() -> Weights:
    """Return the shipped table."""
    return weights_of(json.loads(fitted.WEIGHTS), json.loads(fitted.FOLLOWS))


def weights_of(table: Table, follows: Sequence[Sequence[int]]) -> Weights:
    """Return a table ready to be asked: by sign, by value, by role, in thousandths of a nat."""
    return Weights(
        tuple((SIGNS[name], _packed(name, values)) for name, values in table.items()),
        tuple(
            tuple(
                worth + CONVENTIONS.get((before, after), 0) for after, worth in zip(ROLES, row, strict=True)
            )
            for before, row in zip(ROLES, follows, strict=True)
        ),
    )


def _packed(name: str, values: Mapping[str, Mapping[str, int]]) -> dict[Hashable, int]:
    whole = {_value(text): _PACKING.packed(worth) for text, worth in values.items()}
    if name.rstrip("+-123") not in CUES:
        return whole
    # A cue's level is worth what the levels below it are, and something more: a level never seen is still a cue.
    levels: dict[Hashable, int] = {0: whole.get(0, 0)}
    reached = 0
    for level in range(1, _HIGHEST):
        reached += whole.get(level, 0)
        levels[level] = reached
    return levels


def _value(text: str) -> Hashable:
    numbers = tuple(map(int, text.split(",")))
    return numbers if len(numbers) > 1 else numbers[0]
