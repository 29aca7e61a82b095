"""A double click takes a Chinese word; the raw text behind what is selected can be copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, press, reviewed, take_keys, type_text

from qingyang.ui.aligned.editor import RowEditor
from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def opened(window: Window, row: int, caret: int) -> RowEditor:
    take_keys(window)
    window.view.setFocus()
    window.view.go_to_row(row)
    window.view.edit_row(row, caret)
    (editor,) = (each for each in window.view.findChildren(RowEditor) if each.isVisible())
    return editor


def on(editor: RowEditor, word: str, into: float) -> QPoint:
    """Return the point at a share of the way through a word's last character."""
    at = editor.shown().index(word) + len(word) - 1
    places: list[QRect] = []
    for caret in (at, at + 1):
        editor.set_caret(caret)
        places.append(editor.cursorRect())
    x = places[0].left() + round(into * (places[1].left() - places[0].left()))
    return QPoint(x, places[0].center().y())


@pytest.mark.parametrize("into", [0.2, 0.8])
def test_a_double_click_in_the_row_being_edited_takes_the_word(
    desk: Window, qtbot: QtBot, into: float
) -> None:
    editor = opened(desk, 1, 0)
    place = on(editor, "全国", into)
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: desk.view.selected_text() == "全国", timeout=PATIENCE)


def test_a_double_click_opens_the_row_with_the_word_taken(desk: Window, qtbot: QtBot) -> None:
    editor = opened(desk, 1, 0)
    place = desk.view.viewport().mapFromGlobal(editor.viewport().mapToGlobal(on(editor, "战略", 0.5)))
    press(desk, "Esc")
    assert not desk.view.is_editing()
    QTest.mouseDClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: desk.view.selected_text() == "战略", timeout=PATIENCE)
    before = reviewed(desk).text(1)
    type_text(desk, "大局")
    desk.view.commit()
    assert reviewed(desk).text(1) == before.replace("战略", "大局", 1)


def test_the_raw_text_of_rows_is_copied_as_it_came(desk: Window) -> None:
    take_keys(desk)
    desk.view.setFocus()
    review = reviewed(desk)
    row = next(k for k in range(len(review)) if len(review.raw_lines(k)) > 1)
    desk.view.go_to_row(row)
    desk.commands.made["copy_raw"].trigger()
    raw = review.draft.source.text
    wanted = "\n".join(raw[line.start : line.end] for line in review.raw_lines(row))
    assert QGuiApplication.clipboard().text() == wanted != review.text(row)


def test_the_raw_text_behind_selected_characters_is_copied_by_its_key(desk: Window) -> None:
    row = next(k for k in range(len(reviewed(desk))) if "，" in reviewed(desk).text(k))
    editor = opened(desk, row, 0)
    at = editor.shown().index("，")
    editor.choose(at - 2, at + 3)
    said = editor.textCursor().selectedText()
    press(desk, "Ctrl+Alt+R")
    copied = QGuiApplication.clipboard().text()
    assert copied != said and copied.replace(",", "，") == said


def test_keys_go_by_the_words_of_the_dictionary_once_it_is_open(desk: Window, qtbot: QtBot) -> None:
    editor = opened(desk, 1, 0)
    press(desk, "Ctrl+Right")
    qtbot.waitUntil(lambda: desk.word_choice._opened, timeout=PATIENCE)
    editor.set_caret(0)
    seen = []
    for _ in range(3):
        press(desk, "Ctrl+Right")
        seen.append(editor.caret())
    words = [editor.shown()[a:b] for a, b in zip([0, *seen], seen, strict=False)]
    assert "积极" in words and editor.shown().startswith("".join(words))


def test_the_menu_cuts_copies_and_pastes_what_is_selected(desk: Window) -> None:
    review, made = reviewed(desk), desk.commands.made
    first, before = review.passages[3].start, review.text(3)
    desk.view.edit_span(first, first + 2)
    made["clip_copy"].trigger()
    assert QGuiApplication.clipboard().text() == before[:2]
    desk.view.edit_span(first, first)
    made["clip_paste"].trigger()
    desk.view.commit()
    assert review.text(3) == before[:2] + before
    desk.view.edit_span(first, first + 2)
    made["clip_cut"].trigger()
    press(desk, "End")
    made["clip_paste"].trigger()
    assert review.text(3) == before + before[:2]
    made["select_all"].trigger()
    assert len(desk.view.selected_rows()) == len(review)


def test_cutting_says_that_the_text_stands_until_it_is_put_in(desk: Window) -> None:
    desk.view.edit_span(reviewed(desk).passages[3].start, reviewed(desk).passages[3].start + 2)
    before = str(reviewed(desk).reading.text)
    press(desk, "Ctrl+X")
    assert "Ctrl+V" in desk.status.passing.text() and str(reviewed(desk).reading.text) == before
    press(desk, "End")
    press(desk, "Ctrl+V")
    moved = reviewed(desk).text(3)
    assert moved.endswith(before[reviewed(desk).passages[3].start :][:2]) and len(moved) > 2
