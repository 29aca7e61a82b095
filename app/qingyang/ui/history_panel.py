"""The history of the caret's paragraph: who did what and when, which rules changed it; each can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from qingyang.services.history import Deed, history_of, take_back, transfers_of
from qingyang.services.reviewing import Reviewing
from qingyang.text.change import Change
from qingyang.text.edit import Edit, Tag
from qingyang.text.newsroom import NEWSROOM
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.doubt_card import kind_name, visible
from qingyang.ui.panels import Panel
from qingyang.ui.quiet import Quiet
from qingyang.ui.session import Session
from qingyang.ui.theme import GRID
from qingyang.wording import Wording

translate = QCoreApplication.translate
_LONGEST = 12
"""Characters shown of what was changed."""


class HistoryPanel(QWidget):
    """A list of deeds and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(translate("History", "History of this paragraph"))
        self.list.setWordWrap(True)
        self.list.setSpacing(GRID // 2)
        self.back = QPushButton(translate("History", "Take Back (Delete)"))
        self.hint = QLabel(translate("History", "What is taken back can itself be undone."))
        self.hint.setWordWrap(True)
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 0, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.list, 1)
        column.addWidget(self.back)
        column.addWidget(self.hint)

    def show_deeds(self, told: Sequence[str]) -> None:
        """Show what was done, one line each."""
        self.list.clear()
        self.list.addItems(list(told))
        self.list.setCurrentRow(0)
        self.back.setEnabled(bool(told))


class History(QObject):
    """Keeps the panel at the caret's paragraph while it is in sight."""

    said = Signal(str)

    def __init__(
        self, session: Session, view: AlignedView, panel: Panel, shown: HistoryPanel, words: Wording
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._panel, self._shown = session, view, panel, shown
        self._words = words
        self._row = -1
        self._deeds: Sequence[Deed] = ()
        self._later = Quiet(session, self.show, self)
        session.shown.connect(self._later.wish)
        session.settled.connect(self._later.wish)
        session.document_changed.connect(self.show)
        view.current_row_changed.connect(self._later.wish)
        panel.visibilityChanged.connect(self.show)
        shown.back.clicked.connect(self.take_back)

    def show(self) -> None:
        """Show the history of the caret's paragraph; nothing is worked out while nobody looks."""
        if not self._panel.in_sight:
            return
        review, self._row = self._session.review, self._view.current_row()
        there = review is not None and 0 <= self._row < len(review)
        self._deeds = self._done(review) if review is not None and there else ()
        self._shown.show_deeds([self._told(deed) for deed in self._deeds])
        self._panel.show_count(str(len(self._deeds)) if self._deeds else "", empty=not self._deeds)

    def _done(self, review: Reviewing) -> list[Deed]:
        project = self._session.project
        moved = transfers_of(project.ledger, review, self._row) if project is not None else []
        return [*moved, *history_of(review, self._row)]

    def take_back(self) -> None:
        """Take back what was done by the current line, in this paragraph alone; what nobody sees is shown first."""
        review, number, row = self._session.review, self._shown.list.currentRow(), self._row
        if not self._panel.in_sight or row != self._view.current_row():
            self._panel.show()
            self._panel.raise_()
            self.show()
            return
        if review is None or not 0 <= number < len(self._deeds):
            return
        deed = self._deeds[number]
        self._view.commit()
        if row >= len(review):
            return
        if self._session.perform(lambda: self._take_back(review, row, deed)) is None:
            self.said.emit(translate("History", "It has been changed again since: nothing was taken back."))

    def _take_back(self, review: Reviewing, row: int, deed: Deed) -> Change | None:
        project = self._session.project
        if project is None or deed.change is None or deed.change.document != NEWSROOM:
            return take_back(review, row, deed)
        return project.planning.put_back((review.document, self._session.article_of(row)))

    # -- in words ------------------------------------------------------------------------------------------------

    def _told(self, deed: Deed) -> str:
        if deed.change is None:
            told = translate("History", "Rule {rule}: {count} times, at least {chance}% sure")
            name = kind_name(deed.rule, self._words)
            return told.format(rule=name, count=len(deed.keys), chance=int(100 * deed.p))
        change = deed.change
        kind = self._words.term(f"change.{change.kind}")
        head = f"{kind} · {who_and_when(change)}"
        return "\n".join(part for part in (head, self._what(change)) if part)

    def _what(self, change: Change) -> str:
        """Return what a change did, in its own signs."""
        review = self._session.review
        raw = review.draft.source.text if review is not None else ""
        tags = [r for r in change.added if isinstance(r, Tag)]
        if tags:
            return self._words.term(f"role.{tags[0].role}")
        edits = [r for r in change.added if isinstance(r, Edit)]
        shown = [f"{_short(raw[e.start : e.end])}→{_short(e.new) or '∅'}" for e in edits[:2]]
        return "　".join(shown) + ("…" if len(edits) > 2 else "")


def _short(text: str) -> str:
    return visible(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")


def local_time(time: str) -> str:
    """Return a time (UTC, ISO 8601) as this machine's clock shows it."""
    moment = QDateTime.fromString(time, Qt.DateFormat.ISODateWithMs)
    return moment.toLocalTime().toString("MM-dd HH:mm") if moment.isValid() else time


def who_and_when(change: Change | None) -> str:
    """Return by whom a change was made and when, empty for none."""
    told = (change.person, local_time(change.time)) if change is not None else ()
    return " · ".join(each for each in told if each)
