"""What the keys and menus do to the text under review: each is one change, at the caret's row or the current doubt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from qingyang.services.reviewing import Reviewing, Shown
from qingyang.text.change import Change
from qingyang.text.edit import Edit, Key, Move
from qingyang.text.guess import Guess
from qingyang.text.queue import ORDERS, TEXT
from qingyang.text.row import Doubt, raw_spans
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.dialogs import OwnParagraph
from qingyang.ui.move_dialog import MovePart
from qingyang.ui.session import Session
from qingyang.wording import Wording

if TYPE_CHECKING:
    from qingyang.services.project import Project
    from qingyang.services.together import Undone

translate = QCoreApplication.translate
T = TypeVar("T")


class Review(QObject):
    """Turns the view's wishes and the user's actions into changes of the document."""

    said = Signal(str)
    """Something worth a line in the status bar."""

    def __init__(self, session: Session, view: AlignedView, words: Wording) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._words = words
        self._listen()

    def _listen(self) -> None:
        view = self._view
        view.edited.connect(lambda row, text: self._do(lambda r: r.rewrite(row, text)))
        view.split_asked.connect(lambda offset: self._do(lambda r: r.split(offset)))
        view.join_asked.connect(lambda row: self._do(lambda r: r.join(row)))
        view.move_rows_asked.connect(lambda rows, before: self._do(lambda r: r.move(list(rows), before)))
        view.move_selection_asked.connect(
            lambda start, end, to: self._do(lambda r: r.move_selection(start, end, to))
        )
        view.insert_asked.connect(lambda before, text: self._do(lambda r: r.insert(before, text)))
        self._session.document_changed.connect(lambda: view.set_review(self._session.review))
        self._session.shown.connect(self._refresh)
        self._session.doubts_changed.connect(lambda: view.set_doubts(self._session.doubts))
        self._session.doubt_changed.connect(self._show_doubt)
        view.current_row_changed.connect(self._left)

    def _refresh(self, shown: Shown) -> None:
        self._view.refresh(shown)

    def _show_doubt(self) -> None:
        # Framing a doubt scrolls to it: never under the hands of somebody typing.
        if self._session.doubt is None or not self._view.is_editing():
            self._view.set_current_doubt(self._session.doubt)

    def _left(self, row: int) -> None:
        """Forget the current doubt once the caret has gone to another row."""
        doubt = self._session.doubt
        if doubt is not None and self._session.row_of(doubt) != row:
            self._session.set_doubt(None)

    def _do(self, act: Callable[[Reviewing], T]) -> T | None:
        review = self._session.review
        return self._session.perform(lambda: act(review)) if review is not None else None

    def _on_rows(self, act: Callable[[Reviewing, Sequence[int]], Change | None]) -> Change | None:
        """Do something to the selected rows, or to the one with the caret; what is being typed is settled first."""
        self._view.commit()
        rows = list(self._view.selected_rows()) or [self._view.current_row()]
        review = self._session.review
        if review is None or not 0 <= rows[0] <= rows[-1] < len(review):
            return None
        return self._do(lambda r: act(r, rows))

    # -- undo ----------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the newest step back, in every document it was made in."""
        self._turn(
            lambda project, document: project.everywhere.undo(document), translate("Review", "Undone: {what}")
        )

    def redo(self) -> None:
        """Do the newest undone step again, in every document it was made in."""
        self._turn(
            lambda project, document: project.everywhere.redo(document),
            translate("Review", "Done again: {what}"),
        )

    def _turn(self, act: Callable[[Project, str], Undone | None], sentence: str) -> None:
        self._view.commit()
        project, document = self._session.project, self._session.document
        if project is None or not document:
            return
        done = self._session.perform(lambda: act(project, document))
        if done is None or not done.changes:
            return
        told = sentence.format(what=self._words.term(f"change.{done.changes[0].kind}"))
        if done.left:
            titles = {row.id: row.title for row in project.documents()}
            left = "、".join(titles.get(each, each) for each in done.left)
            told += translate("Review", "; it stays in what was changed since: {titles}").format(titles=left)
        self.said.emit(told)

    # -- paragraphs ----------------------------------------------------------------------------------------------

    def edit_row(self) -> None:
        """Open the caret's row for typing."""
        self._view.edit_row(self._view.current_row())

    def split(self) -> None:
        """End the paragraph at the caret."""
        offset = self._view.caret_offset()
        self._view.commit()
        if offset is None:
            self.said.emit(translate("Review", "Put the caret where the paragraph is to end."))
        else:
            self._do(lambda r: r.split(offset))

    def join(self) -> None:
        """Join the caret's row with the next one, or the selected rows into one."""

        def act(review: Reviewing, rows: Sequence[int]) -> Change | None:
            return review.join(rows[0])

        self._on_rows(act)

    def move_up(self) -> None:
        """Read the selected rows before the one above them."""
        self._move(-1)

    def move_down(self) -> None:
        """Read the selected rows after the one below them."""
        self._move(1)

    def _move(self, by: int) -> None:
        def act(review: Reviewing, rows: Sequence[int]) -> Change | None:
            before = rows[0] - 1 if by < 0 else rows[-1] + 2
            if not 0 <= before <= len(review):
                return None
            change = review.move(rows, before)
            self._view.go_to_row(rows[0] + by)
            return change

        self._on_rows(act)

    def move_part(self) -> None:
        """Ask which paragraphs are to be read where, and move them; the selected rows are named already."""
        self._view.commit()
        review = self._session.review
        if review is None or not len(review):
            return

        def done(rows: range, before: int) -> None:
            if self._do(lambda r: r.move(rows, before)) is not None:
                self._view.go_to_row(before - (len(rows) if before > rows.start else 0))
                self._view.setFocus()

        rows = list(self._view.selected_rows()) or [max(0, self._view.current_row())]
        MovePart(self._view.window(), review, rows, done).open()

    def insert(self) -> None:
        """Ask for a paragraph of one's own and put it before the caret's row."""
        self._view.commit()
        review = self._session.review
        if review is None:
            return
        row = min(max(0, self._view.current_row()), len(review))
        rows = self._session.article_rows(self._session.article_of(row))
        headed = any(review.tags[each].role == "headline" for each in rows)
        role = "body" if headed else "headline"

        def done(text: str, role: str) -> None:
            if self._do(lambda r: r.insert(row, text, role)) is not None:
                self._view.go_to_row(row)

        OwnParagraph(self._view.window(), self._words, role, "", done).open()

    def set_role(self, role: str) -> None:
        """Give the selected rows a role."""
        self._on_rows(lambda r, rows: r.set_role(rows, role))

    def hold(self) -> None:
        """Leave the selected rows out of print, or put them back."""
        self._on_rows(lambda r, rows: r.hold(rows, r.paragraph(rows[0]).printed))

    def cut(self) -> None:
        """Begin an article at the caret's row, or join it to the article before."""
        self._on_rows(lambda r, rows: r.cut_article(rows[0], not r.tags[rows[0]].begins))

    # -- doubts --------------------------------------------------------------------------------------------------

    def next_doubt(self) -> None:
        """Go to the next doubt, from the current one or from the caret's row."""
        self._step(1)

    def previous_doubt(self) -> None:
        """Go to the doubt before."""
        self._step(-1)

    def go_to(self, doubt: Doubt) -> None:
        """Make a doubt the current one and show its place."""
        self._view.commit()
        self._session.show_doubt(doubt)

    def enter_queue(self) -> None:
        """Make the first doubt from the caret on the current one, where none is: the keys have come to the list."""
        if self._session.doubt is None and self._session.doubts:
            self._step(1)

    def _step(self, by: int) -> None:
        doubts = self._session.queue
        if not doubts:
            self.said.emit(translate("Review", "Nothing left to check."))
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
            self.said.emit(translate("Review", "There is no such alternative here."))
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
        if at < 0 or self._do(lambda r: act(r, self._session.queue[at])) is None:
            return
        left = self._session.queue
        if left:
            self.go_to(left[at % len(left)])
        else:
            self.said.emit(translate("Review", "Nothing left to check."))

    def take_repaired(self) -> None:
        """Accept the current doubt of this row; without one, every edit the rules offer for it."""
        self._judge_here(True)

    def restore_raw(self) -> None:
        """Keep the raw text at the current doubt of this row; without one, in the selection or the whole row."""
        self._judge_here(False)

    def _judge_here(self, accept: bool) -> None:
        def act(review: Reviewing, rows: Sequence[int]) -> Change | None:
            return review.judge(self._keys(review, rows, accept), accept)

        if self._on_rows(act) is None:
            self.said.emit(translate("Review", "There is nothing to decide here."))

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
