"""The native editor over the row being edited: input methods, clipboard and screen readers get it as it is."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from qingyang.ui.aligned.row_text import RowText
from qingyang.ui.aligned.utf16 import Units
from qingyang.ui.carried import carries_text, take_copy, text_carried


class Listener:
    """Whoever decides what happens to the row being edited; this one lets everything be."""

    def key(self, event: QKeyEvent) -> bool:
        """Take a key that means more than typing; return whether it was taken."""
        return False

    def pasted(self, text: str) -> None:
        """Put pasted text in."""

    def left(self, reason: Qt.FocusReason) -> None:
        """Hear that the focus has gone."""

    def grasped(self, at: QPointF) -> None:
        """Begin to drag what is selected, pressed at a point of the screen."""

    def dragged_out(self, anchor: int) -> None:
        """Go on with a selection that has left the row; ``anchor`` is the character it began at."""


class RowEditor(RowText):
    """One paragraph being edited: what keys and the mouse do in it, and what they ask of the listener."""

    menu_asked = Signal(object)
    word_asked = Signal(str, int)
    """A word is to be selected: the text shown, and a character of the word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.listener = Listener()
        self._doubled = QElapsedTimer()
        """Since a word was taken by a double click; one click more within its time takes the paragraph."""

    def ask_word(self, point: QPoint | None) -> None:
        """Ask for the word at a point, or behind the caret."""
        self._doubled.start()
        cursor = self.textCursor() if point is None else self.cursorForPosition(point)
        at = Units(self._now()).point(cursor.position())
        # The caret nearest to a point may stand behind the character that was meant.
        if point is not None and self.cursorRect(cursor).left() > point.x():
            at -= 1
        self.word_asked.emit(self._now(), max(0, at))

    # -- events ---

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where there is nothing typed to take back."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not self._mine(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def _mine(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.document().isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return self.document().isRedoAvailable()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask the listener first, then type."""
        if not self.listener.key(event):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only."""
        if carries_text(source):
            self.listener.pasted(text_carried(source))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take whatever has text in it."""
        return carries_text(source)

    def viewportEvent(self, event: QEvent) -> bool:
        """Take what comes from outside as a copy, all along the drag."""
        done = super().viewportEvent(event)
        if isinstance(event, QDropEvent) and event.isAccepted() and event.source() is None:
            take_copy(event)
        return done

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text only."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the listener."""
        super().focusOutEvent(event)
        self.listener.left(event.reason())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Let the window show its own menu."""
        self.menu_asked.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the view scroll."""
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what a press began."""
        if not self._hands_on(event):
            super().mouseReleaseEvent(event)

    def _hands_on(self, event: QMouseEvent) -> bool:
        """Pass an event on to the view once it has taken over: until a button is let go Qt sends all of them here."""
        home = self.parentWidget()
        if self.isVisible() or home is None:
            return False
        at, there = home.mapFromGlobal(event.globalPosition()), event.globalPosition()
        told = QMouseEvent(event.type(), at, there, event.button(), event.buttons(), event.modifiers())
        QApplication.sendEvent(home, told)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand over what is selected where it is pressed: Qt would drag it as a copy without its origin."""
        if self._doubled.isValid() and self._doubled.elapsed() < QApplication.doubleClickInterval():
            self.selectAll()
        elif self._presses_selection(event):
            self.listener.grasped(event.globalPosition())
        else:
            super().mousePressEvent(event)
            # Qt leaves a right press to whatever lies below: the view would let go of the row and of what is selected.
            event.accept()

    def _presses_selection(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        cursor, exact = self.textCursor(), Qt.HitTestAccuracy.ExactHit
        at = self.document().documentLayout().hitTest(event.position(), exact)
        return cursor.hasSelection() and cursor.selectionStart() <= at < cursor.selectionEnd()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word as the dictionary has it: Qt takes all of a clause for one."""
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.ask_word(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand a selection over that leaves the row."""
        if self._hands_on(event):
            return
        inside = -2 <= event.position().y() <= self.height() + 2
        if event.buttons() & Qt.MouseButton.LeftButton and not inside:
            self.listener.dragged_out(Units(self._now()).point(self.textCursor().anchor()))
            self._hands_on(event)
            return
        super().mouseMoveEvent(event)
