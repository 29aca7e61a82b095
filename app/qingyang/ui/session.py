"""What the window has open: one desk, one document of it, and the one gate through which errors reach the user."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTime, QTimer, Signal

from qingyang.errors import AppError
from qingyang.services.arranging import Arranging
from qingyang.services.figuring import Figuring
from qingyang.services.reviewing import Reviewing, Shown
from qingyang.text.change import Change
from qingyang.text.doubts import Doubts
from qingyang.text.figure import Placed
from qingyang.text.queue import View, arranged
from qingyang.text.row import Doubt
from qingyang.ui import heap

if TYPE_CHECKING:
    from qingyang.services.project import Project

T = TypeVar("T")
_REST = 2_000
"""Milliseconds without a change after which one has time to tidy up."""


class Session(QObject):
    """Holds the open desk and document; everything else listens."""

    desk_changed = Signal()
    documents_changed = Signal()
    document_changed = Signal()
    shown = Signal(object)
    """A change has been journalled: a `Shown`."""
    settled = Signal(object)
    """The newsroom has settled something for all documents: a `Change`."""
    doubts_changed = Signal()
    """The list of doubts is another one."""
    doubt_changed = Signal()
    """Another doubt is the current one, or it shows elsewhere."""
    complained = Signal(object)
    """Something the user must know: an `AppError`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.document = ""
        self.review: Reviewing | None = None
        self.doubts = Doubts()
        self.doubt: Doubt | None = None
        self.queue: Sequence[Doubt] = self.doubts
        """The doubts that are shown, in the order of walking."""
        self.queue_view = View()
        self.arranging: Arranging | None = None
        """What a hand does about the document's articles."""
        self._figures: Sequence[Placed] | None = None
        """Made when somebody asks for them."""
        self.saved_at: QTime | None = None
        self.settle_typing: Callable[[], bool] = lambda: True
        """Makes a change of what is being typed; says whether it stands now, where it does not the user is told why."""
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(heap.give_back)

    # -- the gate ------------------------------------------------------------------------------------------------

    def perform(self, act: Callable[[], T]) -> T | None:
        """Do something that may fail for the user's or the environment's sake; then complain and return None."""
        try:
            return act()
        except AppError as error:
            self.complained.emit(error)
            return None

    def fail(self, error: Exception) -> None:
        """Tell the user what a job has met; a fault of ours goes on to the log."""
        if not isinstance(error, AppError):
            raise error
        self.complained.emit(error)

    # -- desk and document ---------------------------------------------------------------------------------------

    def set_project(self, project: Project | None) -> None:
        """Put another desk on the table; the one before is closed."""
        self.show_review("", None)
        if self.project is not None:
            self.project.ledger.listeners.remove(self._settled)
            self.perform(self.project.close)
        self.project = project
        if project is not None:
            project.ledger.listeners.append(self._settled)
        self.saved_at = None
        self.desk_changed.emit()
        self.documents_changed.emit()

    def show_review(self, document: str, review: Reviewing | None) -> None:
        """Put one document under review; none with None. One that would come up over what cannot be saved does not."""
        # Later it would be taken for the other document's.
        if not self.settle_typing() and review is not None:
            return
        if self.review is not None:
            self.review.listeners.remove(self._heard)
        self.document = document if review is not None else ""
        self.review = review
        self.arranging = Arranging(review) if review is not None else None
        if review is not None:
            review.listeners.append(self._heard)
        self._look()
        heap.settle()
        self._rest.start()
        self.doubt = None
        self.document_changed.emit()
        self.doubts_changed.emit()
        self.doubt_changed.emit()

    def _settled(self, change: Change) -> None:
        self.saved_at = QTime.currentTime()
        self.settled.emit(change)

    def _heard(self, shown: Shown) -> None:
        self.saved_at = QTime.currentTime()
        self._rest.start()
        before = self.doubt
        self._look()
        self._keep(before)
        self.shown.emit(shown)
        self._tell_doubts(before)

    def look_again(self) -> None:
        """Ask the document anew what is in doubt: the house's names are others."""
        before = self.doubt
        self._look()
        self._keep(before)
        self._tell_doubts(before)

    def _keep(self, doubt: Doubt | None) -> None:
        if doubt is not None:
            self.doubt = self.now(doubt)

    def now(self, doubt: Doubt) -> Doubt | None:
        """Return the doubt about the same thing as one from before a change, None where it is settled."""
        return self.review.doubt_now(doubt) if self.review is not None else None

    def _tell_doubts(self, before: Doubt | None) -> None:
        self.doubts_changed.emit()
        if self.doubt != before:
            self.doubt_changed.emit()

    def _look(self) -> None:
        review = self.review
        self.doubts = review.doubts() if review is not None else Doubts()
        self._arrange()
        self._figures = None

    @property
    def article_starts(self) -> Sequence[int]:
        """Return the first row of every article."""
        return self.review.article_starts() if self.review is not None else ()

    @property
    def figures(self) -> Sequence[Placed]:
        """Return every figure in reading order, captions without a picture among them."""
        if self._figures is None:
            self._figures = Figuring(self.review).all() if self.review is not None else ()
        return self._figures

    @property
    def likely_wrong(self) -> float:
        """Return how many decisions that nobody was asked about are likely wrong."""
        return self.review.likely_wrong() if self.review is not None else 0.0

    def look_by(self, view: View) -> None:
        """Look at the queue in another order, or at one kind of doubts alone."""
        self.queue_view = view
        self._arrange()
        self.doubts_changed.emit()

    def _arrange(self) -> None:
        if self.queue_view.kind and not self.doubts.kinds[self.queue_view.kind]:
            # The last of its kind is settled: the others come back by themselves.
            self.queue_view = self.queue_view._replace(kind="")
        self.queue = arranged(self.doubts, self.queue_view)

    def number(self, doubt: Doubt | None) -> int:
        """Return the number of a doubt in the queue, -1 where it is not shown."""
        if doubt is None:
            return -1
        if isinstance(self.queue, Doubts):
            return self.queue.number(doubt)
        return self.queue.index(doubt) if doubt in self.queue else -1

    # -- places --------------------------------------------------------------------------------------------------

    def set_doubt(self, doubt: Doubt | None) -> None:
        """Make a doubt the current one."""
        if doubt != self.doubt:
            self.show_doubt(doubt)

    def show_doubt(self, doubt: Doubt | None) -> None:
        """Make a doubt the current one, and show its place even where it was that before."""
        self.doubt = doubt
        self.doubt_changed.emit()

    def row_of(self, doubt: Doubt) -> int:
        """Return the row where a doubt shows."""
        assert self.review is not None
        return self.review.row_at(doubt.at)

    def article_of(self, row: int) -> int:
        """Return the number of the article that holds a row, from 0."""
        return max(0, bisect_right(self.article_starts, row) - 1)

    def article_rows(self, article: int) -> range:
        """Return the rows of an article."""
        starts = self.article_starts
        end = starts[article + 1] if article + 1 < len(starts) else len(self.review or ())
        return range(starts[article], end) if article < len(starts) else range(0)

    def title(self, article: int) -> str:
        """Return what an article is called."""
        return (
            self.arranging.title(article) if self.arranging is not None and self.article_rows(article) else ""
        )

    def doubts_in(self, rows: range) -> int:
        """Return how many doubts show in a run of rows."""
        if self.review is None or not rows:
            return 0
        passages, stop = self.review.passages, rows.stop
        high = passages[stop].start if stop < len(passages) else len(self.review.reading.text) + 1
        return len(self.doubts.within(passages[rows.start].start, high - 1))
