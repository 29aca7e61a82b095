"""A list of equally high rows of which one lies open, as high as it needs.

Qt lays a list out row by row where heights differ, ten thousand of them at every change; here a place is a product and
a sum. What stands above the open row never moves because of it.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

_Index = QModelIndex | QPersistentModelIndex


class OpenList(QListView):
    """A list whose rows are ``closed`` pixels high, and one of them more."""

    def __init__(self, rows: QAbstractItemModel, closed: int) -> None:
        super().__init__()
        self._rows, self._closed = rows, closed
        self.opened = -1
        """The row that lies open, -1 for none."""
        self._more = 0
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(rows)

    def open_row(self, row: int) -> None:
        """Open one row and close the one before; -1 closes it only."""
        more = max(0, self.height_open(row) - self._closed) if row >= 0 else 0
        if (row, more) != (self.opened, self._more):
            self.opened, self._more = row, more
            self.updateGeometries()
            self.viewport().update()

    def height_open(self, row: int) -> int:
        """Return how high a row is when it lies open."""
        return self._closed

    # -- where rows are ------------------------------------------------------------------------------------------

    def _top(self, row: int) -> int:
        return row * self._closed + (self._more if 0 <= self.opened < row else 0)

    def _row_at(self, y: int) -> int:
        over = y - self._top(self.opened) if self.opened >= 0 else -1
        if over >= 0:
            return self.opened + max(0, over - self._more) // self._closed
        return y // self._closed

    def visualRect(self, index: _Index) -> QRect:
        """Return where a row is in the viewport."""
        if not index.isValid():
            return QRect()
        height = self._closed + (self._more if index.row() == self.opened else 0)
        return QRect(0, self._top(index.row()) - self.verticalOffset(), self.viewport().width(), height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        return self._rows.index(self._row_at(point.y() + self.verticalOffset()), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row a rectangle of the viewport ends in: one at a time."""
        self.selectionModel().select(self.indexAt(rect.bottomRight()), command)

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll as little as it takes to see all of a row; its head first."""
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        if rect.isValid():
            down = max(0, rect.bottom() + 1 - self.viewport().height())
            bar.setValue(bar.value() + min(down, rect.top()) if down else bar.value() + min(0, rect.top()))

    def updateGeometries(self) -> None:
        """Tell the scroll bar how much there is."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self._closed // 2)
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._top(self._rows.rowCount()) - height))

    # -- events --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the open row to the new width."""
        super().resizeEvent(event)
        self.open_row(self.opened)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that the event asks for."""
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        offset, clip, chosen = self.verticalOffset(), event.rect(), self.currentIndex()
        plain, delegate = option.state, self.itemDelegate()
        last = min(self._row_at(clip.bottom() + offset), self._rows.rowCount() - 1)
        for row in range(max(0, self._row_at(clip.top() + offset)), last + 1):
            index = self._rows.index(row, 0)
            option.rect = self.visualRect(index)
            option.state = plain | QStyle.StateFlag.State_Selected if index == chosen else plain
            delegate.paint(painter, option, index)
        painter.end()

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing: a letter is a command here or nothing, and ten thousand rows would have to be told."""
