"""Add up many small trees at once: one byte a tree, one bit a leaf.

Every tree has at most eight leaves. For each value of each sign a long number keeps the leaves that value leads to;
the numbers of all signs of a boundary, ANDed, leave one bit in every byte: the leaf each tree comes to. Six hundred
trees take some forty ANDs and one pass over three hundred pairs of bytes. Where the first trees leave no doubt, the
others are not asked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import exp
from struct import Struct
from typing import NamedTuple

LEAVES = 8
Tree = list["int | Tree"]
"""``[sign, codes, tree if the sign's value is a bit of codes, tree if not]``; a leaf is thousandths of a logit."""


class Leaf(NamedTuple):
    """A leaf and the values of every sign that lead to it, as bits; a sign it does not ask about is missing."""

    worth: int
    codes: dict[int, int]


class Stop(NamedTuple):
    """Where the adding up may end: after so many trees, if the sum is beyond the bound by then."""

    trees: int
    bound: int
    """In thousandths of a logit, to either side."""
    scale: float
    """What the sum so far is worth of the whole, on average (measured)."""


class Forest:
    """Trees ready to be asked."""

    def __init__(self, trees: Sequence[int | Tree], sizes: Sequence[int], stops: Sequence[Stop] = ()) -> None:
        edges = [0, *(stop.trees for stop in stops), len(trees)]
        self.parts = [_Part(trees[a:b], sizes) for a, b in pairwise(edges)]
        self.stops = (*stops, _LAST)

    def sums(self, rows: Iterable[tuple[int, ...]]) -> list[int]:
        """Return the worth of every row of signs."""
        return list(map(self._sum, rows))

    def chances(self, rows: Iterable[tuple[int, ...]]) -> list[float]:
        """Return the probability each row of signs speaks for."""
        return list(map(chance, self.sums(rows)))

    def _sum(self, row: tuple[int, ...]) -> int:
        worth = 0
        for part, stop in zip(self.parts, self.stops, strict=True):
            worth += part.sum(row)
            if not -stop.bound < worth < stop.bound:
                return round(worth * stop.scale)
        return worth


_LAST = Stop(0, 1 << 60, 1.0)


class _Part:
    """Trees added up at once."""

    def __init__(self, trees: Sequence[int | Tree], sizes: Sequence[int]) -> None:
        # An even number of trees: bytes are read two at a time.
        nothing: list[int | Tree] = [0] * (len(trees) % 2)
        leaves = [list(_leaves(tree, {}, sizes)) for tree in [*trees, *nothing]]
        self.pairs = Struct(f"<{len(leaves) // 2}H")
        self.worths = [_pair(a, b) for a, b in zip(leaves[::2], leaves[1::2], strict=True)]
        self.whole = int.from_bytes(_leaf_bits(leaves), "little")
        self.masks = _masks(leaves, sizes)

    def sum(self, row: tuple[int, ...]) -> int:
        """Return the worth of one row of signs."""
        left = self.whole
        for sign, table in self.masks:
            left &= table[row[sign]]
        leaves = self.pairs.unpack(left.to_bytes(self.pairs.size, "little"))
        return sum(map(dict.__getitem__, self.worths, leaves))


def _pair(low: Sequence[Leaf], high: Sequence[Leaf]) -> dict[int, int]:
    """Return the worth of every pair of leaves of two trees, by their two bits."""
    return {1 << i | 1 << 8 + j: a.worth + b.worth for i, a in enumerate(low) for j, b in enumerate(high)}


def _leaves(tree: int | Tree, codes: dict[int, int], sizes: Sequence[int]) -> Iterator[Leaf]:
    if isinstance(tree, int):
        yield Leaf(tree, codes)
        return
    sign, left, yes, no = tree
    assert isinstance(sign, int) and isinstance(left, int)
    whole = codes.get(sign, (1 << sizes[sign]) - 1)
    yield from _leaves(yes, codes | {sign: whole & left}, sizes)
    yield from _leaves(no, codes | {sign: whole & ~left}, sizes)


def _leaf_bits(trees: Sequence[Sequence[Leaf]]) -> bytes:
    """Return a byte a tree with a bit for each of its leaves."""
    return bytes((1 << len(leaves)) - 1 for leaves in trees)


def _masks(trees: Sequence[Sequence[Leaf]], sizes: Sequence[int]) -> list[tuple[int, list[int]]]:
    """Return for each sign these trees ask about, and each of its values, the leaves that value leads to."""
    whole = _leaf_bits(trees)
    masks: dict[int, list[bytearray]] = {}
    for k, leaves in enumerate(trees):
        for bit, leaf in enumerate(leaves):
            for sign, codes in leaf.codes.items():
                if sign not in masks:
                    masks[sign] = [bytearray(whole) for _ in range(sizes[sign])]
                for value, mask in enumerate(masks[sign]):
                    if not codes >> value & 1:
                        mask[k] &= ~(1 << bit) & 0xFF
    return [(sign, [int.from_bytes(m, "little") for m in table]) for sign, table in sorted(masks.items())]


def chance(worth: int) -> float:
    """Return the probability that thousandths of a logit stand for."""
    return 1 / (1 + exp(-worth / 1000))


def forest_of(table: str, sizes: Sequence[int], stops: Sequence[Stop] = ()) -> Forest:
    """Return the trees of a fitted table: JSON, a list of trees."""
    return Forest(json.loads(table), sizes, stops)
