"""What roles are called in this newsroom, and roles of its own; ids never change."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from qingyang.text.change import Change
from qingyang.text.role import BY_ID
from qingyang.ui.history_panel import who_and_when
from qingyang.ui.list_dialog import ListDialog, Said
from qingyang.ui.theme import GRID
from qingyang.wording import Wording

translate = QCoreApplication.translate
_OURS, _THEIRS, _BY = range(3)


class RolesDialog(ListDialog):
    """Our name beside the newsroom's, which one types over; emptied it is ours again. Below, a line to add a role."""

    def __init__(
        self,
        parent: QWidget,
        words: Wording,
        names: Mapping[str, str],
        rename: Callable[[str, str], None],
        add: Callable[[str, str], str],
        last: Callable[[str], Change | None],
    ) -> None:
        super().__init__(
            parent,
            Said(
                translate("Roles", "Names of Roles"),
                (translate("Roles", "Role"), translate("Roles", "Called here"), translate("Roles", "By")),
                translate("Roles", "Another role"),
                translate("Roles", "Set like"),
                translate("Roles", "Add"),
                translate("Roles", "F2 changes a name; emptied, it is our own again."),
            ),
        )
        self._words, self._rename, self._add_role, self._last = words, rename, add, last
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for id, name in names.items():
            self._add(id, name)
        self.table.itemChanged.connect(self._changed)
        for id in BY_ID:
            self.choice.addItem(translate("Roles", "like {role}").format(role=names[id]), id)
        self.choice.setCurrentIndex(self.choice.findData("body"))
        self.resize(110 * GRID, 150 * GRID)

    def _add(self, id: str, name: str) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        ours = self._words.standard(f"role.{id}") if id in BY_ID else translate("Roles", "our own")
        first = QTableWidgetItem(ours)
        first.setFlags(Qt.ItemFlag.ItemIsEnabled)
        theirs = QTableWidgetItem("" if id in BY_ID and name == ours else name)
        theirs.setData(Qt.ItemDataRole.UserRole, id)
        self.table.setItem(row, _OURS, first)
        by = QTableWidgetItem(who_and_when(self._last(id)))
        by.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.table.setItem(row, _THEIRS, theirs)
        self.table.setItem(row, _BY, by)

    def _changed(self, item: QTableWidgetItem) -> None:
        id, name = str(item.data(Qt.ItemDataRole.UserRole)), item.text().strip()
        if item.column() != _THEIRS:
            return
        if name or id in BY_ID:
            self._rename(id, name)
            by = self.table.item(item.row(), _BY)
            if by is not None:
                by.setText(who_and_when(self._last(id)))
        else:
            # A role of one's own has no other name to go back to.
            self.table.blockSignals(True)
            item.setText(self._words.term(f"role.{id}"))
            self.table.blockSignals(False)

    def add_another(self) -> None:
        """Add a role of one's own, named as the field says."""
        name = self.name.text().strip()
        made = self._add_role(name, str(self.choice.currentData())) if name else ""
        if made:
            self.name.clear()
            self.table.blockSignals(True)
            self._add(made, name)
            self.table.blockSignals(False)
            self.table.scrollToBottom()
