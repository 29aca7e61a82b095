"""Texts come in by dialog, drop and paste; what cannot come in is told in one clear dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, complaint, press, reviewed, wait_for_document

from qingyang.resources import seeds
from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def drop(widget: QWidget, data: QMimeData) -> QDropEvent:
    """Drop something on a widget, as a file manager would that would rather have it moved."""
    move, left, shift = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    both = Qt.DropAction.CopyAction | move
    enter = QDragEnterEvent(QPoint(20, 20), both, data, left, shift)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    dropped = QDropEvent(QPointF(20, 20), both, data, left, shift)
    QApplication.sendEvent(widget, dropped)
    return dropped


def files(*paths: Path) -> QMimeData:
    """What a file manager drags."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def titles(window: Window) -> list[str]:
    """The documents in the list."""
    assert window.session.project is not None
    return [row.title for row in window.session.project.documents()]


def test_a_dropped_file_makes_a_desk_and_is_shown(window: Window, qtbot: QtBot) -> None:
    drop(window, files(seeds()[0]))
    review = wait_for_document(window, qtbot)
    assert review.draft.source.text.encode() == seeds()[0].read_bytes()
    assert window.session.project is not None and window.session.project.path.name == "默认.qy"
    assert window.outline.entries.rowCount() == 1
    assert window.middle.currentWidget() is window.desk


def test_what_is_dropped_stays_where_it_came_from(desk: Window) -> None:
    data = QMimeData()
    data.setText("别处的一句话。")
    assert drop(desk.view.viewport(), data).dropAction() == Qt.DropAction.CopyAction
    desk.view.edit_row(1, 0)
    assert drop(desk.view._editing.editor.viewport(), data).dropAction() == Qt.DropAction.CopyAction
    assert "别处的一句话。" in desk.view._editing.editor.shown()


def test_marked_up_text_without_any_plain_comes_in(desk: Window, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setHtml("<p>短讯<i>一则</i>。</p>")
    drop(desk.outline.viewport(), data)
    qtbot.waitUntil(lambda: reviewed(desk).text(0) == "短讯一则。", timeout=PATIENCE)


@pytest.mark.parametrize("where", ["view", "outline", "doubts"])
def test_files_may_be_dropped_anywhere(desk: Window, qtbot: QtBot, tmp_path: Path, where: str) -> None:
    text = tmp_path / "短讯.txt"
    text.write_text("短讯一则。\n", encoding="utf-8")
    drop(getattr(desk, where).viewport(), files(text))
    qtbot.waitUntil(lambda: "短讯" in titles(desk), timeout=PATIENCE)
    qtbot.waitUntil(lambda: reviewed(desk).text(0) == "短讯一则。", timeout=PATIENCE)


def test_a_file_dropped_on_the_row_being_edited_comes_in(desk: Window, qtbot: QtBot, tmp_path: Path) -> None:
    text = tmp_path / "短讯.txt"
    text.write_text("短讯一则。\n", encoding="utf-8")
    before = str(reviewed(desk).reading.text)
    desk.view.edit_row(0, 0)
    editor = next(e for e in desk.view.findChildren(QTextEdit) if e.isVisible())
    drop(editor.viewport(), files(text))
    qtbot.waitUntil(lambda: "短讯" in titles(desk), timeout=PATIENCE)
    assert desk.session.project is not None
    first = desk.session.project.documents()[0].id
    assert str(desk.session.project.review(first).reading.text) == before


def test_dropped_text_comes_in(desk: Window, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("一条从别处拖来的消息\n全文如下。")
    drop(desk.view.viewport(), data)
    qtbot.waitUntil(lambda: len(titles(desk)) == 3, timeout=PATIENCE)
    assert titles(desk)[-1] == "一条从别处拖来的消息"


def test_pasting_in_the_article_list_imports(desk: Window, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("粘贴来的稿子\n正文。")
    desk.outline.setFocus()
    press(desk, "Ctrl+V")
    qtbot.waitUntil(lambda: titles(desk)[-1] == "粘贴来的稿子", timeout=PATIENCE)


def test_an_empty_clipboard_is_told_in_the_status_bar(desk: Window) -> None:
    QGuiApplication.clipboard().setText(" \n")
    desk.files.import_clipboard()
    assert desk.status.passing.text() == "剪贴板里没有文字。"


def test_many_files_by_dialog(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = [str(path) for path in seeds()]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    press(window, "Ctrl+I")
    wait_for_document(window, qtbot)
    assert titles(window) == [path.stem for path in seeds()]
    assert reviewed(window).draft.source.text.encode() == seeds()[0].read_bytes()


@pytest.mark.parametrize(
    ("name", "data"),
    [("empty.txt", b""), ("binary.txt", bytes(range(256)) * 8), ("nothing.txt", None)],
)
def test_what_cannot_come_in_is_told_once_and_nothing_is_left(
    desk: Window, qtbot: QtBot, tmp_path: Path, name: str, data: bytes | None
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    desk.files.take_paths([path])
    qtbot.waitUntil(lambda: complaint(desk) is not None, timeout=PATIENCE)
    box = complaint(desk)
    assert box is not None
    assert name in box.text() and "Traceback" not in box.text() and "error." not in box.text()
    assert "没有导入" in box.informativeText()
    assert len(titles(desk)) == 2
    box.close()


def test_a_bad_file_does_not_hold_up_the_good_one(desk: Window, qtbot: QtBot, tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_bytes(b"")
    good.write_text("好稿子。", encoding="utf-8")
    desk.files.take_paths([bad, good])
    qtbot.waitUntil(lambda: complaint(desk) is not None and "good" in titles(desk), timeout=PATIENCE)


def test_a_second_window_on_the_same_desk_is_refused(
    desk: Window, make_window: Callable[[], Window], qtbot: QtBot
) -> None:
    other = make_window()
    assert desk.session.project is not None
    other.files.open_path(desk.session.project.path)
    qtbot.waitUntil(lambda: complaint(other) is not None, timeout=PATIENCE)
    box = complaint(other)
    assert box is not None
    assert ("error." not in box.text() and "没有" in box.informativeText()) or "未作" in box.informativeText()
    assert {button.text() for button in box.buttons()} == {"打开另一个稿件库…", "退出"}
    assert other.session.project is None
    box.close()


def test_a_file_that_is_no_desk_is_refused(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "not.qy"
    path.write_text("清样", encoding="utf-8")
    window.files.open_path(path)
    qtbot.waitUntil(lambda: complaint(window) is not None, timeout=PATIENCE)
    assert path.read_text(encoding="utf-8") == "清样"


def test_a_refusal_offers_to_leave(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.files.open_path(tmp_path / "missing.qy")
    qtbot.waitUntil(lambda: complaint(window) is not None, timeout=PATIENCE)
    box = complaint(window)
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text() == "退出").click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE)


def test_the_window_lives_while_a_million_characters_come_in(
    desk: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    seed = seeds()[0].read_text(encoding="utf-8")
    path.write_text(seed * (300_000 // len(seed)), encoding="utf-8")
    beats: list[int] = []
    desk.startTimer(20)
    desk.files.take_paths([path])
    assert desk.status.progress.isVisible() and desk.status.stop.isVisible()
    qtbot.waitUntil(lambda: beats.append(1) or len(titles(desk)) == 3, timeout=120_000)
    assert len(beats) > 10
    assert desk.isEnabled()
