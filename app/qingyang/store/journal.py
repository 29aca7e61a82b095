"""The journal: every Change in one row, each row's hash over the one before it. Rows are only ever added.

A row's hash is the SHA-256 of the JSON list of the previous hash (empty for the first), seq, id, document, kind,
version, payload (as text), proposals_before, proposals, desk, person, time, undoes and origin. A change of no
document, which is the newsroom's, has an empty one there and NULL in its row.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from qingyang.errors import AppError
from qingyang.store.base import storable, undisturbed
from qingyang.store.faults import damaged
from qingyang.store.paragraphs import Paragraphs
from qingyang.store.records import canonical, payload, records
from qingyang.text.article import Article
from qingyang.text.change import CHANGE_VERSION, Change, Draft
from qingyang.text.edit import Figure, Key, Record

COLUMNS = (
    "seq, id, coalesce(document, ''), kind, version, payload, proposals_before, proposals, "
    "desk, person, time, undoes, origin, previous, hash"
)


class JournalRow(NamedTuple):
    """A change as it stands in the journal."""

    seq: int
    """From 1, over the whole desk."""
    change: Change
    previous: str
    hash: str


class Journal(Paragraphs):
    """The part of a desk that knows what was done."""

    def append(self, change: Change, articles: Sequence[Article] | None = None) -> JournalRow:
        """Write a change; it is on disk when this returns. With ``articles`` the derived rows change with it.

        Proposals and pictures the change names must have been put before.
        """
        text = payload(change)
        with self._writing() as db:
            length, head = db.execute("SELECT length, head FROM chain").fetchone()
            self._check_proposals(db.conn, change)
            self._check_pictures(db.conn, change)
            seq = length + 1
            row = (
                seq,
                change.id,
                change.document,
                change.kind,
                change.version,
                text,
                change.before,
                change.proposals,
                change.desk,
                storable(change.person),
                change.time,
                change.undoes,
                change.origin,
            )
            hash = row_hash(head, row)
            stored = (*row[:2], change.document or None, *row[3:], head, hash)
            db.execute(f"INSERT INTO journal VALUES ({','.join('?' * 15)})", stored)
            db.execute("UPDATE chain SET length = ?, head = ?", (seq, hash))
            if articles is not None:
                self.replace_paragraphs(change.document, articles, seq)
        return JournalRow(seq, change, head, hash)

    def changes(self, document: str) -> list[Change]:
        """Return the changes of a document, or of `NEWSROOM`, in the order they were made."""
        return [row.change for row in self.journal(document)]

    def journal(self, document: str | None = None) -> list[JournalRow]:
        """Return the journal of a document or of `NEWSROOM`, or of the whole desk."""
        with self._reading() as connection:
            where = "" if document is None else "WHERE document IS ?"
            found = connection.execute(
                f"SELECT {COLUMNS} FROM journal {where} ORDER BY seq",
                () if document is None else (document or None,),
            ).fetchall()
        with undisturbed():
            return [JournalRow(row[0], self._change(row), row[-2], row[-1]) for row in found]

    def last_change(self) -> str:
        """Return the greatest id of a change, empty where nothing was done yet."""
        with self._reading() as connection:
            return str(connection.execute("SELECT coalesce(max(id), '') FROM journal").fetchone()[0])

    def changed_in(self, ids: Sequence[str]) -> list[str]:
        """Return the documents of some changes, `NEWSROOM` among them if one is the newsroom's."""
        with self._reading() as connection:
            rows = connection.execute(
                f"SELECT DISTINCT coalesce(document, '') FROM journal WHERE id IN ({','.join('?' * len(ids))})",
                ids,
            )
            return [document for (document,) in rows]

    def draft(self, document: str, changes: Sequence[Change] | None = None) -> Draft:
        """Return a document's state: its source and its changes folded over it (read here unless given)."""
        row = self.document(document)
        source = self.source(row.source, row.decoder)
        proposals = ""
        standing: dict[Key, Record] = {}
        # As `Draft.apply`, change by change, without a copy of all records each time.
        for change in self.changes(document) if changes is None else changes:
            for record in change.dropped:
                standing.pop(record.key, None)
            for record in change.added:
                standing[record.key] = record
            if change.before or change.proposals:
                proposals = change.proposals
        return Draft(source, self.proposals(proposals), MappingProxyType(standing))

    def current_proposals(self, document: str) -> str:
        """Return the hash of the proposals in force; empty if there are none."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT proposals FROM journal WHERE document = ? AND proposals || proposals_before <> '' "
                "ORDER BY seq DESC LIMIT 1",
                (document,),
            ).fetchone()
        return row[0] if row else ""

    def _check_proposals(self, connection: sqlite3.Connection, change: Change) -> None:
        for hash in {change.proposals, change.before} - {""}:
            if connection.execute("SELECT 1 FROM proposals WHERE hash = ?", (hash,)).fetchone() is None:
                raise ValueError(f"proposals {hash} were never put")

    def _check_pictures(self, connection: sqlite3.Connection, change: Change) -> None:
        for hash in pictures_of(change.added) - {""}:
            if connection.execute("SELECT 1 FROM pictures WHERE sha256 = ?", (hash,)).fetchone() is None:
                raise ValueError(f"picture {hash} was never put")

    def _change(self, row: tuple[Any, ...]) -> Change:
        *told, previous, hash = row
        seq, id, document, kind, version, text, before, proposals, desk, person, time, undoes, origin = told
        if row_hash(previous, told) != hash:
            raise damaged(self.path, f"journal {seq}: hash differs")
        if version > CHANGE_VERSION:
            raise AppError("desk_newer", path=self.path)
        try:
            added, dropped = records(text)
        except ValueError as error:
            raise damaged(self.path, f"journal {seq}: {error}") from error
        return Change(
            id=id,
            document=document,
            kind=kind,
            added=added,
            dropped=dropped,
            before=before,
            proposals=proposals,
            undoes=undoes,
            desk=desk,
            person=person,
            time=time,
            version=version,
            origin=origin,
        )


def pictures_of(records: Iterable[Record]) -> set[str]:
    """Return the hashes of the pictures that figures among some records show."""
    return {record.picture for record in records if isinstance(record, Figure)}


def row_hash(previous: str, row: Sequence[object]) -> str:
    """Return the hash of a row (seq to origin) that follows another."""
    return hashlib.sha256(canonical([previous, *row]).encode()).hexdigest()
