"""Remarks on the text: a list with its answers, and one line to write in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qingyang.services.noting import Remark
from qingyang.ui.history_panel import local_time
from qingyang.ui.theme import GRID, LIGHT, Theme

translate = QCoreApplication.translate
_QUOTED = 14
"""Characters shown of what a remark is on."""


class NotesPanel(QWidget):
    """Remarks in text order; those settled are hidden unless they are wanted."""

    written = Signal(str)
    """A line was written and Enter pressed."""
    left = Signal()
    """Esc was pressed in the line."""
    filter_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme = LIGHT
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Notes", "Remarks"))
        self.list.setWordWrap(True)
        self.list.setSpacing(GRID // 2)
        self.line = QLineEdit()
        self.line.setAccessibleName(translate("Notes", "Write a remark"))
        self.line.returnPressed.connect(lambda: self.written.emit(self.line.text()))
        self.answer, self.settle = QPushButton(), QPushButton()
        self.answer.setText(translate("Notes", "Answer (R)"))
        self.settle.setText(translate("Notes", "Settled (S)"))
        self.all = QCheckBox(translate("Notes", "Settled ones too"))
        self.all.toggled.connect(self.filter_changed)
        self.setFocusProxy(self.list)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * GRID)
        for widget in (self.answer, self.settle):
            buttons.addWidget(widget)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 0, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.all)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        column.addWidget(self.line)
        self.ask("")

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show some remarks."""
        row = self.list.currentRow()
        self.list.clear()
        for remark in remarks:
            item = QListWidgetItem(_told(remark))
            if remark.note.settled:
                item.setForeground(QColor(self._theme.muted))
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(0, row), len(remarks) - 1))
        for button in (self.answer, self.settle):
            button.setEnabled(bool(remarks))

    def ask(self, on: str, *, answer: bool = False) -> None:
        """Say what the line is for: a remark on some text, an answer, or (nothing) a remark on what is selected."""
        told = (
            translate("Notes", "Answer to “{text}”") if answer else translate("Notes", "Remark on “{text}”")
        )
        short = on if len(on) <= _QUOTED else on[: _QUOTED - 1] + "…"
        self.line.setPlaceholderText(
            told.format(text=short) if on else translate("Notes", "Ctrl+Alt+M: a remark on what is selected")
        )

    def write(self) -> None:
        """Put the keys into the line."""
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.line.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Draw in a theme's colours."""
        self._theme = theme


def _told(remark: Remark) -> str:
    note = remark.note
    sign = "✓ " if note.settled else ""
    gone = translate("Notes", " (text gone)") if remark.gone else ""
    head = f"{sign}“{note.quoted[:_QUOTED]}”{gone}"
    lines = [f"{each.person} {local_time(each.time)}：{each.text}" for each in (note, *remark.answers)]
    return "\n".join([head, *lines])
