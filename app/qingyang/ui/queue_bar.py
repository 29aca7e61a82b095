"""The queue of doubts with what it is looked at by: in which order, and of which kind."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from qingyang.text.queue import KIND, NEED, TEXT, View
from qingyang.ui.doubt_card import kind_name
from qingyang.ui.doubts import DoubtList
from qingyang.ui.theme import GRID
from qingyang.wording import Wording

translate = QCoreApplication.translate


class Queue(QWidget):
    """Two choices over the list of doubts."""

    looked_at = Signal(object)
    """How the queue is to be looked at: a `View`."""

    def __init__(self, doubts: DoubtList, words: Wording) -> None:
        super().__init__()
        self._words = words
        self.doubts = doubts
        self.setFocusProxy(doubts)
        self.order = QComboBox()
        self.order.setAccessibleName(translate("Queue", "Order"))
        for order, told in (
            (TEXT, translate("Queue", "In text order")),
            (NEED, translate("Queue", "By need")),
            (KIND, translate("Queue", "By kind")),
        ):
            self.order.addItem(told, order)
        self.order.setToolTip(translate("Queue", "Order (O)"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(translate("Queue", "Kinds shown"))
        self.kind.setToolTip(translate("Queue", "This kind only, or all (K)"))
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        line = QHBoxLayout()
        line.setContentsMargins(3 * GRID, 0, 3 * GRID, GRID)
        line.setSpacing(2 * GRID)
        line.addWidget(self.order)
        line.addWidget(self.kind, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(doubts, 1)
        self.order.activated.connect(self._tell)
        self.kind.activated.connect(self._tell)

    def show_view(self, view: View, kinds: Mapping[str, int]) -> None:
        """Show how the queue is looked at, and how many doubts there are of each kind."""
        self.order.setCurrentIndex(self.order.findData(view.order))
        self.kind.clear()
        self.kind.addItem(translate("Queue", "All kinds ({count})").format(count=sum(kinds.values())), "")
        for rule, count in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0])):
            self.kind.addItem(f"{kind_name(rule, self._words)} ({count})", rule)
        self.kind.setCurrentIndex(max(0, self.kind.findData(view.kind)))

    def _tell(self) -> None:
        self.looked_at.emit(View(str(self.order.currentData()), str(self.kind.currentData())))
        self.doubts.setFocus()
