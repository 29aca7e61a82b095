"""What the newsroom has settled for all its documents, kept and undone as everything else is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from qingyang.services.stepping import Journal, Stepping
from qingyang.text.change import Change
from qingyang.text.edit import Key, Record
from qingyang.text.newsroom import NEWSROOM, Settled
from qingyang.text.step import Step, set_records

Kind = TypeVar("Kind", bound=Settled)


class Ledger(Stepping):
    """The newsroom's records: names, roles, lists, issues, and which articles are read elsewhere."""

    def __init__(
        self,
        journal: Journal,
        changes: Iterable[Change] = (),
        *,
        person: str = "",
        new_id: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(NEWSROOM, journal, changes, person=person, new_id=new_id)
        self.listeners: list[Callable[[Change], None]] = []
        self._records: dict[Key, Record] = {}
        self._last: dict[Key, Change] = {}
        for change in self.changes:
            self._fold(change)

    @property
    def records(self) -> Mapping[Key, Record]:
        """Return the records that stand, by key."""
        return self._records

    def of(self, kind: type[Kind]) -> list[Kind]:
        """Return the records of one kind."""
        return [record for record in self._records.values() if isinstance(record, kind)]

    def put(self, kind: str, *records: Settled) -> Change | None:
        """Settle something, in place of what was settled of the same; None where it is so already."""
        return self.do(kind, set_records(self, records))

    def drop(self, kind: str, *records: Settled) -> Change | None:
        """Settle something no longer."""
        return self.do(kind, Step((), records))

    def last(self, key: Key) -> Change | None:
        """Return the change that has last said something of this."""
        return self._last.get(key)

    def _fold(self, change: Change) -> None:
        for record in change.dropped:
            self._records.pop(record.key, None)
        self._records |= {record.key: record for record in change.added}
        self._last |= {record.key: change for record in (*change.dropped, *change.added)}

    def _prepared(self, change: Change) -> Callable[[], None]:
        def show() -> None:
            self._fold(change)
            for listener in self.listeners:
                listener(change)

        return show
