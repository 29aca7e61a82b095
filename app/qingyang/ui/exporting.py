"""What goes out: PDF, DOCX, and the clean article on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from qingyang.errors import AppError
from qingyang.text.issue import Issue
from qingyang.ui import heavy
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.export_dialog import ExportPdf, PdfWish
from qingyang.ui.issue import REMEMBERED, issue_of
from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.preflight_dialog import PreflightDialog
from qingyang.ui.profile_choice import Profiles
from qingyang.ui.session import Session
from qingyang.ui.template_names import template_name
from qingyang.wording import Wording

if TYPE_CHECKING:
    from qingyang.press.preflight import Finding
    from qingyang.press.rendering import Sheet
    from qingyang.services.project import Project
    from qingyang.ui.heavy import Exported

translate = QCoreApplication.translate


class Exporting(QObject):
    """Asks where to, and lets the services write."""

    said = Signal(str)
    written = Signal(object, object)
    """A file has been written: its path, and messages of what an editor should know."""

    def __init__(self, session: Session, jobs: Jobs, view: AlignedView, words: Wording) -> None:
        super().__init__(view)
        self._session = session
        self._jobs = jobs
        self._view = view
        self._words = words
        self.on_pages: Callable[[], bool] = lambda: False
        """Says whether the pages of the issue are in front."""

    # -- PDF -----------------------------------------------------------------------------------------------------

    def pdf(self) -> None:
        """Ask what the PDF is to be, beginning with the issue and with what was wanted last."""
        self._view.commit()
        project = self._session.project
        if project is None:
            return
        kept = self._session.perform(lambda: project.setting(REMEMBERED, {})) or {}
        known = {field.name for field in fields(PdfWish)}
        kept = {name: value for name, value in kept.items() if name in known}
        issue = self._session.perform(lambda: issue_of(project)) or Issue()
        said = {"name": issue.facts.name, "number": issue.facts.number, "date": issue.facts.date}
        first = {"path": str(project.path.with_suffix(".pdf")), **kept, **said, "template": issue.template}
        wish = PdfWish(**({**first, "whole_issue": True} if self.on_pages() else first))
        names = self._session.perform(project.workbench.templates) or (wish.template,)
        templates = [(template_name(self._words, name), name) for name in names]
        own = self._session.perform(lambda: heavy.kept_profile(project)) or ""
        profiles = Profiles(own, lambda path: self._keep_profile(project, path))
        ExportPdf(self._view.window(), wish, templates, self.write_pdf, profiles).open()

    def _keep_profile(self, project: Project, path: Path) -> tuple[str, str]:
        """Keep a print house's profile; return what it calls itself, or what is wrong with it."""
        try:
            return heavy.keep_profile(project, path), ""
        except AppError as error:
            return "", self._words.explain(error)

    def write_pdf(self, wish: PdfWish) -> None:
        """Compose and write the PDF in the background; remember what was wanted, and keep the issue."""
        project = self._session.project
        if project is None or not wish.path:
            return
        self._session.perform(lambda: project.set_setting(REMEMBERED, wish.remembered()))
        issue = self._session.perform(lambda: self._put(project, wish))
        if issue is None:
            return
        documents = project.chosen(issue) if wish.whole_issue else (self._session.document,)
        title = translate("Exporting", "Composing {name}").format(name=Path(wish.path).name)
        job = Job(title, lambda report: heavy.export_pdf(project, wish, issue, documents, report))
        job.done.connect(self._wrote)
        job.failed.connect(self._session.fail)
        self._jobs.run(job)

    def _wrote(self, done: Exported) -> None:
        self.written.emit(done.path, done.told)
        if done.findings:
            self.show_findings(done.path, done.findings)

    # -- preflight of any PDF ------------------------------------------------------------------------------------

    def preflight(self) -> None:
        """Ask for a PDF, ours or not, and look it over as a print house would."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._view.window(),
            translate("Exporting", "Preflight PDF"),
            "",
            translate("ExportPdf", "PDF (*.pdf)"),
        )
        if chosen:
            self.look_over(Path(chosen))

    def look_over(self, path: Path) -> None:
        """Look a PDF over in the background and show what is found."""
        title = translate("Exporting", "Looking over {name}").format(name=path.name)
        job = Job(title, lambda _report: heavy.preflight(path))
        job.done.connect(lambda found: self.show_findings(path, found))
        job.failed.connect(self._session.fail)
        self._jobs.run(job)

    def show_findings(self, path: Path, findings: Sequence[Finding]) -> None:
        """List what is wrong with a PDF, each finding with its page."""
        PreflightDialog(self._view.window(), path, findings, self._words, self._draw).show()

    def _draw(self, path: Path, page: int, room: tuple[float, float], take: Callable[[Sheet], None]) -> None:
        job = Job("", lambda _report: heavy.sheet(path, page, room), brief=True)
        job.done.connect(take)
        job.failed.connect(self._session.fail)
        self._jobs.run(job)

    def _put(self, project: Project, wish: PdfWish) -> Issue:
        """Keep what a wish says of the issue."""
        issue = issue_of(project)
        facts = replace(issue.facts, name=wish.name, number=wish.number, date=wish.date)
        return project.issues.put(issue._replace(facts=facts, template=wish.template))

    def open_file(self, path: Path) -> None:
        """Open a written file with the system's program for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def open_folder(self, path: Path) -> None:
        """Show the folder of a written file."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    # -- one article ---------------------------------------------------------------------------------------------

    def docx(self) -> None:
        """Ask for a name and save the article with the caret for Word and WPS."""
        self._view.commit()
        project, document, article = self._session.project, self._session.document, self._article()
        if project is None or self._session.review is None:
            return
        start = str(project.path.parent / f"{self._title(article)}.docx")
        chosen, _ = QFileDialog.getSaveFileName(
            self._view.window(),
            translate("Exporting", "Save Article"),
            start,
            translate("Exporting", "Word (*.docx)"),
        )
        if not chosen:
            return
        path = Path(chosen) if chosen.lower().endswith(".docx") else Path(f"{chosen}.docx")

        def save(_report: object) -> Path:
            project.save_docx(document, path, article)
            return path

        job = Job(translate("Exporting", "Saving {name}").format(name=path.name), save)
        job.done.connect(lambda path: self.written.emit(path, ()))
        job.failed.connect(self._session.fail)
        self._jobs.run(job)

    def copy_raw(self) -> None:
        """Put the raw text behind what is selected on the clipboard, or that of the row with the caret."""
        self._view.commit()
        text = self._view.raw_selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)
            self.said.emit(translate("Exporting", "Raw text copied"))

    def copy_plain(self) -> None:
        """Put the article with the caret on the clipboard as plain text."""
        self._copy(formatted=False)

    def copy_formatted(self) -> None:
        """Put the article with the caret on the clipboard for Word, WPS and web editors."""
        self._copy(formatted=True)

    def _copy(self, *, formatted: bool) -> None:
        self._view.commit()
        project, document, article = self._session.project, self._session.document, self._article()
        if project is None or not document:
            return
        data = QMimeData()
        text = self._session.perform(lambda: project.plain_text(document, article))
        if text is None:
            return
        data.setText(text)
        if formatted:
            html = self._session.perform(lambda: project.formatted_text(document, article))
            data.setHtml(html or "")
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(translate("Exporting", "Copied: {title}").format(title=self._title(article)))

    def _article(self) -> int:
        return self._session.article_of(max(0, self._view.current_row()))

    def _title(self, article: int) -> str:
        return "".join(c for c in self._session.title(article)[:24] if c not in '/\\:*?"<>|')
