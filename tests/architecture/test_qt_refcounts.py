"""Qt calls give back the reference to None that they return.

PySide6 6.12.0 on Python 3.11 loses one at every void call, and after some thousands of calls the interpreter dies with
``none_dealloc``. Raise the upper bound of PySide6-Essentials only to a version that passes here on Python 3.11.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.window

CALLS = 500


def references_lost(call: Callable[[], object]) -> float:
    """Return how many references to None one call loses on the average."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return (before - sys.getrefcount(None)) / CALLS


class Painted(QWidget):
    """A widget that Qt calls back into."""

    told = Signal(int)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing."""


def test_void_calls_lose_no_reference_to_none(qtbot: QtBot, tmp_path: Path) -> None:
    editor, painted = QPlainTextEdit(), Painted()
    for widget in (editor, painted):
        qtbot.addWidget(widget)
        widget.show()
    painted.told.connect(lambda number: None)
    settings = QSettings(str(tmp_path / "probe.ini"), QSettings.Format.IniFormat)
    image = QImage(8, 8, QImage.Format.Format_ARGB32)

    def paint() -> None:
        painter = QPainter(image)
        painter.drawLine(0, 0, 7, 7)
        painter.end()

    calls: dict[str, Callable[[], object]] = {
        "processEvents": QCoreApplication.processEvents,
        "setPlainText": lambda: editor.setPlainText("清样"),
        "resize": lambda: editor.resize(300, 300),
        "scroll": lambda: editor.verticalScrollBar().setValue(1),
        "repaint": painted.repaint,
        "emit": lambda: painted.told.emit(1),
        "sendEvent": lambda: QCoreApplication.sendEvent(painted, QEvent(QEvent.Type.User)),
        "setObjectName": lambda: QObject().setObjectName("x"),
        "setValue": lambda: settings.setValue("a", 1),
        "paint": paint,
    }
    lost = {name: references_lost(call) for name, call in calls.items()}
    assert {name: loss for name, loss in lost.items() if abs(loss) > 0.1} == {}
