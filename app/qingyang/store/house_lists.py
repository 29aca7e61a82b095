"""A newsroom's own lists, plain rows: each hit can be traced to its list and row."""

from __future__ import annotations

import json

from qingyang.store.base import storable
from qingyang.store.bulletins import Bulletins
from qingyang.store.records import canonical
from qingyang.text.house import Entry, HouseList


class HouseLists(Bulletins):
    """The part of a desk that knows the newsroom's own lists."""

    def put_house_list(self, made: HouseList, time: str) -> None:
        """Add a list; one of the same name that stands already gives way to it."""
        with self._writing() as db:
            db.execute(
                "UPDATE house_lists SET removed = ? WHERE name = ? AND removed = ''",
                (time, storable(made.name)),
            )
            db.execute(
                "INSERT INTO house_lists VALUES (?, ?, ?, ?, '')",
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

    def house_lists(self) -> list[HouseList]:
        """Return the lists that stand, the oldest first."""
        with self._reading() as connection:
            heads = connection.execute(
                "SELECT id, name, kind FROM house_lists WHERE removed = '' ORDER BY added, id"
            ).fetchall()
            rows = connection.execute(
                "SELECT list, row, term, instead, level, post, rank, note FROM house_entries ORDER BY list, n"
            ).fetchall()
        entries: dict[str, list[Entry]] = {}
        for id, row, term, instead, level, post, rank, note in rows:
            entry = Entry(row, term, tuple(json.loads(instead)), level, post, rank, note)
            entries.setdefault(id, []).append(entry)
        return [HouseList(id, name, kind, tuple(entries.get(id, ()))) for id, name, kind in heads]

    def remove_house_list(self, id: str, time: str) -> None:
        """Take a list away; nothing of it is deleted."""
        with self._writing() as db:
            db.execute("UPDATE house_lists SET removed = ? WHERE id = ?", (time, id))

    def restore_house_list(self, id: str) -> None:
        """Put a removed list back."""
        with self._writing() as db:
            db.execute("UPDATE house_lists SET removed = '' WHERE id = ?", (id,))
