"""What is selected is typed over, deleted and dragged as in any editor; what is only current is left alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from .conftest import Desk
from .test_pointing import ROWS, SHIFT, drag

pytestmark = pytest.mark.window
Maker = Callable[..., Desk]
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
READ = ["甲乙丙丁戊己庚辛", "子丑寅卯", "天地玄黄", "宇宙洪荒"]


def test_characters_selected_in_a_row_are_typed_over(desk: Maker) -> None:
    made = desk(ROWS)
    drag(made, made.point(0, 1), made.point(0, 4))
    assert made.view.selected_text() == "乙丙丁" and made.view.is_editing()
    QTest.keyClicks(made.editor, "x")
    made.view.commit()
    assert made.texts() == ["甲x戊己庚辛", *READ[1:]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_characters_selected_across_rows_are_deleted_in_one_step(desk: Maker, key: Qt.Key) -> None:
    made = desk(ROWS)
    drag(made, made.point(0, 2), made.point(1, 1), made.point(2, 1))
    QTest.keyClick(made.view, key)
    assert made.texts() == ["甲乙地玄黄", "宇宙洪荒"]
    assert made.view.caret_offset() == 2
    made.review.undo()
    assert made.texts() == READ


def test_characters_selected_across_rows_are_typed_over(desk: Maker) -> None:
    made = desk(ROWS)
    drag(made, made.point(0, 2), made.point(1, 1), made.point(2, 1))
    QTest.keyClicks(made.view, "x")
    assert made.texts() == ["甲乙x地玄黄", "宇宙洪荒"]
    assert made.view.caret_offset() == 3
    made.review.undo()
    assert made.texts() == READ


@pytest.mark.parametrize(
    ("first", "left"), [(0, READ[2:]), (1, [READ[0], READ[3]]), (2, READ[:2])], ids=["top", "middle", "end"]
)
def test_several_selected_rows_are_deleted_and_come_back(desk: Maker, first: int, left: list[str]) -> None:
    made = desk(ROWS)
    made.view.go_to_row(first)
    QTest.keyClick(made.view, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(made.view, Qt.Key.Key_Delete)
    assert made.texts() == left
    made.review.undo()
    assert made.texts() == READ


def test_everything_selected_is_deleted_and_comes_back(desk: Maker) -> None:
    made = desk(ROWS)
    QTest.keyClick(made.view, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(made.view, Qt.Key.Key_Delete)
    assert made.texts() == []
    made.review.undo()
    assert made.texts() == READ


def test_a_row_that_is_only_current_is_neither_deleted_nor_typed_over(desk: Maker) -> None:
    made = desk(ROWS)
    told: list[bool] = []
    made.view.untyped.connect(lambda: told.append(True))
    QTest.keyClick(made.view, Qt.Key.Key_Delete)
    QTest.keyClicks(made.view, "x")
    assert made.texts() == READ and told == [True, True]


def test_keys_along_the_line_put_the_caret_at_an_end_of_the_row_or_of_what_is_selected(desk: Maker) -> None:
    made = desk(ROWS)
    for key, caret in (
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 8),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Right, 8),
    ):
        QTest.keyClick(made.view, key)
        assert made.view.caret_offset() == caret
        QTest.keyClick(made.editor, Qt.Key.Key_Escape)
    for key, caret in ((Qt.Key.Key_Left, 2), (Qt.Key.Key_Right, made.review.passages[2].start + 1)):
        drag(made, made.point(0, 2), made.point(1, 1), made.point(2, 1))
        QTest.keyClick(made.view, key)
        assert made.view.caret_offset() == caret and made.view.selection() is None
        QTest.keyClick(made.editor, Qt.Key.Key_Escape)


def test_a_click_on_what_is_selected_puts_the_caret_there(desk: Maker) -> None:
    made = desk(ROWS)
    drag(made, made.point(0, 1), made.point(0, 4))
    inside = made.editor.viewport().mapFrom(made.view.viewport(), made.point(0, 2))
    QTest.mouseClick(made.editor.viewport(), LEFT, pos=inside)
    assert made.view.caret_offset() == 2 and made.view.selection() is None


def test_a_right_click_leaves_what_is_selected(desk: Maker) -> None:
    made = desk(ROWS)
    drag(made, made.point(0, 1), made.point(0, 4))
    inside = made.editor.viewport().mapFrom(made.view.viewport(), made.point(0, 2))
    QTest.mouseClick(made.editor.viewport(), Qt.MouseButton.RightButton, pos=inside)
    assert made.view.selected_text() == "乙丙丁" and made.view.is_editing()
    QTest.keyClick(made.editor, Qt.Key.Key_Escape)
    drag(made, made.point(0, 2), made.point(1, 1), made.point(2, 1))
    QTest.mouseClick(made.view.viewport(), Qt.MouseButton.RightButton, pos=made.point(1, 1))
    assert made.view.selected_text().startswith("丙丁")
    QTest.mouseClick(made.view.viewport(), Qt.MouseButton.RightButton, pos=made.point(3, 1))
    assert made.view.selection() is None and made.view.current_row() == 3


def test_a_third_click_takes_the_paragraph(desk: Maker) -> None:
    made = desk(ROWS)
    at = made.point(0, 1)
    QTest.mouseClick(made.view.viewport(), LEFT, pos=at)
    inside = made.editor.viewport().mapFrom(made.view.viewport(), at)
    QTest.mouseDClick(made.editor.viewport(), LEFT, pos=inside)
    QTest.mouseClick(made.editor.viewport(), LEFT, pos=inside)
    assert made.view.selected_text() == READ[0]
    QTest.qWait(QApplication.doubleClickInterval() + 10)
    QTest.mouseClick(made.editor.viewport(), LEFT, pos=inside + QPoint(1, 0))
    assert made.view.selection() is None


def extend(made: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = SHIFT) -> str:
    """Press a key with Shift wherever the keys are, and return what is selected then."""
    QTest.keyClick(made.editor if made.view.is_editing() else made.view, key, modifiers)
    return made.view.selected_text()


def test_a_selection_is_taken_on_by_keys_across_rows_and_back(desk: Maker) -> None:
    made = desk(ROWS)
    made.view.edit_row(1, 2)
    assert extend(made, Qt.Key.Key_Down) == "寅卯\n天地"
    assert extend(made, Qt.Key.Key_Right) == "寅卯\n天地玄"
    assert extend(made, Qt.Key.Key_Down) == "寅卯\n天地玄黄\n宇宙洪"
    assert extend(made, Qt.Key.Key_Home) == "寅卯\n天地玄黄"
    assert extend(made, Qt.Key.Key_End) == "寅卯\n天地玄黄\n宇宙洪荒"
    for left in ("寅卯\n天地玄黄", "寅卯"):
        assert extend(made, Qt.Key.Key_Up).strip() == left
    # Within its own row it is typed over again, with an input method too.
    assert made.view.is_editing()
    assert extend(made, Qt.Key.Key_Home, CONTROL | SHIFT) == "甲乙丙丁戊己庚辛\n子丑"
    assert extend(made, Qt.Key.Key_End, CONTROL | SHIFT) == "寅卯\n天地玄黄\n宇宙洪荒"
    assert made.texts() == READ


def test_a_selection_goes_over_the_edge_of_a_row_by_one_character(desk: Maker) -> None:
    made = desk(ROWS)
    made.view.edit_row(1, 4)
    extend(made, Qt.Key.Key_Right)
    assert extend(made, Qt.Key.Key_Right) == "\n天"
    QTest.keyClick(made.view, Qt.Key.Key_Delete)
    assert made.texts() == [READ[0], "子丑寅卯地玄黄", READ[3]]
    made.review.undo()
    made.view.edit_row(1, 0)
    extend(made, Qt.Key.Key_Left)
    extend(made, Qt.Key.Key_Left)
    passages = made.review.passages
    assert made.view.selection() == (passages[0].end - 1, passages[1].start)


def test_lines_of_a_long_row_are_taken_in_one_by_one(desk: Maker) -> None:
    made = desk("甲乙丙丁\n\n" + "子丑寅卯" * 40)
    made.view.edit_row(0, 2)
    first = extend(made, Qt.Key.Key_Down)
    second = extend(made, Qt.Key.Key_Down)
    assert first == "丙丁\n子丑" and second.startswith(first) and len(first) < len(second) < 80


def test_select_all_again_takes_all_rows(desk: Maker) -> None:
    made = desk(ROWS)
    made.view.edit_row(1, 2)
    assert extend(made, Qt.Key.Key_A, CONTROL) == READ[1]
    extend(made, Qt.Key.Key_A, CONTROL)
    assert made.view.selected_rows() == (0, 1, 2, 3)


def test_an_input_method_types_over_characters_selected_across_rows(desk: Maker) -> None:
    made = desk(ROWS)
    takes = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not made.view.testAttribute(takes)
    drag(made, made.point(0, 2), made.point(1, 1), made.point(2, 1))
    assert made.view.testAttribute(takes)
    event = QInputMethodEvent()
    event.setCommitString("新")
    QApplication.sendEvent(made.view, event)
    assert made.texts() == ["甲乙新地玄黄", "宇宙洪荒"]
    assert not made.view.testAttribute(takes)
