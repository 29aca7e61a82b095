"""Laying out: an issue is made into pages as soon as one looks at them, and again after every change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from qingyang.errors import AppError
from qingyang.text.issue import Issue
from qingyang.ui import heavy
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.issue import issue_of
from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.pages.desk import PageDesk
from qingyang.ui.session import Session
from qingyang.wording import Wording

if TYPE_CHECKING:
    from qingyang.press import Raster
    from qingyang.services.paging import Paged, Paging, Told

translate = QCoreApplication.translate


class Laying(QObject):
    """Keeps the page desk true to the session while it is in front."""

    text_asked = Signal(str, int, int)
    """Go to the text: document, row, offset in the row; -1 for the row alone."""

    def __init__(
        self, session: Session, jobs: Jobs, view: AlignedView, desk: PageDesk, words: Wording
    ) -> None:
        super().__init__(desk)
        self._session = session
        self._jobs = jobs
        self._text = view
        self._desk = desk
        self._words = words
        self.in_front = False
        self._paging: Paging | None = None
        self._making: Job | None = None
        self._drawing: Job | None = None
        self._again = False
        """Something changed while pages were being made."""
        self._stopped = False
        """The work under way has brought nothing yet: if it ends so, somebody stopped it."""
        self._following = False
        self._by_hand = False
        """The current paragraph was chosen on the pages, not in the text."""
        session.desk_changed.connect(self._take_desk)
        session.documents_changed.connect(self._changed)
        session.document_changed.connect(self._changed)
        session.shown.connect(self._changed)
        session.settled.connect(self._changed)
        view.current_row_changed.connect(lambda _row: self._follow())
        desk.template_chosen.connect(lambda name: self._keep(self.issue()._replace(template=name)))
        desk.scope_chosen.connect(lambda ids: self._keep(self.issue()._replace(documents=ids)))
        desk.form.said.connect(self._keep)
        desk.again_asked.connect(self.make)
        desk.view.wanted.connect(self._draw)
        desk.view.chosen.connect(lambda article, paragraph: self._ask(article, paragraph, -1))
        desk.view.current_changed.connect(self._marked)
        desk.findings.shown.connect(self._show_told)
        desk.findings.chosen.connect(lambda told: self._ask(told.article, told.paragraph, told.offset))

    # -- the issue -----------------------------------------------------------------------------------------------

    def issue(self) -> Issue:
        """Return the issue that is laid out: the newest one of the desk, or one that begins today."""
        project = self._session.project
        if project is None:
            return Issue()
        return self._session.perform(lambda: issue_of(project)) or Issue()

    def _keep(self, issue: Issue) -> None:
        """Keep an issue in the desk file; its pages follow by themselves."""
        project = self._session.project
        kept = self._session.perform(lambda: project.issues.put(issue)) if project is not None else None
        if kept is not None:
            # Before anything else is said of it: the next change is one of this very issue.
            self._show_choices(kept)

    def _take_desk(self) -> None:
        project = self._session.project
        self._paging = heavy.paging(project) if project is not None else None
        self._desk.view.show_paged(None)
        self._desk.say("")
        self._changed()

    # -- coming and going ----------------------------------------------------------------------------------------

    def enter(self) -> None:
        """The page desk comes to the front."""
        self.in_front = True
        self._by_hand = False
        self._follow()
        self.make()

    def leave(self) -> None:
        """Another desk comes to the front; what is being typed is kept."""
        self._desk.form.commit()
        self.in_front = False

    def place(self) -> tuple[str, int] | None:
        """Return document and row of the paragraph chosen on the pages, None where the text's caret still leads."""
        paged, current = self._desk.view.paged, self._desk.view.current
        if paged is None or current is None or not self._by_hand:
            return None
        return paged.row_of(*current)

    def _changed(self) -> None:
        if self.in_front:
            self.make()

    # -- making pages --------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Make the pages anew, in the background; those there are stay in sight."""
        if self._making is not None:
            self._again = True
            self._making.cancel()
            return
        project, paging = self._session.project, self._paging
        if project is None or paging is None:
            return
        issue = self.issue()
        self._show_choices(issue)
        documents = self._session.perform(lambda: paging.documents(issue))
        if documents is None:
            return
        self._desk.say("")
        self._desk.view.say_empty(translate("Pages", "The pages are being made…"))
        self._desk.view.wait()
        if not project.reviewed(documents):
            self._run(
                Job(translate("Pages", "Opening texts"), heavy.open_reviews(project, documents)),
                self._finished,
            )
            self._again = True
            return
        gathered = self._session.perform(lambda: paging.gather(issue))
        if gathered is not None:
            work = heavy.make_pages(paging, gathered, issue)
            job = Job(translate("Pages", "Making pages"), work, brief=True)
            self._run(job, lambda paged: self._made(paging, paged))

    def _run(self, job: Job, done: Callable[[Any], None]) -> None:
        self._making = job
        job.done.connect(done)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)
        self._stopped = True
        self._jobs.run(job)

    def _finished(self, _result: object) -> None:
        self._stopped = False

    def _made(self, paging: Paging, paged: Paged) -> None:
        self._stopped = False
        if paging is not self._paging:
            # Another desk is on the table by now.
            return
        self._desk.view.show_paged(paged)
        self._desk.show_told()
        self._tell_overset(paged)
        if not self._by_hand:
            self._follow()

    def _tell_overset(self, paged: Paged) -> None:
        lines = sum(part.lines for part in paged.layout.overset)
        if lines:
            told = translate("Pages", "{lines} lines find no room on {count} pages.")
            self._desk.say(told.format(lines=lines, count=len(paged.layout.pages)))

    def _failed(self, error: Exception) -> None:
        self._stopped = False
        if not isinstance(error, AppError):
            self._session.fail(error)
            return
        if error.code == "nothing_to_print":
            self._desk.view.show_paged(None)
            self._desk.show_told()
            self._desk.view.say_empty(
                translate(
                    "Pages", "There is no text to print. Import texts with Ctrl+I, or choose other documents."
                )
            )
        else:
            self._desk.view.say_empty("")
            self._desk.say(self._words.explain(error), again=True)

    def _ended(self) -> None:
        self._making = None
        if self._again and self.in_front:
            self._again = False
            self.make()
        elif self._stopped:
            self._desk.view.say_empty("")
            self._desk.say(translate("Pages", "Stopped. These pages are not up to date."), again=True)
        self._again = False

    # -- drawing -------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Draw a page that is in sight, in the background; the next one when it is done."""
        view, paging = self._desk.view, self._paging
        wanted, paged = view.next_wanted(), view.paged
        if (
            self._drawing is not None
            or not self.in_front
            or wanted is None
            or paged is None
            or paging is None
        ):
            return
        number, scale = wanted

        def drawn(raster: Raster) -> None:
            if paging is self._paging and view.paged is not None and number < len(view.paged.layout.pages):
                view.show_drawn(number, paged.layout.pages[number], scale, raster)

        # Without a title: nobody wants to read of every page that comes into sight.
        job = Job("", lambda _report: paging.draw(paged, number, scale))
        job.done.connect(drawn)
        job.failed.connect(self._session.fail)
        job.ended.connect(self._drew)
        self._drawing = job
        self._jobs.run(job)

    def _drew(self) -> None:
        self._drawing = None
        self._draw()

    # -- places --------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Show the paragraph with the text's caret; one that is not printed by what stands before it."""
        paged, row = self._desk.view.paged, self._text.current_row()
        if not self.in_front or paged is None or row < 0:
            return
        place = paged.paragraph_of(self._session.document, row)
        if place is None:
            return
        article, paragraph = place
        self._following = True
        any(self._desk.view.go_to(article, each) for each in range(paragraph, -1, -1))
        self._following = False
        self._by_hand = False

    def _marked(self) -> None:
        self._by_hand = not self._following

    def _show_told(self, told: Told) -> None:
        if told.article >= 0 and not self._desk.view.go_to(told.article, told.paragraph, told.page):
            self._desk.view.go_to_page(told.page)

    def _ask(self, article: int, paragraph: int, offset: int) -> None:
        paged = self._desk.view.paged
        if paged is not None and article >= 0:
            self.text_asked.emit(*paged.row_of(article, paragraph), offset)

    # -- choices -------------------------------------------------------------------------------------------------

    def _show_choices(self, issue: Issue) -> None:
        project = self._session.project
        if project is None:
            return
        templates = self._session.perform(project.workbench.templates) or ()
        self._desk.show_templates(templates, issue.template)
        self._desk.show_scopes(self._scopes(issue.documents), issue.documents)
        self._desk.form.show_issue(issue)

    def _scopes(self, chosen: tuple[str, ...]) -> Sequence[tuple[str, tuple[str, ...]]]:
        rows: list[tuple[str, tuple[str, ...]]] = [(translate("Pages", "All documents"), ())]
        if self._session.document:
            rows.append((translate("Pages", "The document under review"), (self._session.document,)))
        if chosen not in [ids for _, ids in rows]:
            told = translate("Pages", "{count} documents chosen")
            rows.append((told.format(count=len(chosen)), chosen))
        return rows
