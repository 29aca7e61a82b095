"""What is done step by step: one way for every change, written before it shows, and undo and redo over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from qingyang.services import identity
from qingyang.text.change import Change, turn, undo_and_redo
from qingyang.text.step import Step


class Journal(Protocol):
    """Where changes go before the screen calls them saved."""

    def append(self, change: Change) -> object:
        """Write one change for good, or raise `AppError` and leave everything as it was."""
        ...


class MemoryJournal:
    """Keeps changes in memory: for the command line without a desk file, and for tests."""

    def __init__(self) -> None:
        self.changes: list[Change] = []

    def append(self, change: Change) -> None:
        """Keep one change."""
        self.changes.append(change)


class Stepping:
    """The changes of one document, or of the newsroom."""

    def __init__(
        self,
        document: str,
        journal: Journal,
        changes: Iterable[Change] = (),
        *,
        person: str = "",
        new_id: Callable[[], str] | None = None,
        now: Callable[[], str] = identity.now,
    ) -> None:
        self.document = document
        self._journal = journal
        self._changes = list(changes)
        self._undo, self._redo = undo_and_redo(self._changes)
        self.person = person
        self.new_id = new_id or identity.Ulids()
        self.now = now

    @property
    def changes(self) -> Sequence[Change]:
        """Return every change so far, the oldest first."""
        return self._changes

    def undoable(self) -> Change | None:
        """Return the change that undo would take back."""
        return self._undo[-1] if self._undo else None

    def redoable(self) -> Change | None:
        """Return the undo that redo would take back."""
        return self._redo[-1] if self._redo else None

    def undo(self) -> Change | None:
        """Take the newest change back; the inverse is appended, nothing is erased."""
        return self._invert(self.undoable())

    def redo(self) -> Change | None:
        """Take the newest undo back."""
        return self._invert(self.redoable())

    def inverse(self, change: Change) -> Change:
        """Return the change that would take one back; nothing is done yet."""
        return change.inverse(self.new_id(), person=self.person, time=self.now())

    def _invert(self, change: Change | None) -> Change | None:
        return None if change is None else self._apply(self.inverse(change))

    def planned(self, kind: str, step: Step) -> Change:
        """Return the change that a step would be; nothing is done yet."""
        return Change(
            self.new_id(), self.document, kind, step.added, step.dropped, person=self.person, time=self.now()
        )

    def do(self, kind: str, step: Step) -> Change | None:
        """Carry out one step; None where it does nothing."""
        if not step.added and not step.dropped:
            return None
        return self._apply(self.planned(kind, step))

    def adopt(self, change: Change) -> None:
        """Take in a change that is in the journal already: one of several documents' that were written together."""
        self._take(change, self._prepared(change))

    def _apply(self, change: Change) -> Change:
        show = self._prepared(change)
        self._journal.append(change)
        self._take(change, show)
        return change

    def _take(self, change: Change, show: Callable[[], None]) -> None:
        self._changes.append(change)
        turn(self._undo, self._redo, change)
        show()

    def _prepared(self, change: Change) -> Callable[[], None]:
        """Work out what a change comes to; what is returned shows it, once it is written."""
        raise NotImplementedError
