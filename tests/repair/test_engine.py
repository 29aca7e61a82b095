"""Where what was decided of lines meets the raw text: what each line break says, which gaps are cut."""

from __future__ import annotations

from array import array

from qingyang.lexicon import PlainWords
from qingyang.repair.boundary import Decided
from qingyang.repair.engine import APART, CLEAR, _boundaries, _gutters
from qingyang.repair.evidence import evidence_of
from qingyang.repair.lines import CUT, NEXT, Lines, lines_of
from qingyang.repair.links import Pair
from qingyang.repair.order import Join, chosen, places_of
from qingyang.repair.woven import Order, reordered

RAW = "甲甲甲甲\n乙乙乙乙\n丙丙丙丙"


def chances(next_: list[float], joins: list[Join]) -> list[float]:
    """Return how likely each line break of three lines is a join, where these joins were asked for."""
    lines = lines_of(RAW, PlainWords())
    evidence, places = evidence_of(lines, PlainWords()), places_of(lines)
    decided = Decided(next_, [(Pair(j.before, j.after), j.p) for j in joins if j.after != j.before + 1])
    found = _boundaries(RAW, lines, evidence, decided, chosen(joins, len(lines)), places)
    return [b.p_join for b in found]


def test_a_join_that_stands_keeps_its_probability() -> None:
    assert chances([0.8, 0.2], [Join(0, 1, 0.8)]) == [0.8, 0.2]


def test_a_join_a_likelier_one_overruled_is_a_break() -> None:
    assert [
        round(p, 3) for p in chances([0.8, 0.6], [Join(0, 1, 0.8), Join(1, 2, 0.6), Join(0, 2, 0.9)])
    ] == [0.2, 0.4]


def test_a_join_that_would_close_a_circle_is_a_break() -> None:
    joins = [Join(1, 2, 0.9), Join(2, 0, 0.8), Join(0, 1, 0.7)]
    assert chances([0.7, 0.9], joins) == [APART, 0.9]


def test_neighbours_in_the_file_keep_their_chance_when_their_columns_are_apart() -> None:
    lines = reordered(lines_of(RAW, PlainWords()), Order([0, 2, 1], {1}))
    evidence, places = evidence_of(lines, PlainWords()), places_of(lines)
    for p, joined in ((0.9, True), (0.3, False)):
        decided = Decided([0.1, 0.0], [(Pair(0, 2), p)])
        stands = chosen([Join(0, 2, p)] if joined else [], 3)
        found = list(_boundaries(RAW, lines, evidence, decided, stands, places))
        assert [b.p_join for b in found] == [p, APART]
        assert [b.joined for b in found] == [joined, False]


def cut(turn: int) -> Lines:
    """Return the two lines of a raw line cut at its gap."""
    spans = array("q", [0, 5]), array("q", [4, 9])
    return Lines(*spans, ["甲甲甲甲", "乙乙乙乙"], [8] * 2, [0] * 2, [0] * 2, [NEXT, turn])


def test_a_gap_between_columns_becomes_a_line_break() -> None:
    lines = cut(CUT + 2)
    (edit,) = _gutters("甲甲甲甲 乙乙乙乙", lines, chosen([], 2), places_of(lines))
    assert (edit.start, edit.end, edit.new, edit.p) == (4, 5, "\n", CLEAR)


def test_a_gap_that_was_joined_over_stays_a_space() -> None:
    lines = cut(CUT)
    assert not list(_gutters("甲甲甲甲 乙乙乙乙", lines, chosen([Join(0, 1, 0.9)], 2), places_of(lines)))
