"""The find bar: searches while one types, says which of how many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from qingyang.ui.icons import icon
from qingyang.ui.theme import GRID, Theme

translate = QCoreApplication.translate


class FindBar(QWidget):
    """One line at the bottom; Enter and Shift+Enter go on and back, Esc closes."""

    changed = Signal(str)
    next_asked = Signal()
    previous_asked = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.query = QLineEdit(clearButtonEnabled=True)
        self.query.setPlaceholderText(translate("Find", "Find in the repaired text"))
        self.query.setAccessibleName(translate("Find", "Find"))
        self.query.setMinimumWidth(60 * GRID)
        self.count = QLabel()
        self._buttons: dict[str, QToolButton] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        line.setSpacing(2 * GRID)
        line.addWidget(self.query)
        line.addWidget(self.count)
        for name, told, signal in (
            ("previous", translate("Find", "Previous (Shift+F3)"), self.previous_asked),
            ("next", translate("Find", "Next (F3)"), self.next_asked),
            ("close", translate("Find", "Close (Esc)"), self.closed),
        ):
            if name == "close":
                line.addStretch()
            button = QToolButton()
            button.setToolTip(told)
            button.setAccessibleName(told)
            button.clicked.connect(signal)
            line.addWidget(button)
            self._buttons[name] = button
        self.query.textChanged.connect(self.changed)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw the buttons in a theme's colours."""
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme))

    def offer(self, names: Sequence[str]) -> None:
        """Offer names of the house while one types."""
        completer = QCompleter(list(names), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.query.setCompleter(completer)

    def open(self, text: str) -> None:
        """Show the bar, with a text to look for where there is one."""
        self.show()
        if text:
            self.query.setText(text)
        self.query.selectAll()
        self.query.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, number: int, total: int) -> None:
        """Say which of how many hits is current, from 0; -1 for none."""
        if not self.query.text():
            self.count.clear()
        elif not total:
            self.count.setText(translate("Find", "Not found"))
        else:
            self.count.setText(f"{number + 1} / {total}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_asked if back else self.next_asked).emit()
        else:
            super().keyPressEvent(event)
