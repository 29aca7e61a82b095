"""The derived rows: paragraphs and articles as they stand, for the article list, search and outside readers.

They can always be made again; ``documents.generation`` says from which journal row they were made, and
``documents.digest`` is the SHA-256 of them, so that a flipped byte shows.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlite_utils import Database

from qingyang.store.base import storable, undisturbed
from qingyang.store.records import canonical
from qingyang.store.sources import Documents
from qingyang.text.article import Anchor, Article, Paragraph, Span

Row = tuple[Any, ...]


class ArticleRow(NamedTuple):
    """One line of the article list."""

    document: str
    n: int
    """From 0, in reading order."""
    title: str
    first: int
    """Number of its first paragraph in the document, from 0."""
    paragraphs: int
    characters: int
    """Of what is printed."""


class KeptRole(NamedTuple):
    """What one paragraph was taken for."""

    article: int
    """Number of its article, from 0."""
    role: str
    p: float
    marks: frozenset[str]
    spans: tuple[Span, ...]
    others: tuple[str, ...]


class Hit(NamedTuple):
    """One place where a query stands."""

    document: str
    n: int
    """Number of the paragraph in the document, from 0."""
    article: int
    offset: int
    """Code points from the paragraph's start."""
    text: str
    """The whole paragraph."""


class Paragraphs(Documents):
    """The part of a desk that knows what the text has come to."""

    def replace_paragraphs(self, document: str, articles: Sequence[Article], generation: int) -> None:
        """Replace a document's derived rows; ``generation`` is the journal seq they were made from."""
        digest = digest_of(articles_rows(articles), paragraph_rows(articles))
        with self._writing() as db:
            had = db.execute("SELECT digest FROM documents WHERE id = ?", (document,)).fetchone()
            if had is not None and had[0] != digest:
                _write(db, document, articles_rows(articles), paragraph_rows(articles))
            db.execute(
                "UPDATE documents SET generation = ?, digest = ? WHERE id = ?", (generation, digest, document)
            )

    def articles(self, document: str) -> list[Article]:
        """Return the derived articles as they were given; lone surrogates come back as U+FFFD."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT article, text, role, p, marks, anchor, anchor_edit, spans, others FROM paragraphs "
                "WHERE document = ? ORDER BY n",
                (document,),
            ).fetchall()
            count = connection.execute(
                "SELECT count(*) FROM articles WHERE document = ?", (document,)
            ).fetchone()[0]
        groups: list[list[Paragraph]] = [[] for _ in range(count)]
        with undisturbed():
            for article, *row in rows:
                groups[article].append(_paragraph(row))
        return [Article(tuple(group)) for group in groups]

    def roles(self, document: str) -> list[KeptRole]:
        """Return what every derived paragraph was taken for, without its text."""
        # Few lists of marks and of other roles, many paragraphs.
        told: dict[str, tuple[str, ...]] = {}
        marked: dict[str, frozenset[str]] = {}
        with self._reading() as connection, undisturbed():
            rows = connection.execute(
                "SELECT article, role, p, marks, spans, others FROM paragraphs WHERE document = ? ORDER BY n",
                (document,),
            )
            found: list[KeptRole] = []
            for article, role, p, marks, spans, others in rows:
                few = told.setdefault(others, tuple(others.split()))
                on = marked.setdefault(marks, frozenset(marks.split()))
                kept = KeptRole(article, sys.intern(role), p, on, _spans(spans), few)
                found.append(kept)
            return found

    def article_list(self, document: str | None = None) -> list[ArticleRow]:
        """Return the articles of one document, or of all on the desk, in order."""
        with self._reading() as connection:
            return [
                ArticleRow(*row)
                for row in connection.execute(
                    "SELECT a.* FROM articles AS a JOIN documents AS d ON d.id = a.document "
                    "WHERE CASE WHEN ?1 IS NULL THEN d.removed = '' ELSE d.id = ?1 END "
                    "ORDER BY d.position, a.n",
                    (document,),
                )
            ]

    def article_counts(self) -> dict[str, int]:
        """Return how many articles each document has, as they were last written out; none for one without."""
        with self._reading() as connection:
            return dict(connection.execute("SELECT document, count(*) FROM articles GROUP BY document"))

    def article_anchor(self, document: str, n: int) -> Anchor | None:
        """Return the first character of an article as it was last written out."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT p.anchor, p.anchor_edit FROM articles AS a "
                "JOIN paragraphs AS p ON p.document = a.document AND p.n = a.first "
                "WHERE a.document = ? AND a.n = ?",
                (document, n),
            ).fetchone()
        return Anchor(*row) if row is not None else None

    def article_at(self, document: str, anchor: Anchor) -> int | None:
        """Return the article with the paragraph that begins at an anchor, as it was last written out."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT article FROM paragraphs WHERE document = ? AND anchor = ? AND anchor_edit = ?",
                (document, *anchor),
            ).fetchone()
        return row[0] if row is not None else None

    def search(self, query: str, limit: int = 1000) -> list[Hit]:
        """Return where a text stands, exactly, in the paragraphs of documents on the desk, in their order."""
        if not query:
            return []
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT p.document, p.n, p.article, p.text FROM paragraphs AS p "
                "JOIN documents AS d ON d.id = p.document "
                "WHERE d.removed = '' AND instr(p.text, ?) ORDER BY d.position, p.n LIMIT ?",
                (storable(query), limit),
            ).fetchall()
        hits = [
            Hit(document, n, article, at, text)
            for document, n, article, text in rows
            for at in _places(text, storable(query))
        ]
        return hits[:limit]


def articles_rows(articles: Sequence[Article]) -> list[Row]:
    """Return a row an article: n, title, first paragraph, how many, printed characters."""
    rows, first = [], 0
    for n, article in enumerate(articles):
        characters = sum(len(p.text) for p in article.paragraphs if p.printed)
        rows.append((n, storable(article.title), first, len(article.paragraphs), characters))
        first += len(article.paragraphs)
    return rows


def paragraph_rows(articles: Sequence[Article]) -> Iterator[Row]:
    """Yield a row a paragraph: n, article, role, p, marks, text, anchor, anchor's edit, spans, other roles."""
    every = ((k, p) for k, article in enumerate(articles) for p in article.paragraphs)
    for n, (k, p) in enumerate(every):
        yield (
            n,
            k,
            p.role,
            float(p.p),
            " ".join(sorted(p.marks)),
            storable(p.text),
            *p.anchor,
            canonical(p.spans) if p.spans else "",
            " ".join(p.others),
        )


