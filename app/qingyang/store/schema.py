"""The tables of a desk, and how an older desk becomes a newer one.

`STEPS` only ever grows; ``user_version`` says how many of them a file has seen. A step and its record are one
transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlite_utils import Database

from qingyang.store.tables import first_tables, index_journal, journal_table, table, triggers
from qingyang.store.takeover import take_over, take_over_switches
from qingyang.text.role import ROLES

APPLICATION_ID = int.from_bytes(b"QYng", "big")
"""What makes an SQLite file a desk; `file` and we read it from the header."""
PAGE_SIZE = 8192
Step = Callable[[Database], None]


def _first(db: Database) -> None:
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    first_tables(db)
    for sql in triggers(("sources", "proposals", "journal")).values():
        db.execute(sql)


def _pictures(db: Database) -> None:
    # Figures are records of the journal; the rows of the first step were never written.
    db.execute("DROP TABLE figures")
    table(
        db,
        "pictures",
        {
            "sha256": str,
            "format": str,
            "width": int,
            "height": int,
            "colours": str,
            "depth": int,
            "dpi": float,
            "orientation": int,
            "profile": int,
            "size": int,
            "name": str,
            "beside": int,
            "thumbnail": bytes,
            "added": str,
            "bytes": bytes,
        },
        ("sha256",),
    )
    for sql in triggers(("pictures",)).values():
        db.execute(sql)


def _newsroom(db: Database) -> None:
    # ``base`` is the role one of the newsroom's own is set like; empty for those everybody has.
    db.execute("ALTER TABLE roles ADD COLUMN base TEXT NOT NULL DEFAULT ''")
    table(
        db,
        "names",
        {"name": str, "kind": str, "by": str, "added": str, "removed": str},
        ("name",),
    )


def _house_lists(db: Database) -> None:
    table(
        db,
        "house_lists",
        {"id": str, "name": str, "kind": str, "added": str, "removed": str},
        ("id",),
    )
    table(
        db,
        "house_entries",
        {
            "list": str,
            "n": int,
            "row": int,
            "term": str,
            "instead": str,
            "level": str,
            "post": str,
            "rank": int,
            "note": str,
        },
        ("list", "n"),
        [("list", "house_lists", "id")],
    )


def _other_roles(db: Database) -> None:
    # Derived rows are made again where they are asked for next.
    db.execute("ALTER TABLE paragraphs ADD COLUMN others TEXT NOT NULL DEFAULT ''")
    for derived in ("paragraphs", "articles"):
        db.execute(f"DELETE FROM {derived}")
    db.execute("UPDATE documents SET digest = '', generation = -1")


def _issues(db: Database) -> None:
    # ``facts`` is JSON, what masthead and 报尾 say beside name, number and date; ``most`` how many pages, 0 for any.
    db.execute("ALTER TABLE bulletins ADD COLUMN facts TEXT NOT NULL DEFAULT '{}'")
    db.execute("ALTER TABLE bulletins ADD COLUMN most INTEGER NOT NULL DEFAULT 0")


def _settled(db: Database) -> None:
    # A change may belong to no document: the newsroom's. A column cannot be made to take NULL, so the table is new.
    columns = ", ".join(row[1] for row in db.execute("PRAGMA table_info(journal)").fetchall())
    db.execute("ALTER TABLE journal RENAME TO journal_before")
    journal_table(db, loose={"document"})
    db.execute(f"INSERT INTO journal SELECT {columns} FROM journal_before ORDER BY seq")
    db.execute("DROP TABLE journal_before")
    index_journal(db)
    for name, sql in triggers(("journal",)).items():
        db.execute(f"DROP TRIGGER IF EXISTS {name}")
        db.execute(sql)
    take_over(db)
    db.execute("DELETE FROM names WHERE \"by\" = 'hand'")
    db.execute("UPDATE roles SET name = '' WHERE base = ''")
    for name, gone in (("names", "by"), ("names", "removed"), ("house_lists", "removed")):
        db.execute(f'ALTER TABLE {name} DROP COLUMN "{gone}"')
    for name in ("bulletin_documents", "bulletins"):
        db.execute(f"DROP TABLE {name}")


def _switches(db: Database) -> None:
    take_over_switches(db)
    db.execute("DELETE FROM settings WHERE key IN ('checks_off', 'learned')")


STEPS: tuple[Step, ...] = (
    _first,
    _house_lists,
    _pictures,
    _newsroom,
    _other_roles,
    _issues,
    _settled,
    _switches,
)


def migrate(db: Database, steps: Sequence[Step]) -> None:
    """Take a desk through the steps it has not seen, each in one transaction with its record."""
    seen: int = db.execute("PRAGMA user_version").fetchone()[0]
    for number, step in enumerate(steps[seen:], seen + 1):
        db.execute("BEGIN IMMEDIATE")
        try:
            step(db)
            db.execute(f"PRAGMA user_version = {number}")
            db.execute("COMMIT")
        except BaseException:
            db.rollback()
            raise


def list_roles(db: Database) -> None:
    """Add the roles this program knows and the desk does not; names a newsroom gave stay."""
    known = {row[0] for row in db.execute("SELECT id FROM roles")}
    missing = [role for role in ROLES if role.id not in known]
    if missing:
        db.table("roles").insert_all(
            {
                "id": r.id,
                "part": r.group,
                "html": r.html,
                "nitf": r.nitf,
                "key": r.key,
                "name": "",
                "base": "",
            }
            for r in missing
        )
