"""Finding and replacing: hits follow the typing and every change; replacing all is looked through first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from qingyang.errors import AppError
from qingyang.services.reviewed import Hit
from qingyang.services.reviewing import Reviewing
from qingyang.text.search import EXPRESSION, PLAIN, Match, Query, Tables, find
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.alike import Deed, Sought
from qingyang.ui.findbar import FindBar
from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.session import Session
from qingyang.wording import Wording

translate = QCoreApplication.translate


class Finding(QObject):
    """Joins find bar, session and view."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        view: AlignedView,
        bar: FindBar,
        words: Wording,
        look_through: Callable[[Sought], None],
    ) -> None:
        super().__init__(view)
        self._session, self._jobs, self._view, self._bar, self._words = session, jobs, view, bar, words
        self._look_through = look_through
        self._tables: Tables | None = None
        """What the dictionaries know; opened when it is first wanted."""
        self._matches: Sequence[Match] = ()
        self._hits: Sequence[Hit] = ()
        self._number = -1
        """The hit that is counted, or -1."""
        self._current = -1
        """The hit that is shown as found, or -1."""
        self._from = 0
        """The repaired offset that was searched from."""
        bar.changed.connect(lambda: self._look(jump=True))
        bar.next_asked.connect(self.next)
        bar.previous_asked.connect(self.previous)
        bar.replace_asked.connect(self.replace_one)
        bar.replace_all_asked.connect(self.replace_all)
        bar.closed.connect(self._closed)
        session.shown.connect(lambda: self._look(jump=False))
        session.document_changed.connect(lambda: self._look(jump=False))

    def open(self) -> None:
        """Show the find bar with the selected text."""
        self._open(replace=False)

    def open_replace(self) -> None:
        """Show the find bar with the line for what is put there instead."""
        self._open(replace=True)

    def _open(self, *, replace: bool) -> None:
        span = self._view.selection()
        text = self._view.selected_text() if span is not None else ""
        caret = self._view.caret_offset()
        self._from = span[0] if span is not None else caret if caret is not None else -1
        project = self._session.project
        names = (self._session.perform(project.names) if project is not None else None) or []
        self._bar.offer([name.name for name in names if name.on])
        text = "" if "\n" in text else text
        self._bar.open(text, replace=replace)
        self._look(jump=bool(text))

    def close(self) -> None:
        """Hide the bar and the hits."""
        self._bar.hide()
        self._hits, self._matches, self._number = (), (), -1
        self._show(-1)
        self._view.setFocus()

    def _closed(self) -> None:
        """Go back to the text; what was found is selected there, to be typed over."""
        found = self._hits[self._current] if self._current >= 0 else None
        self.close()
        if found is not None:
            self._view.edit_span(found.start, found.end)

    def next(self) -> None:
        """Go to the next hit."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self._bar.isVisible():
            self.open()
            return
        if not self._hits:
            return
        typing = self._view.is_editing()
        # The first time it is the one from the caret on that is wanted, not the one behind it.
        self._number = (self._number + (by if self._current >= 0 or by < 0 else 0)) % len(self._hits)
        hit = self._hits[self._number]
        if typing and not self._view.leave_row():
            return
        self._from = hit.start
        self._show(self._number)
        if typing:
            self._view.edit_span(hit.start, hit.end)

    def _look(self, *, jump: bool) -> None:
        if not self._bar.isVisible():
            return
        query, review = self._bar.wanted(), self._session.review
        tables = self._known(query)
        if tables is None or review is None:
            return
        try:
            self._matches = find(query, str(review.reading.text), tables, self._bar.new.text())
        except AppError as error:
            self._matches, self._hits, self._number = (), (), -1
            self._view.set_hits((), -1)
            self._bar.show_fault(self._words.explain(error))
            return
        self._hits = [Hit(m.start, m.end, review.row_at(m.start)) for m in self._matches]
        start = self._start(review)
        # The first hit from here on; the first of all where none follows.
        self._number = next(
            (k for k, hit in enumerate(self._hits) if hit.start >= start), 0 if self._hits else -1
        )
        # The view scrolls to the current hit: only for who is searching, not for who is editing.
        self._show(self._number if jump else -1)

    def _start(self, review: Reviewing) -> int:
        """Return where a search begins: where it began before, while that is in the current row, else at the row."""
        row = max(0, self._view.current_row())
        if 0 <= self._from < len(review.reading.text) and review.row_at(self._from) == row:
            return self._from
        return review.passages[row].start if row < len(review) else 0

    def _known(self, query: Query) -> Tables | None:
        """Return what a search asks of the dictionaries; None while they are being opened."""
        if self._tables is not None:
            return self._tables
        if query.mode in (PLAIN, EXPRESSION) and not query.any_script:
            return Tables()
        project = self._session.project
        if project is not None and not self._jobs.running:
            job = Job(
                translate("Find", "Opening the dictionaries"), lambda _report: project.workbench.search_tables
            )
            job.done.connect(self._opened)
            job.failed.connect(self._session.fail)
            self._jobs.run(job)
        return None

    def _opened(self, tables: Tables) -> None:
        self._tables = tables
        self._look(jump=True)

    def _show(self, current: int) -> None:
        self._current = current
        self._view.set_hits(self._hits, current)
        self._bar.show_count(self._number, len(self._hits))

    # -- replacing -----------------------------------------------------------------------------------------------

    def replace_one(self) -> None:
        """Put the new text in place of the current hit and go to the next one."""
        review = self._session.review
        self._view.commit()
        if review is None or not 0 <= self._number < len(self._matches):
            return
        match = self._matches[self._number]
        if self._session.perform(lambda: review.replace_all([(match.start, match.end, match.new)])) is None:
            return
        # What was put in may hold what is looked for: go on behind it.
        behind = match.start + len(match.new)
        self._number = next((k for k, hit in enumerate(self._hits) if hit.start >= behind), 0)
        self._number = self._number if self._hits else -1
        self._show(self._number)

    def replace_all(self) -> None:
        """Show every place with what would be put there; Enter there replaces all that is left."""
        project, query, new = self._session.project, self._bar.wanted(), self._bar.new.text()
        if project is None or not query.text:
            return
        self._view.commit()
        title = translate("Find", "Replace “{old}” with “{new}”").format(old=query.text, new=new)
        deed = Deed(
            translate("Find", "Replace the Rest (Enter)"),
            project.everywhere.replace,
            translate("Find", "{count} replaced"),
        )
        self._look_through(Sought(title, lambda ids: project.everywhere.find(query, new, ids), (deed,)))
