"""Checks, lists, rules and figures: the dialogs that show them, and the work behind each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qingyang.text.change import Change
from qingyang.text.lesson import Lesson, Likeness
from qingyang.text.newsroom import Listed, Switched
from qingyang.ui import heavy
from qingyang.ui.checks_dialog import ChecksDialog, Ticked
from qingyang.ui.doubt_card import kind_name, visible
from qingyang.ui.history_panel import who_and_when
from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.session import Session
from qingyang.ui.statistics_dialog import StatisticsDialog
from qingyang.wording import Wording

if TYPE_CHECKING:
    from qingyang.services.project import Project
    from qingyang.services.statistics import Statistics
    from qingyang.text.house import HouseList

translate = QCoreApplication.translate


class Inspection(QObject):
    """Opens what the newsroom checks by, and the figures it answers for."""

    said = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, window: QWidget, words: Wording) -> None:
        super().__init__(window)
        self._session, self._jobs, self._window, self._words = session, jobs, window, words
        session.settled.connect(self._settled)

    # -- checks, lists, rules ------------------------------------------------------------------------------------

    def show_checks(self) -> None:
        """Show what is checked by, to be switched, added to and taken from."""
        if self._session.project is None:
            return
        dialog = ChecksDialog(self._window)
        dialog.import_asked.connect(lambda: self._choose_lists(dialog))
        self._fill(dialog)
        dialog.open()

    def import_lists(self) -> None:
        """Ask for files of house lists and take them in."""
        self._choose_lists(None)

    def _choose_lists(self, dialog: ChecksDialog | None) -> None:
        project = self._session.project
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            translate("Inspection", "Import Lists"),
            str(project.path.parent) if project is not None else "",
            translate("Inspection", "Lists (*.csv *.xlsx)"),
        )
        if chosen:
            self.take_lists([Path(each) for each in chosen], dialog)

    def take_lists(self, paths: list[Path], dialog: ChecksDialog | None = None) -> None:
        """Take house lists in, all or none."""
        told = translate("Inspection", "{count} lists taken in").format(count=len(paths))

        def read(lists: list[HouseList]) -> None:
            if self._settle(lambda project: project.house.use(lists), dialog) is not None:
                self.said.emit(told)

        self._work(translate("Inspection", "Reading lists"), lambda project: project.house.read(paths), read)

    def _settle(self, act: Callable[[Project], Change | None], dialog: ChecksDialog | None) -> Change | None:
        """Have the newsroom settle something; what comes of it in the texts follows by itself."""
        project = self._session.project
        change = self._session.perform(lambda: act(project)) if project is not None else None
        # Later: the item still tells of its tick, and filling the dialog anew takes it away.
        QTimer.singleShot(0, lambda: self._refill(dialog))
        return change

    def _settled(self, change: Change) -> None:
        """Have every open text looked through anew: some seconds for a long one, and as well when it is undone."""
        said = (*change.added, *change.dropped)
        if any(isinstance(record, Listed | Switched | Lesson) for record in said):
            self._work(
                translate("Inspection", "Checking"),
                lambda project: project.house.look_again(),
                lambda _done: self._session.look_again(),
            )

    def _work(self, title: str, act: Callable[[Project], Any], done: Callable[[Any], None]) -> None:
        project = self._session.project
        if project is None:
            return
        job = Job(title, lambda _report: act(project))
        job.done.connect(done)
        job.failed.connect(self._session.fail)
        self._jobs.run(job)

    def _refill(self, dialog: ChecksDialog | None) -> None:
        if dialog is not None and dialog in self._window.findChildren(ChecksDialog):
            self._fill(dialog)

    def _fill(self, dialog: ChecksDialog) -> None:
        project = self._session.project
        house = self._session.perform(lambda: project.house) if project is not None else None
        if house is None:
            return
        checks = [self._switch(id, on, dialog) for id, on in house.switches().items()]
        lists = [self._list(each, dialog) for each in house.lists()]
        rules = [self._rule(rule, on, dialog) for rule, on in house.learned().items()]
        dialog.show_groups(
            [
                (translate("Inspection", "Checks"), checks),
                (translate("Inspection", "House lists"), lists),
                (translate("Inspection", "Rules taken on"), rules),
            ]
        )

    def _switch(self, id: str, on: bool, dialog: ChecksDialog) -> Ticked:
        name = kind_name(id, self._words)
        return Ticked(
            name,
            self._said(Switched(id, on)),
            on,
            lambda now: self._settle(lambda project: project.house.switch(id, now), dialog),
        )

    def _list(self, each: HouseList, dialog: ChecksDialog) -> Ticked:
        more = translate("Inspection", "{kind}, {count} entries").format(
            kind=self._words.term(f"list.{each.kind}"), count=len(each.entries)
        )
        said = self._said(Listed(each.name, each.id))
        told = translate("Inspection", "List {name} removed").format(name=each.name)

        def remove() -> None:
            if self._settle(lambda project: project.house.remove(each.id), dialog) is not None:
                self.said.emit(told)

        return Ticked(each.name, f"{more} · {said}" if said else more, None, remove=remove)

    def _rule(self, rule: Likeness, on: bool, dialog: ChecksDialog) -> Ticked:
        told = f"{visible(rule.old)} → {visible(rule.new) or '∅'}"
        where, said = self._words.term(f"group.{rule.group}"), self._said(Lesson(rule, on))
        return Ticked(
            told,
            f"{where} · {said}" if said else where,
            on,
            lambda now: self._settle(lambda project: project.house.learn(rule, now), dialog),
            lambda: self._settle(lambda project: project.house.forget(rule), dialog),
        )

    def _said(self, settled: Listed | Switched | Lesson) -> str:
        """Return who has last said something of it, and when."""
        project = self._session.project
        return who_and_when(project.house.said_of(settled)) if project is not None else ""

    # -- figures -------------------------------------------------------------------------------------------------

    def show_statistics(self) -> None:
        """Show the figures of this document, or of all."""
        dialog = StatisticsDialog(self._window, self._words)
        dialog.asked.connect(lambda everywhere: self._count(dialog, everywhere))
        dialog.open()
        self._count(dialog, False)

    def _count(self, dialog: StatisticsDialog, everywhere: bool) -> None:
        project, document = self._session.project, self._session.document
        if project is None:
            return

        def done(figures: Statistics) -> None:
            if dialog in self._window.findChildren(StatisticsDialog):
                dialog.show_figures(figures)

        documents = () if everywhere else (document,)
        job = Job(translate("Inspection", "Counting"), lambda _report: heavy.statistics(project, documents))
        job.done.connect(done)
        job.failed.connect(self._session.fail)
        self._jobs.run(job)
