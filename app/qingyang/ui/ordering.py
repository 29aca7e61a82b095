"""What drags and keys in the article list do: documents, articles, blocks and figures come to stand elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from qingyang.services.arranging import Arranging
from qingyang.text.article import Anchor
from qingyang.text.figure import Placed
from qingyang.text.issue import Issue
from qingyang.ui import heavy
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.illustrating import Illustrating
from qingyang.ui.issue import issue_of
from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.outline import Outline
from qingyang.ui.outline_entry import Entry, Kind
from qingyang.ui.session import Session
from qingyang.ui.theme import GRID
from qingyang.ui.tree import issue_title

if TYPE_CHECKING:
    from qingyang.services.project import Project

translate = QCoreApplication.translate


class Ordering(QObject):
    """Puts in order what is selected in the list or dropped in it; each is one step that undo takes back."""

    said = Signal(str)

    def __init__(
        self, session: Session, jobs: Jobs, view: AlignedView, outline: Outline, illustrating: Illustrating
    ) -> None:
        super().__init__(view)
        self._session = session
        self._jobs = jobs
        self._view = view
        self._outline = outline
        self._illustrating = illustrating
        outline.entries.article_dropped.connect(self.move_article)
        outline.entries.block_dropped.connect(self.move_block)
        outline.entries.document_dropped.connect(self.move_document)
        outline.entries.named.connect(self.name)
        outline.issue_chosen.connect(self.take_issue)

    # -- by keys -------------------------------------------------------------------------------------------------

    def up(self) -> None:
        """Let what is selected in the list stand before what is above it."""
        self._step(-1)

    def down(self) -> None:
        """Let what is selected in the list stand behind what is below it."""
        self._step(1)

    def _step(self, by: int) -> None:
        index = self._outline.currentIndex()
        entry = self._outline.entries.entry(index)
        if entry is None:
            return
        if entry.kind is Kind.ARTICLE:
            self._step_article(index, entry, by)
        elif entry.kind is Kind.DOCUMENT:
            self._step_document(index, entry, by)
        elif entry.number >= 0:
            # A picture without a caption hangs on a row, a block leaps over one.
            down = 1 if entry.kind is Kind.FIGURE else 2
            self.move_row(entry, entry.row - 1 if by < 0 else entry.row + down)

    def _step_document(self, index: QModelIndex, entry: Entry, by: int) -> None:
        documents = self._outline.entries.documents(index)
        at = documents.index(entry.id) + by
        if 0 <= at < len(documents):
            others = [each for each in documents if each != entry.id]
            self.move_document(entry.id, others[at] if at < len(others) else "", self._in_issue(entry.id))

    def _step_article(self, index: QModelIndex, entry: Entry, by: int) -> None:
        """Let an article change places with its neighbour, or go over the edge of its page or document."""
        model, host = self._outline.entries, self._outline.entries.host_of(index)
        lines = model.section(host)
        at = next(k for k, (line, _page) in enumerate(lines) if _same(line, entry))
        if 0 <= at + by < len(lines):
            page = lines[at + by][1]
            crossing = page != lines[at][1]
            goal = at + 1 if crossing else at - 1 if by < 0 else at + 2
            self.move_article(entry, host, _article(lines, goal), page)
            return
        documents = model.documents(index)
        beyond = documents.index(host) + by
        if 0 <= beyond < len(documents):
            lines = model.section(documents[beyond])
            edge = lines[-1] if lines and by < 0 else lines[0] if lines else None
            goal = len(lines) if by < 0 else 0
            self.move_article(
                entry, documents[beyond], _article(lines, goal), edge[1] if edge is not None else None
            )

    # -- articles ------------------------------------------------------------------------------------------------

    def move_article(self, entry: Entry, host: str, before: tuple[str, int] | None, page: str | None) -> None:
        """Read an article in a document, before another one or at its end, on a page."""

        def move(project: Project) -> None:
            goal = self._anchored(entry)
            change = self._session.perform(
                lambda: project.planning.move((entry.document, entry.number), host, before, page)
            )
            if change is not None:
                self._show_moved(entry, goal)

        # A text that nobody has opened yet moves only among its own.
        self._with_texts([entry.document] if host == entry.document else [], move)

    def put_back(self) -> None:
        """Read the article that is selected in the list where its own text has it."""
        project, entry = self._session.project, self._outline.current_entry()
        if project is None or entry is None or entry.kind is not Kind.ARTICLE:
            return
        article = (entry.document, entry.number)
        if self._session.perform(lambda: project.planning.put_back(article)) is None:
            self.said.emit(translate("Ordering", "This article stands where its own text has it."))
        else:
            self._outline.mark(*article)

    def _anchored(self, entry: Entry) -> Anchor | None:
        review = self._session.review
        mine = review is not None and entry.document == self._session.document
        return self._session.arranging.anchor(entry.number) if mine and self._session.arranging else None

    def _show_moved(self, entry: Entry, anchor: Anchor | None) -> None:
        arranging = self._session.arranging
        number = arranging.with_anchor(anchor) if anchor is not None and arranging is not None else None
        if number is not None:
            self._view.go_to_row(self._session.article_rows(number).start)
        self._outline.mark(entry.document, entry.number if number is None else number)

    # -- blocks and figures --------------------------------------------------------------------------------------

    def move_block(self, entry: Entry, goal: Entry) -> None:
        """Read a block before another one, or at the end of an article; only a figure goes to another document."""
        if goal.document == entry.document:
            self.move_row(entry, goal.end if goal.kind is Kind.ARTICLE else goal.row)
            return
        found = self._figure(entry)
        if found is None:
            self.said.emit(
                translate(
                    "Articles", "Only articles and figures can stand in another document than their text."
                )
            )
            return

        def move(project: Project) -> None:
            review, host = self._session.review, project.review(goal.document)
            if review is None:
                return
            rows = Arranging(host).rows(goal.number)
            row = rows.stop if goal.kind is Kind.ARTICLE else goal.row
            self._session.perform(lambda: project.planning.move_figure(review, found, host, row))

        self._with_texts([goal.document], move)

    def _figure(self, entry: Entry) -> Placed | None:
        """Return the figure a line stands for: a picture of its own, or the caption with one."""
        figures = self._session.figures
        if entry.kind is Kind.FIGURE:
            return next((f for f in figures if f.figure.id == entry.id), None)
        return next((f for f in figures if f.row == entry.row and f.caption), None)

    def move_row(self, entry: Entry, before: int) -> None:
        """Read a block before another row; a picture without a caption comes to stand with that row."""
        review = self._session.review
        if review is None or not 0 <= before <= len(review):
            return
        if entry.kind is Kind.FIGURE:
            found = self._figure(entry)
            if found is not None:
                self._illustrating.move(found, before)
            return
        self._view.commit()
        if self._session.perform(lambda: Arranging(review).put(entry.row, before)) is not None:
            self._view.go_to_row(before if before < entry.row else before - 1)

    # -- the issue -----------------------------------------------------------------------------------------------

    def move_document(self, document: str, before: str, printed: bool) -> None:
        """Let a document stand before another one ("": at the end), in the issue or out of it."""
        project = self._session.project
        if project is None or document == before:
            return
        issue = issue_of(project)
        chosen = [each for each in project.chosen(issue) if each != document]
        if printed:
            chosen.insert(chosen.index(before) if before in chosen else len(chosen), document)
        if not chosen:
            self.said.emit(translate("Ordering", "An issue is made of one document at least."))
            return
        self._keep(project, issue._replace(documents=tuple(chosen)))

    def toggle_issue(self) -> None:
        """Take the document that is selected in the list, or the one under review, out of the issue or put it in."""
        entry = self._outline.current_entry()
        document = entry.document if entry is not None and entry.document else self._session.document
        if document:
            self.move_document(document, "", not self._in_issue(document))

    def choose_issue(self) -> None:
        """Offer every issue of the desk, the newest first and the one at hand ticked."""
        project = self._session.project
        if project is None:
            return
        at_hand = issue_of(project)
        menu = QMenu(self._outline)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for issue in project.issues.all() or [at_hand]:
            told = [issue_title(issue, translate("Outline", "Issue without a name")), issue.facts.date]
            row = menu.addAction("\u2003".join(filter(None, told)).replace("&", "&&"))
            row.setCheckable(True)
            row.setChecked(issue.id == at_hand.id)
            row.setEnabled(bool(issue.id))
            row.triggered.connect(partial(self.take_issue, issue.id))
            if row.isChecked():
                menu.setActiveAction(row)
        menu.popup(self._outline.viewport().mapToGlobal(QPoint(3 * GRID, 10 * GRID)))

    def take_issue(self, id: str, _checked: bool = False) -> None:
        """Have another issue at hand: its documents stand at the top of the list, its pages on the page desk."""
        project = self._session.project
        if project is None or id == project.issues.at_hand().id:
            return
        self._view.commit()
        self._session.perform(lambda: project.issues.take(id))
        self._session.documents_changed.emit()
        self._outline.setCurrentIndex(self._outline.entries.index(0, 0))
        told = translate("Ordering", "At hand: {issue}")
        self.said.emit(told.format(issue=self._outline.entries.index(0, 0).data()))

    def rename(self) -> None:
        """Have the name of the issue, document or page typed over that is selected in the list, or holds what is."""
        index = self._outline.currentIndex()
        while index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.parent()
        if index.isValid():
            self._outline.setCurrentIndex(index)
            self._outline.edit(index)

    def name(self, entry: Entry, articles: Sequence[tuple[str, int]], name: str) -> None:
        """Call the issue, a document, or a page and the articles on it, otherwise."""
        project = self._session.project
        if project is None:
            return
        if entry.kind is Kind.PAGE:
            self._with_texts(
                [document for document, _number in articles],
                lambda project: self._session.perform(lambda: project.planning.name_page(articles, name)),
            )
            return
        if entry.kind is Kind.DOCUMENT:
            self._session.perform(lambda: project.rename(entry.id, name))
            return
        issue = issue_of(project)
        self._keep(project, issue._replace(facts=replace(issue.facts, name=name)))

    def _in_issue(self, document: str) -> bool:
        project = self._session.project
        return project is not None and document in project.chosen(project.issues.at_hand())

    def _keep(self, project: Project, issue: Issue) -> None:
        self._session.perform(lambda: project.issues.put(issue))

    def _with_texts(self, documents: Sequence[str], act: Callable[[Project], object]) -> None:
        """Do something that takes these texts: one nobody has opened yet is opened in the background before."""
        project = self._session.project
        if project is None:
            return
        self._view.commit()
        if project.reviewed(documents):
            act(project)
            return
        job = Job(translate("Ordering", "Opening texts"), heavy.open_reviews(project, documents))
        job.done.connect(lambda _: act(project) if self._session.project is project else None)
        job.failed.connect(self._session.fail)
        self._jobs.run(job)


def _same(line: Entry, entry: Entry) -> bool:
    return (line.document, line.number) == (entry.document, entry.number)


def _article(lines: Sequence[tuple[Entry, str | None]], at: int) -> tuple[str, int] | None:
    return (lines[at][0].document, lines[at][0].number) if at < len(lines) else None
