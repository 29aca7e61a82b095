"""Where articles are read: each in its own document, or put among those of another, where it prints and counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from qingyang.services import together
from qingyang.services.arranging import Arranging
from qingyang.services.ledger import Ledger
from qingyang.services.reviewing import Reviewing
from qingyang.services.together import Planned
from qingyang.store import Desk
from qingyang.text.article import HOLD, Anchor
from qingyang.text.change import Change
from qingyang.text.edit import Mark
from qingyang.text.figure import CAPTION, Placed
from qingyang.text.newsroom import Transfer
from qingyang.text.plan import Plan, Slot, plan
from qingyang.text.step import Step, merge, set_records


class Planning:
    """What a hand does about articles over all documents of a desk."""

    def __init__(
        self,
        desk: Desk,
        ledger: Ledger,
        review: Callable[[str], Reviewing],
        opened: Mapping[str, Reviewing],
    ) -> None:
        self._desk = desk
        self._ledger = ledger
        self._review = review
        self._opened = opened
        self._arranged: dict[str, tuple[Reviewing, Arranging]] = {}

    def plan(self) -> Plan:
        """Return who stands where; of documents nobody has opened yet, as they were last written out."""
        written = self._desk.article_counts()
        counts = {}
        for row in self._desk.documents():
            arranging = self._arranging(row.id)
            counts[row.id] = len(arranging.starts()) if arranging is not None else written.get(row.id, 0)
        return plan(counts, self._ledger.of(Transfer), self._number)

    def slots(self, documents: Sequence[str]) -> list[Slot]:
        """Return the articles that are read in some documents, in that order."""
        made = self.plan()
        return [slot for document in documents for slot in made.get(document, ())]

    def homes(self, documents: Iterable[str]) -> list[str]:
        """Return the documents whose text is read in some documents, these first."""
        found = list(documents)
        return list(dict.fromkeys([*found, *(slot.document for slot in self.slots(found))]))

    def _arranging(self, document: str) -> Arranging | None:
        review = self._opened.get(document)
        if review is None:
            return None
        known = self._arranged.get(document)
        if known is None or known[0] is not review:
            known = self._arranged[document] = (review, Arranging(review))
        return known[1]

    def _count(self, document: str) -> int:
        arranging = self._arranging(document)
        return len(arranging.starts() if arranging is not None else self._desk.article_list(document))

    def _number(self, document: str, anchor: Anchor) -> int | None:
        arranging = self._arranging(document)
        return arranging.with_anchor(anchor) if arranging else self._desk.article_at(document, anchor)

    def _anchor(self, document: str, number: int) -> Anchor | None:
        arranging = self._arranging(document)
        return arranging.anchor(number) if arranging else self._desk.article_anchor(document, number)

    # -- articles ------------------------------------------------------------------------------------------------

    def move(
        self,
        article: tuple[str, int],
        host: str,
        before: tuple[str, int] | None = None,
        page: str | None = None,
    ) -> Change | None:
        """Read an article (document, number) in a document, before another article or at the end, maybe on a page.

        Among those of its own document its text moves; otherwise it is put there, and its text stays where it is.
        """
        made = self.plan()
        slots = {slot[:2]: slot for slots in made.values() for slot in slots}
        if article not in slots or host not in made or before == article:
            return None
        document, number = article
        guests = any(slot.document != host for slot in made[host])
        if document == host and slots[article].transfer is None and not guests:
            arranging = Arranging(self._review(document))
            goal = len(arranging.starts()) if before is None else before[1]
            return arranging.move(number, goal, page)
        if host == document and not page and before == self._following(document, number):
            return self.put_back(article)
        return self._transfer(slots[article], host, before, page)

    def _following(self, document: str, number: int) -> tuple[str, int] | None:
        """Return the article that follows another in the text of their document."""
        return (document, number + 1) if number + 1 < self._count(document) else None

    def _transfer(
        self, slot: Slot, host: str, before: tuple[str, int] | None, page: str | None
    ) -> Change | None:
        anchor = self._anchor(slot.document, slot.number)
        goal = self._anchor(*before) if before is not None else None
        if anchor is None:
            return None
        old = slot.transfer
        made = Transfer(
            self._ledger.new_id(),
            slot.document,
            old.anchor if old is not None else anchor,
            host,
            (before[0], goal) if before is not None and goal is not None else None,
            page or "",
        )
        return self._ledger.put("transfer", made)

    def put_back(self, article: tuple[str, int]) -> Change | None:
        """Read an article where its own document has it."""
        transfer = self._transfer_of(*article)
        return self._ledger.drop("transfer_back", transfer) if transfer is not None else None

    def _transfer_of(self, document: str, number: int) -> Transfer | None:
        slots = (slot for slots in self.plan().values() for slot in slots)
        return next((slot.transfer for slot in slots if slot[:2] == (document, number)), None)

    def merge(self, review: Reviewing, row: int) -> Change | None:
        """Join the article with a row to the one before it in the text; the two are read where the first one is."""
        arranging = Arranging(review)
        article = arranging.article_at(row)
        if not article:
            return None
        transfer = self._transfer_of(review.document, article)
        steps = [Planned(review, "cut", review.cutting(arranging.rows(article).start, False))]
        if transfer is not None:
            steps.append(Planned(self._ledger, "transfer_back", Step((), (transfer,))))
        return _first(together.do(self._desk, steps))

    def cut(self, review: Reviewing, row: int) -> Change | None:
        """Let an article begin at a row; what it is cut from keeps it behind itself, wherever it is read."""
        number = Arranging(review).article_at(row)
        transfer = self._transfer_of(review.document, number)
        steps = [Planned(review, "cut", review.cutting(row, True))]
        if transfer is not None:
            slots = self.plan()[transfer.host]
            at = next(k for k, slot in enumerate(slots) if slot[:2] == (review.document, number))
            behind = slots[at + 1][:2] if at + 1 < len(slots) else None
            goal = self._anchor(*behind) if behind is not None else None
            before = (behind[0], goal) if behind is not None and goal is not None else None
            made = transfer._replace(id=self._ledger.new_id(), anchor=review.anchor(row), before=before)
            steps.append(Planned(self._ledger, "transfer", set_records(self._ledger, [made])))
        return _first(together.do(self._desk, steps))

    def name_page(self, articles: Sequence[tuple[str, int]], page: str) -> Change | None:
        """Call the page (版) some articles stand on otherwise; those of other documents with it."""
        transfers = {slot[:2]: slot.transfer for slots in self.plan().values() for slot in slots}
        moved = [(t, t._replace(page=page)) for a in articles if (t := transfers.get(a)) is not None]
        steps = [Planned(self._ledger, "page", set_records(self._ledger, [new for _, new in moved]))]
        own = [article for article in articles if transfers.get(article) is None]
        for document in dict.fromkeys(document for document, _ in own):
            arranging, review = Arranging(self._review(document)), self._review(document)
            paged = [arranging.paging(number, page) for each, number in own if each == document]
            steps.append(Planned(review, "page", merge(*paged)))
        return _first(together.do(self._desk, steps))

    # -- figures -------------------------------------------------------------------------------------------------

    def move_figure(self, review: Reviewing, figure: Placed, host: Reviewing, row: int) -> Change | None:
        """Let a figure of one document stand before a row of another.

        Its caption is written anew there; the one here stays in the text and is left out of print.
        """
        made = figure.figure
        gone = Step((), (made,)) if made.id else Step()
        if not figure.caption:
            there = set_records(host.draft, [made._replace(anchor=host.anchor(min(row, len(host) - 1)))])
            steps = [Planned(review, "figure_move", gone), Planned(host, "figure_move", there)]
            return _first(together.do(self._desk, steps))
        held = set_records(review.draft, [Mark(a, HOLD) for a in review.anchors([figure.row], Mark, HOLD)])
        there = host.insertion(row, review.text(figure.row), CAPTION)
        if made.id:
            after = host.drafted(there).reading()
            anchor = after.anchor(after.passages()[row].start)
            there = merge(there, set_records(host.draft, [made._replace(anchor=anchor)]))
        steps = [Planned(review, "figure_move", merge(held, gone)), Planned(host, "figure_move", there)]
        return _first(together.do(self._desk, steps))


def _first(changes: Sequence[Change]) -> Change | None:
    return changes[0] if changes else None
