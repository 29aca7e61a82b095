"""The docks around the text: articles at the left; all about the text over one another at the right."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMainWindow, QTabWidget

from qingyang.text.row import Doubt
from qingyang.ui.article_panel import ArticlePanel
from qingyang.ui.concordance import Concordance
from qingyang.ui.doubts import DoubtList
from qingyang.ui.figure_panel import FigurePanel
from qingyang.ui.history_panel import HistoryPanel
from qingyang.ui.notes_panel import NotesPanel
from qingyang.ui.outline import FilteredOutline, Outline
from qingyang.ui.panels import Panel
from qingyang.ui.queue_bar import Queue
from qingyang.ui.theme import GRID, Theme
from qingyang.wording import Wording

translate = QCoreApplication.translate
_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class Docks:
    """Makes the docks and what is in them."""

    def __init__(self, window: QMainWindow, words: Wording, chosen: Callable[[Doubt], None]) -> None:
        self.outline = Outline()
        self.filtered = FilteredOutline(self.outline)
        self.doubts = DoubtList(words, chosen)
        self.queue = Queue(self.doubts, words)
        self.figures = FigurePanel(words)
        self.article = ArticlePanel()
        self.hits = Concordance()
        self.notes = NotesPanel()
        self.history = HistoryPanel()
        self.panels = {
            "articles": Panel(
                "articles",
                translate("Window", "Articles"),
                self.filtered,
                translate("Window", "Drop texts here, press Ctrl+I to import, or paste with Ctrl+V."),
            ),
            "doubts": Panel(
                "doubts",
                translate("Window", "To Check"),
                self.queue,
                "",
                translate(
                    "Window",
                    "Enter accept · Delete keep raw · 1–9 alternative · Space later · A all alike · Esc to the text",
                ),
            ),
            "figures": Panel(
                "figures",
                translate("Window", "Figures"),
                self.figures,
                translate(
                    "Window",
                    "There is no caption yet. Drop a picture on a paragraph, or place one with Ctrl+Shift+I.",
                ),
            ),
            "article": Panel(
                "article",
                translate("Window", "Article"),
                self.article,
                translate("Window", "What an article is said to be stands here."),
            ),
            "notes": Panel("notes", translate("Window", "Remarks"), self.notes, ""),
            "history": Panel(
                "history",
                translate("Window", "History"),
                self.history,
                translate("Window", "Neither a person nor a rule has changed this paragraph."),
            ),
            "hits": Panel(
                "hits",
                translate("Window", "Concordance"),
                self.hits,
                "",
                translate(
                    "Window",
                    "Space takes one out · Enter does the rest · G shows the place · Esc closes",
                ),
            ),
        }
        self._arrange(window)

    def _arrange(self, window: QMainWindow) -> None:
        panels = self.panels
        window.addDockWidget(_LEFT, panels["articles"])
        right = [panels[name] for name in ("doubts", "figures", "article", "notes", "history")]
        for panel in right:
            window.addDockWidget(_RIGHT, panel)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, panels["hits"])
        panels["hits"].hide()
        window.setTabPosition(_RIGHT, QTabWidget.TabPosition.North)
        for under, over in pairwise(right):
            window.tabifyDockWidget(under, over)
        window.setCorner(Qt.Corner.BottomLeftCorner, _LEFT)
        window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        panels["doubts"].raise_()
        sides = [panels["articles"], panels["doubts"]]
        window.resizeDocks(sides, [60 * GRID, 72 * GRID], Qt.Orientation.Horizontal)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in a theme's colours."""
        for panel in self.panels.values():
            panel.set_theme(theme)
        self.figures.set_theme(theme)
        self.hits.set_theme(theme)
        self.notes.set_theme(theme)
        self.outline.delegate.theme = self.doubts.delegate.theme = theme

    def commit(self) -> None:
        """Write what is being typed in a panel, before anything else happens."""
        self.figures.commit()
        self.article.commit()
