"""Add up many small trees at once: one byte a tree, one bit a leaf.

Every tree has at most eight leaves. For each value of each sign a long number keeps the leaves that value leads to;
the numbers of all signs of a boundary, ANDed, leave one bit in every byte: the leaf each tree comes to. What these
leaves are worth is counted digit by binary digit: the leaves in whose worth a digit stands are one long number too.
Signs that take few values together are asked as one. Six hundred trees take some twenty ANDs and ten counts
of bits. Where the first trees leave no doubt, the others are not asked.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, repeat
from math import exp
from typing import NamedTuple

LEAVES = 8
_ROOM = 128
"""Values that signs asked as one may take together: more would make fewer ANDs, but tables of twice the size."""
FINE_EDGES = (3, 10, 20, 40, 80, 150, 250, 350, 500, 650, 750, 850, 920, 960, 980, 990, 997)
COARSE_EDGES = (20, 100, 300, 500, 700, 900, 980)
"""Thousandths at which what one table says is cut into the steps another reads."""
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
        self._sizes = sizes
        self._groups = _groups(sizes)
        self._parts = [_part_of(trees[a:b], sizes, self._groups) for a, b in pairwise(edges)]
        self._stops = (*stops, _LAST)

    def sums(self, signs: Sequence[Sequence[int]]) -> array[int]:
        """Return the worth of every row; ``signs`` holds one column a sign, one entry a row."""
        together = [_together([(signs[k], self._sizes[k]) for k in group]) for group in self._groups]
        # What is said that is the same in every row is said once.
        alike = {group: column[0] for group, column in enumerate(together) if len(set(column)) == 1}
        columns = [column for group, column in enumerate(together) if group not in alike]
        rows = zip(*columns, strict=True) if columns else repeat((), len(signs[0]))
        parts = [part.knowing(alike) for part in self._parts]
        return array("q", (_worth(row, parts, self._stops) for row in rows))

    def chances(self, signs: Sequence[Sequence[int]]) -> list[float]:
        """Return the probability each row of signs speaks for."""
        return list(map(chance, self.sums(signs)))


_LAST = Stop(0, 1 << 60, 1.0)


def _groups(sizes: Sequence[int]) -> list[list[int]]:
    """Return the numbers of the signs that are asked as one."""
    groups: list[list[int]] = []
    rooms: list[int] = []
    for sign, size in enumerate(sizes):
        group = next((k for k, room in enumerate(rooms) if room * size <= _ROOM), len(groups))
        if group == len(groups):
            groups.append([])
            rooms.append(1)
        groups[group].append(sign)
        rooms[group] *= size
    return groups


def _together(columns: Sequence[tuple[Sequence[int], int]]) -> bytes:
    """Return what some signs, each with how many values it can take, say of every row, as one number a row."""
    # All rows at once: a column is one long number, and no digit of it, which is a byte, ever overflows.
    told = 0
    for column, size in columns:
        told = told * size + int.from_bytes(bytes(column), "little")
    return told.to_bytes(len(columns[0][0]), "little")


def _worth(row: tuple[int, ...], parts: Sequence[_Part], stops: Sequence[Stop]) -> int:
    worth = 0
    for part, stop in zip(parts, stops, strict=True):
        left = part.whole
        for group, table in part.masks:
            left &= table[row[group]]
        worth += part.least
        for unit, plane in part.planes:
            worth += unit * (left & plane).bit_count()
        if not -stop.bound < worth < stop.bound:
            return round(worth * stop.scale)
    return worth


class _Part(NamedTuple):
    """Trees added up at once."""

    whole: int
    """Every leaf."""
    masks: list[tuple[int, list[int]]]
    """For each group of signs they ask about the leaves that each of its values leads to."""
    least: int
    """What they are worth together where each comes to its worst leaf."""
    planes: list[tuple[int, int]]
    """A unit, and the leaves in whose worth above their tree's worst it is a binary digit."""

    def knowing(self, alike: Mapping[int, int]) -> _Part:
        """Return the same trees where some groups have one value, asked about the others, numbered anew."""
        whole = self.whole
        masks = []
        for group, table in self.masks:
            if group in alike:
                whole &= table[alike[group]]
            else:
                masks.append((group - sum(known < group for known in alike), table))
        return self._replace(whole=whole, masks=masks)


def _part_of(trees: Sequence[int | Tree], sizes: Sequence[int], groups: Sequence[Sequence[int]]) -> _Part:
    leaves = [list(_leaves(tree, {}, sizes)) for tree in trees]
    least = [min(leaf.worth for leaf in found) for found in leaves]
    above = [[leaf.worth - low for leaf in found] for found, low in zip(leaves, least, strict=True)]
    whole = int.from_bytes(_leaf_bits(leaves), "little")
    return _Part(
        whole, _of_groups(_masks(leaves, sizes), sizes, groups, whole), sum(least), list(_planes(above))
    )


def _planes(worths: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Yield each power of two with a byte a tree: a bit for each leaf in whose worth it is a binary digit."""
    for digit in range(max((worth for found in worths for worth in found), default=0).bit_length()):
        plane = bytes(sum((worth >> digit & 1) << bit for bit, worth in enumerate(found)) for found in worths)
        yield 1 << digit, int.from_bytes(plane, "little")


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


def _masks(trees: Sequence[Sequence[Leaf]], sizes: Sequence[int]) -> dict[int, list[int]]:
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
    return {sign: [int.from_bytes(m, "little") for m in table] for sign, table in masks.items()}


def _of_groups(
    masks: Mapping[int, list[int]], sizes: Sequence[int], groups: Sequence[Sequence[int]], whole: int
) -> list[tuple[int, list[int]]]:
    """Return what signs say by themselves as what groups of them say together, those not asked about left out."""
    found = []
    for number, group in enumerate(groups):
        if masks.keys() & group:
            table = [whole]
            for sign in group:
                table = [a & b for a in table for b in masks.get(sign, [whole] * sizes[sign])]
            found.append((number, table))
    return found


def chance(worth: int) -> float:
    """Return the probability that thousandths of a logit stand for."""
    return 1 / (1 + exp(-worth / 1000))


def forest_of(table: str, sizes: Sequence[int], stops: Sequence[Stop] = ()) -> Forest:
    """Return the trees of a fitted table: JSON, a list of trees."""
    return Forest(json.loads(table), sizes, stops)
