"""Plain rows outside the journal: bulletins, figures, names of roles, settings, the state of views."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qingyang.errors import AppError
from qingyang.store.journal import Journal
from qingyang.store.records import canonical
from qingyang.text.article import Anchor


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


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture's place in a document; the picture itself comes later."""

    id: str
    document: str
    anchor: Anchor
    caption: str = ""
    credit: str = ""
    picture: str = ""


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

    def put_figure(self, figure: Figure) -> None:
        """Add a figure, or replace the one of the same id."""
        with self._writing() as db:
            db.table("figures").upsert(
                {
                    "id": figure.id,
                    "document": figure.document,
                    "anchor": figure.anchor.offset,
                    "anchor_edit": figure.anchor.edit,
                    "caption": figure.caption,
                    "credit": figure.credit,
                    "picture": figure.picture,
                    "removed": "",
                },
                pk="id",
            )

    def figures(self, document: str) -> list[Figure]:
        """Return a document's figures by their place."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT id, document, anchor, anchor_edit, caption, credit, picture FROM figures "
                "WHERE document = ? AND removed = '' ORDER BY anchor, anchor_edit, id",
                (document,),
            ).fetchall()
        return [Figure(row[0], row[1], Anchor(row[2], row[3]), *row[4:]) for row in rows]

    def remove_figure(self, id: str, time: str) -> None:
        """Take a figure out; nothing of it is deleted."""
        with self._writing() as db:
            db.execute("UPDATE figures SET removed = ? WHERE id = ?", (time, id))

    def name_role(self, role: str, name: str) -> None:
        """Call a role what the newsroom calls it; empty for our own name."""
        with self._writing() as db:
            db.execute("UPDATE roles SET name = ? WHERE id = ?", (name, role))

    def role_names(self) -> dict[str, str]:
        """Return the newsroom's names by role id, of those that have one."""
        with self._reading() as connection:
            return dict(connection.execute("SELECT id, name FROM roles WHERE name <> '' ORDER BY id"))

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
