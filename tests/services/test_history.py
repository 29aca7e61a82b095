"""Who did what to a paragraph, and taking one of it back without the others."""

from __future__ import annotations

from qingyang.services.history import history_of, take_back
from qingyang.services.noting import Noting
from qingyang.services.reviewing import Reviewing
from qingyang.services.stepping import MemoryJournal
from qingyang.text.article import Anchor
from qingyang.text.change import Change, Draft
from qingyang.text.edit import Bookmark, Edit, Proposals, Slip
from qingyang.text.history import Place, taking_back
from qingyang.text.source import source_of
from qingyang.text.step import Step

RAW = "渝中开放,进\n一步,再进。\n\n城东的河。"
EDITS = (
    Edit(4, 5, "，", "full_width", 0.99),
    Edit(6, 7, "", "join", 0.8),
    Edit(9, 10, "，", "full_width", 0.98),
)


def desk() -> Reviewing:
    return Reviewing("d", Draft(source_of(RAW), Proposals("1", EDITS)), MemoryJournal(), person="张三")


def kinds(review: Reviewing, row: int) -> list[str]:
    return [deed.change.kind if deed.change else deed.rule for deed in history_of(review, row)]


def test_rules_are_told_with_how_often_and_how_sure() -> None:
    review = desk()
    commas, joins = history_of(review, 0)
    assert (commas.rule, len(commas.keys), commas.p) == ("full_width", 2, 0.98)
    assert (joins.rule, len(joins.keys)) == ("join", 1)
    assert history_of(review, 1) == []


def test_people_come_first_the_newest_on_top_and_only_where_they_did_something() -> None:
    review = desk()
    review.replace(0, 2, "重庆")
    review.set_role([0], "headline")
    review.replace(review.passages[1].start, review.passages[1].start + 2, "城西")
    review.judge([EDITS[1].key], accept=True)
    assert kinds(review, 0) == ["accept", "role", "edit", "full_width", "join"]
    assert kinds(review, 1) == ["edit"]
    deed = history_of(review, 0)[0]
    assert deed.change is not None and deed.change.person == "张三" and deed.change.time


def test_what_was_undone_is_not_told_nor_are_remarks() -> None:
    review = desk()
    review.replace(0, 2, "重庆")
    review.undo()
    Noting(review).add(0, 2, "?")
    assert kinds(review, 0) == ["full_width", "join"]


def test_one_edit_is_taken_back_and_later_ones_stand() -> None:
    review = desk()
    review.replace(0, 2, "重庆")
    review.replace(2, 4, "改革")
    role_before = review.tags[0].role
    review.set_role([0], "headline")
    (first,) = [d for d in history_of(review, 0) if d.change is review.changes[0]]
    take_back(review, 0, first)
    assert review.text(0).startswith("渝中改革") and review.tags[0].role == "headline"
    review.undo()
    assert review.text(0).startswith("重庆改革")
    (role,) = [d for d in history_of(review, 0) if d.change is not None and d.change.kind == "role"]
    take_back(review, 0, role)
    assert review.tags[0].role == role_before


def test_what_was_changed_again_since_cannot_be_taken_back() -> None:
    review = desk()
    review.replace(0, 2, "重庆")
    review.replace(0, 2, "山城")
    first = history_of(review, 0)[-3]
    assert first.change is review.changes[0]
    assert take_back(review, 0, first) is None
    assert review.text(0).startswith("山城")


def test_a_change_over_many_paragraphs_is_taken_back_in_one_alone() -> None:
    review = desk()
    review.replace_all([(0, 2, "重庆"), (review.passages[1].start, review.passages[1].start + 2, "城西")])
    take_back(review, 1, history_of(review, 1)[0])
    assert review.text(0).startswith("重庆") and review.text(1) == "城东的河。"


def test_a_rules_edits_are_restored_to_the_raw_text() -> None:
    review = desk()
    take_back(review, 0, history_of(review, 0)[0])
    assert review.text(0) == "渝中开放,进一步,再进。"


def test_what_a_later_change_took_away_does_not_come_back() -> None:
    first, second = Bookmark(Anchor(0)), Slip(Anchor(2), "wording", 1, "开")
    amended = second._replace(characters=2)
    draft = Draft(source_of(RAW))
    changes = [
        Change("1", "d", "slip", (second,)),
        Change("2", "d", "slip", (amended,), (second,)),
        Change("3", "d", "slip", (first,), (amended,)),
    ]
    for change in changes:
        draft = draft.apply(change)
    assert taking_back(draft, changes[1], Place([(0, 6)])) == Step()
