"""Between simplified and traditional: the selected rows, or the whole document, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from qingyang.text.change import Draft
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.session import Session

if TYPE_CHECKING:
    from qingyang.lexicon import Converter

translate = QCoreApplication.translate


class Converting(QObject):
    """Opens the conversion asked for in the background, then does it as one change."""

    said = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, view: AlignedView) -> None:
        super().__init__(view)
        self._session = session
        self._jobs = jobs
        self._view = view

    def convert(self, name: str) -> None:
        """Convert the selected rows, or all where nothing is selected."""
        self._view.commit()
        project, review = self._session.project, self._session.review
        if project is None or review is None:
            return
        draft, rows = review.draft, self._rows()
        job = Job(translate("Converting", "Converting"), lambda _report: project.workbench.converter(name))
        job.done.connect(lambda converter: self._done(converter, draft, rows))
        job.failed.connect(self._session.fail)
        self._jobs.run(job)

    def _rows(self) -> tuple[int, ...] | None:
        """Return the rows of a selection; None where only the caret stands in one."""
        rows = self._view.selected_rows()
        return rows if len(rows) > 1 or self._view.selection() is not None else None

    def _done(self, converter: Converter, draft: Draft, rows: tuple[int, ...] | None) -> None:
        review = self._session.review
        if review is None or review.draft is not draft:
            self.said.emit(translate("Converting", "The text has changed meanwhile: nothing was converted."))
            return
        change = self._session.perform(lambda: review.convert(converter, rows))
        if change is None:
            self.said.emit(translate("Converting", "There is nothing to convert here."))
        else:
            count = max(len(change.added), len(change.dropped))
            self.said.emit(translate("Converting", "{count} places converted").format(count=count))
