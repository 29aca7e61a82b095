"""What is done in many places at once: find and replace, one decision for all alike; over one document or all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from qingyang.services import together
from qingyang.services.house import House
from qingyang.services.ledger import Ledger
from qingyang.services.likewise import (
    Line,
    Proposal,
    alike,
    alike_edits,
    alike_places,
    likeness_of,
    proposals,
    typed_like,
)
from qingyang.services.reviewing import Reviewing
from qingyang.services.searching import preview
from qingyang.services.stepping import Stepping
from qingyang.services.workbench import Workbench
from qingyang.store import Desk
from qingyang.text.change import Change
from qingyang.text.edit import Edit
from qingyang.text.lesson import Likeness
from qingyang.text.row import Doubt
from qingyang.text.search import Query
from qingyang.text.step import Step


class Everywhere:
    """The documents of a desk file as one."""

    def __init__(
        self,
        desk: Desk,
        ledger: Ledger,
        house: House,
        workbench: Workbench,
        review: Callable[[str], Reviewing],
    ) -> None:
        self._desk = desk
        self._ledger = ledger
        self._house = house
        self._workbench = workbench
        self._review = review

    def reviews(self, documents: Sequence[str] = ()) -> list[Reviewing]:
        """Return the review desks of some documents, or of all."""
        return [self._review(id) for id in documents or [row.id for row in self._desk.documents()]]

    def find(self, query: Query, new: str = "", documents: Sequence[str] = ()) -> list[Line]:
        """Return every place of a query in some documents, or in all, with what a replacement would put there.

        Raises `AppError` search_pattern, search_replacement, search_slow.
        """
        return preview(self.reviews(documents), query, self._workbench.search_tables, new)

    def replace(self, lines: Sequence[Line]) -> list[Change]:
        """Put in place what lines of a search or of a proposed rule say, in one step over all their documents."""
        return self._do(lines, lambda review, mine: ("replace", review.replacing(_spans(mine))))

    # -- all alike -----------------------------------------------------------------------------------------------

    def alike(self, review: Reviewing, doubt: Doubt, documents: Sequence[str] = ()) -> list[Line]:
        """Return the open doubts of the same kind and context as one, in some documents or in all."""
        return alike(self.reviews(documents), likeness_of(review, doubt))

    def like_edit(self, review: Reviewing, edit: Edit, documents: Sequence[str] = ()) -> list[Line]:
        """Return what is like an edit in force, in some documents or in all.

        Of a rule's edit: what the rules changed alike, asked about or not. Of a hand's: places that read as its place
        did before, with what the hand put there.
        """
        reviews = self.reviews(documents)
        if not edit.id:
            return alike_edits(reviews, edit, review)
        return alike_places(reviews, typed_like(review, edit))

    def like_typing(self, wanted: Likeness, documents: Sequence[str] = ()) -> list[Line]:
        """Return the places that read as one did before alike typing, in some documents or in all."""
        return alike_places(self.reviews(documents), wanted)

    def settle(self, lines: Sequence[Line], accept: bool) -> list[Change]:
        """Judge the doubts of a concordance, in one step over all their documents."""
        return self._do(lines, lambda review, mine: review.judging([line.key for line in mine], accept))

    def _do(
        self, lines: Sequence[Line], act: Callable[[Reviewing, list[Line]], tuple[str, Step]]
    ) -> list[Change]:
        by_document: dict[str, list[Line]] = {}
        for line in lines:
            by_document.setdefault(line.document, []).append(line)
        reviews = [(self._review(document), mine) for document, mine in by_document.items()]
        return together.do(self._desk, [together.Planned(each, *act(each, mine)) for each, mine in reviews])

    # -- undo ----------------------------------------------------------------------------------------------------

    def undoable(self, document: str) -> Change | None:
        """Return what undo takes back at a document ("" for none): its newest step or the newsroom's, the later."""
        return _newest(each.undoable() for each in self._steppings(document))

    def redoable(self, document: str) -> Change | None:
        """Return the undo that redo takes back in a document."""
        return _newest(each.redoable() for each in self._steppings(document))

    def undo(self, document: str) -> together.Undone | None:
        """Take the newest step back, in everything it was made in."""
        change = self.undoable(document)
        return together.undo(self._desk, change, self._touched(change)) if change is not None else None

    def redo(self, document: str) -> together.Undone | None:
        """Take the newest undo back, in everything it was made in."""
        change = self.redoable(document)
        return together.redo(self._desk, change, self._touched(change)) if change is not None else None

    def _steppings(self, document: str) -> list[Stepping]:
        return [self._ledger, *([self._review(document)] if document else ())]

    def _touched(self, change: Change) -> list[Stepping]:
        documents = self._desk.changed_in(together.group_of(self._desk, change))
        return [self._review(document) if document else self._ledger for document in documents]

    # -- rules that learn in the open ----------------------------------------------------------------------------

    def proposed(self, review: Reviewing, documents: Sequence[str] = ()) -> list[Proposal]:
        """Return the rules that typing in one document suggests, with what each would change in some, or in all."""
        others = [each for each in self.reviews(documents) if each is not review]
        return proposals(review, others, self._house.learned())


def _newest(changes: Iterable[Change | None]) -> Change | None:
    # Ids are ULIDs of one desk: the greatest is the latest.
    return max((change for change in changes if change is not None), key=lambda c: c.id, default=None)


def _spans(lines: Iterable[Line]) -> list[tuple[int, int, str]]:
    return [(line.start, line.end, line.new) for line in lines]
