"""Selecting, dragging and hovering with the mouse, and going about with keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qingyang.text.edit import Edit

from .conftest import Desk, newspaper

pytestmark = pytest.mark.window
Maker = Callable[..., Desk]
ROWS = "甲乙丙丁戊\n己庚辛\n\n子丑寅卯\n\n天地玄黄\n\n宇宙洪荒"
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def move(widget: QWidget, point: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """Move the mouse; `QTest.mouseMove` would move the screen's own pointer, which arrives when it likes."""
    where = QPointF(point), QPointF(widget.mapToGlobal(point))
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, *where, none, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def drag(desk: Desk, start: QPoint, *stops: QPoint) -> None:
    """Press, move and let go; all of it goes to what was pressed, as Qt has it."""
    port = desk.view.viewport()
    # An editor lies over its row.
    under = port.childAt(start) or port
    QTest.mousePress(under, LEFT, pos=under.mapFrom(port, start))
    for stop in (start + QPoint(12, 0), *stops):
        move(under, under.mapFrom(port, stop), LEFT)
    QTest.mouseRelease(under, LEFT, pos=under.mapFrom(port, stops[-1]))


def test_a_click_selects_a_row_and_puts_the_caret_there(desk: Maker) -> None:
    made = desk(ROWS)
    heard: list[int] = []
    made.view.current_row_changed.connect(heard.append)
    QTest.mouseClick(made.view.viewport(), LEFT, pos=made.point(2, 1))
    assert made.view.current_row() == 2 and heard == [2]
    assert made.view.caret_offset() == made.review.passages[2].start + 1
    QTest.keyClicks(made.editor, "x")
    made.view.commit()
    assert made.review.text(2) == "天x地玄黄"
    made.review.undo()
    QTest.keyClick(made.editor, Qt.Key.Key_Escape)
    assert made.view.selected_rows() == (2,)
    assert made.view.selection() is None
    QTest.mouseClick(made.view.viewport(), LEFT, SHIFT, pos=made.handle(0))
    assert made.view.selected_rows() == (0, 1, 2)
    assert made.view.selected_text() == "甲乙丙丁戊己庚辛\n子丑寅卯\n天地玄黄"
    assert made.view.raw_selected_text() == "甲乙丙丁戊\n己庚辛\n子丑寅卯\n天地玄黄"


def test_a_click_with_shift_selects_the_characters_from_the_last_click_on(desk: Maker) -> None:
    made = desk(ROWS)
    port, passages = made.view.viewport(), made.review.passages
    QTest.mouseClick(port, LEFT, pos=made.point(2, 1))
    QTest.mouseClick(port, LEFT, SHIFT, pos=made.point(0, 6))
    assert made.view.selection() == (passages[0].start + 6, passages[2].start + 1)
    QTest.mouseClick(port, LEFT, SHIFT, pos=made.point(1, 2))
    assert made.view.selected_text() == "寅卯\n天"
    assert made.view.selected_rows() == (1, 2)
    QTest.mouseClick(port, LEFT, pos=made.point(3, 0))
    assert made.view.selection() is None


def test_a_click_with_shift_in_another_row_selects_from_the_caret_on(desk: Maker) -> None:
    made = desk(ROWS)
    QTest.mouseDClick(made.view.viewport(), LEFT, pos=made.point(1, 2))
    made.editor.set_caret(2)
    made.editor.insertPlainText("新")
    QTest.mouseClick(made.view.viewport(), LEFT, SHIFT, pos=made.point(2, 2))
    assert made.review.text(1) == "子丑新寅卯"
    assert made.view.selected_text() == "寅卯\n天地"


