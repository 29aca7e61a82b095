"""The documents of a desk file: in, onto their review desks, off the desk and back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from qingyang import store
from qingyang.errors import AppError
from qingyang.ingest import read_source
from qingyang.services import identity
from qingyang.services.house import House
from qingyang.services.newsroom import Newsroom
from qingyang.services.repairing import Repaired, repaired
from qingyang.services.reviewing import Reviewing
from qingyang.services.workbench import Workbench
from qingyang.store import ArticleRow, DocumentRow
from qingyang.tagging.engine import Tagged
from qingyang.text.change import Change
from qingyang.text.newsroom import Titled
from qingyang.text.source import Source, source_of


class Documents(Newsroom):
    """The part of a project that knows its documents."""

    def __init__(self, desk: store.Desk, person: str, workbench: Workbench | None = None) -> None:
        super().__init__(desk, person)
        self.workbench = workbench or Workbench()

    @cached_property
    def house(self) -> House:
        """Return the newsroom's own lists and which checks are switched on."""
        return House(self._desk, self.ledger, self._new_id, self._reviews)

    def documents(self) -> list[DocumentRow]:
        """Return the documents on the desk, in their order."""
        called = {titled.document: titled.title for titled in self.ledger.of(Titled)}
        return [row._replace(title=called.get(row.id, row.title)) for row in self._desk.documents()]

    def article_list(self, document: str) -> list[ArticleRow]:
        """Return a document's articles as they were last written out, without opening it for review."""
        return self._desk.article_list(document)

    def import_file(self, path: Path) -> str:
        """Import one file, repaired and tagged; return the document's id.

        Raises `AppError`: cannot_read, empty_file, too_large, not_text, unknown_encoding.
        """
        source, data = read_source(path)
        return self.take_in(repaired(source, self.workbench.lexicon), data)

    def import_text(self, text: str, name: str) -> str:
        """Import a pasted text; return the document's id. Raises `AppError` empty_file."""
        source = source_of(text, name)
        if not source.text.strip():
            raise AppError("empty_file", path=name)
        return self.take_in(repaired(source, self.workbench.lexicon), text_bytes(source))

    def take_in(self, done: Repaired, data: bytes) -> str:
        """Put a source that is already repaired on the desk; return the document's id."""
        document, time = self._new_id(), identity.now()
        title = Path(done.source.name).stem or done.source.name
        with self._desk.together():
            self._desk.add_source(done.source, data, time)
            self._desk.add_document(document, done.source.sha256, title, time, done.source.decoder)
            digest = self._desk.put_proposals(document, done.repair.proposals)
            change = Change(
                self._new_id(), document, "repair", proposals=digest, person=self.person, time=time
            )
            self._desk.append(change)
        review = self.review(document)
        self._write_rows(document, review)
        return document

    def rerun(self, document: str) -> Reviewing:
        """Run the rules anew over a document; what hands did stands. Return its fresh review desk."""
        row = self._desk.document(document)
        source = self._desk.source(row.source, row.decoder)
        fresh = repaired(source, self.workbench.lexicon).repair.proposals
        before = self._desk.current_proposals(document)
        after = self._desk.put_proposals(document, fresh)
        if after != before:
            change = Change(
                self._new_id(),
                document,
                "repair",
                before=before,
                proposals=after,
                person=self.person,
                time=identity.now(),
            )
            self._desk.append(change)
            gone = self._reviews.pop(document, None)
            if gone is not None and gone.inspected:
                return self.inspect(document)
        return self.review(document)

    def remove(self, document: str) -> None:
        """Take a document off the desk; nothing of it is deleted."""
        self._desk.remove_document(document, identity.now())

    def restore(self, document: str) -> None:
        """Put a removed document back on the desk."""
        self._desk.restore_document(document)

    def rename(self, document: str, title: str) -> Change | None:
        """Give a document another name."""
        return self.ledger.put("title", Titled(document, " ".join(title.split())))

    def order(self, documents: Sequence[str]) -> None:
        """Put the documents in this order."""
        self._desk.order_documents(list(documents))

    def review(self, document: str) -> Reviewing:
        """Return the review desk of a document; the same one each time."""
        if document not in self._reviews:
            changes = self._desk.changes(document)
            draft = self._desk.draft(document, changes)
            self._reviews[document] = Reviewing(
                document,
                draft,
                self._desk,
                changes,
                person=self.person,
                new_id=self._new_id,
                tags=self._stored_tags(document),
            )
            self._guard(self._reviews[document])
        return self._reviews[document]

    def inspect(self, document: str) -> Reviewing:
        """Return a document's review desk with the checks at work on it; some seconds for a million characters."""
        review = self.review(document)
        review.inspect(self.house.checks())
        return review

    def opened(self, document: str) -> Reviewing | None:
        """Return the review desk of a document if it is open already."""
        return self._reviews.get(document)

    def reviewed(self, documents: Sequence[str]) -> bool:
        """Say whether the review desks of some documents are open already, so that asking for one takes no time."""
        return all(document in self._reviews for document in documents)

    def _stored_tags(self, document: str) -> list[Tagged] | None:
        """Return the roles as they were written out, where they are up to date: a long text opens sooner."""
        if self._desk.document(document).stale:
            return None
        kept = self._desk.roles(document)
        begins = [True, *(one.article != other.article for one, other in pairwise(kept))]
        return [
            Tagged(p.role, p.p, p.marks, p.spans, first, p.others)
            for p, first in zip(kept, begins, strict=False)
        ]

    def settle(self) -> None:
        """Write the derived rows (paragraphs, articles) of every document that has changed since."""
        for row in self._desk.documents():
            if row.stale:
                self._write_rows(row.id, self.review(row.id))

    def _write_rows(self, document: str, review: Reviewing) -> None:
        articles = review.articles()
        self._desk.replace_paragraphs(document, articles, self._desk.document(document).last)
        self._find_names(review, articles)


def text_bytes(source: Source) -> bytes:
    """Return the bytes a pasted text is kept as; they hash to the source's SHA-256."""
    return source.text.encode("utf-8", "surrogatepass")
