"""What can be wrong with a desk file, found by reading all of it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from qingyang.errors import AppError
from qingyang.store.columns import sound, unpack
from qingyang.store.journal import COLUMNS, pictures_of, row_hash
from qingyang.store.paragraphs import digest_of
from qingyang.store.pictures import original
from qingyang.store.records import records
from qingyang.store.tables import triggers
from qingyang.wording import Message, message

_SHOWN = 20
"""Complaints of SQLite itself that are passed on; a ruined file has thousands."""


class Finding(NamedTuple):
    """Something wrong with a desk file."""

    what: Message
    where: str
    """Table and key, as ``journal 12``."""


def findings(connection: sqlite3.Connection, folder: Path) -> list[Finding]:
    """Return all that is wrong with a desk, its large pictures in ``folder`` included.

    A check that cannot read on is a finding itself.
    """
    found: list[Finding] = []
    pictures = partial(_pictures, folder=folder)
    for check in (
        _integrity,
        _foreign_keys,
        _triggers,
        _sources,
        _proposals,
        _journal,
        pictures,
        _paragraphs,
    ):
        found += _guarded(check, connection)
    return found


def _guarded(
    check: Callable[[sqlite3.Connection], Iterator[Finding]], connection: sqlite3.Connection
) -> list[Finding]:
    found: list[Finding] = []
    try:
        found.extend(check(connection))
    except sqlite3.DatabaseError as error:
        found.append(_integrity_finding(str(error)))
    return found


def _integrity_finding(reason: str) -> Finding:
    return Finding(message("finding.desk.integrity", reason=reason), "file")


def _integrity(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (line,) in connection.execute(f"PRAGMA integrity_check({_SHOWN})"):
        if line != "ok":
            yield _integrity_finding(line)


def _foreign_keys(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Finding(message("finding.desk.foreign_key", parent=parent), f"{table} {row}")


def _triggers(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')")
    there, wanted = dict(rows.fetchall()), triggers()
    for name in sorted(there.keys() | wanted.keys()):
        if there.get(name) != wanted.get(name):
            yield Finding(message("finding.desk.trigger"), f"trigger {name}")


def _sources(connection: sqlite3.Connection) -> Iterator[Finding]:
    keys = connection.execute("SELECT sha256, decoder FROM sources ORDER BY rowid").fetchall()
    for key in keys:
        row = connection.execute(
            "SELECT bytes, text, text_sha256, characters FROM sources WHERE sha256 = ? AND decoder = ?", key
        ).fetchone()
        if hashlib.sha256(row[0]).hexdigest() != key[0]:
            yield Finding(message("finding.desk.source_bytes"), f"sources {key[0]}")
        if not _is_text(*row[1:]):
            yield Finding(message("finding.desk.source_text"), f"sources {key[0]} {key[1]}")


def _is_text(packed: bytes, sha256: str, characters: int) -> bool:
    try:
        return len(sound(packed, sha256).decode("utf-8", "surrogatepass")) == characters
    except ValueError:
        return False


def _proposals(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (hash,) in connection.execute("SELECT hash FROM proposals ORDER BY rowid").fetchall():
        packed = connection.execute("SELECT payload FROM proposals WHERE hash = ?", (hash,)).fetchone()[0]
        if not _are_proposals(packed, hash):
            yield Finding(message("finding.desk.proposals"), f"proposals {hash}")


def _are_proposals(packed: bytes, hash: str) -> bool:
    try:
        unpack(sound(packed, hash))
    except ValueError:
        return False
    return True


def _journal(connection: sqlite3.Connection) -> Iterator[Finding]:
    known = {hash for (hash,) in connection.execute("SELECT hash FROM proposals")} | {""}
    shown = {hash for (hash,) in connection.execute("SELECT sha256 FROM pictures")} | {""}
    head, wanted = "", 1
    for row in connection.execute(f"SELECT {COLUMNS} FROM journal ORDER BY seq"):
        seq, previous, hash = row[0], row[-2], row[-1]
        where = f"journal {seq}"
        if seq != wanted or previous != head:
            yield Finding(message("finding.desk.chain"), where)
        if row_hash(previous, row[:-2]) != hash:
            yield Finding(message("finding.desk.row"), where)
        told = _pictures_in(row[5])
        if told is None:
            yield Finding(message("finding.desk.payload"), where)
        elif not told <= shown:
            yield Finding(message("finding.desk.no_picture"), where)
        if not {row[6], row[7]} <= known:
            yield Finding(message("finding.desk.no_proposals"), where)
        head, wanted = hash, seq + 1
    if connection.execute("SELECT length, head FROM chain").fetchall() != [(wanted - 1, head)]:
        yield Finding(message("finding.desk.tail"), "journal")


def _pictures_in(payload: str) -> set[str] | None:
    """Return the hashes of the pictures a payload shows, None where it is no payload."""
    try:
        added, dropped = records(payload)
    except ValueError:
        return None
    return pictures_of((*added, *dropped))


def _pictures(connection: sqlite3.Connection, folder: Path) -> Iterator[Finding]:
    for (sha256,) in connection.execute("SELECT sha256 FROM pictures ORDER BY rowid").fetchall():
        row = connection.execute("SELECT beside, bytes FROM pictures WHERE sha256 = ?", (sha256,)).fetchone()
        try:
            original(folder, sha256, *row)
        except AppError as error:
            yield Finding(message(f"finding.desk.{error.code}"), f"pictures {sha256}")


def _paragraphs(connection: sqlite3.Connection) -> Iterator[Finding]:
    documents = connection.execute(
        "SELECT d.id, d.digest, d.generation, coalesce(max(j.seq), 0) FROM documents AS d "
        "LEFT JOIN journal AS j ON j.document = d.id GROUP BY d.id ORDER BY d.position"
    ).fetchall()
    for id, digest, generation, last in documents:
        if generation > last:
            yield Finding(message("finding.desk.generation"), f"documents {id}")
        articles = connection.execute(
            "SELECT n, title, first, paragraphs, characters FROM articles WHERE document = ? ORDER BY n",
            (id,),
        ).fetchall()
        rows = connection.execute(
            "SELECT n, article, role, p, marks, text, anchor, anchor_edit, spans, others FROM paragraphs "
            "WHERE document = ? ORDER BY n",
            (id,),
        ).fetchall()
        if digest_of(articles, rows) != digest and (digest or articles or rows):
            yield Finding(message("finding.desk.paragraphs"), f"documents {id}")
