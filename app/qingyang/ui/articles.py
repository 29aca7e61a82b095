"""What the article panel and keys do to the article with the caret: each is one change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from qingyang.services.arranging import Arranging
from qingyang.text.change import Change
from qingyang.text.property import HEADLINES
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.docks import Docks
from qingyang.ui.quiet import LONG
from qingyang.ui.session import Session

if TYPE_CHECKING:
    pass

translate = QCoreApplication.translate


class Articles(QObject):
    """Joins and describes articles; the one meant is that of the caret's row."""

    said = Signal(str)

    def __init__(self, session: Session, view: AlignedView, docks: Docks) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._panel = panel = docks.article
        self._dock = docks.panels["article"]
        self._dock.visibilityChanged.connect(self.show)
        panel.said.connect(lambda name, value: self._do(lambda a: a.say(self.current(), name, value)))
        panel.forget_asked.connect(lambda name: self._do(lambda a: a.forget(self.current(), name)))
        panel.headline_said.connect(
            lambda role, text: self._do(lambda a: a.set_headline(self.current(), role, text))
        )

    def current(self) -> int:
        """Return the number of the article with the caret's row."""
        return self._session.article_of(max(0, self._view.current_row()))

    def show(self) -> None:
        """Show the current article in its panel; of a long text nothing is worked out while nobody looks."""
        review = self._session.review
        if review is not None and len(review) > LONG and not self._dock.in_sight:
            return
        if review is None or not len(review):
            self._panel.show_article(-1, {}, {})
            return
        arranging, article = self._session.arranging, self.current()
        assert arranging is not None
        headlines = {role: arranging.headline(article, role) for role in HEADLINES}
        self._panel.show_article(article, headlines, arranging.properties(article))

    def _do(self, act: Callable[[Arranging], Change | None]) -> Change | None:
        arranging = self._session.arranging
        if arranging is None or not self._session.review:
            return None
        self._view.commit()
        return self._session.perform(lambda: act(arranging))

    def merge(self) -> None:
        """Join the article with the caret's row to the one before it."""
        project, review = self._session.project, self._session.review
        if project is None or review is None:
            return
        self._view.commit()
        row = max(0, self._view.current_row())
        if self._session.perform(lambda: project.planning.merge(review, row)) is None:
            self.said.emit(translate("Articles", "There is no article before this one."))
