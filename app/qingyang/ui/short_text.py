"""Fields for what a panel says of a text: one line, or two where one often has no room.

A field with nothing typed to take back leaves undo and redo to the window: what was written stands in the text by then.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from qingyang.ui.theme import GRID


def _is_windows(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Say whether a key asks a field to undo or redo that has nothing to."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not undo
    return event.matches(QKeySequence.StandardKey.Redo) and not redo


class Line(QLineEdit):
    """One line."""

    def event(self, event: QEvent) -> bool:
        if _is_windows(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


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
        document = self.document()
        if _is_windows(event, undo=document.isUndoAvailable(), redo=document.isRedoAvailable()):
            event.ignore()
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.editingFinished.emit()
        return super().event(event)
