"""A dialog with a table of words and a line below to add one: what the newsroom's dialogs share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from qingyang.ui.dialogs import headed
from qingyang.ui.theme import GRID


class Said(NamedTuple):
    """What such a dialog says."""

    title: str
    headings: Sequence[str]
    another: str
    """In the empty field that takes one more."""
    choice: str
    """What is chosen beside it, for those who do not see it."""
    add: str
    told: str
    """Above the table."""


class ListDialog(QDialog):
    """A table, a field for another word, what it is to be, and a button that adds it."""

    def __init__(self, parent: QWidget, said: Said) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(said.title)
        self.table = QTableWidget(0, len(said.headings))
        self.table.setAccessibleName(said.title)
        headed(self.table, said.headings)
        self.table.setTabKeyNavigation(False)
        self.name, self.choice = QLineEdit(), QComboBox()
        self.name.setPlaceholderText(said.another)
        self.name.setAccessibleName(said.another)
        self.choice.setAccessibleName(said.choice)
        self.name.returnPressed.connect(self.add_another)
        self._lay(said)

    def _lay(self, said: Said) -> None:
        add = QPushButton(said.add)
        add.setAutoDefault(False)
        add.clicked.connect(self.add_another)
        line = QHBoxLayout()
        line.addWidget(self.name, 1)
        line.addWidget(self.choice)
        line.addWidget(add)
        told = QLabel(said.told)
        told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(told)
        column.addWidget(self.table, 1)
        column.addLayout(line)

    def add_another(self) -> None:
        """Add what the field holds."""
        raise NotImplementedError
