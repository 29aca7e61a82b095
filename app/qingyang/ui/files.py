"""Desks and documents in: opening, importing by dialog, drop and paste. Whatever takes time is a job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qingyang.errors import AppError
from qingyang.services.reviewing import Reviewing
from qingyang.ui import heap, heavy
from qingyang.ui.carried import clipboard_text
from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.session import Session
from qingyang.ui.work import Report, in_process

if TYPE_CHECKING:
    from qingyang.services.project import Project

translate = QCoreApplication.translate
DESK = ".qy"
_NAME = 16
"""Characters of a pasted text's first line that name it."""


class Files(QObject):
    """Opens desks and documents and takes texts in."""

    said = Signal(str)
    desk_refused = Signal(object, object)
    """A desk could not be opened: its path and the `AppError`."""

    def __init__(self, session: Session, jobs: Jobs, window: QWidget, default_desk: Path) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._window = window
        self._default_desk = default_desk
        self._wanted = ""
        """The document asked for last; one that takes longer to open must not come up over it."""

    # -- desks ---------------------------------------------------------------------------------------------------

    def open_desk(self) -> None:
        """Ask for a desk file and open it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, translate("Files", "Open Desk"), self._folder(), self._filter()
        )
        if chosen:
            self.open_path(Path(chosen))

    def new_desk(self) -> None:
        """Ask for a name and make a desk file."""
        start = str(Path(self._folder()) / self._default_desk.name)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, translate("Files", "New Desk"), start, self._filter()
        )
        if chosen:
            path = Path(chosen)
            self.open_path(path if path.suffix == DESK else path.with_name(path.name + DESK), create=True)

    def open_path(self, path: Path, *, create: bool = False, then: Callable[[], None] | None = None) -> None:
        """Open a desk file, or make one, and go on with something."""
        if not self._session.settle_typing():
            return

        def done(project: Project) -> None:
            if self._session.project is not None:
                # What still works on the desk before must end before that desk is closed.
                self._jobs.stop()
            self._session.set_project(project)
            self._open_last(project)
            if then is not None:
                then()

        title = translate("Files", "Opening {name}").format(name=path.name)
        job = Job(title, lambda _report: heavy.open_project(path, create))
        job.done.connect(done)
        job.failed.connect(lambda error: self._refused(path, error))
        self._jobs.run(job)

    def _refused(self, path: Path, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self.desk_refused.emit(path, error)

    def _open_last(self, project: Project) -> None:
        ids = [row.id for row in self._session.perform(project.documents) or []]
        last = project.setting("window.document", "")
        if ids:
            self.open_document(last if last in ids else ids[0])

    def _folder(self) -> str:
        project = self._session.project
        return str((project.path if project is not None else self._default_desk).parent)

    def _filter(self) -> str:
        return translate("Files", "Qingyang desks (*.qy)")

    def tell_saved(self) -> None:
        """Settle what is being typed, and say that there is nothing to save."""
        if self._session.settle_typing():
            self.said.emit(
                translate("Files", "Saved: every change is in the desk file as soon as it is made.")
            )

    # -- documents -----------------------------------------------------------------------------------------------

    def open_document(self, document: str, then: Callable[[], None] | None = None) -> None:
        """Put one document under review and go on with something."""
        project = self._session.project
        if project is None:
            return
        self._wanted = document
        if document == self._session.document:
            if then is not None:
                then()
            return

        def done(review: Reviewing) -> None:
            if self._session.project is project and self._wanted == document:
                self._session.show_review(document, review)
                if then is not None:
                    then()

        def inspected(_report: Report) -> Reviewing:
            with heap.lent_singly():
                return project.inspect(document)

        self._start(translate("Files", "Opening"), inspected, done)

    # -- texts in ------------------------------------------------------------------------------------------------

    def import_files(self) -> None:
        """Ask for files and take them in."""
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            translate("Files", "Import"),
            self._folder(),
            translate("Files", "Text (*.txt *.text *.md);;All files (*)"),
        )
        self.take_paths([Path(each) for each in chosen])

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Take files in; a desk file among them is opened instead, a folder stands for its texts."""
        desks = [path for path in paths if path.suffix.lower() == DESK]
        if desks:
            self.open_path(desks[0])
            return
        texts = [text for path in paths for text in (sorted(path.glob("*.txt")) if path.is_dir() else [path])]
        if texts:
            title = (
                translate("Files", "Importing {name}").format(name=texts[0].name)
                if len(texts) == 1
                else translate("Files", "Importing {count} files").format(count=len(texts))
            )
            self._take(title, in_process(heavy.repair_files, texts))

    def import_clipboard(self) -> None:
        """Take the clipboard's text in as a document."""
        text = clipboard_text()
        if text.strip():
            self.take_text(text)
        else:
            self.said.emit(translate("Files", "There is no text in the clipboard."))

    def take_text(self, text: str) -> None:
        """Take a pasted or dropped text in, named after its first words."""
        first = next((line.strip() for line in text.splitlines() if line.strip()), "")
        name = "".join(c for c in first[:_NAME] if c not in "./\\:")
        self._take(
            translate("Files", "Importing {name}").format(name=name),
            in_process(heavy.repair_text, text, name),
        )

    def _take(self, title: str, work: Callable[[Report], object]) -> None:
        if self._session.project is None:
            create = not self._default_desk.exists()
            self.open_path(self._default_desk, create=create, then=partial(self._take, title, work))
            return
        project = self._session.project

        def taken(report: Report) -> list[str | AppError]:
            incoming = work(report)
            assert isinstance(incoming, list)
            return [_put(project, each) for each in incoming]

        self._start(title, taken, self._arrived)

    def _arrived(self, results: list[str | AppError]) -> None:
        documents = [each for each in results if isinstance(each, str)]
        for each in results:
            if isinstance(each, AppError):
                self._session.complained.emit(each)
        project = self._session.project
        if documents and project is not None:
            self._session.perform(lambda: project.join_issue(documents))
            self._session.documents_changed.emit()
            self.open_document(documents[0])
            self.said.emit(translate("Files", "{count} imported").format(count=len(documents)))

    def _start(self, title: str, work: Callable[[Report], object], done: Callable[..., None]) -> None:
        job = Job(title, work)
        job.done.connect(done)
        job.failed.connect(self._session.fail)
        self._jobs.run(job)


def _put(project: Project, incoming: heavy.Incoming) -> str | AppError:
    """Put one text on the desk; what goes wrong with it is returned, so that the others still come in."""
    if incoming.done is None:
        assert incoming.error is not None
        return incoming.error
    try:
        return project.take_in(incoming.done, incoming.data)
    except AppError as error:
        return error
