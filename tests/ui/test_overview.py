"""The strip beside the scroll bar, the raw text in place while a key is held, and the raw strip over the caret."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.conftest import press, reviewed, take_keys, type_text

from qingyang.ui import overview
from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def test_doubts_hits_and_bookmarks_stand_where_they_are(desk: Window) -> None:
    strip, length = desk.overview, len(reviewed(desk).reading.text)
    height = strip.height() - 2
    applied, asked, hits, signs = strip.places()
    doubts = desk.session.doubts
    assert applied and len(applied) + len(asked) <= len(doubts) and not hits and not signs
    assert doubts[0].at * height // length in {*applied, *asked}
    desk.finding.open()
    desk.find_bar.query.setText("开放")
    desk.view.go_to_row(len(reviewed(desk)) - 1)
    desk.remarks.bookmark()
    QApplication.processEvents()
    places, height = strip.places(), strip.height() - 2
    assert places.hits[0] == str(reviewed(desk).reading.text).index("开放") * height // length
    assert places.signs == [(len(reviewed(desk)) - 1) * height // len(reviewed(desk))]


def test_a_settled_doubt_leaves_the_strip(desk: Window) -> None:
    before = sum(map(len, desk.overview.places()[:2]))
    reviewed(desk).judge([doubt.key for doubt in desk.session.doubts], accept=False)
    assert sum(map(len, desk.overview.places()[:2])) < before


def test_a_click_on_the_strip_goes_there(desk: Window, qtbot: QtBot) -> None:
    bottom = desk.overview.rect().center()
    bottom.setY(desk.overview.height() - 1)
    qtbot.mouseClick(desk.overview, Qt.MouseButton.LeftButton, pos=bottom)
    assert desk.view.current_row() == len(reviewed(desk)) - 1
    first, last = desk.view.share_in_view()
    assert first < last and last == pytest.approx(1, abs=0.01)


def test_a_click_on_the_strip_leaves_the_row_being_edited(desk: Window, qtbot: QtBot) -> None:
    desk.view.edit_row(0, 0)
    type_text(desk, "刚打的字")
    qtbot.mouseClick(desk.overview, Qt.MouseButton.LeftButton, pos=desk.overview.rect().bottomLeft())
    assert reviewed(desk).text(0).startswith("刚打的字")
    assert not desk.view.is_editing() and desk.view.current_row() == len(reviewed(desk)) - 1


def drawn(window: Window) -> bytes:
    QApplication.processEvents()
    image = window.view.viewport().grab().toImage()
    return bytes(image.constBits())


def test_the_raw_text_stands_in_place_while_the_key_is_held(desk: Window) -> None:
    take_keys(desk)
    desk.view.setFocus()
    before = drawn(desk)
    QTest.keyPress(desk.view, Qt.Key.Key_F9)
    assert desk.view._raw_in_place and drawn(desk) != before
    QTest.keyRelease(desk.view, Qt.Key.Key_F9)
    assert not desk.view._raw_in_place and drawn(desk) == before


def test_from_the_menu_it_comes_back_by_itself(desk: Window, qtbot: QtBot) -> None:
    desk.commands.made["blink"].trigger()
    assert desk.view._raw_in_place
    qtbot.waitUntil(lambda: not desk.view._raw_in_place, timeout=5000)


def test_the_raw_text_lies_over_the_row_being_edited_and_follows_the_caret(desk: Window) -> None:
    take_keys(desk)
    desk.view.setFocus()
    desk.view.go_to_row(10)
    strip = desk.view._strip
    assert not strip.isVisible()
    desk.view.edit_row(10, 0)
    assert strip.isVisible()
    raw = reviewed(desk).draft.source.text
    line = reviewed(desk).raw_lines(10)[0]
    assert raw[line.start : line.start + 12] in strip.text()
    editor = desk.view._editing.editor.geometry()
    assert not strip.geometry().intersects(editor)
    here = strip.text()
    press(desk, "End")
    assert strip.text() != here
    press(desk, "Esc")
    assert not strip.isVisible()
    assert desk.view.viewport().childAt(QPointF(5, 5).toPoint()) is not strip


def test_a_crowd_of_doubts_shows_wherever_one_of_them_stands(
    desk: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip = desk.overview
    strip.setFixedHeight(4)
    strip._places = None
    all_of_them = {y for lane in strip.places()[:2] for y in lane}
    monkeypatch.setattr(overview, "_CROWD", 1)
    assert len(desk.session.doubts) > 2
    strip._places = None
    assert {y for lane in strip.places()[:2] for y in lane} == all_of_them
