"""The raw text over the line being typed in: what the scan says, without looking away from the caret."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qingyang.ui.aligned.colours import Colours
from qingyang.ui.aligned.faces import Face
from qingyang.ui.aligned.utf16 import showable

_AROUND = 40
"""Raw characters shown on either side of the caret, as far as there is room."""
_BREAK = "↵"


class RawStrip(QWidget):
    """One line of raw text that follows the caret; the mouse goes through it."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(QCoreApplication.translate("AlignedView", "Raw text at the caret"))
        self._before, self._after = "", ""
        self._face: Face | None = None
        self._colours: Colours | None = None
        self.hide()

    def text(self) -> str:
        """Return what the strip shows."""
        return self._before + self._after

    def show_text(self, raw: str, at: int, face: Face, colours: Colours) -> None:
        """Show the raw text around an offset."""
        self._face, self._colours = face, colours
        self._before = _shown(raw[max(0, at - _AROUND) : at])
        self._after = _shown(raw[at : at + _AROUND])
        self.setAccessibleDescription(self.text())
        self.update()

    def lie(self, editor: QRect, bottom: int) -> None:
        """Lie below an editor where its row, which ends at ``bottom``, has room; else above, so far as one sees there.

        A row is mostly higher than its text: its raw lines are short. Above lies what another row says.
        """
        if self._face is None:
            return
        height = self._face.line + 4
        below, above = editor.bottom() + 1, editor.top() - height
        top = above if below + height > bottom and above >= 0 else below
        self.setGeometry(editor.left(), top, editor.width(), height)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text with the caret's place in the middle."""
        if self._face is None or self._colours is None:
            return
        painter, colours = QPainter(self), self._colours
        painter.fillRect(self.rect(), QColor(colours.raw_paper))
        painter.setPen(QColor(colours.rule))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setFont(self._face.font)
        metrics = QFontMetricsF(self._face.font)
        before, baseline = metrics.horizontalAdvance(self._before), 2 + self._face.baseline
        # All of it where it fits, else the caret's place stays in the middle.
        whole = before + metrics.horizontalAdvance(self._after) + 8
        x = 4.0 if whole <= self.width() else min(4.0, self.width() / 2 - before)
        painter.setPen(QColor(colours.raw_text))
        painter.drawText(QPointF(x, baseline), self._before)
        painter.drawText(QPointF(x + before, baseline), self._after)
        painter.fillRect(QRectF(x + before - 1, 2, 2, self._face.line), QColor(colours.accent))
        painter.end()


def _shown(text: str) -> str:
    return showable(_BREAK.join(part.strip(" \t") for part in text.split("\n")))
