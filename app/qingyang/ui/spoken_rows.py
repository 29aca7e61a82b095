"""The rows in view as a screen reader finds them: one silent widget each, with the row's role, text and doubts.

The view draws its rows itself, so nothing stands there for a reader to go to; a `QAccessibleInterface` of our own is
no way out, for PySide6 keeps no hold of what such an interface returns. The widgets are made while somebody listens,
and are used again for other rows.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QLabel

from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.doubt_card import card
from qingyang.ui.session import Session
from qingyang.wording import Wording

_SOON = 30
"""Milliseconds until a reader is told: the text itself goes first."""


class SpokenRow(QLabel):
    """A row for a reader alone: to the eye and the mouse it is not there."""

    def __init__(self, view: AlignedView) -> None:
        super().__init__(view.viewport())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave what the view has drawn."""

    def tell(self, place: QRect, name: str, more: str) -> None:
        """Stand at a place and be called so; a reader hears only of what is new."""
        if place != self.geometry():
            self.setGeometry(place)
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if more != self.accessibleDescription():
            self.setAccessibleDescription(more)
        self.setVisible(True)


class SpokenRows(QObject):
    """Keeps them where the view's rows are."""

    def __init__(self, session: Session, view: AlignedView, words: Wording) -> None:
        super().__init__(view)
        self._session, self._view, self._words = session, view, words
        self._rows: list[SpokenRow] = []
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.tell)
        for changed in (view.arranged, session.shown, session.doubts_changed, session.document_changed):
            changed.connect(self._wish)

    def _wish(self) -> None:
        if QAccessible.isActive():
            self._soon.start()

    def tell(self) -> None:
        """Bring what a reader finds up to date."""
        rows = self._view.rows_in_view() if self._session.review is not None else {}
        if len(rows) > len(self._rows):
            self._rows += [SpokenRow(self._view) for _ in range(len(rows) - len(self._rows))]
            # Below the editor, and read from top to bottom.
            for spoken in reversed(self._rows):
                spoken.lower()
        for spoken, (row, place) in zip(self._rows, rows.items(), strict=False):
            spoken.tell(place, self._view.words_of(row), self._doubts(row))
        for spoken in self._rows[len(rows) :]:
            spoken.hide()

    def _doubts(self, row: int) -> str:
        """Return what is in doubt in a row, as the queue says it."""
        review, doubts = self._session.review, self._session.doubts
        if review is None:
            return ""
        passage, raw = review.passages[row], review.draft.source.text
        there = doubts.within(passage.start, passage.end)
        told = (card(each, raw, review.reading, self._words) for each in doubts[there.start : there.stop])
        return "\n".join(each.spoken for each in told)
