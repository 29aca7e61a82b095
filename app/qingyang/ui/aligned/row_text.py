"""The paragraph a row's editor holds: as it stands, as it reads now, where its caret is."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from qingyang.ui.aligned.faces import Face
from qingyang.ui.aligned.utf16 import Units, showable

_BREAKS = re.compile("[\n\v\f\r\u2028\u2029]+")


class RowText(QTextEdit):
    """One paragraph, shown as the view shows it: same face, same width, same line height, no frame.

    Offsets are characters.
    """

    resized = Signal(int)
    """The height of the text has changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._original = self._loaded = ""
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

    # -- how it looks ---

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
