"""A line goes on in one other line: what is likelier elsewhere is less likely here."""

from typing import Any

import pytest

from qingyang.repair.evidence import evidence_of
from qingyang.repair.lines import lines_of
from qingyang.repair.links import Pair
from qingyang.repair.rivals import SIZES, among_rivals, signs_of

LINES = (
    "渝中区有良好的现代服务业的承载",
    "在会上介绍了情况，并回答了提问",
    "今年以来，全市新增企业三千余家",
    "平台，位于主城核心，地理位置优",
    "会后，记者走访了三家企业和两个",
)


@pytest.fixture
def told(words: Any) -> Any:
    lines = lines_of("\n".join(LINES), words)
    return lines, evidence_of(lines, words)


def test_a_pair_is_less_likely_where_its_first_line_likely_goes_on_elsewhere(told: Any) -> None:
    pairs = [Pair(0, 3)]
    alone = among_rivals(*told, [0.02, 0.02, 0.02, 0.02], pairs, [1500])
    wanted = among_rivals(*told, [0.97, 0.02, 0.02, 0.02], pairs, [1500])
    assert wanted[0] < alone[0]


def test_a_pair_is_likelier_where_nothing_else_may_go_on_there(told: Any) -> None:
    pairs = [Pair(0, 3), Pair(0, 2), Pair(1, 3)]
    many = among_rivals(*told, [0.3, 0.02, 0.3, 0.02], pairs, [500, 300, 300])
    one = among_rivals(*told, [0.02, 0.02, 0.02, 0.02], pairs[:1], [500])
    assert one[0] > many[0]


def test_what_is_wanted_elsewhere_is_a_weaker_rival(told: Any) -> None:
    """Line 2 may go on line 0; more so where nothing else speaks for any other line before it."""
    pairs = [Pair(0, 3), Pair(0, 2)]
    free = signs_of(*told, [0.02, 0.02, 0.02, 0.02], pairs, [500, 500])
    taken = signs_of(*told, [0.02, 0.97, 0.02, 0.02], pairs, [500, 500])
    assert taken["free_on"][0] < free["free_on"][0]
    assert taken["others_on"][0] == free["others_on"][0]


def test_the_next_line_is_a_weaker_rival_where_another_goes_on_in_it(told: Any) -> None:
    p_next = [0.6, 0.02, 0.02, 0.02]
    free = signs_of(*told, p_next, [Pair(0, 3), Pair(2, 4)], [500, 4000])
    taken = signs_of(*told, p_next, [Pair(0, 3), Pair(2, 1)], [500, 4000])
    assert taken["free_on"][0] < free["free_on"][0]


def test_every_sign_stays_in_its_range(told: Any) -> None:
    pairs = [Pair(0, 2), Pair(1, 4), Pair(3, 1)]
    found = signs_of(*told, [1.0, 0.0, 1.0, 0.5], pairs, [30_000, -30_000, 0])
    assert list(found) == list(SIZES)
    assert all(0 <= value < SIZES[name] for name, values in found.items() for value in values)
    assert all(0 <= p <= 1 for p in among_rivals(*told, [1.0, 0.0, 1.0, 0.5], pairs, [30_000, -30_000, 0]))


def test_no_pairs_are_no_trouble(told: Any) -> None:
    assert among_rivals(*told, [0.5, 0.5, 0.5, 0.5], [], []) == []
