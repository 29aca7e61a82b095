"""Keys of one's own: every action with its key, to be given another one; none means two things."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qingyang.ui.commands import Commands
from qingyang.ui.dialogs import headed, shown_keys, without_icons
from qingyang.ui.theme import GRID

translate = QCoreApplication.translate


class KeysDialog(QDialog):
    """What is changed here holds at once and for all desks of this person."""

    def __init__(self, parent: QWidget, commands: Commands) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Keys", "Change Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(130 * GRID, 150 * GRID)
        self._commands = commands
        self.query = QLineEdit()
        self.query.setPlaceholderText(translate("Keys", "Find an action"))
        self.query.setAccessibleName(translate("Keys", "Find an action"))
        self.query.textChanged.connect(self._filter)
        self._keys: dict[str, QTableWidgetItem] = {}
        self.table = self._table()
        self.edit = QKeySequenceEdit(maximumSequenceLength=1)
        self.edit.setAccessibleName(translate("Keys", "New key"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.edit.keySequenceChanged.connect(self._show_taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        column.setSpacing(2 * GRID)
        for widget in (self.query, self.table):
            column.addWidget(widget)
        column.addLayout(self._line())
        column.addWidget(self.told)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        without_icons(close)
        column.addWidget(close)
        self.table.setCurrentCell(0, 0)

    def _table(self) -> QTableWidget:
        table = QTableWidget(len(self._commands.table), 2)
        table.setAccessibleName(translate("Keys", "Actions and keys"))
        headed(table, (translate("Keys", "Action"), translate("Keys", "Key")))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for row, id in enumerate(self._commands.table):
            table.setItem(row, 0, QTableWidgetItem(self._commands.title(id)))
            self._keys[id] = QTableWidgetItem(shown_keys(self._commands.keys(id)))
            table.setItem(row, 1, self._keys[id])
        table.currentCellChanged.connect(self._show_action)
        return table

    def _line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        label = QLabel(translate("Keys", "New key"))
        label.setBuddy(self.edit)
        line.addWidget(label)
        line.addWidget(self.edit, 1)
        for told, act in (
            (translate("Keys", "Assign"), self.assign),
            (translate("Keys", "No Key"), self.clear),
            (translate("Keys", "As Shipped"), self.reset),
        ):
            button = QPushButton(told)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            line.addWidget(button)
        return line

    @property
    def id(self) -> str:
        """Return the id of the chosen action."""
        return list(self._keys)[max(0, self.table.currentRow())]

    def assign(self) -> None:
        """Give the chosen action the new key; whatever had it loses it."""
        key = self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if not key:
            self.told.setText(translate("Keys", "Press the new key first."))
            return
        for other in self._commands.having(key, self.id):
            self._commands.set_keys(other, [each for each in self._commands.keys(other) if each != key])
        self._commands.set_keys(self.id, [key])
        self._show_keys()

    def clear(self) -> None:
        """Leave the chosen action without a key; menus and palette still reach it."""
        self._commands.set_keys(self.id, [])
        self._show_keys()

    def reset(self) -> None:
        """Give every action the keys it came with."""
        for id in self._commands.table:
            self._commands.set_keys(id, None)
        self._show_keys()

    def _show_keys(self) -> None:
        for id, item in self._keys.items():
            item.setText(shown_keys(self._commands.keys(id)))
        self.edit.clear()

    def _show_action(self) -> None:
        self.edit.clear()
        self.told.clear()

    def _show_taken(self, sequence: QKeySequence) -> None:
        key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        taken = [self._commands.title(id) for id in self._commands.having(key, self.id)] if key else []
        said = translate("Keys", "Now the key of “{action}”, which will lose it.")
        self.told.setText(said.format(action="”、“".join(taken)) if taken else "")

    def _filter(self, typed: str) -> None:
        for row, (id, item) in enumerate(self._keys.items()):
            name = f"{self._commands.title(id)} {item.text()}"
            self.table.setRowHidden(row, typed.strip().lower() not in name.lower())
