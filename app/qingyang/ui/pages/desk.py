"""The page desk as one sees it: a line of choices, the pages, at their right what is wrong and what the issue says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qingyang.ui.pages.findings import FindingList
from qingyang.ui.pages.geometry import ACTUAL, PAGE, WIDTH
from qingyang.ui.pages.issue_form import IssueForm
from qingyang.ui.pages.view import PageView
from qingyang.ui.panels import label
from qingyang.ui.template_names import template_name
from qingyang.ui.theme import GRID, Theme
from qingyang.wording import Wording

translate = QCoreApplication.translate


class PageDesk(QWidget):
    """Lays the parts out; what they mean is `ui.pages.laying`'s."""

    template_chosen = Signal(str)
    scope_chosen = Signal(object)
    """Ids of the documents to print; empty for all."""
    again_asked = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._scopes: list[tuple[str, ...]] = []
        self.view = PageView()
        self.findings = FindingList(words)
        self.form = IssueForm()
        self.template = _box(translate("Pages", "Template"))
        self.scope = _box(translate("Pages", "Documents"))
        self.place = QLabel()
        self.note = QLabel(wordWrap=True)
        self.again = QPushButton(translate("Pages", "Make Pages Again"))
        self.again.clicked.connect(self.again_asked)
        self.template.activated.connect(lambda _: self.template_chosen.emit(self.template.currentData()))
        self.scope.activated.connect(
            lambda _: self.scope_chosen.emit(self._scopes[self.scope.currentIndex()])
        )
        self.view.page_changed.connect(lambda _page: self.show_place())
        self._empty = label(centred=True)
        self._empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line())
        column.addWidget(self._note_line())
        column.addWidget(self._parts(), 1)
        self.setFocusProxy(self.view)

    # -- building ------------------------------------------------------------------------------------------------

    def _line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        row.setSpacing(2 * GRID)
        for told, box in (
            (translate("Pages", "&Template"), self.template),
            (translate("Pages", "&Documents"), self.scope),
        ):
            name = QLabel(told)
            name.setBuddy(box)
            row.addWidget(name)
            row.addWidget(box)
        row.addStretch()
        row.addWidget(self.place)
        for fit, told in (
            (WIDTH, translate("Pages", "Width")),
            (PAGE, translate("Pages", "Whole Page")),
            (ACTUAL, translate("Pages", "100%")),
        ):
            button = QToolButton()
            button.setText(told)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, fit=fit: self.view.set_fit(fit))
            row.addWidget(button)
        return line

    def _note_line(self) -> QWidget:
        self._noted = QWidget()
        row = QHBoxLayout(self._noted)
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        row.addWidget(self.note, 1)
        row.addWidget(self.again)
        self._noted.hide()
        return self._noted

    def _parts(self) -> QWidget:
        pile = QWidget()
        self._pile = QStackedLayout(pile)
        self._pile.addWidget(self.findings)
        self._pile.addWidget(self._empty)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.addTab(pile, translate("Pages", "To Look At"))
        self.tabs.addTab(self.form, translate("Pages", "Issue"))
        parts = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        parts.setHandleWidth(1)
        parts.addWidget(self.view)
        parts.addWidget(self.tabs)
        parts.setStretchFactor(0, 1)
        self.tabs.setMinimumWidth(48 * GRID)
        parts.setSizes([200 * GRID, 68 * GRID])
        return parts

    # -- showing -------------------------------------------------------------------------------------------------

    def show_templates(self, names: Sequence[str], chosen: str) -> None:
        """List templates by what they are called, one of them chosen; one that is gone is listed all the same."""
        there = names if chosen in names else (*names, chosen)
        self.template.clear()
        for name in there:
            self.template.addItem(template_name(self._words, name), name)
        self.template.setCurrentIndex(self.template.findData(chosen))

    def show_scopes(self, rows: Sequence[tuple[str, tuple[str, ...]]], chosen: tuple[str, ...]) -> None:
        """List what may be printed."""
        self._scopes = [documents for _, documents in rows]
        self.scope.clear()
        self.scope.addItems([told for told, _ in rows])
        self.scope.setCurrentIndex(self._scopes.index(chosen))

    def show_told(self) -> None:
        """Show what is wrong with the pages there are."""
        paged = self.view.paged
        told = paged.told if paged is not None else ()
        self.findings.show_told(told)
        name = translate("Pages", "To Look At")
        self.tabs.setTabText(0, f"{name} {len(told)}" if told else name)
        self._empty.setText(
            translate("Pages", "Nothing to look at: every line and picture stands as it should.")
            if paged is not None
            else translate("Pages", "What is wrong with the pages is listed here.")
        )
        self._pile.setCurrentIndex(0 if told else 1)
        self.show_place()

    def show_place(self) -> None:
        """Say which page of how many is in sight."""
        paged = self.view.paged
        told = translate("Pages", "Page {number} of {count}")
        pages = len(paged.layout.pages) if paged is not None else 0
        self.place.setText(
            told.format(number=min(self.view.page, pages - 1) + 1, count=pages) if pages else ""
        )

    def say(self, sentence: str, *, again: bool = False) -> None:
        """Say above the pages what happened to them; empty for nothing."""
        self.note.setText(sentence)
        self.again.setVisible(again)
        self._noted.setVisible(bool(sentence))

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.view.set_theme(theme)
        quiet = f"color: {theme.muted}"
        for told in (self._empty, self.place):
            told.setStyleSheet(quiet)
        self._noted.setStyleSheet(f"background: {theme.tint}")
        self.findings.setStyleSheet(f"QListWidget::item {{ padding: {GRID + 2}px {2 * GRID}px; }}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box
