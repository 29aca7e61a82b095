"""Sources, documents and what the rules propose for them."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from typing import NamedTuple

from qingyang.errors import AppError
from qingyang.store.base import Base, storable, undisturbed
from qingyang.store.columns import pack, sound, unpack
from qingyang.store.faults import damaged
from qingyang.text.edit import Proposals
from qingyang.text.source import Source


class DocumentRow(NamedTuple):
    """One document of a desk."""

    id: str
    source: str
    """SHA-256 of its source's bytes."""
    decoder: str
    title: str
    position: int
    created: str
    """UTC, ISO 8601, as is ``removed``."""
    removed: str
    """Empty while the document is on the desk."""
    generation: int
    """Journal seq its derived paragraphs were made from; 0 if there are none."""
    last: int
    """Journal seq of its last change; 0 if there is none."""

    @property
    def stale(self) -> bool:
        """Say whether the derived paragraphs are older than the last change."""
        return self.generation != self.last


_DOCUMENTS = """
    SELECT d.id, d.source, d.decoder, d.title, d.position, d.created, d.removed, d.generation,
           coalesce((SELECT max(seq) FROM journal WHERE document = d.id), 0)
    FROM documents AS d
"""


def encoded(text: str) -> bytes:
    """Return a source's text as it is hashed and stored."""
    return text.encode("utf-8", "surrogatepass")


class Documents(Base):
    """The part of a desk that knows sources and documents."""

    def add_source(self, source: Source, data: bytes, added: str) -> None:
        """Keep a source with its raw bytes for good; one that is there already stays as it is.

        ``data`` must hash to ``source.sha256``. The text is kept beside the bytes, because a later decoder may read
        them otherwise and every offset hangs on it.
        """
        if hashlib.sha256(data).hexdigest() != source.sha256:
            raise ValueError("these are not the bytes of this source")
        text = encoded(source.text)
        with self._writing() as db:
            db.execute(
                "INSERT OR IGNORE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    source.sha256,
                    source.decoder,
                    storable(source.name),
                    data,
                    zlib.compress(text, 1),
                    hashlib.sha256(text).hexdigest(),
                    len(source.text),
                    added,
                ),
            )

    def source(self, sha256: str, decoder: str | None = None) -> Source:
        """Return a source; of several decodings of the same bytes the first kept, unless one is named."""
        sql = "SELECT text, text_sha256, sha256, decoder, name FROM sources WHERE sha256 = ?1"
        with self._reading() as connection:
            row = connection.execute(
                f"{sql} AND (?2 IS NULL OR decoder = ?2) ORDER BY rowid LIMIT 1", (sha256, decoder)
            ).fetchone()
        if row is None:
            raise AppError("no_such_source", id=sha256)
        try:
            text = sound(row[0], row[1])
        except ValueError as error:
            raise damaged(self.path, f"source {sha256}: {error}") from error
        return Source(text.decode("utf-8", "surrogatepass"), *row[2:])

    def source_bytes(self, sha256: str) -> bytes:
        """Return the bytes of a source as they came."""
        with self._reading() as connection:
            row = connection.execute("SELECT bytes FROM sources WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None:
            raise AppError("no_such_source", id=sha256)
        data: bytes = row[0]
        if hashlib.sha256(data).hexdigest() != sha256:
            raise damaged(self.path, f"source {sha256}: hash differs")
        return data

    def add_document(self, id: str, sha256: str, title: str, time: str, decoder: str | None = None) -> None:
        """Add a document on a source that is kept, as the last one."""
        decoder = self.source(sha256).decoder if decoder is None else decoder
        with self._writing() as db:
            last = db.execute("SELECT coalesce(max(position), 0) FROM documents").fetchone()[0]
            db.table("documents").insert(
                {
                    "id": id,
                    "source": sha256,
                    "decoder": decoder,
                    "title": storable(title),
                    "position": last + 1,
                    "created": time,
                    "removed": "",
                    "generation": 0,
                    "digest": "",
                }
            )

    def documents(self, *, removed: bool = False) -> list[DocumentRow]:
        """Return the documents in their order; with ``removed`` those taken off the desk as well."""
        with self._reading() as connection:
            where = "" if removed else "WHERE d.removed = ''"
            return _rows(connection.execute(f"{_DOCUMENTS} {where} ORDER BY d.position"))

    def document(self, id: str) -> DocumentRow:
        """Return one document, on the desk or taken off it; `no_such_document` if there never was one."""
        with self._reading() as connection:
            found = _rows(connection.execute(f"{_DOCUMENTS} WHERE d.id = ?", (id,)))
        if not found:
            raise AppError("no_such_document", id=id)
        return found[0]

    def remove_document(self, id: str, time: str) -> None:
        """Take a document off the desk; nothing of it is deleted."""
        self._set(id, "removed", time)

    def restore_document(self, id: str) -> None:
        """Put a document back on the desk."""
        self._set(id, "removed", "")

    def order_documents(self, ids: list[str]) -> None:
        """Put documents in this order; those not named follow in the order they had."""
        with self._writing() as db:
            others = [row.id for row in self.documents(removed=True) if row.id not in set(ids)]
            for position, id in enumerate([*ids, *others], 1):
                db.execute("UPDATE documents SET position = ? WHERE id = ?", (position, id))

    def put_proposals(self, document: str, proposals: Proposals) -> str:
        """Keep what the rules propose and return its hash; the same proposals are kept once."""
        with undisturbed():
            raw = pack(proposals)
        hash = hashlib.sha256(raw).hexdigest()
        with self._writing() as db:
            db.execute(
                "INSERT OR IGNORE INTO proposals VALUES (?, ?, ?, ?, ?, ?)",
                (
                    hash,
                    document,
                    proposals.version,
                    len(proposals.edits),
                    len(proposals.moves),
                    zlib.compress(raw, 1),
                ),
            )
        return hash

    def proposals(self, hash: str) -> Proposals:
        """Return proposals by their hash; none for the empty hash."""
        if not hash:
            return Proposals()
        with self._reading() as connection:
            row = connection.execute("SELECT payload FROM proposals WHERE hash = ?", (hash,)).fetchone()
        try:
            if row is None:
                raise ValueError("missing")
            with undisturbed():
                return unpack(sound(row[0], hash))
        except ValueError as error:
            raise damaged(self.path, f"proposals {hash}: {error}") from error

    def _set(self, document: str, column: str, value: str) -> None:
        with self._writing() as db:
            done = db.execute(f"UPDATE documents SET {column} = ? WHERE id = ?", (value, document))
            if not done.rowcount:
                raise AppError("no_such_document", id=document)


def _rows(cursor: sqlite3.Cursor) -> list[DocumentRow]:
    return [DocumentRow(*row) for row in cursor]
