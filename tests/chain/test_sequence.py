"""Labels in a row, against every way to give them, written down one by one."""

from __future__ import annotations

import random
from itertools import pairwise, product
from math import exp

import pytest

from qingyang.chain.packed import Following
from qingyang.chain.sequence import best_sequence, certainties, shares

PLACES, LABELS = 4, 3


def worth(seed: int) -> tuple[list[list[tuple[int, int]]], list[list[int]]]:
    chance = random.Random(seed)
    places = [[(label, chance.randint(-2000, 2000)) for label in range(LABELS)] for _ in range(PLACES)]
    return places, [[chance.randint(-2000, 2000) for _ in range(LABELS)] for _ in range(LABELS)]


def total(places: list[list[tuple[int, int]]], follows: list[list[int]], way: tuple[int, ...]) -> int:
    return sum(dict(place)[label] for place, label in zip(places, way, strict=True)) + sum(
        follows[a][b] for a, b in pairwise(way)
    )


@pytest.mark.parametrize("seed", range(8))
def test_the_best_sequence_is_the_best_of_all(seed: int) -> None:
    places, follows = worth(seed)
    ways = list(product(range(LABELS), repeat=PLACES))
    best = max(ways, key=lambda way: total(places, follows, way))
    assert best_sequence(places, follows, None) == list(best)
    behind = max(ways, key=lambda way: total(places, follows, way) + follows[2][way[0]])
    assert best_sequence(places, follows, 2) == list(behind)


@pytest.mark.parametrize("seed", range(8))
def test_shares_count_every_way(seed: int) -> None:
    places, follows = worth(seed)
    ways = list(product(range(LABELS), repeat=PLACES))
    weights = [exp(total(places, follows, way) / 1000) for way in ways]
    weighed = [[(label, exp(nats / 1000)) for label, nats in place] for place in places]
    found = shares(weighed, Following([[exp(nats / 1000) for nats in row] for row in follows]))
    for k, place in enumerate(found):
        assert sum(share for _, share in place) == pytest.approx(1)
        for label, share in place:
            some = [w for way, w in zip(ways, weights, strict=True) if way[k] == label]
            assert share == pytest.approx(sum(some) / sum(weights), abs=0.01)


def test_one_place_has_no_neighbours() -> None:
    assert shares([[(0, 3.0), (2, 1.0)]], Following([[1.0] * 3] * 3)) == [[(0, 0.75), (2, 0.25)]]


def test_a_long_row_neither_dies_out_nor_runs_over() -> None:
    """Thousands of unlikely steps in turn: their product is no number a computer has."""
    many = shares([[(0, 1e-6), (1, 1e-7)]] * 5000, Following([[1e-4, 1.0], [1.0, 1e-4]]))
    assert all(sum(share for _, share in place) == pytest.approx(1) for place in many)


def test_a_role_between_its_neighbours_is_as_sure_as_it_stands_out() -> None:
    places = [[(0, 0)], [(0, 0), (1, 1300)], [(0, 0)]]
    sure = certainties(places, [0, 1, 0], [[0, 0], [0, 0]], None)
    assert sure[1][1] == pytest.approx(exp(1) / (exp(1) + 1))
