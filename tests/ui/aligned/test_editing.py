"""Typing into a row, and what leads from row to row."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from .conftest import Desk, newspaper

pytestmark = pytest.mark.window
Maker = Callable[..., Desk]
THREE = "甲乙丙丁\n\n子丑寅卯\n\n天地玄黄"


def names(desk: Desk) -> list[object]:
    return [asked[0] for asked in desk.asked]


def test_typed_text_goes_out_when_the_row_is_left(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(1, 2)
    QTest.keyClicks(made.editor, "xy")
    assert made.asked == []
    QTest.keyClick(made.editor, Qt.Key.Key_Escape)
    assert made.asked == [("edited", 1, "子丑xy寅卯")]
    assert made.texts()[1] == "子丑xy寅卯"
    assert not made.view.is_editing()
    assert made.view.window().focusWidget() is made.view


def test_typed_text_goes_out_after_a_pause(desk: Maker, qtbot: QtBot) -> None:
    made = desk(THREE)
    made.view.edit_row(1, 2)
    QTest.keyClicks(made.editor, "x")
    qtbot.waitUntil(lambda: bool(made.asked), timeout=3_000)
    assert made.texts()[1] == "子丑x寅卯"
    assert made.view.is_editing()
    assert made.view.caret_offset() == made.review.passages[1].start + 3
    QTest.keyClicks(made.editor, "y")
    made.view.commit()
    assert made.texts()[1] == "子丑xy寅卯"


def test_typed_text_goes_out_when_the_focus_does(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(0)
    QTest.keyClicks(made.editor, "x")
    made.editor.clearFocus()
    assert made.texts()[0] == "甲乙丙丁x"


def test_a_space_typed_at_the_end_waits_for_a_word(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(0)
    QTest.keyClicks(made.editor, "x ")
    made.view.commit()
    assert made.texts()[0] == "甲乙丙丁x"
    assert made.editor.shown() == "甲乙丙丁x "
    QTest.keyClicks(made.editor, "y")
    made.view.commit()
    assert made.texts()[0] == "甲乙丙丁x y"


def test_what_cannot_be_drawn_survives_typing_beside_it(desk: Maker) -> None:
    made = desk("a\u00a0b\u2029c\x85d𠮷😀e", [])
    made.view.edit_row(0, 6)
    QTest.keyClicks(made.editor, "x")
    made.view.commit()
    assert made.texts()[0] == "a\u00a0b\u2029c\x85xd𠮷😀e"


def test_astral_characters_count_as_one(desk: Maker) -> None:
    made = desk("😀𠮷甲乙\n\n丙")
    start = made.review.passages[0].start
    made.view.edit_row(0, 2)
    assert made.view.caret_offset() == start + 2
    QTest.keyClick(made.editor, Qt.Key.Key_Left)
    assert made.view.caret_offset() == start + 1
    QTest.keyClick(made.editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert made.view.selection() == (start + 1, start + 2)
    assert made.view.selected_text() == "𠮷"
    QTest.keyClick(made.editor, Qt.Key.Key_Delete)
    made.view.commit()
    assert made.texts()[0] == "😀甲乙"
    QTest.keyClick(made.editor, Qt.Key.Key_Escape)
    QTest.mouseDClick(made.view.viewport(), Qt.MouseButton.LeftButton, pos=made.point(0, 2))
    assert made.view.caret_offset() == start + 2


def test_enter_splits_where_the_caret_stands(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(1, 2)
    QTest.keyClicks(made.editor, "x")
    QTest.keyClick(made.editor, Qt.Key.Key_Return)
    assert names(made) == ["edited", "split_asked"]
    assert made.texts() == ["甲乙丙丁", "子丑x", "寅卯", "天地玄黄"]
    assert made.view.current_row() == 2
    assert made.view.caret_offset() == made.review.passages[2].start


def test_backspace_at_the_start_joins(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(1, 0)
    QTest.keyClick(made.editor, Qt.Key.Key_Backspace)
    assert made.asked == [("join_asked", 0)]
    assert made.texts() == ["甲乙丙丁子丑寅卯", "天地玄黄"]
    assert made.view.caret_offset() == made.review.passages[0].start + 4
    QTest.keyClick(made.editor, Qt.Key.Key_Backspace)
    made.view.commit()
    assert made.texts()[0] == "甲乙丙子丑寅卯"


def test_delete_at_the_end_joins(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(1)
    QTest.keyClick(made.editor, Qt.Key.Key_Delete)
    assert made.asked == [("join_asked", 1)]
    assert made.texts() == ["甲乙丙丁", "子丑寅卯天地玄黄"]
    assert made.view.caret_offset() == made.review.passages[1].start + 4


def test_nothing_to_join_at_the_ends_of_the_document(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(0, 0)
    QTest.keyClick(made.editor, Qt.Key.Key_Backspace)
    made.view.edit_row(2)
    QTest.keyClick(made.editor, Qt.Key.Key_Delete)
    assert made.asked == []


def test_enter_at_the_end_opens_a_row_of_ones_own(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(0)
    QTest.keyClick(made.editor, Qt.Key.Key_Return)
    assert made.view.is_editing() and made.asked == []
    QTest.keyClicks(made.editor, "new")
    QTest.keyClick(made.editor, Qt.Key.Key_Return)
    QTest.keyClicks(made.editor, "next")
    QTest.keyClick(made.editor, Qt.Key.Key_Escape)
    assert made.asked == [("insert_asked", 1, "new"), ("insert_asked", 2, "next")]
    assert made.texts() == ["甲乙丙丁", "new", "next", "子丑寅卯", "天地玄黄"]


def test_a_row_of_ones_own_left_empty_is_none(desk: Maker) -> None:
    made = desk(THREE)
    height = made.sheet.heights.total
    for caret in (None, 0):
        made.view.edit_row(0, caret)
        QTest.keyClick(made.editor, Qt.Key.Key_Return)
        assert made.sheet.heights.total > height
        QTest.keyClick(made.editor, Qt.Key.Key_Escape)
        assert made.sheet.heights.total == height
    assert made.asked == []


def test_enter_at_the_start_opens_a_row_before(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(0, 0)
    QTest.keyClick(made.editor, Qt.Key.Key_Return)
    top = made.editor.geometry().top()
    assert 0 <= top < made.sheet.layout(0).top
    QTest.keyClicks(made.editor, "first")
    QTest.keyClick(made.editor, Qt.Key.Key_Escape)
    assert made.texts()[:2] == ["first", "甲乙丙丁"]


def test_arrows_lead_from_row_to_row(desk: Maker) -> None:
    made = desk(newspaper(12))
    made.view.edit_row(3, 1)
    rows = []
    for _ in range(60):
        QTest.keyClick(made.editor, Qt.Key.Key_Down)
        rows.append(made.view.current_row())
    assert rows[-1] == 11 and sorted(rows) == rows
    for _ in range(90):
        QTest.keyClick(made.editor, Qt.Key.Key_Up)
    assert made.view.current_row() == 0
    made.view.edit_row(1, 0)
    QTest.keyClick(made.editor, Qt.Key.Key_Left)
    assert made.view.caret_offset() == made.review.passages[0].end
    QTest.keyClick(made.editor, Qt.Key.Key_Right)
    assert made.view.caret_offset() == made.review.passages[1].start
    QTest.keyClick(made.editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert made.view.caret_offset() == made.review.passages[-1].end
    QTest.keyClick(made.editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert made.view.caret_offset() == made.review.passages[0].start
    QTest.keyClick(made.editor, Qt.Key.Key_PageDown)
    assert made.view.is_editing() and made.view.current_row() > 0
    assert made.asked == []


def test_a_growing_row_makes_room(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(1)
    before = made.sheet.heights[1]
    QTest.keyClicks(made.editor, "word " * 40)
    assert made.sheet.heights[1] > before
    assert made.editor.height() >= made.editor.document().size().height()
    ys = dict(made.seen)
    assert ys[2] == ys[1] + made.sheet.heights[1]


def test_undo_belongs_to_typing_first(desk: Maker) -> None:
    made = desk(THREE)
    undone: list[int] = []
    made.view.addAction(action := made.view.addAction("undo"))
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    action.triggered.connect(lambda: undone.append(1))
    made.view.edit_row(1)
    QTest.keyClicks(made.editor, "x")
    QTest.keyClick(made.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert made.editor.shown() == "子丑寅卯" and undone == []
    QTest.keyClick(made.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]
    QTest.keyClicks(made.editor, "y")
    made.view.commit()
    QTest.keyClick(made.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1, 1]


def test_a_change_from_elsewhere_shows_in_the_editor(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(1)
    QTest.keyClicks(made.editor, "x")
    made.view.commit()
    made.review.undo()
    assert made.editor.shown() == "子丑寅卯"
    made.review.split(made.review.passages[0].start + 2)
    assert made.view._editing.part.row == 2
    QTest.keyClicks(made.editor, "z")
    made.view.commit()
    assert made.texts() == ["甲乙", "丙丁", "子丑寅卯z", "天地玄黄"]


def test_a_row_emptied_goes(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(1)
    made.editor.selectAll()
    QTest.keyClick(made.editor, Qt.Key.Key_Delete)
    QTest.keyClick(made.editor, Qt.Key.Key_Down)
    assert made.texts() == ["甲乙丙丁", "天地玄黄"]
    assert made.view.current_row() == 1
    assert made.view.caret_offset() == made.review.passages[1].start


def test_a_refused_change_stays_in_the_editor(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edited.disconnect()
    made.view.edit_row(1)
    QTest.keyClicks(made.editor, "x")
    QTest.keyClick(made.editor, Qt.Key.Key_Escape)
    assert made.view.is_editing()
    assert made.editor.shown() == "子丑寅卯x"


def test_paste_keeps_nothing_but_text(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(1, 2)
    QGuiApplication.clipboard().setText("粘\t\u00a0贴")
    made.editor.paste()
    made.view.commit()
    assert made.texts()[1] == "子丑粘\t\u00a0贴寅卯"


@pytest.mark.parametrize("typed", ["", "xy"])
@pytest.mark.parametrize("how", ["zoom", "width"])
def test_the_row_being_edited_is_as_large_and_wide_as_the_view(desk: Maker, how: str, typed: str) -> None:
    made = desk(newspaper(6, line=30))
    made.view.edit_row(2, 3)
    QTest.keyClicks(made.editor, typed)
    before, shown = made.review.text(2), made.editor.shown()
    made.editor.choose(1, 4)
    if how == "zoom":
        made.view.set_zoom(1.5)
    else:
        made.view.resize(made.view.width() - 200, made.view.height())
        QApplication.processEvents()
    sheet = made.sheet
    assert made.editor.font().pixelSize() == sheet.faces.reading.font.pixelSize()
    assert made.editor.lineWrapColumnOrWidth() == sheet.columns.text_width
    assert (made.editor.shown(), made.editor.selected()) == (shown, (1, 4))
    number = sheet.parts.first(2)
    assert made.editor.height() <= sheet.heights[number] and made.editor.dirty == bool(typed)
    made.view.commit()
    assert made.review.text(2) == before[:3] + typed + before[3:]


PAGE = "<html><head><title>题</title><style>p{color:red}</style></head><body>%s</body></html>"


@pytest.mark.parametrize("editing", [True, False])
def test_a_page_without_plain_text_gives_its_text(desk: Maker, editing: bool) -> None:
    made = desk("甲乙。\n\n丁戊。", [])
    data = QMimeData()
    data.setHtml(PAGE % ('<p>渝<b>中区</b>&amp;<img src="http://a.cn/b.png">江北</p>'))
    QGuiApplication.clipboard().setMimeData(data)
    if editing:
        made.view.edit_row(0, 0)
        QTest.keyClick(made.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        made.view.commit()
        assert made.texts() == ["渝中区&江北甲乙。", "丁戊。"]
    else:
        made.view.paste()
        assert made.texts() == ["甲乙。", "渝中区&江北", "丁戊。"]


def test_several_paragraphs_pasted_become_rows_in_one_step(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(1, 2)
    QGuiApplication.clipboard().setText("一\n\n 二\r\n三")
    made.editor.paste()
    assert made.texts() == ["甲乙丙丁", "子丑一", "二", "三寅卯", "天地玄黄"]
    assert len(made.asked) == 1
    assert made.view.caret_offset() == made.review.passages[3].start + 1
    made.review.undo()
    assert made.texts() == THREE.split("\n\n")


def test_text_cut_and_put_in_elsewhere_keeps_its_origin(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(0, 1)
    for _ in range(2):
        QTest.keyClick(made.editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keySequence(made.editor, QKeySequence(QKeySequence.StandardKey.Cut))
    assert made.texts()[0] == "甲乙丙丁"
    made.view.edit_row(2, 2)
    QTest.keyClicks(made.editor, "x")
    made.editor.paste()
    assert names(made) == ["edited", "move_selection_asked"]
    assert made.texts() == ["甲丁", "子丑寅卯", "天地x乙丙玄黄"]
    at = made.review.passages[2].start + 3
    assert made.review.reading.origin(at) == 1


def test_an_input_method_composes_without_being_committed(desk: Maker) -> None:
    made = desk(THREE)
    made.view.edit_row(1, 4)
    QTest.keyClicks(made.editor, "x")
    QApplication.sendEvent(made.editor, QInputMethodEvent("chong", []))
    assert made.view._editing.editor.composing()
    made.view._editing._paused()
    assert made.asked == []
    event = QInputMethodEvent("", [])
    event.setCommitString("重庆")
    QApplication.sendEvent(made.editor, event)
    made.view.commit()
    assert made.texts()[1] == "子丑寅卯x重庆"


def test_editing_a_very_long_row(desk: Maker) -> None:
    words = "一二三四五六七八九十" * 1_500
    made = desk(words + "\n\n乙")
    start = made.review.passages[0].start
    made.view.edit_row(0, 9_000)
    assert made.view.caret_offset() == start + 9_000
    QTest.keyClicks(made.editor, "xyz")
    made.view.commit()
    assert made.texts()[0] == words[:9_000] + "xyz" + words[9_000:]
    assert made.view.caret_offset() == start + 9_003
    part = made.view._editing.part
    made.editor.set_caret(0)
    QTest.keyClick(made.editor, Qt.Key.Key_Backspace)
    made.view.commit()
    assert len(made.texts()[0]) == 15_002
    assert made.view.caret_offset() == start + part.start - 1


def test_the_editor_draws_what_the_view_drew(desk: Maker) -> None:
    made = desk(newspaper(12, seed=4))
    row = max(range(12), key=lambda k: len(made.review.text(k)))
    assert made.layout(row).text.height > 100
    made.view.go_to_row(row)
    at = made.sheet.columns
    QApplication.processEvents()
    before = made.view.viewport().grab().toImage()
    made.view.edit_row(row)
    made.editor.setCursorWidth(0)
    QApplication.processEvents()
    after = made.view.viewport().grab().toImage()
    box = made.editor.geometry()
    assert box.left() == at.text
    assert before.copy(box) == after.copy(box)


def test_the_raw_text_at_the_caret_covers_no_row_where_its_own_has_room(desk: Maker) -> None:
    made = desk("天地玄黄\n\n" + "甲乙丙丁\n" * 8 + "\n" + "子丑寅卯" * 40)
    for row, within in ((1, True), (2, False)):
        made.view.edit_row(row, 0)
        strip = made.view._strip.geometry()
        assert made.view.rows_in_view()[row].contains(strip) == within
        assert not strip.intersects(made.editor.geometry())


def test_the_raw_text_at_the_caret_is_in_sight_where_the_row_is_cut_off_below(desk: Maker) -> None:
    made = desk("天地玄黄\n\n" + "子丑寅卯\n" * 60)
    made.view.edit_row(1, 0)
    made.view.resize(1000, made.editor.geometry().bottom() + 4)
    QApplication.processEvents()
    assert made.view.viewport().rect().contains(made.view._strip.geometry())
