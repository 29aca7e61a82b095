"""Keys that go by words stop where one begins: Qt would go over a Chinese paragraph at one stroke, and delete it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from qingyang.ui.aligned.wordwise import beside, clauses

from .conftest import Desk

pytestmark = pytest.mark.window
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "渝中区将提升，2025年GDP。\n\n子丑寅卯"


def two(text: str) -> list[str]:
    """Cut a text into words of two characters."""
    return [text[k : k + 2] for k in range(0, len(text), 2)]


@pytest.mark.parametrize(("at", "on", "back"), [(0, 6, 0), (3, 6, 0), (6, 7, 0), (7, 11, 6), (15, 16, 12)])
def test_the_nearest_edge_on_either_side(at: int, on: int, back: int) -> None:
    text = TEXT[:16]
    assert "".join(clauses(text)) == text
    assert (beside(text, at, 1, clauses), beside(text, at, -1, clauses)) == (on, back)


def test_keys_go_by_words_and_over_the_edge_of_a_row(desk: Callable[..., Desk]) -> None:
    made = desk(TEXT)
    made.view.edit_row(0, 0)
    seen = []
    for _ in range(3):
        QTest.keyClick(made.editor, Qt.Key.Key_Right, CONTROL)
        seen.append(made.editor.caret())
    assert seen == [6, 7, 11]
    QTest.keyClick(made.editor, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert made.view.selected_text() == "2025"
    made.view.edit_row(0)
    QTest.keyClick(made.editor, Qt.Key.Key_Right, CONTROL)
    assert made.view.caret_offset() == made.review.passages[1].start


def test_a_word_is_deleted_and_not_the_paragraph(desk: Callable[..., Desk]) -> None:
    made = desk(TEXT)
    made.view.use_words(two)
    made.view.edit_row(0, 6)
    QTest.keyClick(made.editor, Qt.Key.Key_Backspace, CONTROL)
    QTest.keyClick(made.editor, Qt.Key.Key_Delete, CONTROL)
    made.view.commit()
    assert made.review.text(0) == "渝中区将025年GDP。"
    made.review.undo()
    assert made.review.text(0) == TEXT[: TEXT.index("\n")]
