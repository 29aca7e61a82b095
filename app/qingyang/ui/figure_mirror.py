"""Keeps the figure panel and the article panel telling the truth about the document and the caret's row."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.articles import Articles
from qingyang.ui.docks import Docks
from qingyang.ui.figure_panel import Shot
from qingyang.ui.illustrating import Illustrating
from qingyang.ui.quiet import Quiet
from qingyang.ui.session import Session


class FigureMirror(QObject):
    """Listens to session and view; changes nothing but what is shown."""

    def __init__(
        self,
        session: Session,
        view: AlignedView,
        docks: Docks,
        illustrating: Illustrating,
        articles: Articles,
    ) -> None:
        super().__init__(view)
        self._session = session
        self._docks = docks
        self._illustrating = illustrating
        self._articles = articles
        self._shots: dict[str, Shot] = {}
        session.desk_changed.connect(self._shots.clear)
        self._whole = Quiet(session, self.show, self)
        self._place = Quiet(session, self._show_place, self)
        session.document_changed.connect(self._whole.wish)
        session.shown.connect(self._whole.wish)
        view.current_row_changed.connect(self._place.wish)
        illustrating.chosen_changed.connect(self._show_place)
        panel = docks.figures
        panel.chosen.connect(illustrating.choose)
        panel.described.connect(illustrating.describe)
        panel.place_asked.connect(illustrating.change)
        panel.paste_asked.connect(illustrating.paste)
        panel.off_asked.connect(illustrating.take_off)
        panel.save_asked.connect(illustrating.save_original)

    def show(self) -> None:
        """Show everything anew."""
        figures = self._session.figures
        for figure in figures:
            self._look_up(figure.figure.picture)
        self._docks.figures.show_figures(figures, self._shots)
        count, waiting = len(figures), sum(figure.waits for figure in figures)
        self._docks.panels["figures"].show_count(
            f"{count - waiting}/{count}" if count else "", empty=not count
        )
        self._docks.panels["article"].show_count("", empty=not self._session.review)
        self._show_place()

    def _show_place(self) -> None:
        figure = self._illustrating.current()
        shot = self._shots.get(figure.figure.picture) if figure is not None else None
        self._docks.figures.show_current(figure, shot)
        self._articles.show()

    def _look_up(self, sha256: str) -> None:
        project = self._session.project
        if not sha256 or sha256 in self._shots or project is None:
            return
        kept = self._session.perform(lambda: project.picture(sha256))
        if kept is not None:
            small = QPixmap()
            small.loadFromData(kept.thumbnail)
            self._shots[sha256] = Shot(kept.picture, small)
