"""Finding a text in the document: hits follow the typing and every change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from qingyang.services.reviewing import Hit
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.findbar import FindBar
from qingyang.ui.session import Session


class Finding(QObject):
    """Joins find bar, session and view."""

    def __init__(self, session: Session, view: AlignedView, bar: FindBar) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._bar = bar
        self._hits: Sequence[Hit] = ()
        self._number = -1
        bar.changed.connect(lambda: self._look(jump=True))
        bar.next_asked.connect(self.next)
        bar.previous_asked.connect(self.previous)
        bar.closed.connect(self.close)
        session.shown.connect(lambda: self._look(jump=False))
        session.document_changed.connect(lambda: self._look(jump=False))

    def open(self) -> None:
        """Show the find bar with the selected text."""
        text, project = self._view.selected_text(), self._session.project
        names = (self._session.perform(project.names) if project is not None else None) or []
        self._bar.offer([name.name for name in names])
        self._bar.open("" if "\n" in text else text)
        self._look(jump=False)

    def close(self) -> None:
        """Hide the bar and the hits."""
        self._bar.hide()
        self._hits, self._number = (), -1
        self._show(-1)
        self._view.setFocus()

    def next(self) -> None:
        """Go to the next hit."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self._bar.isVisible():
            self.open()
            return
        if self._hits:
            self._number = (self._number + by) % len(self._hits)
            self._show(self._number)

    def _look(self, *, jump: bool) -> None:
        review = self._session.review
        if not self._bar.isVisible():
            return
        self._hits = review.find(self._bar.query.text()) if review is not None else ()
        row = max(0, self._view.current_row())
        # The first hit from here on; the first of all where none follows.
        self._number = next(
            (k for k, hit in enumerate(self._hits) if hit.row >= row), 0 if self._hits else -1
        )
        # The view scrolls to the current hit: only for who is searching, not for who is editing.
        self._show(self._number if jump else -1)

    def _show(self, current: int) -> None:
        self._view.set_hits(self._hits, current)
        self._bar.show_count(self._number, len(self._hits))
