"""What a newsroom calls things: names it writes in one way only, and its words for roles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from qingyang.store.base import storable
from qingyang.store.pictures import Pictures
from qingyang.text.name import KINDS
from qingyang.text.role import BY_ID

BY_TAGS, BY_HAND = "tags", "hand"


class HouseName(NamedTuple):
    """A name the house protects."""

    name: str
    kind: str
    """One of `text.name.KINDS`."""
    by: str = BY_HAND
    """Who has listed it: a hand, or the tags."""
    removed: str = ""
    """UTC, ISO 8601; empty while it is protected."""


class OwnRole(NamedTuple):
    """A role of the newsroom's own: its id, its name and the role it is set like."""

    id: str
    name: str
    base: str


class Newsroom(Pictures):
    """The part of a desk that knows the newsroom's words."""

    def put_name(self, name: HouseName, added: str) -> None:
        """List a name, or change what is said of the one that reads the same."""
        text = storable(name.name)
        with self._writing() as db:
            db.execute(
                "INSERT INTO names VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (name) DO UPDATE "
                'SET kind = ?2, "by" = ?3, removed = ?5',
                (text, name.kind, name.by, added, name.removed),
            )

    def find_names(self, found: Iterable[tuple[str, str]], added: str) -> None:
        """List names (name, kind) that tags have shown; what is listed or was taken off stays as a hand left it."""
        with self._writing() as db:
            db.conn.executemany(
                "INSERT OR IGNORE INTO names VALUES (?, ?, ?, ?, '')",
                [(storable(name), kind, BY_TAGS, added) for name, kind in found],
            )

    def names(self, *, removed: bool = False) -> list[HouseName]:
        """Return the house's names, people first; with ``removed`` those taken off as well."""
        where = "" if removed else "WHERE removed = ''"
        with self._reading() as connection:
            rows = connection.execute(f'SELECT name, kind, "by", removed FROM names {where} ORDER BY name')
            found = [HouseName(*row) for row in rows]
        return sorted(found, key=lambda name: KINDS.index(name.kind) if name.kind in KINDS else len(KINDS))

    def name_role(self, role: str, name: str) -> None:
        """Call a role what the newsroom calls it; empty for our own name."""
        with self._writing() as db:
            db.execute("UPDATE roles SET name = ? WHERE id = ?", (storable(name), role))

    def role_names(self) -> dict[str, str]:
        """Return the newsroom's names by role id, of those that have one."""
        with self._reading() as connection:
            return dict(connection.execute("SELECT id, name FROM roles WHERE name <> '' ORDER BY id"))

    def add_role(self, role: OwnRole) -> None:
        """Add a role of the newsroom's own, set like one of `ROLES`; its id never changes."""
        like = BY_ID[role.base]
        with self._writing() as db:
            db.execute(
                "INSERT INTO roles (id, part, html, nitf, key, name, base) VALUES (?, ?, ?, ?, '', ?, ?)",
                (role.id, like.group, like.html, like.nitf, storable(role.name), role.base),
            )

    def own_roles(self) -> list[OwnRole]:
        """Return the newsroom's own roles in the order they were added."""
        with self._reading() as connection:
            rows = connection.execute("SELECT id, name, base FROM roles WHERE base <> '' ORDER BY rowid")
            return [OwnRole(*row) for row in rows]
