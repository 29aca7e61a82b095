"""Records added and dropped in one step: put together, tried on a draft, and what hangs on typed text carried along."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, Protocol

from qingyang.text.change import Draft
from qingyang.text.edit import Anchored, Key, Record
from qingyang.text.reading import Reading


class Step(NamedTuple):
    """Records added and dropped together."""

    added: tuple[Record, ...] = ()
    dropped: tuple[Record, ...] = ()


class Recorded(Protocol):
    """What is made of records: a document's draft, the newsroom's ledger."""

    @property
    def records(self) -> Mapping[Key, Record]:
        """Return the records that stand, by key."""
        ...


def set_records(draft: Recorded, records: Iterable[Record]) -> Step:
    """Return the step that puts these records in place of those with the same keys; what stands already is left."""
    new = [r for r in records if draft.records.get(r.key) != r]
    return Step(tuple(new), tuple(draft.records[r.key] for r in new if r.key in draft.records))


def merge(*steps: Step) -> Step:
    """Return one step that does all of these, each on top of those before it."""
    made: dict[Key, Record] = {}
    gone: dict[Key, Record] = {}
    for step in steps:
        for record in step.dropped:
            if record.key in made:
                del made[record.key]
            else:
                gone[record.key] = record
        made |= {r.key: r for r in step.added}
    return Step(tuple(made.values()), tuple(gone.values()))


def with_step(draft: Draft, step: Step) -> Draft:
    """Return the draft as it is after a step that nobody has journalled."""
    gone = {record.key for record in step.dropped}
    records = {key: record for key, record in draft.records.items() if key not in gone}
    return replace(draft, records=records | {record.key: record for record in step.added})


def carried(draft: Draft, reading: Reading, step: Step, goes: Callable[[int], int | None]) -> Step:
    """Return the records that carry what hangs on typed text along; ``goes`` tells where a character comes to."""
    hanging = [r for r in draft.records.values() if isinstance(r, Anchored) and r.anchor.edit]
    if not hanging:
        return Step()
    after = with_step(draft, step).reading()
    moved: list[tuple[Record, Record]] = []
    for record in hanging:
        place = reading.place(record.anchor)
        goal = goes(place) if place is not None else None
        if goal is None or goal >= len(after.text):
            continue
        anchor = after.anchor(goal)
        if anchor != record.anchor:
            moved.append((record, record._replace(anchor=anchor)))
    # Where two come to hang on one character, the one that was there first stands.
    standing = draft.records.keys() - {old.key for old, _ in moved}
    added = {new.key: new for _, new in reversed(moved) if new.key not in standing}
    return Step(tuple(added.values()), tuple(old for old, _ in moved))
