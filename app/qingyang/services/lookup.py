"""Finding a piece of text in the repaired texts of a desk file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from qingyang.services.everywhere import Everywhere
from qingyang.services.reviewing import Reviewing
from qingyang.store import Desk, DocumentRow
from qingyang.text.search import Query


class SearchHit(NamedTuple):
    """A place where a text was found."""

    document: str
    title: str
    paragraph: int
    offset: int
    excerpt: str


class Lookup:
    """Looks through the documents of a desk file."""

    def __init__(
        self,
        desk: Desk,
        everywhere: Everywhere,
        documents: Callable[[], Sequence[DocumentRow]],
        review: Callable[[str], Reviewing],
    ) -> None:
        self._desk = desk
        self._everywhere = everywhere
        self._documents = documents
        self._review = review

    def exact(self, query: str) -> list[SearchHit]:
        """Return every place of an exact text in the repaired texts."""
        titles = {row.id: row.title for row in self._documents()}
        if any(row.stale for row in self._documents()):
            return self._search_drafts(query, titles)
        return [
            SearchHit(
                h.document, titles.get(h.document, ""), h.n, h.offset, _excerpt(h.text, h.offset, query)
            )
            for h in self._desk.search(query)
        ]

    def by(self, query: Query) -> list[SearchHit]:
        """Return every place of a query in the repaired texts. Raises `AppError` search_pattern, search_slow."""
        titles = {row.id: row.title for row in self._documents()}
        return [
            SearchHit(line.document, titles[line.document], line.row, line.within, line.excerpt)
            for line in self._everywhere.find(query)
        ]

    def _search_drafts(self, query: str, titles: dict[str, str]) -> list[SearchHit]:
        """Search what was saved but not yet written out as rows, as while a window holds the desk."""
        found = []
        for document, title in titles.items():
            review = self._review(document)
            for hit in review.find(query, case=True):
                offset = hit.start - review.passages[hit.row].start
                excerpt = _excerpt(review.text(hit.row), offset, query)
                found.append(SearchHit(document, title, hit.row, offset, excerpt))
        return found


def _excerpt(text: str, offset: int, query: str) -> str:
    return text[max(0, offset - 10) : offset + len(query) + 10]
