"""The house's names: which stand protected, what they name, and a line to add one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from qingyang.text.change import Change
from qingyang.text.name import KINDS
from qingyang.ui.history_panel import who_and_when
from qingyang.ui.list_dialog import ListDialog, Said
from qingyang.ui.theme import GRID
from qingyang.wording import Wording

if TYPE_CHECKING:
    from qingyang.services.newsroom import HouseName

translate = QCoreApplication.translate
_NAME, _KIND, _BY = range(3)


class NamesDialog(ListDialog):
    """A table of names, ticked while they are protected: taking the tick away and setting it again loses nothing."""

    def __init__(
        self,
        parent: QWidget,
        words: Wording,
        names: Sequence[HouseName],
        put: Callable[[str, str, bool], None],
        last: Callable[[str], Change | None],
    ) -> None:
        super().__init__(
            parent,
            Said(
                translate("Names", "House Names"),
                (translate("Names", "Name"), translate("Names", "Kind"), translate("Names", "By")),
                translate("Names", "Another name"),
                translate("Names", "Kind"),
                translate("Names", "Add"),
                translate(
                    "Names", "Ticked names are never flagged as wrong, and are offered while you search."
                ),
            ),
        )
        self._words, self._put, self._last = words, put, last
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_BY, QHeaderView.ResizeMode.ResizeToContents)
        for name in names:
            self._add(name.name, name.kind, said_by(name.change), on=name.on)
        self.table.itemChanged.connect(self._changed)
        for kind in KINDS:
            self.choice.addItem(words.term(f"name.{kind}"), kind)
        self.resize(140 * GRID, 130 * GRID)

    def _add(self, name: str, kind: str, by: str, *, on: bool) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        item = QTableWidgetItem(name)
        item.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        )
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        item.setData(Qt.ItemDataRole.UserRole, kind)
        self.table.setItem(row, _NAME, item)
        for column, text in ((_KIND, self._words.term(f"name.{kind}")), (_BY, by)):
            told = QTableWidgetItem(text)
            told.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(row, column, told)

    def _changed(self, item: QTableWidgetItem) -> None:
        if item.column() == _NAME:
            on = item.checkState() == Qt.CheckState.Checked
            self._put(item.text(), str(item.data(Qt.ItemDataRole.UserRole)), on)
            self._say_by(item)

    def _say_by(self, item: QTableWidgetItem) -> None:
        told = self.table.item(item.row(), _BY)
        if told is not None:
            told.setText(said_by(self._last(item.text())))

    def add_another(self) -> None:
        """Add the name the field holds, or tick it where it stands."""
        name = self.name.text().strip()
        if not name:
            return
        self.name.clear()
        there = self.table.findItems(name, Qt.MatchFlag.MatchExactly)
        item = next((each for each in there if each.column() == _NAME), None)
        if item is not None:
            item.setCheckState(Qt.CheckState.Checked)
            self.table.setCurrentItem(item)
            return
        kind = str(self.choice.currentData())
        self.table.blockSignals(True)
        self._put(name, kind, True)
        self._add(name, kind, said_by(self._last(name)), on=True)
        self.table.blockSignals(False)
        self.table.scrollToBottom()


def said_by(change: Change | None) -> str:
    """Return who has last said something of a name and when; where no hand has, that the text shows it."""
    if change is None:
        return translate("Names", "in the text")
    return who_and_when(change) or translate("Names", "by hand")
