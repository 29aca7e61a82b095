"""The frames of the window: docks with a quiet head and foot, and what an empty place says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from qingyang.ui.icons import emblem
from qingyang.ui.steady import Steady
from qingyang.ui.theme import GRID, LARGE, NORMAL, SMALL, TITLE, Theme, font

translate = QCoreApplication.translate


def label(text: str = "", size: int = NORMAL, *, bold: bool = False, centred: bool = False) -> QLabel:
    """Return a label in one of the window's sizes."""
    made = QLabel(text)
    made.setFont(font(size, bold=bold))
    if centred:
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


class Panel(QDockWidget):
    """A dock: title and count above, one list, a line of keys below; a sentence where the list is empty."""

    def __init__(self, name: str, title: str, content: QWidget, empty: str, foot: str = "") -> None:
        super().__init__(title)
        self.setObjectName(name)
        self.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        self.setFocusProxy(content)
        self.in_sight = False
        """Whether it shows: a dock under another one counts as visible to Qt."""
        self.visibilityChanged.connect(self._seen)
        self._count = Steady()
        self._count.setFont(font(SMALL))
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._empty = label(empty, centred=True)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(6 * GRID, 6 * GRID, 6 * GRID, 6 * GRID)
        self._foot = label(foot, SMALL)
        self._foot.setWordWrap(True)
        self._foot.setContentsMargins(4 * GRID, GRID, 4 * GRID, 2 * GRID)
        self._foot.setVisible(bool(foot))
        self.setTitleBarWidget(self._head(title))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        pile = QWidget()
        self._pile = QStackedLayout(pile)
        self._pile.addWidget(content)
        self._pile.addWidget(self._empty)
        column.addWidget(pile, 1)
        column.addWidget(self._foot)
        self.setWidget(body)
        self.show_count("", empty=True)

    def _seen(self, on: bool) -> None:
        self.in_sight = on

    def _head(self, title: str) -> QWidget:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(4 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        line.addWidget(label(title, bold=True))
        line.addStretch()
        line.addWidget(self._count)
        return head

    def show_count(self, count: str, *, empty: bool) -> None:
        """Say how many there are; with none, what to do."""
        self._count.setText(count)
        self._pile.setCurrentIndex(1 if empty else 0)
        self._foot.setVisible(bool(self._foot.text()) and not empty)

    def say_empty(self, sentence: str) -> None:
        """Change what is said where there is nothing."""
        self._empty.setText(sentence)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's quiet colours."""
        quiet = f"color: {theme.muted}"
        self._count.setStyleSheet(quiet)
        self._foot.setStyleSheet(quiet)
        self._empty.setStyleSheet(quiet)


class Welcome(QWidget):
    """What stands in the middle while there is no document: what to do, in two buttons and a sentence."""

    open_asked = Signal()
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mark = label(centred=True)
        self._mark.setPixmap(emblem().pixmap(18 * GRID, 18 * GRID))
        title = label(translate("Welcome", "Qingyang"), TITLE, bold=True, centred=True)
        self._what = label(
            translate("Welcome", "Drop raw newspaper texts here, or press Ctrl+I."), LARGE, centred=True
        )
        self._more = label(
            translate("Welcome", "Texts are kept in a desk file; Ctrl+O opens one you have."), centred=True
        )
        buttons = QHBoxLayout()
        buttons.addStretch()
        for told, signal in (
            (translate("Welcome", "Import Texts…"), self.import_asked),
            (translate("Welcome", "Open Desk…"), self.open_asked),
        ):
            button = QPushButton(told)
            button.setMinimumSize(32 * GRID, 9 * GRID)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(3 * GRID)
        column.addStretch(2)
        for widget in (self._mark, title, self._what, self._more):
            column.addWidget(widget)
        column.addSpacing(3 * GRID)
        column.addLayout(buttons)
        column.addStretch(3)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's quiet colour for what is said in passing."""
        self._more.setStyleSheet(f"color: {theme.muted}")


class Written(QFrame):
    """A line above the status bar after an export: what was written, and two ways to see it."""

    open_asked = Signal(object)
    folder_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._path: object = None
        self._told = QLabel()
        # What is to be known may be long; the window must not grow with it.
        self._told.setWordWrap(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        line.addWidget(self._told, 1)
        for told, act in (
            (translate("Written", "Open"), lambda: self.open_asked.emit(self._path)),
            (translate("Written", "Show Folder"), lambda: self.folder_asked.emit(self._path)),
            (translate("Written", "Close"), self.hide),
        ):
            button = QPushButton(told)
            button.clicked.connect(act)
            line.addWidget(button)
        self.hide()

    def show_path(self, path: object, name: str, to_know: Sequence[str] = ()) -> None:
        """Say what was written, and how many things of it want an eye: the first in words, all on hovering."""
        self._path = path
        told = translate("Written", "Written: {name}").format(name=name)
        if to_know:
            more = translate("Written", "{count} to look at: {first}")
            told += "  " + more.format(count=len(to_know), first=to_know[0])
        self._told.setText(told)
        self._told.setToolTip("\n".join(to_know))
        self.show()
