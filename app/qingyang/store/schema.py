"""The tables of a desk, and how an older desk becomes a newer one.

`STEPS` only ever grows; ``user_version`` says how many of them a file has seen. A step and its record are one
transaction. ``paragraphs`` and ``articles`` are derived: they can be made again from sources and journal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from sqlite_utils import Database

from qingyang.store.takeover import take_over
from qingyang.text.role import ROLES

APPLICATION_ID = int.from_bytes(b"QYng", "big")
"""What makes an SQLite file a desk; `file` and we read it from the header."""
PAGE_SIZE = 8192
Step = Callable[[Database], None]
Columns = dict[str, type]


def _sources(db: Database) -> None:
    _table(
        db,
        "sources",
        {
            "sha256": str,
            "decoder": str,
            "name": str,
            "bytes": bytes,
            "text": bytes,
            "text_sha256": str,
            "characters": int,
            "added": str,
        },
        ("sha256", "decoder"),
    )
    _table(
        db,
        "documents",
        {
            "id": str,
            "source": str,
            "decoder": str,
            "title": str,
            "position": int,
            "created": str,
            "removed": str,
            "generation": int,
            "digest": str,
        },
        ("id",),
        [(("source", "decoder"), "sources", ("sha256", "decoder"))],
    )


def _work(db: Database) -> None:
    _table(
        db,
        "proposals",
        {"hash": str, "document": str, "version": str, "edits": int, "moves": int, "payload": bytes},
        ("hash",),
        [("document", "documents", "id")],
    )
    _journal(db)
    _index_journal(db)
    # Where the chain ends, so that a journal cut short shows.
    _table(db, "chain", {"id": int, "length": int, "head": str}, ("id",))
    db.table("chain").insert({"id": 1, "length": 0, "head": ""})


def _journal(db: Database, loose: Set[str] = frozenset()) -> None:
    _table(
        db,
        "journal",
        {
            "seq": int,
            "id": str,
            "document": str,
            "kind": str,
            "version": int,
            "payload": str,
            "proposals_before": str,
            "proposals": str,
            "desk": str,
            "person": str,
            "time": str,
            "undoes": str,
            "origin": str,
            "previous": str,
            "hash": str,
        },
        ("seq",),
        [("document", "documents", "id")],
        loose,
    )


def _index_journal(db: Database) -> None:
    db.table("journal").create_index(["id"], unique=True)
    db.table("journal").create_index(["document", "seq"])


def _articles(db: Database) -> None:
    # ``name`` is what a newsroom calls the role; empty for the name we give it.
    _table(db, "roles", {"id": str, "part": str, "html": str, "nitf": str, "key": str, "name": str}, ("id",))
    _table(
        db,
        "articles",
        {"document": str, "n": int, "title": str, "first": int, "paragraphs": int, "characters": int},
        ("document", "n"),
        [("document", "documents", "id")],
    )
    _table(
        db,
        "paragraphs",
        {
            "document": str,
            "n": int,
            "article": int,
            "role": str,
            "p": float,
            "marks": str,
            "text": str,
            "anchor": int,
            "anchor_edit": str,
            "spans": str,
        },
        ("document", "n"),
        [(("document", "article"), "articles", ("document", "n")), ("role", "roles", "id")],
    )
    _table(
        db,
        "figures",
        {
            "id": str,
            "document": str,
            "anchor": int,
            "anchor_edit": str,
            "caption": str,
            "credit": str,
            "picture": str,
            "removed": str,
        },
        ("id",),
        [("document", "documents", "id")],
    )


def _bulletins(db: Database) -> None:
    _table(
        db,
        "bulletins",
        {
            "id": str,
            "name": str,
            "number": str,
            "date": str,
            "template": str,
            "editors": str,
            "created": str,
            "removed": str,
        },
        ("id",),
    )
    _table(
        db,
        "bulletin_documents",
        {"bulletin": str, "position": int, "document": str},
        ("bulletin", "position"),
        [("bulletin", "bulletins", "id"), ("document", "documents", "id")],
    )
    _table(db, "settings", {"key": str, "value": str}, ("key",))
    _table(db, "views", {"document": str, "state": str}, ("document",), [("document", "documents", "id")])


FOREVER = ("sources", "proposals", "journal", "pictures")
"""Tables whose rows are written once."""


def triggers(tables: Sequence[str] = FOREVER) -> dict[str, str]:
    """Return the triggers that keep what is written once as it was written, by name."""
    made = {}
    for table in tables:
        for deed in ("UPDATE", "DELETE"):
            name = f"{table}_no_{deed.lower()}"
            made[name] = (
                f"CREATE TRIGGER {name} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is written once'); END"
            )
    return made


def _first(db: Database) -> None:
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for part in (_sources, _work, _articles, _bulletins):
        part(db)
    for sql in triggers(("sources", "proposals", "journal")).values():
        db.execute(sql)


def _pictures(db: Database) -> None:
    # Figures are records of the journal; the rows of the first step were never written.
    db.execute("DROP TABLE figures")
    _table(
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
    _table(
        db,
        "names",
        {"name": str, "kind": str, "by": str, "added": str, "removed": str},
        ("name",),
    )


def _house_lists(db: Database) -> None:
    _table(
        db,
        "house_lists",
        {"id": str, "name": str, "kind": str, "added": str, "removed": str},
        ("id",),
    )
    _table(
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
    for table in ("paragraphs", "articles"):
        db.execute(f"DELETE FROM {table}")
    db.execute("UPDATE documents SET digest = '', generation = -1")


def _issues(db: Database) -> None:
    # ``facts`` is JSON, what masthead and 报尾 say beside name, number and date; ``most`` how many pages, 0 for any.
    db.execute("ALTER TABLE bulletins ADD COLUMN facts TEXT NOT NULL DEFAULT '{}'")
    db.execute("ALTER TABLE bulletins ADD COLUMN most INTEGER NOT NULL DEFAULT 0")


def _settled(db: Database) -> None:
    # A change may belong to no document: the newsroom's. A column cannot be made to take NULL, so the table is new.
    columns = ", ".join(row[1] for row in db.execute("PRAGMA table_info(journal)").fetchall())
    db.execute("ALTER TABLE journal RENAME TO journal_before")
    _journal(db, loose={"document"})
    db.execute(f"INSERT INTO journal SELECT {columns} FROM journal_before ORDER BY seq")
    db.execute("DROP TABLE journal_before")
    _index_journal(db)
    for name, sql in triggers(("journal",)).items():
        db.execute(f"DROP TRIGGER IF EXISTS {name}")
        db.execute(sql)
    take_over(db)
    db.execute("DELETE FROM names WHERE \"by\" = 'hand'")
    db.execute("UPDATE roles SET name = '' WHERE base = ''")
    for table, gone in (("names", "by"), ("names", "removed"), ("house_lists", "removed")):
        db.execute(f'ALTER TABLE {table} DROP COLUMN "{gone}"')
    for table in ("bulletin_documents", "bulletins"):
        db.execute(f"DROP TABLE {table}")


STEPS: tuple[Step, ...] = (_first, _house_lists, _pictures, _newsroom, _other_roles, _issues, _settled)


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


def _table(
    db: Database,
    name: str,
    columns: Columns,
    pk: tuple[str, ...],
    foreign_keys: Sequence[tuple[str | tuple[str, ...], str, str | tuple[str, ...]]] = (),
    loose: Set[str] = frozenset(),
) -> None:
    """Add a table; only ``loose`` columns may be NULL."""
    db.create_table(
        name,
        dict(columns),
        pk=pk if len(pk) > 1 else pk[0],
        foreign_keys=list(foreign_keys),
        not_null=set(columns) - loose,
        strict=True,
    )
