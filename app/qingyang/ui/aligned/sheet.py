"""All rows of one document as they would lie on one endless sheet: heights at once, layouts when they are looked at.

A row's height is an estimate until it is laid out; nobody may rely on it before `layout` was asked for.
"""

from __future__ import annotations

from collections import OrderedDict

from qingyang.services.reviewing import Reviewing, Shown
from qingyang.tagging.engine import Tagged
from qingyang.text.order import Order
from qingyang.text.reading import Passage
from qingyang.text.row import RawLine, lines_of, raw_spans
from qingyang.ui.aligned.block import Block, RawBlock
from qingyang.ui.aligned.columns import Columns, columns
from qingyang.ui.aligned.faces import Faces
from qingyang.ui.aligned.heights import Heights
from qingyang.ui.aligned.line_numbers import LineNumbers
from qingyang.ui.aligned.marks import differences
from qingyang.ui.aligned.moved import boxed
from qingyang.ui.aligned.parts import Part, Parts
from qingyang.ui.aligned.row_layout import RowLayout

KEPT = 100
"""Layouts kept, those seen last."""
PADDING, ARTICLE = 8, 22
"""Above and below a row; above a row that begins an article."""


_SAMPLE = 30_000
"""Characters from which the width of the raw column is judged."""


def _usual_length(raw: str) -> int:
    """Return the length that all but a few lines keep to, room for marks behind them included."""
    lengths = sorted(len(line) for line in raw.split("\n") if line.strip())
    return lengths[len(lengths) * 19 // 20] + 2 if lengths else 0


class Sheet:
    """The rows of a document, their heights and the layouts of those seen last."""

    def __init__(self, review: Reviewing, faces: Faces, width: int) -> None:
        self.review = review
        self.parts = Parts(review.passages)
        self._room: dict[int, int] = {}
        self._grown: dict[int, int] = {}
        self._layouts: OrderedDict[int, RowLayout] = OrderedDict()
        self._order: Order | None = None
        self._reading = review.reading
        self._moved: list[tuple[int, int]] = []
        self._numbers = LineNumbers(review.draft.source.text)
        self._raw_measure = _usual_length(review.draft.source.text[:_SAMPLE])
        self._read_moves()
        self.fit(faces, width)

    def _read_moves(self) -> None:
        order = self.review.reading.order
        if order is not self._order:
            self._order, self._moved = order, boxed(order.spans, self.review.draft)

    def fit(self, faces: Faces, width: int) -> None:
        """Lay everything out anew at a zoom and a width."""
        self.faces = faces
        digits = max(2, len(str(self._numbers.last)))
        self.columns: Columns = columns(width, faces, digits, self._raw_measure)
        self._layouts.clear()
        self._grown.clear()
        self.heights = Heights(self._estimates(self.parts.lengths()))

    def _estimates(self, lengths: list[int]) -> list[int]:
        at = self.columns
        em, line = self.faces.reading.em, self.faces.reading.line
        measure = max(1, at.text_width // em)
        raw_line = self.faces.raw.line
        mean = len(self.review.draft.source.text) // self._numbers.last
        raw_measure = max(1, min(mean, at.raw_width // self.faces.raw.em))
        padding = self.faces.px(2 * PADDING)
        # Many rows, few lengths.
        heights = {
            n: max(-(-n // measure) * line, -(-n // raw_measure) * raw_line) + padding for n in set(lengths)
        }
        return [heights[n] for n in lengths]

    def splice(self, shown: Shown, keep: Part | None = None) -> None:
        """Take up a change of rows; the part ``keep`` is being edited and keeps its edges."""
        first = self.parts.first(shown.first)
        old = self.parts.first(shown.first + shown.old) - first
        passages = self.review.passages[shown.first : shown.first + shown.new]
        self.parts.splice(shown.first, shown.old, passages, keep)
        last = self.parts.first(shown.first + shown.new)
        lengths = [part.end - part.start for part in (self.parts[k] for k in range(first, last))]
        self.heights.splice(first, old, self._estimates(lengths))
        self._grown.clear()
        self._room.clear()
        self._keep_layouts(first, old, last - first)

    def _keep_layouts(self, first: int, old: int, new: int) -> None:
        """Keep the layouts of parts whose text a change has left alone, wherever they stand now and whatever they are.

        Of ``old`` parts from the first one on it has made ``new``.
        """
        before, order, same = self._layouts, self._order, self.review.reading is self._reading
        self._reading = self.review.reading
        self._read_moves()
        self._layouts = OrderedDict()
        if order is not self._order:
            return
        for number, layout in before.items():
            # What was deleted beside one may show in it as well.
            if same or not first - 1 <= number <= first + old:
                self._keep(layout, number if number < first else number + new - old)

    def _keep(self, layout: RowLayout, number: int) -> None:
        part = self.parts[number] if number < len(self.parts) else None
        if part is None or part[1:] != layout.part[1:]:
            return
        start, tagged = self.review.passages[part.row].start + part.start, self.review.tags[part.row]
        top = self._top(part, tagged)
        if (part, start, tagged, top) != (layout.part, layout.start, layout.tagged, layout.top):
            layout = layout.standing(part, start, tagged, top)
        self._layouts[number] = layout

    def layout(self, number: int) -> RowLayout:
        """Return one part laid out; its height is exact from now on."""
        found = self._layouts.get(number)
        if found is None:
            found = self._layouts[number] = self._lay_out(self.parts[number])
            if len(self._layouts) > KEPT:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(number)
        self.heights.set(number, max(found.height, self._grown.get(number, 0)) + self.room(number))
        return found

    def grow(self, number: int, text_height: int) -> None:
        """Make a part at least as high as the text being typed into it."""
        layout = self.layout(number)
        self._grown[number] = layout.top + text_height + self.faces.px(PADDING)
        self.layout(number)

    def make_room(self, number: int, height: int) -> None:
        """Keep room below a part for a row being written; -1 is above the first."""
        self._room = {number: height}
        self._relay(number)

    def shrink(self) -> None:
        """Give all room back that was kept for what is being typed."""
        numbers = {*self._grown, *self._room}
        self._grown.clear()
        self._room.clear()
        for number in numbers:
            self._relay(number)

    def _relay(self, number: int) -> None:
        if number < 0:
            self._layouts.pop(0, None)
        if len(self.parts):
            self.layout(max(0, number))

    def room(self, number: int) -> int:
        """Return the room kept below a part."""
        return self._room.get(number, 0)

    def _lay_out(self, part: Part) -> RowLayout:
        review, faces, at = self.review, self.faces, self.columns
        raw = review.draft.source.text
        start = review.passages[part.row].start + part.start
        end = start + part.end - part.start
        tagged = review.tags[part.row]
        blocks = (
            RawBlock(raw, self._lines(start, end), faces.raw, at.raw_width),
            Block(review.reading.text[start:end], faces.reading, at.text_width),
        )
        found = differences(review.reading, raw, start, end, self._moved)
        return RowLayout(part, start, tagged, blocks, found, self._top(part, tagged), faces.px(PADDING))

    def _top(self, part: Part, tagged: Tagged) -> int:
        begins = tagged.begins and part.start == 0 and part.row > 0
        lead = self.room(-1) if part.row == part.start == 0 else 0
        return lead + self.faces.px(ARTICLE if begins else PADDING)

    def _lines(self, start: int, end: int) -> tuple[RawLine, ...]:
        raw = self.review.draft.source.text
        found: list[RawLine] = []
        for span in raw_spans(self.review.reading, Passage(start, end)):
            found += lines_of(raw, span, self._numbers.at(span[0]))
        return tuple(found)

    def part_at(self, offset: int) -> int:
        """Return the part that shows a repaired offset."""
        row = self.review.row_at(offset)
        inside = offset - self.review.passages[row].start
        return self.parts.at(row, max(0, inside))
