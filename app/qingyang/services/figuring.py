"""Figures of one document: pictures put to captions, described, moved and taken off; each one change."""

from __future__ import annotations

from qingyang.services.arranging import Arranging
from qingyang.services.reviewing import Reviewing
from qingyang.text.article import Anchor
from qingyang.text.change import Change
from qingyang.text.edit import Figure, Record, Tag
from qingyang.text.figure import CAPTION, Placed, placed
from qingyang.text.step import Step, merge, set_records


class Figuring:
    """What a hand does about the figures of a document under review."""

    def __init__(self, review: Reviewing) -> None:
        self._review = review

    def all(self) -> list[Placed]:
        """Return every figure in reading order, captions without a picture among them."""
        review = self._review
        hands = [(self._row(figure), figure) for figure in review.draft.figures() if len(review)]
        return placed(review.paragraph, review.rows_of(CAPTION), hands)

    def pictured(self, row: int) -> bool:
        """Say whether a picture stands at a row."""
        return any(figure.picture and self._row(figure) == row for figure in self._review.draft.figures())

    def _row(self, figure: Figure) -> int:
        # Typed text may be gone with all that hung on it: a picture is shown all the same.
        place = self._review.reading.place(figure.anchor)
        return self._review.row_at(place) if place is not None else max(0, len(self._review) - 1)

    def put(self, row: int, picture: str) -> Change | None:
        """Place a picture of the desk at a row: into a caption that waits for one, else as a figure of its own."""
        there = [each for each in self.all() if each.row == row]
        waiting = next((each for each in there if each.waits), None)
        if waiting is not None:
            return self.show(waiting, picture)
        figure = Figure(self._review.new_id(), self._review.anchor(row), picture)
        return self._do("figure", figure, row)

    def show(self, figure: Placed, picture: str) -> Change | None:
        """Show a picture of the desk in a figure, in place of the one it showed."""
        return self._do("figure", self._made(figure)._replace(picture=picture), figure.row)

    def describe(
        self, figure: Placed, *, credit: str | None = None, alt: str | None = None, width: float | None = None
    ) -> Change | None:
        """Say who took a figure's picture, what it shows, or how wide it prints, in millimetres."""
        old = self._made(figure)
        new = old._replace(
            credit=old.credit if credit is None else credit.strip(),
            alt=old.alt if alt is None else alt.strip(),
            width=old.width if width is None else width,
        )
        return self._do("figure_edit", new, figure.row) if new != old else None

    def caption(self, figure: Placed, text: str) -> Change | None:
        """Make a figure's caption read as given; one without gets a paragraph of its own for it."""
        text = " ".join(text.split())
        if figure.caption:
            return self._review.rewrite(figure.row, text, CAPTION) if text else None
        step = self._review.insertion(figure.row, text, CAPTION)
        if not step.added:
            return None
        after = self._review.drafted(step).reading()
        made = self._made(figure)._replace(anchor=after.anchor(after.passages()[figure.row].start))
        return self._review.do("insert", merge(step, set_records(self._review.draft, [made])))

    def move(self, figure: Placed, before: int) -> Change | None:
        """Let a figure stand before another row: its caption is read there, or it hangs on that row."""
        if figure.caption:
            return Arranging(self._review).put(figure.row, before)
        row = min(before, len(self._review) - 1)
        return self._do("figure_move", self._made(figure)._replace(anchor=self._review.anchor(row)), row)

    def take_off(self, figure: Placed) -> Change | None:
        """Take a figure's picture off; caption, credit and what it says of it stay while there is a caption."""
        if not figure.figure.id:
            return None
        if figure.caption:
            gone = figure.figure._replace(picture="")
            return self._review.do("figure_off", set_records(self._review.draft, [gone]))
        return self._review.do("figure_off", Step((), (figure.figure,)))

    def _made(self, figure: Placed) -> Figure:
        return figure.figure if figure.figure.id else figure.figure._replace(id=self._review.new_id())

    def _do(self, kind: str, figure: Figure, row: int) -> Change | None:
        """Write a figure; a caption that a hand has given a picture to stays one, whatever the rules come to think."""
        records: list[Record] = [figure]
        if self._review.tags[row].role == CAPTION and not self._settled(row):
            records.append(Tag(self._anchor(figure, row), CAPTION))
        return self._review.do(kind, set_records(self._review.draft, records))

    def _anchor(self, figure: Figure, row: int) -> Anchor:
        return figure.anchor if self._row(figure) == row else self._review.anchor(row)

    def _settled(self, row: int) -> bool:
        return any(isinstance(record, Tag) for record in self._review.said(row))
