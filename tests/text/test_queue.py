"""The queue as a person walks it, and what stands wrong behind it."""

from __future__ import annotations

import pytest

from qingyang.text.change import Change, Draft
from qingyang.text.doubts import Doubts
from qingyang.text.edit import Edit, Flag, Move, Proposals, Verdict
from qingyang.text.queue import KIND, NEED, Unasked, View, arranged
from qingyang.text.row import Doubt
from qingyang.text.source import source_of

DOUBTS = [
    Doubt(Edit(0, 1, "", "join", 0.9), 0, 0, applied=True),
    Doubt(Flag(3, 4, "gap", 0.7), 3, 4, applied=False),
    Doubt(Edit(6, 7, "", "join", 0.4), 6, 7, applied=False),
    Doubt(Edit(9, 10, "", "space", 0.6), 9, 9, applied=True),
]


def ats(view: View) -> list[int]:
    return [doubt.at for doubt in arranged(DOUBTS, view)]


def test_text_order_unless_asked_otherwise() -> None:
    assert ats(View()) == [0, 3, 6, 9]


def test_by_need_the_likeliest_mistake_comes_first() -> None:
    assert ats(View(NEED)) == [3, 6, 9, 0]


def test_by_kind_each_kind_stays_in_text_order() -> None:
    assert ats(View(KIND)) == [3, 0, 6, 9]


def test_one_kind_alone() -> None:
    assert ats(View(NEED, "join")) == [6, 0]
    assert Doubts(DOUBTS).kinds == {"join": 2, "gap": 1, "space": 1}


def test_what_nobody_was_asked_about_is_estimated_and_what_is_judged_is_not() -> None:
    sure, other = Edit(0, 1, "", "join", 0.98), Edit(2, 3, "", "space", 0.99)
    asked = Edit(4, 5, "", "join", 0.6)
    move = Move(6, 7, 1, "m", "column", 0.97)
    draft = Draft(source_of("一二三四五六七八"), Proposals("1", (sure, other, asked), (move,)))
    unasked = Unasked(draft.proposals)
    assert unasked.wrong(draft) == pytest.approx(0.06)
    judged = draft.apply(Change("c", "d", "accept", (Verdict(sure.key, True), Verdict(asked.key, True))))
    assert unasked.wrong(judged) == pytest.approx(0.04)
    moved = draft.apply(Change("c", "d", "accept", (Verdict(move.key, False),)))
    assert unasked.wrong(moved) == pytest.approx(0.03)
