"""One step of work, its inverse, and what undo means over a list of them.

A `Change` is records added and dropped in one step; it is a row in the journal and the signal the views refresh from.
Undo appends the inverse, so the journal only ever grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from qingyang.text.edit import (
    APPLY_FROM,
    NOTHING_PROPOSED,
    Bookmark,
    Cut,
    Edit,
    Figure,
    Flag,
    Key,
    Mark,
    Move,
    Note,
    Property,
    Proposals,
    Record,
    Slip,
    Tag,
    Verdict,
)
from qingyang.text.edits import Edits
from qingyang.text.force import in_force
from qingyang.text.piecing import read
from qingyang.text.reading import Reading
from qingyang.text.source import Source

CHANGE_VERSION = 1
"""Of the payload; a journal row carries it."""

TAKEN_OVER = "newsroom"
"""Kind of the change with what the newsroom had settled before the journal knew of it."""


@dataclass(frozen=True, slots=True)
class Change:
    """Records added and dropped in one step, by whom and when."""

    id: str
    """A ULID, made in services."""
    document: str
    kind: str
    """What was done, as the id of a message: ``change.<kind>``."""
    added: tuple[Record, ...] = ()
    dropped: tuple[Record, ...] = ()
    before: str = ""
    """Hash of the rules' proposals before, where this change replaces them; else empty, as is ``proposals``."""
    proposals: str = ""
    undoes: str = ""
    """Id of the change this one takes back: an undo, or the redo of one."""
    desk: str = ""
    person: str = ""
    time: str = ""
    """UTC, ISO 8601."""
    version: int = CHANGE_VERSION
    origin: str = ""
    """Id this change had on the desk it was merged from."""

    def inverse(self, id: str, *, person: str, time: str) -> Change:
        """Return the change that takes this one back."""
        return replace(
            self,
            id=id,
            added=self.dropped,
            dropped=self.added,
            before=self.proposals,
            proposals=self.before,
            undoes=self.id,
            person=person,
            time=time,
            origin="",
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """One document's state: the raw text, what the rules propose, what hands have settled."""

    source: Source
    proposals: Proposals = NOTHING_PROPOSED
    records: Mapping[Key, Record] = field(default_factory=lambda: MappingProxyType({}))

    def apply(self, change: Change) -> Draft:
        """Return the draft with a change's records dropped and added; proposals are replaced by whoever holds them."""
        records = dict(self.records)
        for record in change.dropped:
            records.pop(record.key, None)
        for record in change.added:
            records[record.key] = record
        return replace(self, records=MappingProxyType(records))

    def verdict(self, edit: Edit | Move | Flag) -> Verdict | None:
        """Return what a person has said about a rule's edit, move or flag."""
        found = self.records.get(("verdict", *edit.key))
        return found if isinstance(found, Verdict) else None

    def stands(self, edit: Edit | Move) -> bool:
        """Say whether a rule's edit or move is applied: by a person's word, else by its probability."""
        verdict = self.verdict(edit)
        return verdict.accept if verdict is not None else edit.p >= APPLY_FROM

    def doubtful(self, edit: Edit | Move | Flag) -> bool:
        """Say whether a rule's edit, move or flag waits for a person."""
        asks = isinstance(edit, Flag) or edit.p < self.proposals.sure_from
        return asks and ("verdict", *edit.key) not in self.records

    def hand_edits(self) -> list[Edit]:
        """Return the edits made by hand."""
        return [r for r in self.records.values() if isinstance(r, Edit)]

    def moves(self) -> list[Move]:
        """Return every move in force: the rules' own first, then by hand in the order they were made."""
        hands = sorted((r for r in self.records.values() if isinstance(r, Move)), key=lambda m: m.id)
        return [m for m in self.proposals.moves if self.stands(m)] + hands

    def tags(self) -> list[Tag]:
        """Return the roles set by hand."""
        return [r for r in self.records.values() if isinstance(r, Tag)]

    def marks(self) -> list[Mark]:
        """Return the marks set by hand."""
        return [r for r in self.records.values() if isinstance(r, Mark)]

    def cuts(self) -> list[Cut]:
        """Return the article cuts set by hand."""
        return [r for r in self.records.values() if isinstance(r, Cut)]

    def figures(self) -> list[Figure]:
        """Return the figures hands have made, in that order."""
        return sorted((r for r in self.records.values() if isinstance(r, Figure)), key=lambda f: f.id)

    def properties(self) -> list[Property]:
        """Return what hands have said of articles."""
        return [r for r in self.records.values() if isinstance(r, Property)]

    def notes(self) -> list[Note]:
        """Return the remarks on the text and the answers to them."""
        return [r for r in self.records.values() if isinstance(r, Note)]

    def bookmarks(self) -> list[Bookmark]:
        """Return the places somebody wants to come back to."""
        return [r for r in self.records.values() if isinstance(r, Bookmark)]

    def slips(self) -> list[Slip]:
        """Return the mistakes an editor has marked."""
        return [r for r in self.records.values() if isinstance(r, Slip)]

    def edits_in_force(self) -> Edits:
        """Return the edits that make the text, by place."""
        rules = Edits.of(self.proposals.edits)
        stands = bytearray(p >= APPLY_FROM for p in rules.ps)
        for record in self.records.values():
            if isinstance(record, Verdict) and (k := rules.numbered(record.edit)) is not None:
                stands[k] = record.accept
        return in_force(rules.only(stands), self.hand_edits())

    def reading(self) -> Reading:
        """Return the text in force."""
        return read(self.source.text, self.edits_in_force(), self.moves())


def undo_and_redo(changes: Iterable[Change]) -> tuple[list[Change], list[Change]]:
    """Return what can be undone and what can be redone, the next one last.

    A change that takes back the newest undoable one is an undo, one that takes back the newest undo is a redo;
    anything new makes redo impossible.
    """
    undo: list[Change] = []
    redo: list[Change] = []
    for change in changes:
        turn(undo, redo, change)
    return undo, redo


def turn(undo: list[Change], redo: list[Change], change: Change) -> None:
    """Bring what can be undone and redone up to date with one more change."""
    if change.proposals or change.kind == TAKEN_OVER:
        # Neither a run of the rules nor what an older desk brought along is a person's step: hands stand through it.
        return
    if change.undoes and undo and undo[-1].id == change.undoes:
        undo.pop()
        redo.append(change)
    elif change.undoes and redo and redo[-1].id == change.undoes:
        redo.pop()
        undo.append(change)
    else:
        undo.append(change)
        redo.clear()
