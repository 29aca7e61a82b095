"""What is checked by: which checks are on, the newsroom's own lists, and the rules it has taken on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qingyang.ui.dialogs import without_icons
from qingyang.ui.panels import label
from qingyang.ui.theme import GRID, SMALL

translate = QCoreApplication.translate


class Ticked(NamedTuple):
    """One line of the dialog."""

    told: str
    """What it is."""
    more: str
    """How much there is in it, or where it holds."""
    on: bool | None
    """Whether it is on; None where it cannot be switched."""
    act: Callable[[bool], object] | None = None
    """What a tick does."""
    remove: Callable[[], object] | None = None


class ChecksDialog(QDialog):
    """Three groups of lines; a tick acts at once."""

    import_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Checks", "Checks and Rules"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(140 * GRID, 150 * GRID)
        self._ticked: list[tuple[QTreeWidgetItem, Ticked]] = []
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setAccessibleName(translate("Checks", "Checks, lists and rules"))
        self.tree.itemChanged.connect(self._changed)
        self.tree.currentItemChanged.connect(self._show_remove)
        take_in = QPushButton(translate("Checks", "Import Lists…"))
        take_in.clicked.connect(self.import_asked)
        self.remove = QPushButton(translate("Checks", "Remove"))
        self.remove.clicked.connect(self._remove)
        told = label(
            translate(
                "Checks", "What is found stands in the queue of doubts. Lists come from CSV or Excel files."
            ),
            SMALL,
        )
        told.setWordWrap(True)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        without_icons(close)
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        for button in (take_in, self.remove):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch()
        line.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        column.setSpacing(3 * GRID)
        column.addWidget(self.tree, 1)
        column.addWidget(told)
        column.addLayout(line)

    def show_groups(self, groups: Sequence[tuple[str, Sequence[Ticked]]]) -> None:
        """Show the lines of each group."""
        self.tree.blockSignals(True)
        self.tree.clear()
        self._ticked = []
        for title, lines in groups:
            head = QTreeWidgetItem([title, ""])
            self.tree.addTopLevelItem(head)
            head.setExpanded(True)
            for each in lines:
                item = QTreeWidgetItem([each.told, each.more])
                if each.on is not None:
                    item.setCheckState(0, Qt.CheckState.Checked if each.on else Qt.CheckState.Unchecked)
                head.addChild(item)
                self._ticked.append((item, each))
        self.tree.blockSignals(False)
        self._show_remove()

    def _line(self, item: QTreeWidgetItem | None) -> Ticked | None:
        return next((each for known, each in self._ticked if known is item), None)

    def _changed(self, item: QTreeWidgetItem) -> None:
        line = self._line(item)
        if line is not None and line.act is not None:
            line.act(item.checkState(0) == Qt.CheckState.Checked)

    def _show_remove(self) -> None:
        line = self._line(self.tree.currentItem())
        self.remove.setEnabled(line is not None and line.remove is not None)

    def _remove(self) -> None:
        line = self._line(self.tree.currentItem())
        if line is not None and line.remove is not None:
            line.remove()
