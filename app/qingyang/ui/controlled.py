"""Who does what in the window: one controller a concern, and the actions that call them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolBar,
    QWidget,
)

from qingyang.ui.action import ARTICLES, DOUBTS, HISTORY, HITS, NOTES, TEXT
from qingyang.ui.alike import Alike
from qingyang.ui.articles import Articles
from qingyang.ui.commands import Commands
from qingyang.ui.converting import Converting
from qingyang.ui.deciding import Deciding
from qingyang.ui.desks import Desks, Middle
from qingyang.ui.dropping import Dropping
from qingyang.ui.exporting import Exporting
from qingyang.ui.files import Files
from qingyang.ui.finding import Finding
from qingyang.ui.frame import Frame
from qingyang.ui.hearing import Hearing
from qingyang.ui.history_panel import History
from qingyang.ui.illustrating import Illustrating
from qingyang.ui.inspection import Inspection
from qingyang.ui.learning import Learning
from qingyang.ui.ordering import Ordering
from qingyang.ui.pages.laying import Laying
from qingyang.ui.remarks import Remarks
from qingyang.ui.review import Review
from qingyang.ui.shortcuts import Shortcuts
from qingyang.ui.state import State
from qingyang.ui.viewing import Viewing
from qingyang.ui.vocabulary import Vocabulary
from qingyang.ui.word_choice import WordChoice
from qingyang.wording import Wording

translate = QCoreApplication.translate


class Controlled(Frame):
    """A window whose actions do something."""

    def __init__(self, words: Wording, state: State, default_desk: Path) -> None:
        super().__init__(words, state)
        self._control(default_desk)
        self._command()

    def _control(self, default_desk: Path) -> None:
        self.review = Review(self.session, self.view, self.words)
        self.deciding = Deciding(self.session, self.view, self.review)
        self.files = Files(self.session, self.jobs, self, default_desk)
        self.exporting = Exporting(self.session, self.jobs, self.view, self.words)
        self.word_choice = WordChoice(self.session, self.jobs, self.view)
        self.converting = Converting(self.session, self.jobs, self.view)
        self.illustrating = Illustrating(self.session, self.jobs, self.view)
        self.articles = Articles(self.session, self.view, self.docks)
        self.ordering = Ordering(self.session, self.jobs, self.view, self.outline, self.illustrating)
        hearing = Hearing(self, self.jobs)
        self.vocabulary = Vocabulary(self.session, self.view, self.words, hearing, self.review.set_role)
        self.alike = Alike(
            self.session, self.jobs, self.view, self.docks.panels["hits"], self.docks.hits, self.words
        )
        self.finding = Finding(self.session, self.jobs, self.view, self.find_bar, self.words, self.alike.open)
        self.view.let_go.connect(self._close_search)
        self.remarks = Remarks(
            self.session, self.view, self.docks.panels["notes"], self.docks.notes, self.words
        )
        self.history = History(
            self.session, self.view, self.docks.panels["history"], self.docks.history, self.words
        )
        self.inspection = Inspection(self.session, self.jobs, self, self.words)
        self.learning = Learning(self.session, self.rule_offer, self.words, self.alike.open)
        self.viewing = Viewing(self, self.view, self.docks.panels)
        self.shortcuts = Shortcuts(self, hearing)
        self.laying = Laying(self.session, self.jobs, self.view, self.page_desk, self.words)
        middle = Middle(self.middle, self.welcome, self.desk, self.page_desk)
        self.desks = Desks(
            self.session, middle, self.docks.panels, self.view, self.files, self.laying, self.viewing
        )

    def _close_search(self) -> None:
        """Close what was opened last to look something up: the find bar, then the places alike."""
        if self.find_bar.isVisible():
            self.finding.close()
        elif self.docks.panels["hits"].isVisible():
            self.alike.close()

    def _command(self) -> None:
        controllers = {
            "desks": self.desks,
            "review": self.review,
            "deciding": self.deciding,
            "files": self.files,
            "exporting": self.exporting,
            "converting": self.converting,
            "finding": self.finding,
            "illustrating": self.illustrating,
            "articles": self.articles,
            "ordering": self.ordering,
            "vocabulary": self.vocabulary,
            "alike": self.alike,
            "learning": self.learning,
            "remarks": self.remarks,
            "history": self.history,
            "inspection": self.inspection,
            "viewing": self.viewing,
            "shortcuts": self.shortcuts,
        }
        homes: dict[str, QWidget] = {
            TEXT: self.view,
            DOUBTS: self.doubts,
            ARTICLES: self.outline,
            HITS: self.docks.hits.list,
            NOTES: self.docks.notes.list,
            HISTORY: self.docks.history.list,
        }
        self.commands = Commands(self, controllers, homes, self.words, self.state)
        self.shortcuts.commands = self.commands
        self.commands.before = self.desks.bring
        self.commands.fill_menus()
        bar = QToolBar(translate("Window", "Toolbar"), movable=False)
        bar.setObjectName("toolbar")
        self.commands.fill_toolbar(bar)
        self.addToolBar(bar)
        self.dropping = Dropping(self)
        self.dropping.watch(self)
        for kind in (QTextEdit, QPlainTextEdit):
            for editor in self.findChildren(kind):
                self.dropping.watch_editor(editor.viewport())
        for field in self.findChildren(QLineEdit):
            self.dropping.watch_editor(field)
