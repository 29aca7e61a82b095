"""How a desk from before the journal knew the newsroom's words brings them into it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlite_utils import Database

from qingyang.store.journal import row_hash
from qingyang.store.records import payload
from qingyang.text.change import TAKEN_OVER, Change
from qingyang.text.issue import NAMES, Issue, IssueFacts
from qingyang.text.lesson import Lesson, Likeness
from qingyang.text.newsroom import NEWSROOM, Called, Guard, Listed, OwnRole, Settled, Switched

_WORDS, _SWITCHES = (f"{n:026}" for n in range(2))
"""The least ULIDs there are: of what was so before anybody was asked."""


def take_over(db: Database) -> None:
    """Write what names, roles, lists and bulletins of an older desk say as one change of the newsroom."""
    _write(db, _WORDS, tuple(_records(db)))


def take_over_switches(db: Database) -> None:
    """Write which checks an older desk has switched off, and which rules it knows, as one change of the newsroom."""
    _write(db, _SWITCHES, tuple(_switches(db)))


def _write(db: Database, id: str, records: tuple[Settled, ...]) -> None:
    if not records:
        return
    change = Change(id, NEWSROOM, TAKEN_OVER, records)
    length, head = db.execute("SELECT length, head FROM chain").fetchone()
    row = (length + 1, id, "", change.kind, change.version, payload(change), *([""] * 7))
    hash = row_hash(head, row)
    stored = (*row[:2], None, *row[3:], head, hash)
    db.execute(f"INSERT INTO journal VALUES ({','.join('?' * 15)})", stored)
    db.execute("UPDATE chain SET length = ?, head = ?", (length + 1, hash))


def _switches(db: Database) -> Iterator[Settled]:
    kept = "SELECT value FROM settings WHERE key = ?"
    for (value,) in db.execute(kept, ("checks_off",)).fetchall():
        yield from (Switched(check, on=False) for check in json.loads(value))
    for (value,) in db.execute(kept, ("learned",)).fetchall():
        yield from (Lesson(Likeness(*fields), on) for fields, on in json.loads(value))


def _records(db: Database) -> Iterator[Settled]:
    for name, kind, removed in db.execute(
        "SELECT name, kind, removed FROM names WHERE \"by\" = 'hand' OR removed <> '' ORDER BY name"
    ).fetchall():
        yield Guard(name, kind, not removed)
    for id, name, base in db.execute("SELECT id, name, base FROM roles ORDER BY rowid").fetchall():
        if base:
            yield OwnRole(id, name, base)
        elif name:
            yield Called(id, name)
    for id, name in db.execute("SELECT id, name FROM house_lists WHERE removed = '' ORDER BY added, id"):
        yield Listed(name, id)
    yield from _issues(db)


def _issues(db: Database) -> Iterator[Issue]:
    rows = db.execute(
        "SELECT id, name, number, date, template, editors, facts, most FROM bulletins "
        "WHERE removed = '' ORDER BY created, id"
    ).fetchall()
    for id, name, number, date, template, editors, facts, most in rows:
        documents = db.execute(
            "SELECT document FROM bulletin_documents WHERE bulletin = ? ORDER BY position", (id,)
        ).fetchall()
        said = {fact: text for fact, text in json.loads(facts).items() if fact in NAMES}
        said |= {"name": name, "number": number, "date": date, "editors": "、".join(json.loads(editors))}
        issue = Issue(IssueFacts(**said), most=most, id=id, documents=tuple(each for (each,) in documents))
        yield issue._replace(template=template) if template else issue
