"""A double click takes a word: Chinese has no spaces, so the dictionary says where one begins and ends."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from qingyang.text.search import word_at
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.session import Session

translate = QCoreApplication.translate


class WordChoice(QObject):
    """Answers the view with a word; the dictionary is opened aside when it is first wanted."""

    def __init__(self, session: Session, jobs: Jobs, view: AlignedView) -> None:
        super().__init__(view)
        self._session, self._jobs, self._view = session, jobs, view
        self._opened = False
        view.word_asked.connect(self._choose)

    def _choose(self, text: str, at: int) -> None:
        project = self._session.project
        if project is None:
            return
        if self._opened:
            self._view.choose_word(text, *word_at(text, at, project.workbench.words.cut))
            return
        job = Job(translate("Find", "Opening the dictionaries"), lambda _report: project.workbench.words)
        job.done.connect(partial(self._open, text, at))
        job.failed.connect(self._session.fail)
        self._jobs.run(job)

    def _open(self, text: str, at: int, _words: object) -> None:
        self._opened = True
        self._choose(text, at)
