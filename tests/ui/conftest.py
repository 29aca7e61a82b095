"""A real window on a real desk file, and hands to work it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "" if os.environ.get("DISPLAY") else "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from qingyang.ingest import read_source
from qingyang.resources import resource, seeds
from qingyang.services.project import Project
from qingyang.services.repairing import Repaired, repaired
from qingyang.services.reviewing import Reviewing
from qingyang.ui import app as start
from qingyang.ui.state import State
from qingyang.ui.window import Window
from qingyang.wording import load

PATIENCE = 20_000
"""Milliseconds to wait for work in the background on a busy machine."""


@pytest.fixture(scope="session")
def seed_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk file with both seeds, as an import leaves it, but for some doubts whatever the rules are sure of."""
    path = tmp_path_factory.mktemp("seeds") / "desk.qy"
    with Project.open(path, create=True, person="test") as project:
        for seed in seeds():
            source, data = read_source(seed)
            project.take_in(doubtful(repaired(source, project.workbench.lexicon)), data)
    return path


def doubtful(done: Repaired) -> Repaired:
    """Return a repair with a few edits less sure: applied and asked about, or only offered."""
    chances = {30: 0.8, 90: 0.3, 150: 0.75, 200: 0.4}
    proposals = done.repair.proposals
    edits = [edit._replace(p=chances.get(k, edit.p)) for k, edit in enumerate(proposals.edits)]
    return done._replace(repair=done.repair._replace(proposals=proposals._replace(edits=tuple(edits))))


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard_at_the_end(qapp: QApplication) -> Iterator[None]:
    """Take our own data off the clipboard while Python still runs: Qt's offscreen one outlives it and crashes."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def chinese(qapp: QApplication) -> None:
    """The application as it starts, in Chinese."""
    if qapp.applicationName() != "qingyang":
        start.prepare(qapp, "zh")


@pytest.fixture
def make_window(chinese: None, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Window]]:
    """Make windows that share one memory, and close them in the end."""
    made: list[Window] = []

    def make() -> Window:
        window = Window(load(resource("i18n"), "zh"), State(tmp_path / "window.ini"), tmp_path / "默认.qy")
        window.resize(1280, 800)
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        take_keys(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def window(make_window: Callable[[], Window]) -> Window:
    """A window with nothing open."""
    return make_window()


@pytest.fixture
def desk(window: Window, seed_desk: Path, tmp_path: Path, qtbot: QtBot) -> Window:
    """A window on a copy of the seeds' desk, seed 000 under review."""
    copy = tmp_path / "desk.qy"
    shutil.copy(seed_desk, copy)
    window.files.open_path(copy)
    wait_for_document(window, qtbot)
    return window


def wait_for_document(window: Window, qtbot: QtBot) -> Reviewing:
    """Wait until a document is under review and nothing runs."""
    qtbot.waitUntil(lambda: window.session.review is not None and not window.jobs.running, timeout=PATIENCE)
    assert window.session.review is not None
    return window.session.review


def until_idle(window: Window) -> None:
    """Wait until nothing runs in the background."""
    for _ in range(PATIENCE // 10):
        if not window.jobs.running:
            return
        QTest.qWait(10)
    raise AssertionError([job.title for job in window.jobs.running])


def reviewed(window: Window) -> Reviewing:
    """Return what is under review."""
    assert window.session.review is not None
    return window.session.review


def take_keys(window: QWidget) -> None:
    """Make a window the active one: what a window manager does sooner or later."""
    if not window.isActiveWindow():
        window.activateWindow()
        QTest.qWaitForWindowActive(window, PATIENCE)


def focused(window: QWidget) -> QWidget:
    """Return the widget that gets the keys of a window or of a dialog of it."""
    if QApplication.focusWidget() is None:
        take_keys(window)
    return QApplication.focusWidget() or window


def press(window: QWidget, keys: str) -> None:
    """Press a shortcut as a hand would: at the widget with the focus."""
    combination = QKeySequence(keys)[0]
    QTest.keyClick(focused(window), combination.key(), combination.keyboardModifiers())
    QApplication.processEvents()


def type_text(window: QWidget, text: str) -> None:
    """Put text in where the focus is, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(focused(window), event)


def complaint(window: Window) -> QMessageBox | None:
    """Return the dialog that tells an error, where there is one."""
    boxes = [box for box in window.findChildren(QMessageBox) if box.objectName() == "complaint"]
    return next((box for box in boxes if box.isVisible()), None)


def click_button(box: QMessageBox) -> None:
    """Press a message box's first button."""
    QTest.mouseClick(box.buttons()[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
