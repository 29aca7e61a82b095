"""A figure that changes at every key leaves the window's layout alone; one that needs more room gets it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qingyang.ui.steady import Steady

pytestmark = pytest.mark.window


class Layouts(QObject):
    """Counts how often a widget is laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_only_words_that_need_more_room_move_what_is_beside_them(qtbot: QtBot) -> None:
    home, seen = QWidget(), Layouts()
    qtbot.addWidget(home)
    told = Steady()
    QHBoxLayout(home).addWidget(told)
    told.setText("8,888 处待核")
    home.show()
    QApplication.processEvents()
    home.installEventFilter(seen)
    for left in range(8_887, 8_860, -1):
        told.setText(f"{left:,} 处待核")
        QApplication.processEvents()
    assert seen.count == 0
    told.setText("18,888 处待核，另有一些")
    QApplication.processEvents()
    assert seen.count and told.width() >= told.fontMetrics().horizontalAdvance(told.text())
    told.setText("1")
    QApplication.processEvents()
    assert told.width() < 60
