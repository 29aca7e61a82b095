"""Keeps every pane telling the truth about the session: lists, counts, places, and what can be done just now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from qingyang.text.article import HOLD
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.commands import Commands
from qingyang.ui.doubts import DoubtList
from qingyang.ui.outline import Entry, Outline
from qingyang.ui.panels import Panel
from qingyang.ui.session import Session
from qingyang.ui.statusbar import StatusBar
from qingyang.wording import Wording

translate = QCoreApplication.translate
_COUNT_AFTER = 200
"""Milliseconds of quiet before a text is counted: a million characters at every key would be felt."""


@dataclass(frozen=True, slots=True)
class Panes:
    """The parts of the window that show something."""

    view: AlignedView
    outline: Outline
    articles: Panel
    doubts: DoubtList
    queue: Panel
    status: StatusBar
    commands: Commands


class Mirror(QObject):
    """Listens to the session and the view; changes nothing but what is shown."""

    def __init__(self, session: Session, panes: Panes, words: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._panes = panes
        self._words = words
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._counting.timeout.connect(self._count)
        session.documents_changed.connect(self._show_documents)
        session.document_changed.connect(self._show_document)
        session.shown.connect(self._show_change)
        session.doubts_changed.connect(self._show_doubts)
        session.doubt_changed.connect(self._show_doubt)
        panes.view.current_row_changed.connect(self._show_place)
        panes.view.selection_changed.connect(self._show_needs)

    def show_all(self) -> None:
        """Show everything anew."""
        self._show_documents()
        self._show_document()
        self._show_doubts()

    # -- documents and articles ----------------------------------------------------------------------------------

    def _show_documents(self) -> None:
        project = self._session.project
        rows = self._session.perform(project.documents) if project is not None else None
        self._panes.outline.entries.set_documents([Entry(row.title, -1, row.id) for row in rows or []])
        self._panes.articles.show_count(str(len(rows)) if rows else "", empty=not rows)
        self._session.perform(self._show_unopened)
        self._show_articles()
        self._show_needs()

    def _show_unopened(self) -> None:
        """List the articles of documents that nobody has opened yet, as they were left."""
        project = self._session.project
        for row in project.documents() if project is not None else []:
            if project is not None and row.id != self._session.document:
                entries = [Entry(a.title, -1, "", a.first) for a in project.article_list(row.id)]
                self._panes.outline.entries.set_articles(row.id, entries, -1)

    def _show_document(self) -> None:
        self._show_articles()
        self._count()
        self._show_place(self._panes.view.current_row())

    def _show_change(self) -> None:
        self._show_articles()
        self._show_place(self._panes.view.current_row())
        self._panes.status.show_saved(self._session.saved_at)
        self._counting.start()

    def _show_articles(self) -> None:
        session = self._session
        if session.review is not None:
            entries = [self._entry(number) for number in range(len(session.article_starts))]
            self._panes.outline.entries.set_articles(session.document, entries, len(session.doubts))

    def _entry(self, number: int) -> Entry:
        session = self._session
        assert session.review is not None
        rows = session.article_rows(number)
        held = all(HOLD in session.review.tags[row].marks for row in rows)
        return Entry(session.title(number), session.doubts_in(rows), "", rows.start, held)

    # -- counts and places ---------------------------------------------------------------------------------------

    def _count(self) -> None:
        review = self._session.review
        characters = review.characters() if review is not None else 0
        self._panes.status.show_counts(characters, len(self._session.doubts), document=review is not None)

    def _show_place(self, row: int) -> None:
        review = self._session.review
        self._panes.status.show_place(row, len(review) if review is not None else 0)
        if review is not None and 0 <= row < len(review):
            self._panes.outline.mark(self._session.document, self._session.article_of(row))
        self._show_needs()

    # -- doubts --------------------------------------------------------------------------------------------------

    def _show_doubts(self) -> None:
        session, panes = self._session, self._panes
        review, left = session.review, len(session.doubts)
        if review is not None:
            panes.doubts.show_doubts(session.doubts, review.draft.source.text, review.reading)
            panes.queue.say_empty(translate("Window", "Nothing left to check."))
        else:
            panes.doubts.show_doubts((), "", None)
            panes.queue.say_empty(translate("Window", "What wants a person is listed here."))
        panes.queue.show_count(str(left) if left else "", empty=not left)
        self._show_doubt()

    def _show_doubt(self) -> None:
        doubts, doubt = self._session.doubts, self._session.doubt
        self._panes.doubts.show_current(doubts.index(doubt) if doubt in doubts else -1)
        self._show_needs()

    # -- what can be done ----------------------------------------------------------------------------------------

    def _show_needs(self) -> None:
        session, commands = self._session, self._panes.commands
        review, row = session.review, self._panes.view.current_row()
        on_row = review is not None and 0 <= row < len(review)
        there = {
            "desk": session.project is not None,
            "document": review is not None,
            "row": on_row,
            "doubt": bool(session.doubts),
            "offer": session.doubt is not None and bool(session.doubt.offers),
            "undo": self._name("undo", translate("Action", "Undo")),
            "redo": self._name("redo", translate("Action", "Redo")),
        }
        commands.enable({name for name, is_there in there.items() if is_there})
        if review is not None and on_row:
            commands.check("hold", HOLD in review.tags[row].marks)
            commands.check("cut", review.tags[row].begins)

    def _name(self, id: str, plain: str) -> bool:
        """Name what undo or redo would take back; say whether there is something."""
        review = self._session.review
        change = None
        if review is not None:
            change = review.undoable() if id == "undo" else review.redoable()
        what = self._words.term(f"change.{change.kind}") if change is not None else ""
        self._panes.commands.rename(id, f"{plain} {what}".strip())
        return change is not None
