"""Remarks on the text and places to come back to; each is one change and goes with the characters it hangs on."""

from __future__ import annotations

from typing import NamedTuple

from qingyang.services.reviewing import Reviewing
from qingyang.text.change import Change
from qingyang.text.edit import Bookmark, Note
from qingyang.text.step import Step, set_records


class Remark(NamedTuple):
    """A note with its answers, where it stands now."""

    note: Note
    answers: tuple[Note, ...]
    """The oldest first."""
    at: int
    """Repaired offset; where its text is gone, that of what stands there."""
    gone: bool
    """Whether the text it hung on is gone."""


class Noting:
    """What people say about a document under review."""

    def __init__(self, review: Reviewing) -> None:
        self._review = review

    # -- remarks -------------------------------------------------------------------------------------------------

    def remarks(self) -> list[Remark]:
        """Return every remark in text order."""
        notes = sorted(self._review.draft.notes(), key=lambda note: (note.time, note.id))
        answers: dict[str, list[Note]] = {}
        for note in notes:
            answers.setdefault(note.answers, []).append(note)
        made = (self._remark(note, answers.get(note.id, [])) for note in notes if not note.answers)
        return sorted(made, key=lambda remark: remark.at)

    def _remark(self, note: Note, answers: list[Note]) -> Remark:
        at = self._review.reading.place(note.anchor)
        return Remark(note, tuple(answers), at or 0, at is None)

    def add(self, start: int, end: int, text: str) -> Change | None:
        """Say something on repaired[start:end]; nothing where nothing is said."""
        text = text.strip()
        if not text or not len(self._review):
            return None
        review = self._review
        note = Note(
            review.new_id(), review.anchor_at(start), review.reading.text[start:end], text, *self._by()
        )
        return self._put(note)

    def answer(self, remark: Note, text: str) -> Change | None:
        """Answer a remark."""
        text = text.strip()
        if not text:
            return None
        made = Note(self._review.new_id(), remark.anchor, remark.quoted, text, *self._by(), remark.id)
        return self._put(made)

    def settle(self, remark: Note, settled: bool) -> Change | None:
        """Call a remark settled, or open again."""
        return self._review.do(
            "note_settled" if settled else "note_opened",
            set_records(self._review.draft, [remark._replace(settled=settled)]),
        )

    def _put(self, note: Note) -> Change | None:
        return self._review.do("note", set_records(self._review.draft, [note]))

    def _by(self) -> tuple[str, str]:
        return self._review.person, self._review.now()

    # -- bookmarks -----------------------------------------------------------------------------------------------

    def bookmarks(self) -> list[int]:
        """Return the repaired offsets of the bookmarks whose text still stands, in order."""
        places = (self._review.reading.place(mark.anchor) for mark in self._review.draft.bookmarks())
        return sorted(place for place in places if place is not None)

    def toggle(self, row: int) -> Change | None:
        """Put a bookmark at a row, or take away those that stand there."""
        passage, reading = self._review.passages[row], self._review.reading
        there = [
            mark
            for mark in self._review.draft.bookmarks()
            if (place := reading.place(mark.anchor)) is not None and passage.start <= place < passage.end
        ]
        if there:
            return self._review.do("bookmark_off", Step((), tuple(there)))
        mark = Bookmark(self._review.anchor(row))
        return self._review.do("bookmark", set_records(self._review.draft, [mark]))
