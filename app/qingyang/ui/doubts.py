"""The doubt queue: every place that waits for a person, with its evidence in words."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qingyang.text.reading import Reading
from qingyang.text.row import Doubt
from qingyang.ui.card_layout import CLOSED, CardLayout
from qingyang.ui.doubt_card import Card
from qingyang.ui.doubt_model import CARD, DoubtModel
from qingyang.ui.open_list import OpenList
from qingyang.ui.theme import LIGHT, Theme
from qingyang.wording import Wording

translate = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex
_KEPT = 60
"""Cards kept laid out, those seen last."""


class DoubtDelegate(QStyledItemDelegate):
    """Draws one doubt on its ground."""

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = LIGHT
        self.opened = -1
        """The row whose card lies open."""
        self._layouts: OrderedDict[tuple[Card, int, Theme, bool], CardLayout] = OrderedDict()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, CLOSED)

    def laid_out(self, card: Card, width: int, *, opened: bool) -> CardLayout:
        """Return a card laid out at a width."""
        key = card, width, self.theme, opened
        found = self._layouts.pop(key, None) or CardLayout(card, width, self.theme, opened=opened)
        self._layouts[key] = found
        if len(self._layouts) > _KEPT:
            self._layouts.popitem(last=False)
        return found

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = index.data(CARD)
        if not isinstance(shown, Card):
            return
        laid = self.laid_out(shown, option.rect.width(), opened=index.row() == self.opened)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        picture = laid.picture(chosen=chosen, ratio=painter.device().devicePixelRatioF())
        painter.drawPixmap(option.rect.topLeft(), picture)


_BY_KEY = (
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
)


class DoubtList(OpenList):
    """The queue itself: the current doubt lies open, so that whoever walks reads all its evidence."""

    entered = Signal()
    """The keys have come here by a key."""
    menu_asked = Signal(QPoint)
    """The menu on the current doubt is wanted; where on the screen."""

    def __init__(self, words: Wording, chosen: Callable[[Doubt], None]) -> None:
        self.doubts = DoubtModel(words)
        self.delegate = DoubtDelegate()
        super().__init__(self.doubts, CLOSED)
        self._chosen = chosen
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(translate("Doubts", "Doubts"))
        self.clicked.connect(self._clicked)

    def show_doubts(self, doubts: Sequence[Doubt], raw: str, reading: Reading | None) -> None:
        """Show these doubts."""
        self.doubts.set_doubts(doubts, raw, reading)
        self.viewport().update()

    def show_current(self, number: int) -> None:
        """Mark the current doubt and open its card; -1 for none."""
        self.open_row(number)
        if number >= 0:
            index = self.doubts.index(number)
            self.setCurrentIndex(index)
            self.scrollTo(index)
            return
        # Taking nothing away is felt too in a long list.
        if self.selectionModel().hasSelection():
            self.clearSelection()
        if self.currentIndex().isValid():
            self.setCurrentIndex(QModelIndex())

    def open_row(self, row: int) -> None:
        """Open one card and close the one before."""
        self.delegate.opened = row
        super().open_row(row)

    def height_open(self, row: int) -> int:
        """Return the height of a card with all its words."""
        shown = self.doubts.index(row).data(CARD)
        if not isinstance(shown, Card):
            return CLOSED
        return self.delegate.laid_out(shown, self.viewport().width(), opened=True).height

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys have come."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by the arrows: the doubt they come to is the one that keys decide."""
        super().keyPressEvent(event)
        self._follow()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go where the mouse was let go, drawn over the list or not."""
        super().mouseReleaseEvent(event)
        self._follow()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu on the doubt under the pointer, or below the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self._follow()
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_asked.emit(self.viewport().mapToGlobal(below) if by_key else event.globalPos())

    def _follow(self) -> None:
        """Make the marked doubt the current one, where it is not."""
        if self.currentIndex().row() != self.opened:
            self._clicked(self.currentIndex())

    def _clicked(self, index: QModelIndex) -> None:
        doubt = self.doubts.doubt(index.row())
        if doubt is not None:
            self._chosen(doubt)
