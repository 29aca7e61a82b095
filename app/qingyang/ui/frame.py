"""The window's parts and where they stand: docks around, one of three desks in the middle, lines below it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.docks import Docks
from qingyang.ui.findbar import FindBar
from qingyang.ui.heads import ColumnHeads
from qingyang.ui.icons import emblem
from qingyang.ui.jobs import Jobs
from qingyang.ui.learning import RuleOffer
from qingyang.ui.overview import Overview
from qingyang.ui.pages.desk import PageDesk
from qingyang.ui.panels import Welcome, Written
from qingyang.ui.session import Session
from qingyang.ui.state import State
from qingyang.ui.statusbar import StatusBar
from qingyang.wording import Wording

translate = QCoreApplication.translate


class Frame(QMainWindow):
    """A window of parts that nobody has told what to do."""

    doubt_chosen = Signal(object)
    """A `Doubt` of the queue has been pointed at."""

    def __init__(self, words: Wording, state: State) -> None:
        super().__init__()
        self.words = words
        self.state = state
        self.session = Session(self)
        self.jobs = Jobs(self)
        self._build(words)

    def _build(self, words: Wording) -> None:
        self.setWindowIcon(emblem())
        self.view = AlignedView()
        self.heads = ColumnHeads(self.view)
        self.docks = Docks(self, words, self.doubt_chosen.emit)
        self.outline, self.doubts = self.docks.outline, self.docks.doubts
        self.articles_panel, self.doubts_panel = self.docks.panels["articles"], self.docks.panels["doubts"]
        self.find_bar = FindBar()
        self.written = Written()
        self.rule_offer = RuleOffer()
        self.welcome = Welcome()
        self.status = StatusBar(self.jobs)
        self.setStatusBar(self.status)
        self.setCentralWidget(self._middle())

    def _middle(self) -> QWidget:
        self.desk = QWidget()
        column = QVBoxLayout(self.desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heads)
        self.overview = Overview(self.session, self.view)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.view, 1)
        sides.addWidget(self.overview)
        column.addLayout(sides, 1)
        column.addWidget(self.find_bar)
        column.addWidget(self.rule_offer)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.welcome)
        self.middle.addWidget(self.desk)
        self.page_desk = PageDesk(self.words)
        self.middle.addWidget(self.page_desk)
        whole = QWidget()
        pile = QVBoxLayout(whole)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.setSpacing(0)
        pile.addWidget(self.middle, 1)
        pile.addWidget(self.written)
        return whole
