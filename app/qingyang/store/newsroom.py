"""What a newsroom's records name, and what tags have shown: house lists, roles of its own, names found in texts.

Lists and roles are written once; whether one is in use is a record of the journal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from qingyang.store.base import storable
from qingyang.store.pictures import Pictures
from qingyang.store.records import canonical
from qingyang.text.house import Entry, HouseList
from qingyang.text.newsroom import OwnRole
from qingyang.text.role import BY_ID


class Newsroom(Pictures):
    """The part of a desk that knows the newsroom's words."""

    # -- names ---------------------------------------------------------------------------------------------------

    def find_names(self, found: Iterable[tuple[str, str]], added: str) -> None:
        """List names (name, kind) that tags have shown; what is listed stays."""
        with self._writing() as db:
            db.conn.executemany(
                "INSERT OR IGNORE INTO names VALUES (?, ?, ?)",
                [(storable(name), kind, added) for name, kind in found],
            )

    def found_names(self) -> dict[str, str]:
        """Return the names that tags have shown and what each names."""
        with self._reading() as connection:
            return dict(connection.execute("SELECT name, kind FROM names ORDER BY name"))

    # -- roles ---------------------------------------------------------------------------------------------------

    def add_role(self, role: OwnRole) -> None:
        """Add a role of the newsroom's own, set like one of `ROLES`; its id never changes."""
        like = BY_ID[role.base]
        with self._writing() as db:
            db.execute(
                "INSERT INTO roles (id, part, html, nitf, key, name, base) VALUES (?, ?, ?, ?, '', ?, ?)",
                (role.id, like.group, like.html, like.nitf, storable(role.name), role.base),
            )

    def added_roles(self) -> list[OwnRole]:
        """Return every role that was ever added, in order: a paragraph may still have one that was taken back."""
        with self._reading() as connection:
            rows = connection.execute("SELECT id, name, base FROM roles WHERE base <> '' ORDER BY rowid")
            return [OwnRole(*row) for row in rows]

    # -- lists ---------------------------------------------------------------------------------------------------

    def put_house_list(self, made: HouseList, time: str) -> None:
        """Keep a list for good."""
        with self._writing() as db:
            db.execute(
                "INSERT INTO house_lists VALUES (?, ?, ?, ?)",
                (made.id, storable(made.name), made.kind, time),
            )
            db.conn.executemany(
                "INSERT INTO house_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        made.id,
                        n,
                        e.row,
                        storable(e.term),
                        canonical([storable(each) for each in e.instead]),
                        e.level,
                        storable(e.post),
                        e.rank,
                        storable(e.note),
                    )
                    for n, e in enumerate(made.entries)
                ],
            )

    def house_list(self, id: str) -> HouseList:
        """Return one list. Raises `KeyError` where it was never put."""
        with self._reading() as connection:
            head = connection.execute("SELECT name, kind FROM house_lists WHERE id = ?", (id,)).fetchone()
            rows = connection.execute(
                "SELECT row, term, instead, level, post, rank, note FROM house_entries "
                "WHERE list = ? ORDER BY n",
                (id,),
            ).fetchall()
        if head is None:
            raise KeyError(id)
        entries = [
            Entry(row, term, tuple(json.loads(instead)), level, post, rank, note)
            for row, term, instead, level, post, rank, note in rows
        ]
        name, kind = head
        return HouseList(id, name, kind, tuple(entries))
