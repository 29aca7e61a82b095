"""Which desk is in front: the text under review, or the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QStackedWidget, QWidget

from qingyang.ui.action import Action
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.files import Files
from qingyang.ui.pages.desk import PageDesk
from qingyang.ui.pages.geometry import ACTUAL, PAGE, WIDTH
from qingyang.ui.pages.laying import Laying
from qingyang.ui.session import Session
from qingyang.ui.viewing import Viewing

_ON_PAGES_TOO = {
    "files",
    "exporting",
    "converting",
    "viewing",
    "desks",
    "ordering",
    "vocabulary",
    "inspection",
    "shortcuts",
}
"""Controllers whose deeds need no text in sight."""
_STAYS = {"undo", "redo", "focus_articles", "names", "role_names"}
_LISTS = {"articles"}
"""Docks that are of use beside pages."""


@dataclass(frozen=True, slots=True)
class Middle:
    """What takes turns in the middle of the window."""

    pile: QStackedWidget
    welcome: QWidget
    text: QWidget
    pages: PageDesk


class Desks(QObject):
    """Brings one desk to the front and keeps the place in sight."""

    changed = Signal()

    def __init__(
        self,
        session: Session,
        middle: Middle,
        docks: Mapping[str, QDockWidget],
        view: AlignedView,
        files: Files,
        laying: Laying,
        viewing: Viewing,
    ) -> None:
        super().__init__(middle.pile)
        self._session = session
        self._middle = middle
        self._docks = docks
        self._view = view
        self._files = files
        self._laying = laying
        self._viewing = viewing
        self._hidden: list[QDockWidget] = []
        """Docks that were put away for the pages."""
        laying.text_asked.connect(self._go_to_text)

    @property
    def on_pages(self) -> bool:
        """Say whether the pages are in front."""
        return self._laying.in_front

    # -- which is in front ---------------------------------------------------------------------------------------

    def review(self) -> None:
        """Show the text, at the paragraph that was current on the pages."""
        place = self._laying.place() if self.on_pages else None
        self.back()
        if place is not None:
            self._show_text(*place, -1)

    def back(self) -> None:
        """Show the text where it was left."""
        if self.on_pages:
            self._laying.leave()
            for dock in self._hidden:
                dock.show()
            self._hidden = []
        self.arrange()
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def pages(self) -> None:
        """Show the pages, at the paragraph with the caret."""
        self._view.commit()
        if not self.on_pages and self._session.review is not None:
            self._hidden = [
                dock for name, dock in self._docks.items() if name not in _LISTS and not dock.isHidden()
            ]
            for dock in self._hidden:
                dock.hide()
            self._laying.enter()
        self.arrange()
        self._middle.pages.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def arrange(self) -> None:
        """Put what belongs there into the middle."""
        there = self._session.review is not None
        desk = self._middle.pages if self.on_pages else self._middle.text
        self._middle.pile.setCurrentWidget(desk if there else self._middle.welcome)
        self.changed.emit()

    def bring(self, action: Action) -> None:
        """Show the text before an action that works on it: nothing is changed behind the pages."""
        if not self.on_pages or action.id in _STAYS:
            return
        controller = action.handler.partition(".")[0]
        if controller not in _ON_PAGES_TOO or action.id.startswith("focus_") or action.needs == "row":
            self.review()

    # -- the way back --------------------------------------------------------------------------------------------

    def _go_to_text(self, document: str, row: int, offset: int) -> None:
        self.back()
        self._show_text(document, row, offset)

    def _show_text(self, document: str, row: int, offset: int) -> None:
        def show() -> None:
            review = self._session.review
            if review is None or not len(review):
                return
            self._view.commit()
            self._view.go_to_row(min(row, len(review) - 1))
            if offset >= 0:
                self._view.edit_row(min(row, len(review) - 1), offset)

        self._files.open_document(document, show)

    # -- size ----------------------------------------------------------------------------------------------------

    def zoom_in(self) -> None:
        """Show what is in front larger."""
        self._middle.pages.view.zoom(1) if self.on_pages else self._viewing.zoom_in()

    def zoom_out(self) -> None:
        """Show what is in front smaller."""
        self._middle.pages.view.zoom(-1) if self.on_pages else self._viewing.zoom_out()

    def zoom_reset(self) -> None:
        """Show what is in front at its actual size."""
        self._middle.pages.view.set_fit(ACTUAL) if self.on_pages else self._viewing.zoom_reset()

    def fit_width(self) -> None:
        """Show pages as wide as there is room."""
        self._middle.pages.view.set_fit(WIDTH)

    def fit_page(self) -> None:
        """Show whole pages."""
        self._middle.pages.view.set_fit(PAGE)