def digest_of(articles: Sequence[Row], paragraphs: Iterable[Row]) -> str:
    """Return the SHA-256 of a document's derived rows, in JSON; the paragraphs' need not be there all at once."""
    digest = hashlib.sha256(f"[{canonical(articles)},[".encode())
    for k, row in enumerate(paragraphs):
        digest.update(f"{',' if k else ''}{canonical(row)}".encode())
    digest.update(b"]]")
    return digest.hexdigest()


def _write(db: Database, document: str, articles: Sequence[Row], paragraphs: Iterable[Row]) -> None:
    # Plain executemany: sqlite-utils builds one statement a batch, five times slower on ten thousand rows.
    connection = db.conn
    connection.execute("DELETE FROM paragraphs WHERE document = ?", (document,))
    connection.execute("DELETE FROM articles WHERE document = ?", (document,))
    connection.executemany(
        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)", ((document, *row) for row in articles)
    )
    connection.executemany(
        "INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((document, *row) for row in paragraphs),
    )


def _paragraph(row: list[Any]) -> Paragraph:
    text, role, p, marks, anchor, anchor_edit, spans, others = row
    return Paragraph(
        text,
        role,
        p,
        frozenset(marks.split()),
        Anchor(anchor, anchor_edit),
        _spans(spans),
        tuple(others.split()),
    )


def _spans(told: str) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in json.loads(told)) if told else ()


def _places(text: str, query: str) -> list[int]:
    places, at = [], text.find(query)
    while at >= 0:
        places.append(at)
        at = text.find(query, at + len(query))
    return places
