"""The desk file as its users see it: documents in, review desks, bulletins and files out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from qingyang import store
from qingyang.compose import Layout
from qingyang.export import docx, html, plain
from qingyang.files import write_file
from qingyang.services import bulletin, identity
from qingyang.services.arranging import Arranging
from qingyang.services.documents import Documents
from qingyang.services.everywhere import Everywhere
from qingyang.services.illustrating import Named, illustrated
from qingyang.services.issues import Issues
from qingyang.services.lookup import Lookup
from qingyang.services.planning import Planning
from qingyang.services.proofing import corrections, moved_texts
from qingyang.services.reviewing import Reviewing
from qingyang.services.workbench import Workbench
from qingyang.text.article import Article
from qingyang.text.issue import DEFAULT_TEMPLATE, Issue, IssueFacts


class Project(Documents):
    """An open desk file and the review desks of its documents."""

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

    # -- what is done about more than one document ---------------------------------------------------------------

    @cached_property
    def everywhere(self) -> Everywhere:
        """Return what is done in many places, or many documents, at once."""
        return Everywhere(self._desk, self.ledger, self.house, self.workbench, self.review)

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
