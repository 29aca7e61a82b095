"""One decision, all alike: gathers what is like a doubt or an edit, to be looked through and settled in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from qingyang.services.likewise import Line
from qingyang.services.reviewed import Hit
from qingyang.services.reviewing import Reviewing
from qingyang.text.change import Change
from qingyang.text.edit import Edit
from qingyang.text.row import Doubt
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.concordance import Concordance
from qingyang.ui.doubt_card import kind_name
from qingyang.ui.doubts import DoubtList
from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.panels import Panel
from qingyang.ui.session import Session
from qingyang.wording import Wording

if TYPE_CHECKING:
    from qingyang.services.project import Project

translate = QCoreApplication.translate


class Deed(NamedTuple):
    """What may be done with hits."""

    name: str
    act: Callable[[Sequence[Line]], Sequence[Change]]
    told: str
    """What is said once it is done; ``{count}`` of how many."""


class Sought(NamedTuple):
    """What a concordance shows."""

    title: str
    find: Callable[[Sequence[str]], list[Line]]
    """Of these documents, or of all."""
    deeds: Sequence[Deed]
    """What Enter does, and what Delete does."""


class Alike(QObject):
    """Joins the concordance to session and view."""

    said = Signal(str)
    place_asked = Signal(str, int)
    """Show a document at one of its repaired offsets."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        view: AlignedView,
        panel: Panel,
        shown: Concordance,
        words: Wording,
    ) -> None:
        super().__init__(view)
        self._session, self._jobs, self._view = session, jobs, view
        self._panel, self._shown, self._words = panel, shown, words
        self._sought: Sought | None = None
        self._everywhere = False
        self._from: QWidget | None = None
        """Where the keys were before the concordance opened."""
        shown.scope_changed.connect(self._look_in)
        shown.go_asked.connect(self._go_to)
        shown.first.clicked.connect(self.settle)
        shown.second.clicked.connect(self.refuse)
        session.shown.connect(lambda: self._refresh(quiet=True))
        session.document_changed.connect(lambda: self._refresh(quiet=True))
        session.desk_changed.connect(self.close)

    # -- what is alike -------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show what is like the current doubt, or like the edit at the caret."""
        self._view.commit()
        project, review, doubt = self._session.project, self._session.review, self._session.doubt
        if project is None or review is None:
            return
        if doubt is not None:
            self.open(self._like_doubt(project, review, doubt))
            return
        edit = self._edit_here(review)
        if edit is None:
            self.said.emit(translate("Alike", "Put the caret on a change, or choose a doubt."))
        else:
            self.open(self._like_edit(project, review, edit))

    def _edit_here(self, review: Reviewing) -> Edit | None:
        """Return the edit at the caret, or the only kind of edit in the current row: its first one."""
        at, span = self._view.caret_offset(), self._view.selection()
        if span is not None:
            low, high = span
        elif at is not None:
            low, high = max(0, at - 1), at + 1
        else:
            row = self._view.current_row()
            low, high = review.passages[row] if 0 <= row < len(review) else (0, 0)
        there = [piece.edit for piece in review.reading.pieces(low, high) if piece.edit is not None]
        return there[0] if there else None

    def _like_doubt(self, project: Project, review: Reviewing, doubt: Doubt) -> Sought:
        def find(documents: Sequence[str]) -> list[Line]:
            for document in () if documents else [row.id for row in project.documents()]:
                if not project.review(document).inspected:
                    project.inspect(document)
            return project.everywhere.alike(review, doubt, documents)

        accept = Deed(
            translate("Alike", "Accept All (Enter)"),
            lambda lines: project.everywhere.settle(lines, True),
            translate("Alike", "{count} alike accepted"),
        )
        keep = Deed(
            translate("Alike", "Keep All (Delete)"),
            lambda lines: project.everywhere.settle(lines, False),
            translate("Alike", "{count} alike kept"),
        )
        return Sought(self._title(doubt.subject.rule), find, (accept, keep))

    def _like_edit(self, project: Project, review: Reviewing, edit: Edit) -> Sought:
        def find(documents: Sequence[str]) -> list[Line]:
            return project.everywhere.like_edit(review, edit, documents)

        if edit.id:
            again = Deed(
                translate("Alike", "Change All (Enter)"),
                project.everywhere.replace,
                translate("Alike", "{count} alike changed"),
            )
            return Sought(translate("Alike", "As changed by hand"), find, (again,))
        back = Deed(
            translate("Alike", "Restore Raw Text (Enter)"),
            lambda lines: project.everywhere.settle(lines, False),
            translate("Alike", "{count} alike restored"),
        )
        return Sought(self._title(edit.rule), find, (back,))

    def _title(self, rule: str) -> str:
        return translate("Alike", "All alike: {kind}").format(kind=kind_name(rule, self._words))

    # -- the concordance -----------------------------------------------------------------------------------------

    def open(self, sought: Sought, *, everywhere: bool = False) -> None:
        """Show hits to be settled."""
        self._sought, self._everywhere = sought, everywhere
        if not self._focused():
            self._from = QApplication.focusWidget()
        self._shown.hits.show(())
        self._shown.scope.setCurrentIndex(int(everywhere))
        names = [deed.name for deed in sought.deeds]
        self._shown.show_deeds(names[0], names[1] if len(names) > 1 else "")
        self._panel.show()
        self._panel.raise_()
        self._refresh()

    def _look_in(self, everywhere: bool) -> None:
        self._everywhere = everywhere
        self._refresh()

    def _refresh(self, *, quiet: bool = False) -> None:
        """Gather the hits anew; other documents may have to be opened for it, so all of them are a job."""
        sought, document = self._sought, self._session.document
        if sought is None or not document:
            return
        if not self._everywhere:
            lines = self._session.perform(lambda: sought.find([document]))
            self._found(sought, lines or [], focus=not quiet)
            return
        job = Job(translate("Alike", "Looking through all documents"), lambda _report: sought.find(()))
        job.done.connect(lambda lines: self._found(sought, lines, focus=not quiet))
        job.failed.connect(self._session.fail)
        self._jobs.run(job)

    def _found(self, sought: Sought, lines: Sequence[Line], *, focus: bool) -> None:
        if sought is not self._sought:
            return
        project = self._session.project
        rows = project.documents() if project is not None and self._everywhere else []
        self._shown.show_hits(sought.title, lines, {row.id: row.title for row in rows})
        self._panel.show_count(str(len(lines)), empty=False)
        self._mark()
        if focus:
            self._shown.list.setFocus()

    def _mark(self) -> None:
        here = [line for line in self._shown.hits.lines if line.document == self._session.document]
        self._view.set_hits([Hit(line.start, line.end, line.row) for line in here], -1)

    def toggle(self) -> None:
        """Take the current hit out, or put it back."""
        self._shown.toggle()

    def settle(self) -> None:
        """Do to all hits left what Enter does."""
        self._do(0)

    def refuse(self) -> None:
        """Do to all hits left what Delete does."""
        self._do(1)

    def _do(self, number: int) -> None:
        sought = self._sought
        lines = self._shown.hits.chosen()
        if sought is None or number >= len(sought.deeds) or not lines:
            return
        deed = sought.deeds[number]
        self._view.commit()
        self._sought = None
        if self._session.perform(lambda: deed.act(lines)) is None:
            self._sought = sought
            return
        self.said.emit(deed.told.format(count=len(lines)))
        self.close()

    def go(self) -> None:
        """Show the place of the current hit."""
        self._go_to(self._shown.row())

    def _go_to(self, row: int) -> None:
        if 0 <= row < len(self._shown.hits.lines):
            line = self._shown.hits.lines[row]
            self.place_asked.emit(line.document, line.start)

    def _focused(self) -> bool:
        home = QApplication.focusWidget()
        return home is not None and self._shown.isAncestorOf(home)

    def close(self) -> None:
        """Hide the concordance and go back to the text, or to the queue where that has more to ask."""
        had_focus = self._focused()
        self._sought = None
        self._shown.hits.show(())
        self._panel.hide()
        self._view.set_hits((), -1)
        if had_focus:
            home = self._from if isinstance(self._from, DoubtList) and self._from.isVisible() else self._view
            home.setFocus(Qt.FocusReason.ShortcutFocusReason)
