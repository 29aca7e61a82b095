"""The tables a desk began with, and what keeps the rows of some as they were written.

``paragraphs`` and ``articles`` are derived: they can be made again from sources and journal.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from sqlite_utils import Database

Columns = dict[str, type]


def _sources(db: Database) -> None:
    table(
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
    table(
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
    table(
        db,
        "proposals",
        {"hash": str, "document": str, "version": str, "edits": int, "moves": int, "payload": bytes},
        ("hash",),
        [("document", "documents", "id")],
    )
    journal_table(db)
    index_journal(db)
    # Where the chain ends, so that a journal cut short shows.
    table(db, "chain", {"id": int, "length": int, "head": str}, ("id",))
    db.table("chain").insert({"id": 1, "length": 0, "head": ""})


def journal_table(db: Database, loose: Set[str] = frozenset()) -> None:
    """Add the journal."""
    table(
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


def index_journal(db: Database) -> None:
    """Let changes be found by id and by document."""
    db.table("journal").create_index(["id"], unique=True)
    db.table("journal").create_index(["document", "seq"])


def _articles(db: Database) -> None:
    # ``name`` is what a newsroom calls the role; empty for the name we give it.
    table(db, "roles", {"id": str, "part": str, "html": str, "nitf": str, "key": str, "name": str}, ("id",))
    table(
        db,
        "articles",
        {"document": str, "n": int, "title": str, "first": int, "paragraphs": int, "characters": int},
        ("document", "n"),
        [("document", "documents", "id")],
    )
    table(
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
    table(
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
    table(
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
    table(
        db,
        "bulletin_documents",
        {"bulletin": str, "position": int, "document": str},
        ("bulletin", "position"),
        [("bulletin", "bulletins", "id"), ("document", "documents", "id")],
    )
    table(db, "settings", {"key": str, "value": str}, ("key",))
    table(db, "views", {"document": str, "state": str}, ("document",), [("document", "documents", "id")])


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


def first_tables(db: Database) -> None:
    """Add every table of the first desks."""
    for part in (_sources, _work, _articles, _bulletins):
        part(db)


def table(
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
