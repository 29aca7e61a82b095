"""The native text editor laid over the row being edited: input methods, clipboard and screen readers get it as it is.

It holds one paragraph, shown as the view shows it: same face, same width, same line height, no frame.
"""

from __future__ import annotations

import re
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, QPoint, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from qingyang.ui.aligned.faces import Face
from qingyang.ui.aligned.utf16 import Units, showable
from qingyang.ui.carried import carries_text, take_copy, text_carried

_BREAKS = re.compile("[\n\v\f\r\u2028\u2029]+")


class Listener(Protocol):
    """Whoever decides what happens to the row being edited."""

    def key(self, event: QKeyEvent) -> bool:
        """Take a key that means more than typing; return whether it was taken."""
        ...

    def pasted(self, text: str) -> None:
        """Put pasted text in."""
        ...

    def left(self, reason: Qt.FocusReason) -> None:
        """Hear that the focus has gone."""
        ...

    def grasped(self, at: QPointF) -> None:
        """Begin to drag what is selected, pressed at a point of the screen."""
        ...

    def dragged_out(self, anchor: int) -> None:
        """Go on with a selection that has left the row; ``anchor`` is the character it began at."""
        ...


class RowEditor(QTextEdit):
    """One paragraph being edited; offsets are characters."""

    resized = Signal(int)
    """The height of the text has changed."""
    menu_asked = Signal(object)
    word_asked = Signal(str, int)
    """A word is to be selected: the text shown, and a character of the word."""

    def __init__(self, parent: QWidget, listener: Listener) -> None:
        super().__init__(parent)
        self._listener = listener
        self._original = self._loaded = ""
        self._doubled = QElapsedTimer()
        """Since a word was taken by a double click; one click more within its time takes the paragraph."""
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.document().documentLayout().documentSizeChanged.connect(self._measured)

    def _measured(self, size: QSizeF) -> None:
        self.resized.emit(round(size.height()))

    # -- what it holds ---

    def load(self, text: str, face: Face, width: int) -> None:
        """Show a paragraph; nothing of it counts as typed."""
        self._original, self._loaded = text, showable(text)
        self.setFont(face.font)
        self.setLineWrapColumnOrWidth(width)
        self.setPlainText(self._loaded)
        line = QTextBlockFormat()
        line.setLineHeight(face.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(line)
        self.document().clearUndoRedoStacks()
        self._loaded = self._now()

    def fit(self, face: Face, width: int) -> None:
        """Show the same text in another face and width; what was typed still counts as typed."""
        now, anchor, head = self._now(), self.anchor(), self.caret()
        self.load(self._original, face, width)
        if now != self._loaded:
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(now)
        self.choose(anchor, head)

    def rebase(self, text: str) -> None:
        """Take what is shown as the text that stands: nothing of it counts as typed any more."""
        self._original, self._loaded = text, self._now()
        self.document().clearUndoRedoStacks()

    def _now(self) -> str:
        # toPlainText would turn no-break spaces into spaces.
        return self.document().toRawText()

    def shown(self) -> str:
        """Return the text as it is drawn."""
        return self._now()

    @property
    def dirty(self) -> bool:
        """Whether anything has been typed since."""
        return self._now() != self._loaded

    def unchanged(self) -> int:
        """Return how many characters from the start on are as they were."""
        return _common(self._loaded, self._now())

    def typed(self) -> str:
        """Return the paragraph as it reads now; what was not touched is returned as it was, drawn or not."""
        now, loaded = self._now(), self._loaded
        head = _common(loaded, now)
        tail = _common(loaded[head:][::-1], now[head:][::-1])
        middle = _BREAKS.sub("\n", now[head : len(now) - tail])
        return self._original[:head] + middle + self._original[len(self._original) - tail :]

    def composing(self) -> bool:
        """Say whether an input method is at work: what it shows is not yet text."""
        layout = self.textCursor().block().layout()
        return bool(layout.preeditAreaText())

    # -- the caret ---

    def caret(self) -> int:
        """Return the character the caret stands before."""
        return Units(self._now()).point(self.textCursor().position())

    def anchor(self) -> int:
        """Return the character a selection was begun before; the caret's where there is none."""
        return Units(self._now()).point(self.textCursor().anchor())

    def set_caret(self, offset: int) -> None:
        """Put the caret before a character."""
        text = self._now()
        cursor = self.textCursor()
        cursor.setPosition(Units(text).unit(max(0, min(offset, len(text)))))
        self.setTextCursor(cursor)

    def selected(self) -> tuple[int, int] | None:
        """Return the selected characters."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        units = Units(self._now())
        return units.point(cursor.selectionStart()), units.point(cursor.selectionEnd())

    def behind(self) -> int:
        """Return how many characters stand behind the caret or the selection."""
        text = self._now()
        return len(text) - Units(text).point(self.textCursor().selectionEnd())

    def edge(self, *, last: bool) -> bool:
        """Say whether the caret stands in the first (or last) line shown."""
        cursor = self.textCursor()
        return not cursor.movePosition(
            QTextCursor.MoveOperation.Down if last else QTextCursor.MoveOperation.Up
        )

    def choose(self, start: int, end: int) -> None:
        """Select characters."""
        units, cursor = Units(self._now()), self.textCursor()
        cursor.setPosition(units.unit(start))
        cursor.setPosition(units.unit(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

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
        if not self._listener.key(event):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only."""
        if carries_text(source):
            self._listener.pasted(text_carried(source))

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
        self._listener.left(event.reason())

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
            self._listener.grasped(event.globalPosition())
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
            self._listener.dragged_out(Units(self._now()).point(self.textCursor().anchor()))
            self._hands_on(event)
            return
        super().mouseMoveEvent(event)

    def paint_in(self, text: QColor, selection: QColor) -> None:
        """Take colours; the ground is the view's own."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.Text, text)
        palette.setColor(QPalette.ColorRole.Highlight, selection)
        palette.setColor(QPalette.ColorRole.HighlightedText, text)
        self.setPalette(palette)

    def caret_line(self) -> QPointF:
        """Return where the caret's line stands, from the editor's top left corner."""
        rect = self.cursorRect()
        return QPointF(rect.left(), rect.top())


def _common(one: str, other: str) -> int:
    if one == other:
        return len(one)
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
