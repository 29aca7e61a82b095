"""The find bar: searches while one types, says which of how many; below it what is to be put there instead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qingyang.text.search import EXPRESSION, PINYIN, PLAIN, WORD, Query
from qingyang.ui.icons import icon
from qingyang.ui.theme import GRID, Theme

translate = QCoreApplication.translate
_WIDE = 100
"""How much sooner a line to type in takes what room there is than the emptiness beside it."""


class FindBar(QWidget):
    """Lines at the bottom; Enter and Shift+Enter go on and back, Esc closes."""

    changed = Signal()
    next_asked = Signal()
    previous_asked = Signal()
    replace_asked = Signal()
    replace_all_asked = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, QToolButton] = {}
        self.query = _line(translate("Find", "Find in the repaired text"), translate("Find", "Find"))
        self.new = _line(translate("Find", "Replace with"), translate("Find", "Replace with"))
        self.count = QLabel()
        self.fault = QLabel()
        # On a line of its own: a long one must not push the lists at the sides together.
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.mode = QComboBox()
        self.mode.setAccessibleName(translate("Find", "How to search"))
        for mode, told in (
            (PLAIN, translate("Find", "As typed")),
            (WORD, translate("Find", "Whole words")),
            (EXPRESSION, translate("Find", "Regular expression")),
            (PINYIN, translate("Find", "Pinyin or initials")),
        ):
            self.mode.addItem(told, mode)
        self.case = self._option(translate("Find", "Match case"))
        self.any_width = self._option(translate("Find", "Full and half width alike"), on=True)
        self.any_script = self._option(translate("Find", "Simplified and traditional alike"))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(self._finding())
        column.addWidget(self.fault)
        column.addWidget(self._replacing())
        self.query.textChanged.connect(self.changed)
        self.new.textChanged.connect(self.changed)
        self.mode.activated.connect(self.changed)
        self.hide()

    def _finding(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addWidget(self.query, _WIDE)
        line.addWidget(
            self._button("previous", translate("Find", "Previous (Shift+F3)"), self.previous_asked)
        )
        line.addWidget(self._button("next", translate("Find", "Next (F3)"), self.next_asked))
        line.addWidget(self.count)
        line.addWidget(self.mode)
        line.addWidget(self._options())
        line.addStretch(1)
        line.addWidget(self._button("close", translate("Find", "Close (Esc)"), self.closed))
        return line

    def _option(self, told: str, *, on: bool = False) -> QAction:
        made = QAction(told, self, checkable=True, checked=on)
        made.toggled.connect(self.changed)
        return made

    def _options(self) -> QToolButton:
        menu = QMenu(self)
        menu.addActions([self.case, self.any_width, self.any_script])
        button = QToolButton()
        button.setText(translate("Find", "Options"))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _replacing(self) -> QWidget:
        self.replacing = QWidget()
        line = QHBoxLayout(self.replacing)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * GRID)
        line.addWidget(self.new, _WIDE)
        for told, signal in (
            (translate("Find", "Replace"), self.replace_asked),
            (translate("Find", "Look Through and Replace All…"), self.replace_all_asked),
        ):
            button = QPushButton(told)
            button.clicked.connect(signal)
            line.addWidget(button)
        line.addStretch(1)
        self.replacing.hide()
        return self.replacing

    def _button(self, name: str, told: str, signal: SignalInstance) -> QToolButton:
        button = self._buttons[name] = QToolButton()
        button.setToolTip(told)
        button.setAccessibleName(told)
        button.clicked.connect(signal)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw the buttons in a theme's colours."""
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme))

    def offer(self, names: Sequence[str]) -> None:
        """Offer names of the house while one types."""
        completer = QCompleter(list(names), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.query.setCompleter(completer)

    def wanted(self) -> Query:
        """Return what is looked for."""
        return Query(
            self.query.text(),
            str(self.mode.currentData()),
            self.case.isChecked(),
            self.any_width.isChecked(),
            self.any_script.isChecked(),
        )

    def open(self, text: str, *, replace: bool = False) -> None:
        """Show the bar, with a text to look for where there is one."""
        self.show()
        self.replacing.setVisible(replace)
        if text:
            self.query.setText(text)
        self.query.selectAll()
        self.query.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, number: int, total: int) -> None:
        """Say which of how many hits is current, from 0; -1 for none."""
        self.fault.hide()
        if not self.query.text():
            self.count.clear()
        elif not total:
            self.count.setText(translate("Find", "Not found"))
        else:
            self.count.setText(f"{number + 1} / {total}")

    def show_fault(self, told: str) -> None:
        """Say what is wrong with what is looked for."""
        self.count.clear()
        self.fault.setText(told)
        self.fault.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _enter(self, *, back: bool) -> None:
        if self.new.hasFocus():
            self.replace_asked.emit()
        else:
            (self.previous_asked if back else self.next_asked).emit()


def _line(hint: str, name: str) -> QLineEdit:
    made = QLineEdit(clearButtonEnabled=True)
    made.setPlaceholderText(hint)
    made.setAccessibleName(name)
    # A wider least would push the lists at the sides together in a small window, and leave them so.
    made.setMinimumWidth(24 * GRID)
    made.setMaximumWidth(64 * GRID)
    return made