def test_keys_go_through_rows(desk: Maker) -> None:
    made = desk(ROWS)
    QTest.keyClick(made.view, Qt.Key.Key_Down)
    QTest.keyClick(made.view, Qt.Key.Key_Down, SHIFT)
    assert made.view.selected_rows() == (1, 2)
    QTest.keyClick(made.view, Qt.Key.Key_Up, SHIFT)
    QTest.keyClick(made.view, Qt.Key.Key_Up, SHIFT)
    assert made.view.selected_rows() == (0, 1)
    QTest.keyClick(made.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert made.view.selected_rows() == (3,)
    QTest.keyClick(made.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert made.view.current_row() == 0
    QTest.keyClick(made.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert made.view.selected_rows() == (0, 1, 2, 3)
    QTest.keyClick(made.view, Qt.Key.Key_F2)
    assert made.view.is_editing()


def test_pages_turn(desk: Maker) -> None:
    made = desk(newspaper(200))
    QTest.keyClick(made.view, Qt.Key.Key_PageDown)
    first = made.view.current_row()
    assert first > 0
    assert any(made.sheet.parts[number].row == first for number, _ in made.seen)
    QTest.keyClick(made.view, Qt.Key.Key_PageUp)
    assert made.view.current_row() < first


def test_characters_are_selected_across_rows(desk: Maker) -> None:
    made = desk(ROWS)
    drag(made, made.point(0, 6), made.point(1, 1), made.point(2, 2))
    passages = made.review.passages
    assert made.view.selection() == (passages[0].start + 6, passages[2].start + 2)
    assert made.view.selected_text() == "庚辛\n子丑寅卯\n天地"
    assert made.view.raw_selected_text() == "庚辛\n\n子丑寅卯\n\n天地"
    assert made.view.selected_rows() == (0, 1, 2)
    QTest.keyClick(made.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "庚辛\n子丑寅卯\n天地"
    QTest.keyClick(made.view, Qt.Key.Key_Escape)
    assert made.view.selection() is None


def test_characters_are_selected_on_the_raw_side_too(desk: Maker) -> None:
    made = desk(ROWS)
    raw = made.review.draft.source.text
    drag(made, made.raw_point(0, raw.index("丁")), made.raw_point(0, raw.index("辛")))
    assert made.view.selected_text() == "丁戊己庚"
    assert made.view.raw_selected_text() == "丁戊\n己庚"


def test_a_double_click_edits_at_its_point(desk: Maker) -> None:
    made = desk(ROWS)
    opened: list[bool] = []
    made.view.editing_changed.connect(opened.append)
    QTest.mouseDClick(made.view.viewport(), LEFT, pos=made.point(1, 2))
    assert made.view.is_editing() and opened == [True]
    assert made.view.caret_offset() == made.review.passages[1].start + 2
    QTest.mouseClick(made.view.viewport(), LEFT, pos=made.point(3, 1))
    assert made.view.caret_offset() == made.review.passages[3].start + 1
    QTest.mouseClick(made.view.viewport(), LEFT, pos=made.raw_point(0, 1))
    assert not made.view.is_editing() and made.view.current_row() == 0
    assert opened == [True, False, True, False]


def test_a_selection_begun_in_the_editor_goes_on_outside(desk: Maker) -> None:
    made = desk(ROWS)
    made.view.edit_row(1, 0)
    drag(made, made.point(1, 1), made.point(1, 2), made.point(2, 3))
    assert not made.view.is_editing()
    assert made.view.selected_text() == "丑寅卯\n天地玄"


def test_a_row_is_dragged_by_its_handle(desk: Maker) -> None:
    made = desk(ROWS)
    drag(made, made.handle(2), made.handle(0) - QPoint(0, 12))
    assert made.asked == [("move_rows_asked", (2,), 0)]
    assert made.texts() == ["天地玄黄", "甲乙丙丁戊己庚辛", "子丑寅卯", "宇宙洪荒"]


def test_what_was_dragged_stays_current(desk: Maker) -> None:
    made = desk(ROWS)
    drag(made, made.handle(3), made.handle(1) - QPoint(0, 12))
    assert made.texts()[1] == "宇宙洪荒"
    assert made.view.current_row() == 1
    made.review.undo()
    assert made.view.current_row() == 3


def test_selected_rows_are_dragged_together(desk: Maker) -> None:
    made = desk(ROWS)
    made.view.go_to_row(0)
    QTest.keyClick(made.view, Qt.Key.Key_Down, SHIFT)
    drag(made, made.handle(1), made.handle(3) + QPoint(0, 12))
    assert made.asked == [("move_rows_asked", (0, 1), 4)]
    assert made.texts()[-2:] == ["甲乙丙丁戊己庚辛", "子丑寅卯"]


def test_rows_dropped_where_they_are_stay(desk: Maker) -> None:
    made = desk(ROWS)
    drag(made, made.handle(1), made.handle(1) + QPoint(0, 12))
    drag(made, made.handle(1), made.handle(0) + QPoint(0, 12))
    assert made.asked == []


def test_a_selection_is_dragged_elsewhere(desk: Maker) -> None:
    made = desk(ROWS)
    drag(made, made.point(1, 1), made.point(1, 3))
    assert made.view.selected_text() == "丑寅"
    drag(made, made.point(1, 2), made.point(2, 2))
    start = made.review.passages[1].start
    assert made.asked[0][:3] == ("move_selection_asked", start + 1, start + 3)
    assert made.texts()[1:3] == ["子卯", "天地丑寅玄黄"]


def test_escape_gives_a_drag_up(desk: Maker) -> None:
    made = desk(ROWS)
    port = made.view.viewport()
    QTest.mousePress(port, LEFT, pos=made.handle(2))
    move(port, made.handle(0), LEFT)
    move(port, made.handle(0) - QPoint(0, 12), LEFT)
    QTest.keyClick(made.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, LEFT, pos=made.handle(0))
    assert made.asked == []


def test_hovering_marks_the_same_character_on_both_sides(desk: Maker) -> None:
    text = "甲 乙,丙𠮷丁\n戊😀己\n\n子丑"

    edits = [Edit(1, 2, "", "space"), Edit(3, 4, "，", "width"), Edit(7, 8, "", "join")]
    made = desk(text, edits)
    raw, reading = made.review.draft.source.text, made.review.reading
    for at, character in enumerate(raw):
        if character == "\n":
            continue
        row = 0 if at < 11 else 1
        move(made.view.viewport(), made.raw_point(row, at))
        hover = made.view._highlights.hover
        assert hover is not None and hover.raw == (at, at + 1)
        shown = reading.text[slice(*hover.repaired)]
        assert shown == {" ": "", ",": "，"}.get(character, character)
    for offset, character in enumerate(str(reading.text)):
        if character == "\n":
            continue
        row = made.review.row_at(offset)
        move(made.view.viewport(), made.point(row, offset - made.review.passages[row].start))
        hover = made.view._highlights.hover
        assert hover is not None and hover.repaired == (offset, offset + 1)
        assert raw[slice(*hover.raw)] == {"，": ","}.get(character, character)


def test_doubts_and_hits_are_shown_and_gone_to(desk: Maker) -> None:
    made = desk(newspaper(300))
    hits = made.review.find(made.review.text(200)[:2])
    made.view.set_hits(hits, len(hits) - 1)
    assert made.view.current_row() == hits[-1].row
    assert any(made.sheet.parts[number].row == hits[-1].row for number, _ in made.seen)


def test_the_menu_is_asked_for_on_a_row(desk: Maker) -> None:
    made = desk(ROWS)
    asked: list[int] = []
    made.view.context_menu_asked.connect(lambda row, at: asked.append(row))
    point = made.point(2, 1)
    QTest.mousePress(made.view.viewport(), Qt.MouseButton.RightButton, pos=point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, made.view.viewport().mapToGlobal(point))
    QApplication.sendEvent(made.view.viewport(), event)
    assert asked == [2] and made.view.current_row() == 2
