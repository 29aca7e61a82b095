"""Remarks, bookmarks and marked mistakes: put to the text, listed, gone to, and shown beside their rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal

from qingyang.services import slips
from qingyang.services.noting import Noting, Remark
from qingyang.services.reviewing import Reviewing, Shown
from qingyang.text.edit import Note
from qingyang.ui import heavy
from qingyang.ui.aligned.paint_signs import BOOKMARK, REMARK, SLIP
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.notes_panel import NotesPanel
from qingyang.ui.palette import Choice, Palette
from qingyang.ui.panels import Panel
from qingyang.ui.session import Session
from qingyang.wording import Wording

translate = QCoreApplication.translate


_KINDS = ("note", "bookmark", "slip")


class Remarks(QObject):
    """Joins the panel of remarks to session and view."""

    said = Signal(str)

    def __init__(
        self, session: Session, view: AlignedView, panel: Panel, shown: NotesPanel, words: Wording
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._panel, self._shown = session, view, panel, shown
        self._words = words
        self._remarks: Sequence[Remark] = ()
        self._span: tuple[int, int] | None = None
        """What the next remark will be on."""
        self._answered: Note | None = None
        session.shown.connect(self._heard)
        session.document_changed.connect(self._another)
        shown.written.connect(self._written)
        shown.left.connect(self._leave)
        shown.filter_changed.connect(self.show)
        shown.list.itemActivated.connect(lambda _item: self.go())
        shown.answer.clicked.connect(self.answer)
        shown.settle.clicked.connect(self.settle)

    def _heard(self, shown: Shown) -> None:
        # Where none is, none can have moved.
        if self._remarks or self._view.marks()[2] or shown.change.kind in _KINDS:
            self.show()

    def _another(self) -> None:
        self._span = self._answered = None
        self._shown.ask("")
        self.show()

    def show(self) -> None:
        """Show every remark, and what stands beside the rows."""
        review = self._session.review
        found = Noting(review).remarks() if review is not None else []
        open_ones = [each for each in found if not each.note.settled]
        self._remarks = found if self._shown.all.isChecked() else open_ones
        self._shown.show_remarks(self._remarks)
        self._panel.show_count(str(len(open_ones)) if open_ones else "", empty=False)
        bookmarks = Noting(review).bookmarks() if review is not None else []
        self._view.set_row_signs(self._signs(review, open_ones, bookmarks) if review is not None else {})

    def _signs(
        self, review: Reviewing, remarks: Sequence[Remark], bookmarks: Sequence[int]
    ) -> dict[int, tuple[str, ...]]:
        """Return the signs that stand beside each row."""
        found: dict[int, list[str]] = {}
        marked = [review.reading.place(slip.anchor) for slip in review.draft.slips()]
        for sign, places in (
            (BOOKMARK, bookmarks),
            (REMARK, [remark.at for remark in remarks]),
            (SLIP, [at for at in marked if at is not None]),
        ):
            for row in {review.row_at(at) for at in places}:
                found.setdefault(row, []).append(sign)
        return {row: tuple(signs) for row, signs in found.items()}

    # -- remarks -------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a remark on what is selected, or on the caret's paragraph."""
        self._view.commit()
        review, span = self._session.review, self._chosen()
        if review is None or span is None:
            return
        self._span, self._answered = span, None
        self._panel.show()
        self._panel.raise_()
        self._shown.ask(review.reading.text[slice(*span)])
        self._shown.write()

    def _chosen(self) -> tuple[int, int] | None:
        review, row = self._session.review, self._view.current_row()
        if review is None or not 0 <= row < len(review):
            return None
        return self._view.selection() or (review.passages[row].start, review.passages[row].end)

    def answer(self) -> None:
        """Ask for an answer to the current remark."""
        remark = self._current()
        if remark is not None:
            self._answered = remark.note
            self._shown.ask(remark.note.text, answer=True)
            self._shown.write()

    def settle(self) -> None:
        """Call the current remark settled, or open again."""
        review, remark = self._session.review, self._current()
        if review is not None and remark is not None:
            self._session.perform(lambda: Noting(review).settle(remark.note, not remark.note.settled))

    def go(self) -> None:
        """Show the text of the current remark."""
        review, remark = self._session.review, self._current()
        if review is not None and remark is not None:
            self._view.go_to_row(review.row_at(remark.at))

    def _current(self) -> Remark | None:
        number = self._shown.list.currentRow()
        return self._remarks[number] if 0 <= number < len(self._remarks) else None

    def _written(self, text: str) -> None:
        review, answered, span = self._session.review, self._answered, self._span or self._chosen()
        if review is None or not text.strip():
            return
        if answered is not None:
            done = self._session.perform(lambda: Noting(review).answer(answered, text))
        else:
            done = (
                self._session.perform(lambda: Noting(review).add(*span, text)) if span is not None else None
            )
        if done is not None:
            self._shown.line.clear()
            self._leave()

    def _leave(self) -> None:
        home = self._shown.list if self._answered is not None else self._view
        self._span = self._answered = None
        self._shown.ask("")
        home.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- bookmarks -----------------------------------------------------------------------------------------------

    def bookmark(self) -> None:
        """Put a bookmark at the caret's row, or take it away."""
        review, row = self._session.review, self._view.current_row()
        self._view.commit()
        if review is not None and 0 <= row < len(review):
            self._session.perform(lambda: Noting(review).toggle(row))

    def next_bookmark(self) -> None:
        """Go to the next bookmark, round and round."""
        self._step(1)

    def previous_bookmark(self) -> None:
        """Go to the bookmark before, round and round."""
        self._step(-1)

    def _step(self, by: int) -> None:
        review, row = self._session.review, self._view.current_row()
        rows = [review.row_at(at) for at in Noting(review).bookmarks()] if review is not None else []
        if not rows:
            self.said.emit(translate("Remarks", "There is no bookmark here."))
            return
        self._view.commit()
        if by > 0:
            self._view.go_to_row(next((each for each in rows if each > row), rows[0]))
        else:
            self._view.go_to_row(next((each for each in reversed(rows) if each < row), rows[-1]))

    # -- mistakes that count -------------------------------------------------------------------------------------

    def mark_slip(self) -> None:
        """Ask which kind of mistake the selected text was; it counts in the error rate from then on."""
        self._view.commit()
        review, span = self._session.review, self._view.selection()
        if review is None or span is None:
            self.said.emit(translate("Remarks", "Select the wrong characters first."))
            return
        choices = [Choice(kind, self._words.term(f"slip.{kind}")) for kind in heavy.slip_kinds()]

        def done(kind: str) -> None:
            self._session.perform(lambda: slips.mark(review, *span, kind))

        place = self._view.mapToGlobal(QPoint(self._view.width() // 3, self._view.height() // 3))
        Palette(self._view.window(), translate("Remarks", "Mark a Mistake"), choices, done).open_at(place)

    def unmark_slip(self) -> None:
        """Take away the marks of mistakes in the selected text, or in the caret's paragraph."""
        self._view.commit()
        review, span = self._session.review, self._chosen()
        if review is None or span is None:
            return
        if self._session.perform(lambda: slips.unmark(review, *span)) is None:
            self.said.emit(translate("Remarks", "No mistake is marked here."))
