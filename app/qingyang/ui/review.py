"""What the keys and menus do to the text under review: each is one change, at the caret's row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from qingyang.services.reviewing import Reviewing, Shown
from qingyang.text.change import Change
from qingyang.text.newsroom import NEWSROOM
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
        self._changed: Shown | None = None
        """What was changed last, as the view has shown it."""
        self._listen()

    def _listen(self) -> None:
        view = self._view
        view.edited.connect(lambda row, text: self.do(lambda r: r.rewrite(row, text)))
        view.split_asked.connect(lambda offset: self.do(lambda r: r.split(offset)))
        view.join_asked.connect(lambda row: self.do(lambda r: r.join(row)))
        view.move_rows_asked.connect(lambda rows, before: self.do(lambda r: r.move(list(rows), before)))
        view.move_selection_asked.connect(
            lambda start, end, to: self.do(lambda r: r.move_selection(start, end, to))
        )
        view.insert_asked.connect(lambda before, text: self.do(lambda r: r.insert(before, text)))
        view.replace_asked.connect(lambda start, end, new: self.do(lambda r: r.replace(start, end, new)))
        view.untyped.connect(self._tell_how_to_type)
        view.cut_out.connect(self._tell_where_it_goes)
        self._session.document_changed.connect(lambda: view.set_review(self._session.review))
        self._session.shown.connect(self._refresh)

    def _tell_how_to_type(self) -> None:
        self.said.emit(translate("Review", "Click in the text, or press Enter or F2, to change a paragraph."))

    def _tell_where_it_goes(self) -> None:
        self.said.emit(
            translate("Review", "Cut: Ctrl+V moves it to the caret, Esc leaves it where it stands.")
        )

    def _refresh(self, shown: Shown) -> None:
        self._changed = shown
        self._view.refresh(shown)

    def do(self, act: Callable[[Reviewing], T]) -> T | None:
        """Do something to the document under review, if there is one; what the user must know is told."""
        review = self._session.review
        return self._session.perform(lambda: act(review)) if review is not None else None

    def on_rows(self, act: Callable[[Reviewing, Sequence[int]], Change | None]) -> Change | None:
        """Do something to the selected rows, or to the one with the caret; what is being typed is settled first."""
        self._view.commit()
        rows = list(self._view.selected_rows()) or [self._view.current_row()]
        review = self._session.review
        if review is None or not 0 <= rows[0] <= rows[-1] < len(review):
            return None
        return self.do(lambda r: act(r, rows))

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
        if project is None:
            return
        self._changed = None
        done = self._session.perform(lambda: act(project, document))
        if done is None or not done.changes:
            return
        self._reveal()
        told = sentence.format(what=self._words.term(f"change.{done.changes[0].kind}"))
        if done.left:
            titles = {row.id: row.title for row in project.documents()}
            titles[NEWSROOM] = translate("Review", "the issue")
            left = "、".join(titles.get(each, each) for each in done.left)
            told += translate("Review", "; it stays in what was changed since: {titles}").format(titles=left)
        self.said.emit(told)

    def _reveal(self) -> None:
        """Go to what has just come back, where none of it is in view: taken back out of sight it would go unseen."""
        changed = self._changed
        if changed is None or not changed.new:
            return
        rows = range(changed.first, changed.first + changed.new)
        if self._view.current_row() in rows or any(row in rows for row in self._view.rows_in_view()):
            return
        typing = self._view.is_editing()
        self._view.go_to_row(changed.first)
        if typing:
            self._view.edit_row(changed.first)

    # -- what is selected ----------------------------------------------------------------------------------------

    def cut_text(self) -> None:
        """Take the selected characters, to be put in elsewhere."""
        self._view.cut()

    def copy_text(self) -> None:
        """Copy what is selected."""
        self._view.copy()

    def paste_text(self) -> None:
        """Put the clipboard's text in."""
        self._view.paste()

    def select_all(self) -> None:
        """Select the whole text."""
        if self._view.leave_row():
            self._view.select_all()

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
            self.do(lambda r: r.split(offset))

    def join(self) -> None:
        """Join the caret's row with the next one, or the selected rows into one."""

        def act(review: Reviewing, rows: Sequence[int]) -> Change | None:
            return review.join(rows[0])

        self.on_rows(act)

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

        self.on_rows(act)

    def move_part(self) -> None:
        """Ask which paragraphs are to be read where, and move them; the selected rows are named already."""
        self._view.commit()
        review = self._session.review
        if review is None or not len(review):
            return

        def done(rows: range, before: int) -> None:
            if self.do(lambda r: r.move(rows, before)) is not None:
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
            if self.do(lambda r: r.insert(row, text, role)) is not None:
                self._view.go_to_row(row)

        OwnParagraph(self._view.window(), self._words, role, "", done).open()

    def set_role(self, role: str) -> None:
        """Give the selected rows a role."""
        self.on_rows(lambda r, rows: r.set_role(rows, role))

    def hold(self) -> None:
        """Leave the selected rows out of print, or put them back."""
        self.on_rows(lambda r, rows: r.hold(rows, r.paragraph(rows[0]).printed))

    def cut(self) -> None:
        """Begin an article at the caret's row, or join it to the article before."""
        project = self._session.project

        def act(review: Reviewing, rows: Sequence[int]) -> Change | None:
            assert project is not None
            if review.tags[rows[0]].begins:
                return project.planning.merge(review, rows[0])
            return project.planning.cut(review, rows[0])

        self.on_rows(act)
