"""What the window says, remembers and survives."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox
from pytestqt.qtbot import QtBot
from tests.ui.conftest import complaint, press, reviewed, type_text, until_idle, wait_for_document

from qingyang.errors import AppError
from qingyang.services.reviewing import Reviewing
from qingyang.ui import app as start
from qingyang.ui.app import _FaultBox, choose_input_method, report_fault
from qingyang.ui.dialogs import ShortcutSheet
from qingyang.ui.language import language
from qingyang.ui.theme import DARK, LIGHT, Theme
from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def test_counts_are_in_sight(desk: Window, qtbot: QtBot) -> None:
    review = reviewed(desk)
    assert desk.status.place.text() == f"第 1/{len(review)} 段"
    assert desk.status.characters.text() == f"{review.characters():,} 字"
    assert desk.status.doubts.text() == f"待核 {len(desk.session.doubts)}"
    assert desk.status.saved.text() == ""
    before = review.characters()
    review.rewrite(11, review.text(11) + "加四个字")
    assert desk.status.saved.text().startswith("已保存 ")
    qtbot.waitUntil(lambda: desk.status.characters.text() == f"{before + 4:,} 字")


def test_the_window_opens_where_it_was_left(
    desk: Window, make_window: Callable[[], Window], qtbot: QtBot
) -> None:
    second = desk.session.project.documents()[1].id  # type: ignore[union-attr]
    desk.files.open_document(second)
    qtbot.waitUntil(lambda: desk.session.document == second)
    desk.view.go_to_row(7)
    desk.viewing.set_zoom(1.25)
    desk.viewing.set_theme("dark")
    desk.close()
    again = make_window()
    start.begin(again, [])
    wait_for_document(again, qtbot)
    assert again.session.document == second
    assert again.view.current_row() == 7
    assert again.viewing.zoom == 1.25 and again.state.theme == "dark"
    again.viewing.set_theme("light")


def test_what_was_done_stands_after_a_restart(
    desk: Window, make_window: Callable[[], Window], qtbot: QtBot
) -> None:
    desk.view.setFocus()
    desk.view.go_to_row(3)
    press(desk, "Ctrl+J")
    text = str(reviewed(desk).reading.text)
    desk.close()
    again = make_window()
    start.begin(again, [])
    review = wait_for_document(again, qtbot)
    assert str(review.reading.text) == text
    press(again, "Ctrl+Z")
    assert str(review.reading.text) != text


def test_typing_is_kept_when_the_window_closes(
    desk: Window, make_window: Callable[[], Window], qtbot: QtBot
) -> None:

    desk.view.edit_row(2, 0)
    type_text(desk, "刚打的字")
    desk.close()
    again = make_window()
    start.begin(again, [])
    assert wait_for_document(again, qtbot).text(2).startswith("刚打的字")


def refuse(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full from now on."""

    def full(change: object) -> int:
        raise AppError("disk_full", path="甲.qy")

    monkeypatch.setattr(reviewed(window)._journal, "append", full)


