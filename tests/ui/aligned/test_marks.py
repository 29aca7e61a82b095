import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingyang.text.change import Draft
from qingyang.text.edit import Edit, Move, Proposals
from qingyang.text.order import reading_order
from qingyang.text.piecing import read
from qingyang.text.source import source_of
from qingyang.ui.aligned.marks import Difference, Kind, differences, kind_of, merged
from qingyang.ui.aligned.moved import boxed, moved_spans


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("\n", "", Kind.JOIN),
        ("\n\n", " ", Kind.JOIN),
        (" ", "", Kind.SPACE),
        ("\u3000\u3000", " ", Kind.SPACE),
        (",", "，", Kind.FORM),
        ("１２", "12", Kind.FORM),
        ('"', "“", Kind.FORM),
        ("...", "……", Kind.FORM),
        ("重庆", "渝中", Kind.WORDING),
        ("", "补字", Kind.TYPED),
        ("\n", "补字", Kind.TYPED),
        ("多余", "", Kind.DROPPED),
        ("", "\n", None),
        ("\n", "\n\n", None),
    ],
)
def test_each_replacement_has_its_kind(old: str, new: str, kind: Kind | None) -> None:
    assert kind_of(old, new) is kind


def test_differences_know_both_sides() -> None:
    raw = "渝 中,十\n四五"
    edits = [Edit(1, 2, "", "space"), Edit(3, 4, "，", "width"), Edit(5, 6, "", "join")]
    reading = read(raw, edits)
    assert str(reading.text) == "渝中，十四五"
    assert differences(reading, raw, 0, 6) == [
        Difference(Kind.SPACE, 1, 1, 1, 2),
        Difference(Kind.FORM, 2, 3, 3, 4),
        Difference(Kind.JOIN, 4, 4, 5, 6),
    ]


def test_moved_text_is_one_through_its_joins() -> None:
    raw = "甲乙丙丁戊己庚辛\n壬癸子丑"
    moves = [Move(9, 11, 0, "1")]
    reading = read(raw, [Edit(8, 9, "", "join")], moves)
    moved = moved_spans(reading_order(len(raw), moves))
    kinds = [d for d in differences(reading, raw, 0, len(reading.text), moved) if d.kind is Kind.MOVED]
    assert str(reading.text) == "壬癸甲乙丙丁戊己庚辛子丑"
    assert kinds == [Difference(Kind.MOVED, 0, 2, 9, 11)]


def test_of_two_neighbours_swapped_the_shorter_one_moved() -> None:
    assert moved_spans([(0, 10), (15, 40), (10, 15)]) == [(10, 15)]
    assert moved_spans([(0, 10), (30, 40), (10, 30)]) == [(30, 40)]
    assert moved_spans([(0, 10)]) == []


@given(st.permutations(range(6)))
def test_what_has_not_moved_stands_in_raw_order(order: list[int]) -> None:
    spans = [(10 * k, 10 * k + 10) for k in order]
    gone = moved_spans(spans)
    left = [start for start, _ in spans if not any(a <= start < b for a, b in gone)]
    assert left == sorted(left)
    assert left


def test_spans_that_touch_are_one() -> None:
    assert merged([(5, 7), (0, 2), (2, 3), (6, 9), (4, 4)]) == [(0, 3), (5, 9)]


def test_what_rules_are_sure_of_is_not_boxed() -> None:
    raw = "甲段。\n乙段。\n丙段。\n丁段。\n"
    sure, doubtful = Move(0, 4, 8, "1", "column", 0.99), Move(4, 8, 16, "2", "link", 0.8)
    for moves, wanted in (((sure,), []), ((sure, doubtful), [(4, 8)]), ((doubtful,), [(4, 8)])):
        draft = Draft(source_of(raw), Proposals("1", (), moves))
        assert boxed(draft.reading().order.spans, draft) == wanted
    hand = Move(0, 4, 16, "3")
    draft = Draft(source_of(raw), Proposals("1", (), (sure,)), {hand.key: hand})
    assert boxed(draft.reading().order.spans, draft) == [(0, 4)]
