"""What the two columns of the aligned view are, written above them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.panels import label
from qingyang.ui.theme import GRID, Theme

translate = QCoreApplication.translate


class ColumnHeads(QWidget):
    """Two names that stand where the view's columns begin."""

    def __init__(self, view: AlignedView) -> None:
        super().__init__()
        self._view = view
        self._raw = label(translate("ColumnHeads", "Raw text"), bold=True)
        self._repaired = label(translate("ColumnHeads", "Repaired"), bold=True)
        for head in (self._raw, self._repaired):
            head.setParent(self)
        self.setFixedHeight(self._raw.sizeHint().height() + 4 * GRID)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Columns move with the window's width, the zoom and the digits of line numbers: all of them paint.
        if event.type() == QEvent.Type.Paint:
            self._follow()
        return False

    def _follow(self) -> None:
        columns = self._view.columns()
        self.setVisible(columns is not None)
        if columns is None:
            return
        for head, left in ((self._raw, columns.raw), (self._repaired, columns.text)):
            if head.x() != left or not head.height():
                head.setGeometry(left, 2 * GRID, head.sizeHint().width(), head.sizeHint().height())

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's quiet colours."""
        self.setStyleSheet(f"color: {theme.muted}")
