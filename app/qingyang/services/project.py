"""The desk file as its users see it: documents in, review desks, bulletins and files out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from qingyang import store
from qingyang.compose import Layout
from qingyang.errors import AppError
from qingyang.export import docx, html, plain
from qingyang.files import write_file
from qingyang.ingest import read_source
from qingyang.services import bulletin, identity
from qingyang.services.arranging import Arranging
from qingyang.services.everywhere import Everywhere
from qingyang.services.house import House
from qingyang.services.illustrating import Named, illustrated
from qingyang.services.issues import Issues
from qingyang.services.lookup import Lookup
from qingyang.services.newsroom import Newsroom
from qingyang.services.planning import Planning
from qingyang.services.proofing import corrections, moved_texts
from qingyang.services.repairing import Repaired, repaired
from qingyang.services.reviewing import Reviewing
from qingyang.services.workbench import Workbench
from qingyang.store import ArticleRow, DocumentRow
from qingyang.tagging.engine import Tagged
from qingyang.text.article import Article
from qingyang.text.change import Change
from qingyang.text.issue import DEFAULT_TEMPLATE, Issue, IssueFacts
from qingyang.text.newsroom import Titled
from qingyang.text.source import Source, source_of

SMALL = 100_000
"""Characters up to which the derived rows are written with every change; larger documents wait for `settle`."""


class Project(Newsroom):
    """An open desk file and the review desks of its documents."""

    def __init__(self, desk: store.Desk, person: str, workbench: Workbench | None = None) -> None:
        super().__init__(desk, person)
        self.workbench = workbench or Workbench()

    @classmethod
    def open(
        cls, path: Path, *, create: bool = False, person: str = "", workbench: Workbench | None = None
    ) -> Self:
        """Open a desk file for work, or make a new one.

        Raises `AppError`: desk_missing, desk_exists, desk_in_use, not_a_desk, desk_newer, cannot_write …
        """
        person = person or identity.person()
        holder = store.this_process(person)
        desk = store.create(path, holder=holder) if create else store.open_desk(path, holder=holder)
        return cls(desk, person, workbench)

    @classmethod
    def read(cls, path: Path, *, workbench: Workbench | None = None) -> Self:
        """Open a desk file for reading only, also while a window works on it."""
        return cls(store.open_read_only(path), "", workbench)

    @property
    def path(self) -> Path:
        """Return where the desk file is."""
        return self._desk.path

    def close(self) -> None:
        """Bring the derived rows up to date and let the desk file go."""
        try:
            if not self._desk.read_only:
                self.settle()
        finally:
            self._desk.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- documents -----------------------------------------------------------------------------------------------

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

    @cached_property
    def everywhere(self) -> Everywhere:
        """Return what is done in many places, or many documents, at once."""
        return Everywhere(self._desk, self.ledger, self.house, self.workbench, self.review)

    @cached_property
    def house(self) -> House:
        """Return the newsroom's own lists and which checks are switched on."""
        return House(self._desk, self.ledger, self._new_id, self._reviews)

    @cached_property
    def issues(self) -> Issues:
        """Return what is printed: the issues of the bulletin."""
        return Issues(self._desk, self.ledger, self._new_id)

    @cached_property
    def lookup(self) -> Lookup:
        """Return what finds a piece of text in all documents."""
        return Lookup(self._desk, self.everywhere, self.documents, self.review)

    @cached_property
    def planning(self) -> Planning:
        """Return what is done about the order of articles over all documents."""
        return Planning(self._desk, self.ledger, self.review, self._reviews)

    # -- settings ------------------------------------------------------------------------------------------------

    def setting(self, key: str, default: Any = None) -> Any:
        """Return a setting kept in the desk file."""
        return self._desk.setting(key, default)

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a setting in the desk file."""
        self._desk.put_setting(key, value)

    def view(self, document: str) -> dict[str, Any]:
        """Return where one left off in a document."""
        return self._desk.view(document)

    def set_view(self, document: str, state: dict[str, Any]) -> None:
        """Keep where one left off in a document."""
        self._desk.put_view(document, state)

    # -- out -----------------------------------------------------------------------------------------------------

    def chosen(self, issue: Issue) -> list[str]:
        """Return the documents of an issue that are still on the desk, all where it names none."""
        there = [row.id for row in self.documents()]
        return [id for id in issue.documents if id in there] if issue.documents else there

    def join_issue(self, documents: Sequence[str]) -> None:
        """Put documents that have come in into the issue, where all that were there before are in it."""
        issue = self.issues.at_hand()
        before = {row.id for row in self.documents()} - set(documents)
        if issue.documents and before <= set(issue.documents):
            self.issues.put(issue._replace(documents=(*issue.documents, *documents)))

    def read_in(self, documents: Sequence[str] | None = None) -> list[tuple[Reviewing, range]]:
        """Return the articles that are read in some documents, or in all, by their own document and its rows."""
        wanted = [row.id for row in self.documents()] if documents is None else documents
        # Opened first: where articles begin is told by the review desks.
        for document in self.planning.homes(wanted):
            self.review(document)
        found = [(self.review(slot.document), slot.number) for slot in self.planning.slots(wanted)]
        return [(review, Arranging(review).rows(number)) for review, number in found]

    def articles(self, documents: Sequence[str] | None = None) -> list[Article]:
        """Return the articles that are read in some documents, or in all, as they stand."""
        return self._in_common([review.article(rows) for review, rows in self.read_in(documents)])

    def material(self, documents: Sequence[str] | None = None, *, changed: bool = False) -> bulletin.Material:
        """Return what a bulletin of some documents, or of all, is made of; ``changed`` for a proof of changes."""
        wanted = self.read_in(documents)
        named = Named(lambda sha256: self.picture(sha256).picture, {})
        articles = self._in_common(illustrated(wanted, named))
        found = tuple(corrections(wanted)) if changed else ()
        moves = tuple(moved_texts(wanted)) if changed else ()
        return bulletin.Material(
            articles,
            found,
            moves,
            lambda name: self.picture_bytes(named.hashes.get(name, name)),
            named.hashes,
        )

    def export_pdf(
        self,
        path: Path,
        documents: Sequence[str] | None = None,
        *,
        template: str = DEFAULT_TEMPLATE,
        issue: IssueFacts | None = None,
        most: int | None = None,
        output: bulletin.Output = bulletin.PRINT,
        progress: Callable[[float], bool] | None = None,
    ) -> Layout:
        """Write the bulletin of some documents, or of all; its layout says what the editor should know.

        Raises what `bulletin.make` does, and `AppError` cannot_write.
        """
        material = self.material(documents, changed=output.proof == bulletin.CHANGES)
        return bulletin.export(
            path,
            material,
            self.workbench,
            template=template,
            issue=issue,
            most=most,
            output=output,
            progress=progress,
        )

    def save_docx(self, document: str, path: Path, article: int | None = None) -> None:
        """Save a document, or one of its articles, for Word and WPS; raises `AppError` cannot_write."""
        write_file(path, docx.render(self._chosen(document, article)))

    def plain_text(self, document: str, article: int | None = None) -> str:
        """Return a document, or one of its articles, as clean plain text."""
        return plain.text_of(self._chosen(document, article))

    def formatted_text(self, document: str, article: int | None = None) -> str:
        """Return a document, or one of its articles, as HTML that pastes into Word, WPS and 公众号 editors."""
        return html.fragment(self._chosen(document, article))

    def _chosen(self, document: str, article: int | None) -> list[Article]:
        if article is None:
            return self.articles([document])
        return self._in_common(self.review(document).articles()[article : article + 1])


def text_bytes(source: Source) -> bytes:
    """Return the bytes a pasted text is kept as; they hash to the source's SHA-256."""
    return source.text.encode("utf-8", "surrogatepass")
