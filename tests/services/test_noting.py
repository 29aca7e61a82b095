"""Remarks hang on their characters through every edit, are answered and settled; bookmarks come and go by row."""

from __future__ import annotations

from qingyang.services.noting import Noting
from qingyang.services.reviewing import Reviewing
from qingyang.services.stepping import MemoryJournal
from qingyang.text.change import Draft
from qingyang.text.source import source_of


def desk() -> Reviewing:
    return Reviewing("d", Draft(source_of("渝中开放\n城东的河\n城西的桥")), MemoryJournal(), person="张三")


def test_a_remark_goes_with_its_text() -> None:
    review = desk()
    noting = Noting(review)
    noting.add(7, 9, "  哪条河？ ")
    (remark,) = noting.remarks()
    assert (remark.note.quoted, remark.note.text, remark.note.person) == ("的河", "哪条河？", "张三")
    assert remark.note.time
    review.replace(0, 2, "重庆渝中")
    assert noting.remarks()[0].at == 9
    review.move([1], 3)
    at = noting.remarks()[0].at
    assert review.reading.text[at : at + 2] == "的河"


def test_answers_stand_below_their_remark_and_one_word_settles_it() -> None:
    noting = Noting(desk())
    noting.add(5, 6, "城东？")
    noting.add(0, 2, "地名")
    first, second = noting.remarks()
    assert (first.note.text, second.note.text) == ("地名", "城东？")
    noting.answer(second.note, "是城东")
    noting.answer(second.note, "查过了")
    assert [note.text for note in noting.remarks()[1].answers] == ["是城东", "查过了"]
    noting.settle(noting.remarks()[1].note, True)
    assert [remark.note.settled for remark in noting.remarks()] == [False, True]
    noting.settle(noting.remarks()[1].note, False)
    assert not noting.remarks()[1].note.settled


def test_nothing_said_is_no_remark() -> None:
    review = desk()
    assert Noting(review).add(0, 2, " \n ") is None
    assert not review.changes


def test_a_remark_is_kept_when_its_text_is_gone() -> None:
    review = desk()
    review.insert(1, "自写一段")
    start = review.passages[1].start
    noting = Noting(review)
    noting.add(start, start + 2, "再想想")
    review.undo()
    review.undo()
    assert noting.remarks() == []
    review.redo()
    review.redo()
    review.replace(start, start + 5, "")
    (remark,) = noting.remarks()
    assert remark.gone and remark.note.quoted == "自写"


def test_a_bookmark_is_set_and_taken_away_at_its_row() -> None:
    review = desk()
    noting = Noting(review)
    noting.toggle(1)
    noting.toggle(2)
    assert [review.row_at(at) for at in noting.bookmarks()] == [1, 2]
    noting.toggle(1)
    assert [review.row_at(at) for at in noting.bookmarks()] == [2]
    review.undo()
    assert len(noting.bookmarks()) == 2
    assert [change.kind for change in review.changes[:3]] == ["bookmark", "bookmark", "bookmark_off"]
