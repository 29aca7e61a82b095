"""One row as it is drawn: both sides laid out, and the strokes that mark what differs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from qingyang.tagging.engine import Tagged
from qingyang.text.row import RawLine
from qingyang.ui.aligned.block import Block, RawBlock
from qingyang.ui.aligned.marks import Difference, Kind
from qingyang.ui.aligned.parts import Part


@dataclass
class Strokes:
    """Marks of one side, from its top left corner; one list for each way of drawing."""

    curves: QPainterPath = field(default_factory=QPainterPath)
    """Where line breaks were removed."""
    ticks: list[QLineF] = field(default_factory=list)
    """Where spaces were removed from the repaired text."""
    chequers: list[QRectF] = field(default_factory=list)
    """Raw spaces that are gone."""
    dotted: list[QLineF] = field(default_factory=list)
    solid: list[QLineF] = field(default_factory=list)
    double: list[QLineF] = field(default_factory=list)
    struck: list[QLineF] = field(default_factory=list)
    carets: list[QPointF] = field(default_factory=list)
    """Where words were dropped from the repaired text."""
    boxes: list[QRectF] = field(default_factory=list)


class RowLayout:
    """One part of a row laid out at the view's width; all heights from the row's top."""

    def __init__(
        self,
        part: Part,
        start: int,
        tagged: Tagged,
        blocks: tuple[RawBlock, Block],
        differences: Sequence[Difference],
        top: int,
        padding: int,
    ) -> None:
        self.part = part
        self.start = start
        """Repaired offset of the part's first character."""
        self.end = start + part.end - part.start
        self.tagged = tagged
        self.raw, self.text = blocks
        self.top = top
        """Where the first lines begin."""
        self._padding = padding
        self.height = top + max(self.raw.height if self.raw.lines else 0, self.text.height) + padding
        self._differences = differences
        self._strokes: tuple[Strokes, Strokes] | None = None

    def standing(self, part: Part, start: int, tagged: Tagged, top: int) -> RowLayout:
        """Return the same text elsewhere, or as something else: its lines are laid out already."""
        by, blocks = start - self.start, (self.raw, self.text)
        found = [d._replace(start=d.start + by, end=d.end + by) for d in self._differences]
        made = RowLayout(part, start, tagged, blocks, found, top, self._padding)
        made._strokes = self._strokes
        return made

    @property
    def lines(self) -> Sequence[RawLine]:
        """The raw lines."""
        return self.raw.lines

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles that repaired[start:end] covers on the right side."""
        low, high = max(start, self.start), min(end, self.end)
        return self.text.rects(low - self.start, high - self.start) if low < high else []

    def strokes(self) -> tuple[Strokes, Strokes]:
        """Return the marks of the raw and of the repaired side."""
        if self._strokes is None:
            self._strokes = Strokes(), Strokes()
            for difference in self._differences:
                _MARKS[difference.kind](self, difference, *self._strokes)
        return self._strokes

    def _under(self, rects: Sequence[QRectF], into: list[QLineF], block: Block) -> None:
        drop = block.face.baseline + block.face.em * 0.22
        into += [QLineF(r.left() + 1, r.top() + drop, r.right() - 1, r.top() + drop) for r in rects]

    def _place(self, offset: int) -> tuple[float, float]:
        """Return the caret's x and the baseline's y of a repaired offset."""
        at = offset - self.start
        return self.text.x(at), self.text.line_of(at) * self.text.face.line + self.text.face.baseline


def _join(row: RowLayout, what: Difference, raw: Strokes, text: Strokes) -> None:
    x, y = row._place(what.start)
    em = row.text.face.em
    y += em * 0.22
    text.curves.moveTo(x - em * 0.22, y)
    text.curves.quadTo(x, y + em * 0.22, x + em * 0.22, y)
    _hook(row, what.raw_start, raw)


def _hook(row: RowLayout, raw_end: int, raw: Strokes) -> None:
    """Draw the small hook behind a raw line that runs on."""
    block = row.raw
    for k, line in enumerate(block.lines):
        if line.start < raw_end <= line.end:
            em = block.face.em
            x = block.end_x(k) + em * 0.25
            y = block.bottom(k) - block.face.line + block.face.baseline - em * 0.3
            raw.curves.moveTo(x, y - em * 0.2)
            raw.curves.quadTo(x + em * 0.4, y - em * 0.2, x + em * 0.4, y + em * 0.06)
            raw.curves.quadTo(x + em * 0.4, y + em * 0.32, x, y + em * 0.32)
            return


def _space(row: RowLayout, what: Difference, raw: Strokes, text: Strokes) -> None:
    raw.chequers += row.raw.raw_rects(what.raw_start, what.raw_end)
    x, y = row._place(what.start)
    em = row.text.face.em
    text.ticks.append(QLineF(x, y + em * 0.1, x, y + em * 0.34))


def _form(row: RowLayout, what: Difference, raw: Strokes, text: Strokes) -> None:
    row._under(row.raw.raw_rects(what.raw_start, what.raw_end), raw.dotted, row.raw)
    row._under(row.rects(what.start, what.end), text.dotted, row.text)


def _wording(row: RowLayout, what: Difference, raw: Strokes, text: Strokes) -> None:
    row._under(row.raw.raw_rects(what.raw_start, what.raw_end), raw.solid, row.raw)
    row._under(row.rects(what.start, what.end), text.solid, row.text)


def _typed(row: RowLayout, what: Difference, raw: Strokes, text: Strokes) -> None:
    row._under(row.rects(what.start, what.end), text.double, row.text)


def _dropped(row: RowLayout, what: Difference, raw: Strokes, text: Strokes) -> None:
    for rect in row.raw.raw_rects(what.raw_start, what.raw_end):
        y = rect.top() + row.raw.face.baseline - row.raw.face.em * 0.36
        raw.struck.append(QLineF(rect.left(), y, rect.right(), y))
    x, y = row._place(what.start)
    text.carets.append(QPointF(x, y + row.text.face.em * 0.1))


def _moved(row: RowLayout, what: Difference, raw: Strokes, text: Strokes) -> None:
    raw.boxes += _framed(row.raw.raw_rects(what.raw_start, what.raw_end))
    text.boxes += _framed(row.rects(what.start, what.end))


def _framed(rects: Sequence[QRectF]) -> list[QRectF]:
    """Return one box round lines that fill a block, or one for each line."""
    if len(rects) < 3:
        return list(rects)
    box = rects[0]
    for rect in rects[1:]:
        box = box.united(rect)
    return [box]


_MARKS: dict[Kind, Callable[[RowLayout, Difference, Strokes, Strokes], None]] = {
    Kind.JOIN: _join,
    Kind.SPACE: _space,
    Kind.FORM: _form,
    Kind.WORDING: _wording,
    Kind.TYPED: _typed,
    Kind.DROPPED: _dropped,
    Kind.MOVED: _moved,
}
