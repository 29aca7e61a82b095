"""Walking the doubts and deciding them: the current one, the next one, what is taken and what is kept."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from qingyang.services.reviewing import Reviewing
from qingyang.text.change import Change
from qingyang.text.edit import Edit, Key, Move
from qingyang.text.guess import Guess
from qingyang.text.queue import ORDERS, TEXT
from qingyang.text.row import Doubt, raw_spans
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.review import Review
from qingyang.ui.session import Session

translate = QCoreApplication.translate


class Deciding(QObject):
    """Goes through the queue, and does with its doubts what the user says."""

    said = Signal(str)
    """Something worth a line in the status bar."""

    def __init__(self, session: Session, view: AlignedView, review: Review) -> None:
        super().__init__(view)
        self._session, self._view, self._review = session, view, review
        session.doubts_changed.connect(lambda: view.set_doubts(session.doubts))
        session.doubt_changed.connect(self._show_doubt)
        view.current_row_changed.connect(self._left)

    def _show_doubt(self) -> None:
        # Framing a doubt scrolls to it: never under the hands of somebody typing.
        if self._session.doubt is None or not self._view.is_editing():
            self._view.set_current_doubt(self._session.doubt)

    def _left(self, row: int) -> None:
        """Forget the current doubt once the caret has gone to another row."""
        doubt = self._session.doubt
        if doubt is not None and self._session.row_of(doubt) != row:
            self._session.set_doubt(None)

    # -- walking -------------------------------------------------------------------------------------------------

    def next_doubt(self) -> None:
        """Go to the next doubt, from the current one or from the caret's row."""
        self._step(1)

    def previous_doubt(self) -> None:
        """Go to the doubt before."""
        self._step(-1)

    def go_to(self, doubt: Doubt) -> None:
        """Make a doubt the current one and show its place; who was typing goes on typing there."""
        typing = self._view.is_editing()
        if not self._view.leave_row():
            return
        # What was typed last may have put it elsewhere.
        now = self._session.now(doubt) or doubt
        self._session.show_doubt(now)
        if typing:
            self._view.edit_span(now.at, now.at)

    def enter_queue(self) -> None:
        """Make the first doubt from the caret on the current one, where none is: the keys have come to the list."""
        if self._session.doubt is None and self._session.doubts:
            self._step(1)

    def _step(self, by: int) -> None:
        doubts = self._session.queue
        if not doubts:
            self.said.emit(translate("Deciding", "Nothing left to check."))
            return
        self.go_to(doubts[self._number(by) % len(doubts)])

    def _number(self, by: int) -> int:
        doubts, current, review = self._session.queue, self._session.doubt, self._session.review
        at = self._session.number(current)
        if at >= 0:
            return at + by
        assert review is not None
        row = max(0, self._view.current_row())
        start = review.passages[row].start if row < len(review) else 0
        if self._session.queue_view.order != TEXT:
            return 0 if by > 0 else -1
        place = bisect_left(doubts, start, key=lambda d: d.at)
        return place if by > 0 else place - 1

    def next_order(self) -> None:
        """Walk the queue in the next order: of the text, of need, of kind."""
        view = self._session.queue_view
        following = ORDERS[(ORDERS.index(view.order) + 1) % len(ORDERS)]
        self._session.look_by(view._replace(order=following))

    def one_kind(self) -> None:
        """Show doubts of the current one's kind alone, or all again."""
        view, doubt = self._session.queue_view, self._session.doubt
        kind = "" if view.kind or doubt is None else doubt.subject.rule
        self._session.look_by(view._replace(kind=kind))

    # -- deciding ------------------------------------------------------------------------------------------------

    def accept_next(self) -> None:
        """Accept the current doubt and go on."""
        self._judge_next(True)

    def reject_next(self) -> None:
        """Keep the raw text at the current doubt and go on."""
        self._judge_next(False)

    def take_offer(self, number: str) -> None:
        """Put the alternative of this number in place of what the current doubt flags, and go on."""
        doubt, k = self._session.doubt, int(number) - 1
        if doubt is None or k >= len(doubt.offers):
            self.said.emit(translate("Deciding", "There is no such alternative here."))
            return
        offer = doubt.offers[k]
        if isinstance(doubt.subject, Guess):
            self._decide_next(lambda r, d: r.set_role([r.row_at(d.at)], offer))
        else:
            self._decide_next(lambda r, d: r.replace(d.at, d.end, offer))

    def _judge_next(self, accept: bool) -> None:
        self._decide_next(lambda r, d: r.judge([d.key], accept))

    def _decide_next(self, act: Callable[[Reviewing, Doubt], Change | None]) -> None:
        """Do something about the current doubt and go to the one that comes to its place; without one, to the next."""
        current = self._session.doubt
        if current is None:
            self._step(1)
            return
        self._view.commit()
        # What was just typed may have settled it, or put it elsewhere.
        at = self._session.number(self._session.now(current))
        if at < 0 or self._review.do(lambda r: act(r, self._session.queue[at])) is None:
            return
        left = self._session.queue
        if left:
            self.go_to(left[at % len(left)])
        else:
            self.said.emit(translate("Deciding", "Nothing left to check."))

    def take_repaired(self) -> None:
        """Accept the current doubt of this row; without one, every edit the rules offer for it."""
        self._judge_here(True)

    def restore_raw(self) -> None:
        """Keep the raw text at the current doubt of this row; without one, in the selection or the whole row."""
        self._judge_here(False)

    def _judge_here(self, accept: bool) -> None:
        def act(review: Reviewing, rows: Sequence[int]) -> Change | None:
            return review.judge(self._keys(review, rows, accept), accept)

        if self._review.on_rows(act) is None:
            self.said.emit(translate("Deciding", "There is nothing to decide here."))

    def _keys(self, review: Reviewing, rows: Sequence[int], accept: bool) -> list[Key]:
        doubt = self._session.doubt
        if doubt is not None and self._session.row_of(doubt) in rows:
            return [doubt.key]
        said = [e for row in rows for e in _proposed(review, row)]
        draft = review.draft
        if accept:
            return [e.key for e in said if draft.doubtful(e) or not draft.stands(e)]
        return [e.key for e in said if draft.stands(e)]


def _proposed(review: Reviewing, row: int) -> list[Edit | Move]:
    """Return the rules' edits inside the raw text of a row, and their moves of some of it."""
    edits, moves = review.draft.proposals.edits, review.draft.proposals.moves
    found: list[Edit | Move] = []
    for start, end in raw_spans(review.reading, review.passages[row]):
        low = bisect_left(edits, start, key=lambda e: e.start)
        high = bisect_right(edits, end, key=lambda e: e.start)
        found += [e for e in edits[low:high] if e.end <= end]
        found += [m for m in moves if m.start < end and start < m.end]
    return found
