"""The palette of roles: a few letters, Enter, and the selected paragraphs are what one says they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from qingyang.ui.theme import GRID

translate = QCoreApplication.translate
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Choice(NamedTuple):
    """One role to choose."""

    id: str
    name: str
    keys: str = ""

    def answers(self, typed: str) -> bool:
        """Say whether this is what is being typed: a part of its name, or the beginning of a word of its id."""
        words = self.id.replace(".", "_").split("_")
        return typed in self.name.lower() or any(word.startswith(typed) for word in words)


class RolePalette(QDialog):
    """Asks which role; gone with Esc, or once one is chosen."""

    def __init__(
        self, parent: QWidget, choices: Sequence[Choice], current: str, done: Callable[[str], None]
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Palette", "Change Role"))
        self._choices, self._current, self._done = choices, current, done
        self.query = QLineEdit()
        self.query.setPlaceholderText(translate("Palette", "Type a role"))
        self.query.setAccessibleName(translate("Palette", "Role"))
        self.query.textChanged.connect(self._fill)
        self.query.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Palette", "Roles"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _item: self._take())
        self.query.returnPressed.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.query)
        column.addWidget(self.list)
        self.resize(56 * GRID, 80 * GRID)
        self._fill("")
        self.query.setFocus()

    def open_at(self, place: QPoint) -> None:
        """Show the palette with its corner at a place of the screen, or as near as it fits."""
        screen = self.screen().availableGeometry()
        x = min(place.x(), screen.right() - self.width())
        y = min(place.y(), screen.bottom() - self.height())
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.show()

    def _fill(self, typed: str) -> None:
        self.list.clear()
        for choice in self._choices:
            if choice.answers(typed.strip().lower()):
                told = f"{choice.name}\t{choice.keys}" if choice.keys else choice.name
                item = QListWidgetItem(told)
                item.setData(Qt.ItemDataRole.UserRole, choice.id)
                self.list.addItem(item)
        ids = [self.list.item(k).data(Qt.ItemDataRole.UserRole) for k in range(self.list.count())]
        self.list.setCurrentRow(ids.index(self._current) if self._current in ids and not typed else 0)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.close()
            self._done(str(item.data(Qt.ItemDataRole.UserRole)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go through the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _KEYS:
            self.list.keyPressEvent(event)
            return True
        return False
