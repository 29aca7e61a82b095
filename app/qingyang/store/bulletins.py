"""Plain rows outside the journal: bulletins, settings, the state of views."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qingyang.errors import AppError
from qingyang.store.journal import Journal
from qingyang.store.records import canonical


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One issue of a bulletin."""

    id: str
    name: str
    """What the masthead says."""
    number: str = ""
    date: str = ""
    template: str = ""
    documents: tuple[str, ...] = ()
    """Ids, in printing order."""
    editors: tuple[str, ...] = ()
    created: str = ""
    """UTC, ISO 8601."""


class Bulletins(Journal):
    """The part of a desk that knows what is printed and how one works."""

    def put_bulletin(self, bulletin: Bulletin) -> None:
        """Add a bulletin, or replace the one of the same id."""
        with self._writing() as db:
            db.table("bulletins").upsert(
                {
                    "id": bulletin.id,
                    "name": bulletin.name,
                    "number": bulletin.number,
                    "date": bulletin.date,
                    "template": bulletin.template,
                    "editors": canonical(bulletin.editors),
                    "created": bulletin.created,
                    "removed": "",
                },
                pk="id",
            )
            db.execute("DELETE FROM bulletin_documents WHERE bulletin = ?", (bulletin.id,))
            db.conn.executemany(
                "INSERT INTO bulletin_documents VALUES (?, ?, ?)",
                [(bulletin.id, n, document) for n, document in enumerate(bulletin.documents)],
            )

    def bulletins(self) -> list[Bulletin]:
        """Return every bulletin, the oldest first."""
        with self._reading() as connection:
            places = connection.execute(
                "SELECT bulletin, document FROM bulletin_documents ORDER BY bulletin, position"
            ).fetchall()
            rows = connection.execute(
                "SELECT id, name, number, date, template, editors, created FROM bulletins "
                "WHERE removed = '' ORDER BY created, id"
            ).fetchall()
        return [
            Bulletin(
                id=id,
                documents=tuple(document for bulletin, document in places if bulletin == id),
                editors=tuple(json.loads(editors)),
                name=name,
                number=number,
                date=date,
                template=template,
                created=created,
            )
            for id, name, number, date, template, editors, created in rows
        ]

    def bulletin(self, id: str) -> Bulletin:
        """Return one bulletin; `no_such_bulletin` if there is none."""
        for bulletin in self.bulletins():
            if bulletin.id == id:
                return bulletin
        raise AppError("no_such_bulletin", id=id)

    def remove_bulletin(self, id: str, time: str) -> None:
        """Take a bulletin off the list; nothing of it is deleted."""
        with self._writing() as db:
            db.execute("UPDATE bulletins SET removed = ? WHERE id = ?", (time, id))

    def setting(self, key: str, default: Any = None) -> Any:
        """Return a setting's JSON value."""
        with self._reading() as connection:
            row = connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return default if row is None else json.loads(row[0])

    def settings(self) -> dict[str, Any]:
        """Return every setting."""
        with self._reading() as connection:
            rows = connection.execute("SELECT key, value FROM settings ORDER BY key").fetchall()
        return {key: json.loads(value) for key, value in rows}

    def put_setting(self, key: str, value: Any) -> None:
        """Keep a setting: any JSON value."""
        with self._writing() as db:
            db.table("settings").upsert({"key": key, "value": canonical(value)}, pk="key")

    def view(self, document: str) -> dict[str, Any]:
        """Return how a document was last looked at (place, selection …); empty if it never was."""
        with self._reading() as connection:
            row = connection.execute("SELECT state FROM views WHERE document = ?", (document,)).fetchone()
        found: dict[str, Any] = {} if row is None else json.loads(row[0])
        return found

    def put_view(self, document: str, state: Mapping[str, Any]) -> None:
        """Keep how a document is looked at: JSON values."""
        with self._writing() as db:
            db.table("views").upsert({"document": document, "state": canonical(dict(state))}, pk="document")
