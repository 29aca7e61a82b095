"""What keys, drags and the article panel do to articles: each is one change of the document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from qingyang.services.arranging import Arranging
from qingyang.services.reviewing import Reviewing
from qingyang.text.change import Change
from qingyang.text.property import HEADLINES
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.docks import Docks
from qingyang.ui.illustrating import Illustrating
from qingyang.ui.outline_entry import Entry, Kind
from qingyang.ui.quiet import LONG
from qingyang.ui.session import Session

translate = QCoreApplication.translate


class Articles(QObject):
    """Moves, joins and describes articles; the one meant is that of the caret's row."""

    said = Signal(str)

    def __init__(
        self,
        session: Session,
        view: AlignedView,
        docks: Docks,
        illustrating: Illustrating,
    ) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._outline = outline = docks.outline
        self._panel = panel = docks.article
        self._dock = docks.panels["article"]
        self._dock.visibilityChanged.connect(self.show)
        self._illustrating = illustrating
        self._arranging: tuple[Reviewing, Arranging] | None = None
        outline.entries.article_dropped.connect(self.move_article)
        outline.entries.block_dropped.connect(self.move_block)
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
        arranging, article = self._arranged(review), self.current()
        headlines = {role: arranging.headline(article, role) for role in HEADLINES}
        self._panel.show_article(article, headlines, arranging.properties(article))

    def _arranged(self, review: Reviewing) -> Arranging:
        """Return the one that knows where this document's articles begin: a look at every row, once a change."""
        if self._arranging is None or self._arranging[0] is not review:
            self._arranging = (review, Arranging(review))
        return self._arranging[1]

    def _do(self, act: Callable[[Arranging], Change | None]) -> Change | None:
        review = self._session.review
        if review is None or not len(review):
            return None
        self._view.commit()
        return self._session.perform(lambda: act(self._arranged(review)))

    # -- order ---------------------------------------------------------------------------------------------------

    def merge(self) -> None:
        """Join the article with the caret's row to the one before it."""
        if self._do(lambda arranging: arranging.merge(self.current())) is None:
            self.said.emit(translate("Articles", "There is no article before this one."))

    def up(self) -> None:
        """Let what is selected in the list stand before what is above it."""
        self._step(-1)

    def down(self) -> None:
        """Let what is selected in the list stand behind what is below it."""
        self._step(1)

    def _step(self, by: int) -> None:
        entry = self._outline.current_entry()
        if entry is None or entry.number < 0:
            return
        if entry.kind is Kind.ARTICLE:
            self.move_article(entry.number, entry.number - 1 if by < 0 else entry.number + 2, None)
        else:
            # A picture without a caption hangs on a row, a block leaps over one.
            down = 1 if entry.kind is Kind.FIGURE else 2
            self.move_block(entry, entry.row - 1 if by < 0 else entry.row + down)

    def move_article(self, article: int, before: int, page: str | None) -> None:
        """Read an article before another one, on that one's page."""
        change = self._do(lambda arranging: arranging.move(article, before, page))
        if change is not None:
            self._view.go_to_row(self._session.article_rows(before if before < article else before - 1).start)

    def move_block(self, entry: Entry, before: int) -> None:
        """Read a block before another row; a picture without a caption comes to stand with that row."""
        review = self._session.review
        if review is None or not 0 <= before <= len(review):
            return
        if entry.kind is Kind.FIGURE:
            found = next((f for f in self._session.figures if f.figure.id == entry.id), None)
            if found is not None:
                self._illustrating.move(found, before)
            return
        self._view.commit()
        if self._session.perform(lambda: review.move([entry.row], before)) is not None:
            self._view.go_to_row(before if before < entry.row else before - 1)
