"""What roles are called in this newsroom, and roles of its own; ids never change."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qingyang.text.role import BY_ID
from qingyang.ui.theme import GRID
from qingyang.wording import Wording

translate = QCoreApplication.translate
_OURS, _THEIRS = range(2)


class RolesDialog(QDialog):
    """Our name beside the newsroom's, which one types over; emptied it is ours again. Below, a line to add a role."""

    def __init__(
        self,
        parent: QWidget,
        words: Wording,
        names: Mapping[str, str],
        rename: Callable[[str, str], None],
        add: Callable[[str, str], str],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Roles", "Names of Roles"))
        self._words, self._rename, self._add_role = words, rename, add
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(translate("Roles", "Names of Roles"))
        self.table.setHorizontalHeaderLabels([translate("Roles", "Role"), translate("Roles", "Called here")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for id, name in names.items():
            self._add(id, name)
        self.table.itemChanged.connect(self._changed)
        self.name, self.base = QLineEdit(), QComboBox()
        self.name.setPlaceholderText(translate("Roles", "Another role"))
        self.name.setAccessibleName(translate("Roles", "Another role"))
        self.base.setAccessibleName(translate("Roles", "Set like"))
        for id in BY_ID:
            self.base.addItem(translate("Roles", "like {role}").format(role=names[id]), id)
        self.base.setCurrentIndex(self.base.findData("body"))
        self._lay()
        self.resize(110 * GRID, 150 * GRID)

    def _lay(self) -> None:
        add = QPushButton(translate("Roles", "Add"))
        add.setAutoDefault(False)
        add.clicked.connect(self._added)
        self.name.returnPressed.connect(self._added)
        line = QHBoxLayout()
        line.addWidget(self.name, 1)
        line.addWidget(self.base)
        line.addWidget(add)
        told = QLabel(translate("Roles", "F2 changes a name; emptied, it is our own again."))
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(told)
        column.addWidget(self.table, 1)
        column.addLayout(line)

    def _add(self, id: str, name: str) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        ours = self._words.standard(f"role.{id}") if id in BY_ID else translate("Roles", "our own")
        first = QTableWidgetItem(ours)
        first.setFlags(Qt.ItemFlag.ItemIsEnabled)
        theirs = QTableWidgetItem("" if id in BY_ID and name == ours else name)
        theirs.setData(Qt.ItemDataRole.UserRole, id)
        self.table.setItem(row, _OURS, first)
        self.table.setItem(row, _THEIRS, theirs)

    def _changed(self, item: QTableWidgetItem) -> None:
        id, name = str(item.data(Qt.ItemDataRole.UserRole)), item.text().strip()
        if item.column() != _THEIRS:
            return
        if name or id in BY_ID:
            self._rename(id, name)
        else:
            # A role of one's own has no other name to go back to.
            self.table.blockSignals(True)
            item.setText(self._words.term(f"role.{id}"))
            self.table.blockSignals(False)

    def _added(self) -> None:
        name = self.name.text().strip()
        made = self._add_role(name, str(self.base.currentData())) if name else ""
        if made:
            self.name.clear()
            self.table.blockSignals(True)
            self._add(made, name)
            self.table.blockSignals(False)
            self.table.scrollToBottom()
