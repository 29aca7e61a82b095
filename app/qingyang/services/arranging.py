"""Articles of one document: what they are said to be, where they begin, in which order they are read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from qingyang.services.reviewing import Reviewing
from qingyang.text.article import Anchor, Article
from qingyang.text.change import Change
from qingyang.text.edit import Cut, Property
from qingyang.text.moving import move_paragraphs
from qingyang.text.property import HEADLINES, Value, page_of, properties
from qingyang.text.step import Step, merge, set_records

_TITLES = ("headline", "kicker", "subhead")
"""Roles an article is called after, the best first."""


class Arranging:
    """What a hand does about the articles of a document under review; articles are numbered from 0."""

    def __init__(self, review: Reviewing) -> None:
        self._review = review

    def starts(self) -> Sequence[int]:
        """Return the first row of every article."""
        return self._review.article_starts()

    def rows(self, article: int) -> range:
        """Return the rows of an article."""
        starts = [*self.starts(), len(self._review)]
        return range(starts[article], starts[article + 1])

    def runs(self) -> list[range]:
        """Return the rows of every article."""
        return [range(start, end) for start, end in pairwise([*self.starts(), len(self._review)])]

    def article_at(self, row: int) -> int:
        """Return the number of the article with a row."""
        return max(0, bisect_right(self.starts(), row) - 1)

    def with_anchor(self, anchor: Anchor) -> int | None:
        """Return the number of the article that holds the character at an anchor, None where it is gone."""
        place = self._review.reading.place(anchor)
        return self.article_at(self._review.row_at(place)) if place is not None else None

    def anchor(self, article: int) -> Anchor:
        """Return the anchor of an article's first character."""
        return self._review.anchor(self.rows(article).start)

    # -- what they are said to be --------------------------------------------------------------------------------

    def properties(self, article: int) -> dict[str, Value]:
        """Return the properties of an article as they stand."""
        rows = self.rows(article)
        told = Article(tuple(self._review.paragraph(row) for row in rows))
        hands = {name: record.value for name, record in self._said(rows).items()}
        return properties(told, hands, self._page_above(rows.start))

    def pages(self) -> list[str]:
        """Return the page (版) of every article: by hand, else of the last folio so far; empty where nobody says."""
        review, starts = self._review, self.starts()
        told: dict[int, str] = {}
        for row in review.rows_of("folio"):
            page = page_of(review.paragraph(row))
            if page:
                told.setdefault(bisect_right(starts, row) - 1, page)
        said: dict[int, str] = {}
        records = ((self._row(r), r.value) for r in review.draft.properties() if r.name == "page")
        for row, page in sorted(each for each in records if each[0] >= 0):
            said.setdefault(bisect_right(starts, row) - 1, page)
        pages, page = [], ""
        for number in range(len(starts)):
            page = told.get(number, page)
            pages.append(said.get(number, page))
        return pages

    def _page_above(self, row: int) -> str:
        review = self._review
        folios = (review.paragraph(r) for r in range(row - 1, -1, -1) if review.tags[r].role == "folio")
        return next((page for page in map(page_of, folios) if page), "")

    def _row(self, record: Property) -> int:
        place = self._review.reading.place(record.anchor)
        return self._review.row_at(place) if place is not None else -1

    def _said(self, rows: range) -> dict[str, Property]:
        """Return what hands have said of the article of these rows; of two that were joined the first one's stands."""
        found: dict[str, Property] = {}
        placed = ((self._row(record), record) for record in self._review.draft.properties())
        for row, record in sorted(placed, key=lambda each: each[0]):
            if row in rows:
                found.setdefault(record.name, record)
        return found

    def say(self, article: int, name: str, value: str) -> Change | None:
        """Say a property of an article by hand; it stands whatever its tags come to say."""
        made = self._property(article, name, " ".join(value.split()))
        return self._review.do("property", set_records(self._review.draft, [made]))

    def _property(self, article: int, name: str, value: str) -> Property:
        rows = self.rows(article)
        old = self._said(rows).get(name)
        return Property(old.anchor if old is not None else self._review.anchor(rows.start), name, value)

    def forget(self, article: int, name: str) -> Change | None:
        """Let the tags say a property of an article again."""
        old = self._said(self.rows(article)).get(name)
        return self._review.do("property", Step((), (old,))) if old is not None else None

    def title(self, article: int) -> str:
        """Return an article's headline, or its first words where it has none."""
        rows = self.rows(article)
        named = [row for role in _TITLES for row in rows if self._review.tags[row].role == role]
        return self._review.text(named[0] if named else rows.start)

    def headline(self, article: int, role: str) -> str:
        """Return a line of an article's headline group, empty where it has none of this role."""
        row = self._headline_row(article, role)
        return self._review.text(row) if row is not None else ""

    def set_headline(self, article: int, role: str, text: str) -> Change | None:
        """Make a line of an article's headline group read as given; one that is missing is put in its place."""
        text = " ".join(text.split())
        row = self._headline_row(article, role)
        if not text:
            return None
        if row is not None:
            return self._review.rewrite(row, text, role)
        return self._review.insert(self._headline_place(article, role), text, role)

    def _headline_row(self, article: int, role: str) -> int | None:
        rows = self.rows(article)
        return next((row for row in rows if self._review.tags[row].role == role), None)

    def _headline_place(self, article: int, role: str) -> int:
        """Return the row before which a missing line of the headline group belongs."""
        rows = self.rows(article)
        earlier = HEADLINES[: HEADLINES.index(role)]
        above = [row for row in rows if self._review.tags[row].role in earlier]
        return above[-1] + 1 if above else rows.start

    # -- where they begin and stand ------------------------------------------------------------------------------

    def move(self, article: int, before: int, page: str | None = None) -> Change | None:
        """Read a whole article before another one (``before`` == number of articles: at the end), maybe on a page.

        Where articles begin is settled in the same step, so that no other one comes out cut differently.
        """
        review, starts = self._review, self.starts()
        if not 0 <= before <= len(starts):
            return None
        rows = self.rows(article)
        paged = self.paging(article, page)
        if before in (article, article + 1):
            return review.do("property", paged)
        edges = {
            starts[0],
            rows.start,
            *(s for s in (rows.stop, *starts[before : before + 1]) if s < len(review)),
        }
        cuts = set_records(review.draft, [Cut(anchor) for anchor in review.anchors(sorted(edges), Cut)])
        draft = review.drafted(merge(cuts, paged))
        target = review.passages[starts[before]] if before < len(starts) else None
        block = [review.passages[row] for row in rows]
        moved = move_paragraphs(draft, draft.reading(), block, target, review.new_id)
        return review.do("move_article", merge(cuts, paged, moved))

    def put(self, row: int, before: int) -> Change | None:
        """Read a paragraph before another row (``before`` == number of rows: at the end).

        Between two articles it ends the first. Where they and the article it leaves begin is settled in the same step.
        """
        review, rows = self._review, self.rows(self.article_at(row))
        if before in (row, row + 1):
            return None
        there = bisect_left(self.starts(), before)
        edges = {*self.starts()[max(0, there - 1) : there + 1], rows.start, rows.stop} - {row, len(review)}
        if row == rows.start and len(rows) > 1:
            edges.add(row + 1)
        cuts = set_records(review.draft, [Cut(anchor) for anchor in review.anchors(sorted(edges), Cut)])
        draft = review.drafted(cuts)
        target = review.passages[before] if before < len(review) else None
        moved = move_paragraphs(draft, draft.reading(), [review.passages[row]], target, review.new_id)
        return review.do("move", merge(cuts, moved))

    def paging(self, article: int, page: str | None) -> Step:
        """Return the records that put an article on a page (版); None leaves it where it is."""
        if page is None or page == self.pages()[article]:
            return Step()
        return set_records(self._review.draft, [self._property(article, "page", page)])
