"""A field for a short text that one line often has no room for: a caption, a headline."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from qingyang.ui.theme import GRID


class Lines(QPlainTextEdit):
    """Two lines of one paragraph; Tab goes on to the next field, Enter and leaving it tell what was typed."""

    editingFinished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(14 * GRID)

    def text(self) -> str:
        """Return the text."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show a text from its beginning."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def isModified(self) -> bool:
        """Say whether something was typed since the text was set or told."""
        return self.document().isModified()

    def setModified(self, typed: bool) -> None:
        """Say whether something was typed."""
        self.document().setModified(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editingFinished.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.editingFinished.emit()
        return super().event(event)
