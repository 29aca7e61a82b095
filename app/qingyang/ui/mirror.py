"""Keeps every pane telling the truth about the session: lists, counts, places, and what can be done just now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from qingyang.services.figuring import Figuring
from qingyang.text.article import HOLD
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.commands import Commands
from qingyang.ui.docks import Docks
from qingyang.ui.doubts import DoubtList
from qingyang.ui.outline import Outline
from qingyang.ui.outline_entry import Kind
from qingyang.ui.quiet import Quiet
from qingyang.ui.session import Session
from qingyang.ui.statusbar import StatusBar
from qingyang.ui.tree import Tree, counts, groups
from qingyang.ui.vocabulary import Vocabulary
from qingyang.wording import Wording

translate = QCoreApplication.translate
_COUNT_AFTER = 200
"""Milliseconds of quiet before a text is counted: a million characters at every key would be felt."""


@dataclass(frozen=True, slots=True)
class Panes:
    """The parts of the window that show something."""

    view: AlignedView
    docks: Docks
    status: StatusBar
    commands: Commands
    vocabulary: Vocabulary

    @property
    def outline(self) -> Outline:
        """Return the tree of articles."""
        return self.docks.outline

    @property
    def doubts(self) -> DoubtList:
        """Return the list of doubts."""
        return self.docks.doubts


class Mirror(QObject):
    """Listens to the session and the view; changes nothing but what is shown."""

    def __init__(self, session: Session, panes: Panes, words: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._panes = panes
        self._words = words
        self._mine: set[str] = set()
        """Documents in which the one under review has a part, as they are listed."""
        self._listed: set[str] = set()
        """Documents whose articles are listed."""
        self._left: dict[str, list[int]] = {}
        """Document -> the doubts left in each of its articles when it was last under review."""
        self._listing = Quiet(session, self._show_articles, self)
        self._marking = Quiet(session, self._mark, self)
        self._viewing = Quiet(session, self._show_view, self)
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._counting.timeout.connect(self._count)
        session.documents_changed.connect(self._show_documents)
        session.document_changed.connect(self._show_document)
        session.shown.connect(self._show_change)
        session.settled.connect(self._show_settled)
        session.doubts_changed.connect(self._show_doubts)
        session.doubt_changed.connect(self._show_doubt)
        panes.view.current_row_changed.connect(self._show_place)
        panes.view.selection_changed.connect(self._show_needs)
        panes.view.typed.connect(self._show_needs)
        panes.view.editing_changed.connect(self._show_needs)
        panes.docks.filtered.filter_changed.connect(self._filter)
        panes.vocabulary.changed.connect(self._show_names)

    def show_all(self) -> None:
        """Show everything anew."""
        self._show_documents()
        self._show_document()
        self._show_doubts()

    # -- documents and articles ----------------------------------------------------------------------------------

    def _show_documents(self) -> None:
        project = self._session.project
        shown = self._session.perform(lambda: groups(project)) if project is not None else None
        self._panes.outline.entries.set_documents(shown or [])
        count = sum(len(group.below) for group in shown or () if group.entry.kind is not Kind.OTHERS)
        self._panes.docks.panels["articles"].show_count(str(count) if count else "", empty=not count)
        self._listed = set()
        self._show_articles()
        self._show_needs()

    def _show_document(self) -> None:
        self._listing.wish()
        self._count()
        self._show_place(self._panes.view.current_row())

    def _show_change(self) -> None:
        self._listing.wish()
        self._show_place(self._panes.view.current_row())
        self._panes.status.show_saved(self._session.saved_at)
        self._counting.start()

    def _show_settled(self) -> None:
        self._show_documents()
        self._show_place(self._panes.view.current_row())
        self._panes.status.show_saved(self._session.saved_at)

    def _show_articles(self) -> None:
        """Show what is read in every document that the one under review has a part in, and in those not listed yet."""
        session, filtered = self._session, self._panes.docks.filtered
        names = self._panes.vocabulary.role_names
        filtered.show_roles(counts(session), names)
        project = session.project
        plan = session.perform(project.planning.plan) if project is not None else None
        if project is None or plan is None:
            return
        tree = Tree(session, project, plan, names, filtered.role, self._left)
        mine = {host for host, slots in plan.items() if any(s.document == session.document for s in slots)}
        mine.add(session.document)
        for host in plan:
            if host in mine | self._mine or host not in self._listed:
                section = session.perform(partial(tree.section, host))
                if section is not None:
                    self._panes.outline.entries.set_articles(host, *section)
        self._mine, self._listed = mine, set(plan)

    def _filter(self) -> None:
        outline, role = self._panes.outline, self._panes.docks.filtered.role
        if role:
            outline.remember_open()
        self._show_articles()
        if role:
            outline.expandAll()
        else:
            outline.open_as_before()

    def _show_names(self) -> None:
        """Call roles otherwise wherever they show."""
        for role, name in self._panes.vocabulary.role_names.items():
            if f"role.{role}" in self._panes.commands.made:
                self._panes.commands.rename(f"role.{role}", name)
        self._show_articles()
        self._show_doubts()

    # -- counts and places ---------------------------------------------------------------------------------------

    def _count(self) -> None:
        review = self._session.review
        characters = review.characters() if review is not None else 0
        session = self._session
        self._panes.status.show_counts(
            characters, len(session.doubts), session.likely_wrong, document=review is not None
        )

    def _show_place(self, row: int) -> None:
        review = self._session.review
        self._panes.status.show_place(row, len(review) if review is not None else 0)
        self._marking.wish()
        self._show_needs()

    def _mark(self) -> None:
        review, row = self._session.review, self._panes.view.current_row()
        if review is not None and 0 <= row < len(review):
            self._panes.outline.mark(self._session.document, self._session.article_of(row), row)

    # -- doubts --------------------------------------------------------------------------------------------------

    def _show_doubts(self) -> None:
        session, panes = self._session, self._panes
        review, left, queue = session.review, len(session.doubts), panes.docks.panels["doubts"]
        if review is not None:
            self._viewing.wish()
            panes.doubts.show_doubts(session.queue, review.draft.source.text, review.reading)
            queue.say_empty(translate("Window", "Nothing left to check."))
        else:
            panes.doubts.show_doubts((), "", None)
            queue.say_empty(translate("Window", "What wants a person is listed here."))
        queue.show_count(str(left) if left else "", empty=not left)
        self._show_doubt()

    def _show_view(self) -> None:
        self._panes.docks.queue.show_view(self._session.queue_view, self._session.doubts.kinds)

    def _show_doubt(self) -> None:
        self._panes.doubts.show_current(self._session.number(self._session.doubt))
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
            "picture": review is not None and on_row and Figuring(review).pictured(row),
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
        kind = self._kind(id)
        what = self._words.term(f"change.{kind}") if kind else ""
        self._panes.commands.rename(id, f"{plain} {what}".strip())
        return bool(kind)

    def _kind(self, id: str) -> str:
        """Return the kind of what undo or redo would take back; empty for none."""
        project, document = self._session.project, self._session.document
        if project is None:
            return ""
        if id == "undo" and self._panes.view.is_unsettled():
            # It is a change as soon as somebody asks for it to be undone.
            return "edit"
        everywhere = project.everywhere
        change = everywhere.undoable(document) if id == "undo" else everywhere.redoable(document)
        return change.kind if change is not None else ""