def test_a_window_that_cannot_save_what_is_typed_stays(desk: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.view.edit_row(2, 0)
    type_text(desk, "刚打的字")
    refuse(desk, monkeypatch)
    for _ in range(2):
        desk.close()
        box = complaint(desk)
        assert desk.isVisible() and box is not None and "磁盘已满" in box.text()
        assert [each.text() for each in box.buttons()] == ["确定", "放弃刚打的字并退出"]
    box.close()
    assert desk.view._editing.editor.shown().startswith("刚打的字")
    monkeypatch.undo()
    desk.view.commit()
    assert reviewed(desk).text(2).startswith("刚打的字")
    desk.close()
    assert not desk.isVisible()


def test_no_other_document_comes_up_over_what_cannot_be_saved(
    desk: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    project, first = desk.session.project, desk.session.document
    assert project is not None
    desk.view.edit_row(2, 0)
    type_text(desk, "刚打的字")
    refuse(desk, monkeypatch)
    desk.files.open_document(project.documents()[1].id)
    until_idle(desk)
    press(desk, "Ctrl+S")
    desk.files.open_path(tmp_path / "别的.qy", create=True)
    until_idle(desk)
    assert "已保存" not in desk.status.passing.text()
    assert (desk.session.document, desk.session.project) == (first, project)
    assert desk.view._editing.editor.shown().startswith("刚打的字")
    monkeypatch.undo()
    press(desk, "Space")
    desk.files.open_document(project.documents()[1].id)
    until_idle(desk)
    assert desk.session.document != first and project.review(first).text(2).startswith("刚打的字")


def test_what_cannot_be_saved_can_be_given_up(desk: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.view.edit_row(2, 0)
    type_text(desk, "刚打的字")
    refuse(desk, monkeypatch)
    desk.close()
    box = complaint(desk)
    assert box is not None
    box.buttons()[1].click()
    assert not desk.isVisible()


def test_one_fault_is_told_once(desk: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.view.edit_row(2, 0)
    type_text(desk, "字")
    refuse(desk, monkeypatch)
    desk.view.commit()
    press(desk, "Ctrl+S")
    desk.view.commit()
    shown = [box for box in desk.findChildren(QMessageBox) if box.isVisible()]
    assert len(shown) == 1
    shown[0].close()
    assert desk.view.is_unsettled()


def test_typing_stays_in_its_own_document_when_another_one_comes_up(desk: Window, qtbot: QtBot) -> None:
    project = desk.session.project
    assert project is not None
    first, second = (row.id for row in project.documents())
    before = str(project.review(second).reading.text)
    desk.view.edit_row(2, 0)
    # As an import that ends while somebody types: no focus changes first.
    desk.files.open_document(second)
    type_text(desk, "刚打的字")
    qtbot.waitUntil(lambda: desk.session.document == second)
    assert str(reviewed(desk).reading.text) == before
    assert project.review(first).text(2).startswith("刚打的字")


def test_typing_is_kept_when_another_desk_is_opened(desk: Window, tmp_path: Path, qtbot: QtBot) -> None:
    assert desk.session.project is not None
    path = desk.session.project.path
    desk.view.edit_row(2, 0)
    type_text(desk, "刚打的字")
    desk.files.open_path(tmp_path / "别的.qy", create=True)
    qtbot.waitUntil(lambda: desk.session.project is not None and desk.session.project.path != path)
    desk.files.open_path(path)
    assert wait_for_document(desk, qtbot).text(2).startswith("刚打的字")


def test_what_ctrl_s_calls_saved_is_saved_the_last_key_too(desk: Window) -> None:
    desk.view.edit_row(2, 0)
    type_text(desk, "刚打的字")
    press(desk, "Ctrl+S")
    assert "已保存" in desk.status.passing.text()
    assert reviewed(desk).text(2).startswith("刚打的字")


def test_zoom_by_keys(desk: Window) -> None:
    press(desk, "Ctrl+=")
    assert desk.status.zoom.text() == "110%"
    press(desk, "Ctrl+-")
    press(desk, "Ctrl+-")
    assert desk.status.zoom.text() == "90%"
    desk.status.zoom.click()
    assert desk.status.zoom.text() == "100%"


def test_docks_can_be_hidden_and_shown(desk: Window) -> None:
    action = desk.commands.made["show_doubts"]
    assert action.isChecked()
    action.trigger()
    assert not desk.doubts_panel.isVisible() and not action.isChecked()
    press(desk, "Alt+3")
    assert desk.doubts_panel.isVisible() and desk.doubts.hasFocus() and action.isChecked()


def test_the_shortcut_sheet_opens(desk: Window) -> None:
    press(desk, "F1")
    sheet = next(s for s in desk.findChildren(ShortcutSheet) if s.isVisible())
    texts = [sheet.table.item(row, 0).text() for row in range(sheet.table.rowCount())]
    assert "撤销" in texts and "主题" in texts
    sheet.close()


def test_the_gate_tells_and_goes_on(desk: Window) -> None:
    def fail() -> int:
        raise AppError("empty_file", path="甲.txt")

    assert desk.session.perform(fail) is None
    box = complaint(desk)
    assert box is not None and box.text() == "甲.txt 里没有文字。"
    box.close()
    assert desk.session.perform(lambda: 3) == 3


def test_a_fault_of_ours_is_logged_and_named_once(
    desk: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start.heavy, "write_fault", lambda text: log(tmp_path, text))
    for _ in range(2):
        try:
            raise ZeroDivisionError("ours")
        except ZeroDivisionError:
            kind, error, trace = sys.exc_info()
            assert kind is not None and error is not None
            report_fault(kind, error, trace)
    boxes = [box for box in QApplication.topLevelWidgets() if isinstance(box, _FaultBox)]
    assert len(boxes) == 1
    assert str(tmp_path / "log") in boxes[0].text() and "Traceback" not in boxes[0].text()
    assert "ZeroDivisionError: ours" in (tmp_path / "log").read_text(encoding="utf-8")
    boxes[0].close()


def log(folder: Path, text: str) -> Path:
    """Stand in for the log."""
    (folder / "log").write_text(text, encoding="utf-8")
    return folder / "log"


def test_an_empty_window_says_what_to_do(window: Window) -> None:
    assert window.middle.currentWidget() is window.welcome
    assert "Ctrl+I" in window.welcome._what.text()
    assert "Ctrl+V" in window.articles_panel._empty.text()
    for id in ("pdf", "undo", "split", "next_doubt"):
        assert not window.commands.made[id].isEnabled()


def test_every_control_has_a_name_for_a_screen_reader(desk: Window) -> None:
    for widget in (desk.view, desk.outline, desk.doubts, desk.find_bar.query, desk.status.progress):
        assert widget.accessibleName()


def contrast(a: str, b: str) -> float:
    """Return the contrast of two colours as WCAG 2 counts it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_everything_behind_it(theme: Theme) -> None:
    for ground in (theme.window, theme.base, theme.raised, theme.tint):
        for text in (theme.text, theme.muted, theme.accent, theme.removed):
            assert contrast(text, ground) >= 4.5, (text, ground)
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
    ],
)
def test_chinese_unless_the_system_says_english(environment: dict[str, str], wanted: str) -> None:
    assert language(environment) == wanted


@pytest.mark.skipif(sys.platform != "linux", reason="fcitx5 is a Linux input method")
def test_fcitx_comes_in_through_ibus() -> None:
    environment = {"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "fcitx"}
    choose_input_method(environment)
    assert (environment["QT_IM_MODULE"], environment["IBUS_USE_PORTAL"]) == ("ibus", "1")
    other = {"QT_IM_MODULE": "xim"}
    choose_input_method(other)
    assert other == {"QT_IM_MODULE": "xim"}


@pytest.mark.parametrize("how", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
@pytest.mark.parametrize(("where", "wanted"), [("view", "在此分段"), ("doubts", "接受并看下一处")])
def test_a_right_click_and_the_menu_key_open_the_menu(
    desk: Window, how: QContextMenuEvent.Reason, where: str, wanted: str
) -> None:
    view = getattr(desk, where)
    desk.view.go_to_row(2)
    press(desk, "F8")
    view.setFocus()
    at, by_mouse = QPoint(60, 60), how == QContextMenuEvent.Reason.Mouse
    widget = view.viewport() if by_mouse else view
    QApplication.sendEvent(widget, QContextMenuEvent(how, at, widget.mapToGlobal(at)))
    menu = next(m for m in desk.findChildren(QMenu) if m.isVisible())
    assert wanted in [action.text() for action in menu.actions()]
    assert desk.view.mapToGlobal(QPoint()).y() < menu.y()
    menu.close()


def test_the_menu_on_a_doubt_is_on_the_one_under_the_pointer(desk: Window) -> None:
    view = desk.doubts
    at = view.visualRect(view.doubts.index(2)).center()
    told = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), told)
    menu = next(m for m in desk.findChildren(QMenu) if m.isVisible())
    third = desk.session.doubts[2]
    assert desk.session.doubt == third
    menu.close()
    desk.commands.made["reject_next"].trigger()
    assert third not in desk.session.doubts


def test_the_input_method_is_off_in_the_list_of_doubts(desk: Window) -> None:
    assert not desk.doubts.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_about_opens(window: Window) -> None:
    window.viewing.about()
    box = next(b for b in window.findChildren(QMessageBox) if b.isVisible())
    assert "清样" in box.text()
    box.close()


def test_the_document_asked_for_last_is_the_one_that_comes_up(
    desk: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = desk.session.project
    assert project is not None
    first, second = (row.id for row in project.documents())
    desk.session.show_review("", None)
    review, slow = project.review, threading.Event()

    def reviewing(document: str) -> Reviewing:
        if document == first:
            slow.wait(5)
        return review(document)

    monkeypatch.setattr(project, "review", reviewing)
    desk.files.open_document(first)
    desk.files.open_document(second)
    qtbot.waitUntil(lambda: desk.session.document == second)
    slow.set()
    qtbot.waitUntil(lambda: not desk.jobs.running)
    assert desk.session.document == second


def test_the_columns_names_stand_over_their_columns(desk: Window, qtbot: QtBot) -> None:
    def over() -> bool:
        columns = desk.view.columns()
        heads = {head.text(): head.x() for head in desk.heads.findChildren(QLabel)}
        return columns is not None and heads == {"原文": columns.raw, "修复稿": columns.text}

    qtbot.waitUntil(over)
    desk.viewing.set_zoom(1.5)
    qtbot.waitUntil(over)
    desk.viewing.set_zoom(1.0)
