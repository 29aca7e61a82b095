"""A palette: a few letters — Chinese, English, or how it sounds — and Enter does what one means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from qingyang.text.search import PINYIN, Query, Tables, find
from qingyang.ui.theme import GRID

translate = QCoreApplication.translate
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
Sounds = Mapping[str, str]
"""All characters of each syllable; empty until the table is there."""


class Choice(NamedTuple):
    """One thing to choose."""

    id: str
    name: str
    keys: str = ""
    english: str = ""
    """Its name in English, where the window speaks Chinese."""


def matching(typed: str, choices: Sequence[Choice], sounds: Sounds) -> list[Choice]:
    """Return the choices that are meant, those that begin so first; by a part of the name, English words, or pinyin."""
    typed = typed.strip().lower()
    if not typed:
        return list(choices)
    heard = _heard(typed, choices, sounds)
    found = [c for k, c in enumerate(choices) if k in heard or _named(typed, c)]
    return sorted(found, key=lambda choice: not choice.name.lower().startswith(typed))


def _named(typed: str, choice: Choice) -> bool:
    words = f"{choice.id} {choice.english}".lower().replace(".", " ").replace("_", " ").split()
    english = " ".join(words)
    return typed in choice.name.lower() or english.startswith(typed) or f" {typed}" in english


def _heard(typed: str, choices: Sequence[Choice], sounds: Sounds) -> set[int]:
    """Return the numbers of the choices whose names hold what sounds so."""
    if not sounds or not (typed.isascii() and typed.isalpha()):
        return set()
    text = "\n".join(choice.name for choice in choices)
    return {text.count("\n", 0, hit.start) for hit in find(Query(typed, PINYIN), text, Tables(sounds=sounds))}


class _Line(QStyledItemDelegate):
    """Draws a choice, its keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40 * GRID, 7 * GRID)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = option.text.partition("\t")[0]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        keys = str(index.data()).partition("\t")[2]
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setPen(option.palette.placeholderText().color())
        painter.drawText(option.rect.adjusted(0, 0, -2 * GRID, 0), right, keys)


class Palette(QDialog):
    """Asks which one; gone with Esc, or once one is chosen."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        choices: Sequence[Choice],
        done: Callable[[str], None],
        *,
        current: str = "",
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._choices, self._current, self._done = choices, current, done
        self._sounds: Sounds = {}
        self.query = QLineEdit()
        self.query.setPlaceholderText(translate("Palette", "A few letters: Chinese, English or pinyin"))
        self.query.setAccessibleName(title)
        self.query.textChanged.connect(self._fill)
        self.query.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _item: self._take())
        self.query.returnPressed.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.query)
        column.addWidget(self.list)
        self.list.setItemDelegate(_Line(self.list))
        self.resize(100 * GRID if any(choice.english for choice in choices) else 72 * GRID, 100 * GRID)
        self._fill("")
        self.query.setFocus()

    def hear(self, sounds: Sounds) -> None:
        """Know how characters sound from now on."""
        self._sounds = sounds
        self._fill(self.query.text())

    def open_at(self, place: QPoint) -> None:
        """Show the palette with its corner at a place of the screen, or as near as it fits."""
        screen = self.screen().availableGeometry()
        x = min(place.x(), screen.right() - self.width())
        y = min(place.y(), screen.bottom() - self.height())
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.show()

    def _fill(self, typed: str) -> None:
        self.list.clear()
        for choice in matching(typed, self._choices, self._sounds):
            item = QListWidgetItem(f"{choice.name}\t{choice.keys}" if choice.keys else choice.name)
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
