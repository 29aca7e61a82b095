"""The doubt queue: every place that waits for a person, with its evidence in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qingyang.text.reading import Reading
from qingyang.text.row import Doubt
from qingyang.ui.doubt_card import SIGNS, Card, Look
from qingyang.ui.doubt_model import CARD, DoubtModel
from qingyang.ui.theme import GRID, LIGHT, NORMAL, SMALL, Theme, font
from qingyang.wording import Wording

translate = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex


class DoubtDelegate(QStyledItemDelegate):
    """Draws one doubt: what it is and how likely, the place itself, the evidence."""

    HEIGHT = 19 * GRID

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, self.HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = index.data(CARD)
        if not isinstance(shown, Card):
            return
        theme, rect = self.theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.tint))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        inner = rect.adjusted(4 * GRID, 2 * GRID, -3 * GRID, -2 * GRID)
        self._heading(painter, inner, shown)
        self._place(painter, inner.adjusted(0, 6 * GRID, 0, 0), shown)
        self._line(painter, inner.adjusted(0, 11 * GRID, 0, 0), shown.why, theme.muted, SMALL)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, shown: Card) -> None:
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.accent))
        # Applied already: a filled lozenge; only offered: an empty one.
        painter.setBrush(QColor(theme.accent) if shown.applied else Qt.BrushStyle.NoBrush)
        x, y = rect.left() + GRID, rect.top() + 2 * GRID + 1
        painter.drawPolygon(
            QPolygon([QPoint(x, y - 4), QPoint(x + 4, y), QPoint(x, y + 4), QPoint(x - 4, y)])
        )
        self._line(
            painter, rect.adjusted(4 * GRID, 0, -10 * GRID, 0), shown.kind, theme.text, NORMAL, bold=True
        )
        painter.setFont(font(SMALL))
        painter.setPen(QColor(theme.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, shown.chance)

    def _place(self, painter: QPainter, rect: QRect, shown: Card) -> None:
        theme, metrics = self.theme, QFontMetrics(font(NORMAL))
        colours = {
            Look.AROUND: theme.muted,
            Look.GONE: theme.removed,
            Look.NEW: theme.added,
            Look.MEANT: theme.text,
        }
        x = rect.left()
        for text, look in shown.place:
            room = rect.right() - x
            if not text or room <= 0:
                continue
            face = font(NORMAL)
            face.setStrikeOut(look is Look.GONE and not set(text) <= SIGNS)
            painter.setFont(face)
            painter.setPen(QColor(colours[look]))
            bit = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPoint(x, rect.top() + metrics.ascent()), bit)
            x += metrics.horizontalAdvance(bit) + 1

    def _line(
        self, painter: QPainter, rect: QRect, text: str, colour: str, size: int, *, bold: bool = False
    ) -> None:
        face = font(size, bold=bold)
        metrics = QFontMetrics(face)
        painter.setFont(face)
        painter.setPen(QColor(colour))
        bit = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(QPoint(rect.left(), rect.top() + metrics.ascent()), bit)


_BY_KEY = (
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
)


class DoubtList(QListView):
    """The queue itself; says what to do when it is empty."""

    entered = Signal()
    """The keys have come here by a key."""

    def __init__(self, words: Wording, chosen: Callable[[Doubt], None]) -> None:
        super().__init__()
        self.doubts = DoubtModel(words)
        self.delegate = DoubtDelegate()
        self._chosen = chosen
        self.setModel(self.doubts)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Doubts", "Doubts"))
        self.clicked.connect(self._clicked)

    def show_doubts(self, doubts: Sequence[Doubt], raw: str, reading: Reading | None) -> None:
        """Show these doubts."""
        self.doubts.set_doubts(doubts, raw, reading)
        self.viewport().update()

    def show_current(self, number: int) -> None:
        """Mark the current doubt; -1 for none."""
        if number < 0:
            # Taking nothing away is felt too in a long list.
            if self.selectionModel().hasSelection():
                self.clearSelection()
            if self.currentIndex().isValid():
                self.setCurrentIndex(QModelIndex())
            return
        self.setCurrentIndex(self.doubts.index(number))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys have come."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.entered.emit()

    def _clicked(self, index: QModelIndex) -> None:
        doubt = self.doubts.doubt(index.row())
        if doubt is not None:
            self._chosen(doubt)
