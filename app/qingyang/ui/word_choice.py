"""Words by the dictionary: Chinese has no spaces, so it says where one begins and ends.

A double click takes one, and keys go and delete by them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from qingyang.services.project import Project
from qingyang.text.search import word_at
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.session import Session

translate = QCoreApplication.translate


class WordChoice(QObject):
    """Answers the view with words; the dictionary is opened aside when it is first wanted."""

    def __init__(self, session: Session, jobs: Jobs, view: AlignedView) -> None:
        super().__init__(view)
        self._session, self._jobs, self._view = session, jobs, view
        self._opened = self._opening = False
        self._wanted: Callable[[], None] = lambda: None
        """What was asked for last while the dictionary was being opened."""
        view.word_asked.connect(self._choose)
        view.words_asked.connect(self._prepare)

    def _prepare(self) -> None:
        if not self._opening:
            self._with_words(lambda: None)

    def _choose(self, text: str, at: int) -> None:
        self._with_words(partial(self._take, text, at))

    def _take(self, text: str, at: int) -> None:
        project = self._session.project
        if project is not None:
            self._view.choose_word(text, *word_at(text, at, project.workbench.words.cut))

    def _with_words(self, act: Callable[[], None]) -> None:
        """Do something once the dictionary is open."""
        project, self._wanted = self._session.project, act
        if self._opened:
            act()
        elif project is not None and not self._opening:
            self._opening = True
            job = Job(translate("Find", "Opening the dictionaries"), lambda _report: project.workbench.words)
            job.done.connect(partial(self._open, project))
            job.failed.connect(self._failed)
            self._jobs.run(job)

    def _open(self, project: Project, _words: object) -> None:
        self._opened, self._opening = True, False
        self._view.use_words(project.workbench.words.cut)
        self._wanted()

    def _failed(self, error: Exception) -> None:
        self._opening = False
        self._session.fail(error)
