"""A paragraph in its style: its lines, and the rows of grid they take in a column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from qingyang.compose import classes as kind
from qingyang.compose.breaking import FORCED, LONE_LAST, VARIED, Broken, broken, varied
from qingyang.compose.cells import cells
from qingyang.compose.headline import fitted
from qingyang.compose.items import Inset, Items, Words, items
from qingyang.compose.layout import Finding, Line
from qingyang.compose.lines import Place, Whites, natural, runs, whites
from qingyang.compose.metrics import EM, Metrics
from qingyang.compose.sums import FIELD_MASK, SHRINK_AT
from qingyang.compose.template import Style, Template
from qingyang.text.article import Paragraph
from qingyang.wording import message

_NARROW = 14
"""Columns of fewer characters are indented by one em (CLREQ 3.1.1)."""


class Where(NamedTuple):
    """Which paragraph of which article."""

    article: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph broken into lines."""

    where: Where
    role: str
    style: Style
    size: float
    """In points; a headline's is the rung of the ladder it took."""
    width: float
    """Of the frame, in points."""
    items: Items
    edges: tuple[int, ...]
    cost: float
    """What its line breaks cost."""

    @property
    def count(self) -> int:
        """Return the number of lines."""
        return len(self.edges) - 1

    def line(self, k: int, x: float, baseline: float, height: float) -> Line:
        """Return line ``k`` drawn in a column or band whose left edge is ``x``."""
        x += self.style.margin * self.style.size
        start, end = self.edges[k], self.edges[k + 1]
        inset = self.inset(k)
        room = round(self.width / self.size * 1000) - inset
        justified = self.style.align == "justify" and k < self.count - 1
        set_ = whites(self.items, start, end, room, justified)
        left = x + (inset + self._aside(set_, room)) * self.size / 1000
        place = Place(left, baseline, self.size, self.style.colour)
        drawn = runs(self.items, start, end, set_, place)
        origins = self.items.origins
        return Line(
            drawn,
            x,
            baseline,
            self.width,
            height,
            *self.where,
            origins[start],
            origins[end - 1] + 1,
            self.role,
        )

    def varied(self, more: int) -> Block | None:
        """Return this paragraph some lines longer (or shorter), None where that would show."""
        if not self._may_vary(more):
            return None
        found = varied(self.items, *_rooms(self.style, self.width / self.size), self.count + more)
        return replace(self, edges=found.edges, cost=found.cost) if found else None

    def _may_vary(self, more: int) -> bool:
        """Say, without trying, whether the lines could take in or give up what the last one holds."""
        room, _ = _rooms(self.style, self.width / self.size)
        last = natural(self.items, self.edges[-2], self.edges[-1])
        if more > 0:
            return (more - 1) * room + room - last < (self.count - 1) * room * VARIED / EM
        return last < self.items.ends[-1] >> SHRINK_AT & FIELD_MASK

    def inset(self, k: int) -> int:
        """Return the indent of line ``k`` in 1/1000 em."""
        return _inset(self.style, self.width / self.size, k == 0)

    def _aside(self, set_: Whites, room: int) -> float:
        if self.style.align in ("left", "justify"):
            return 0.0
        return (room - set_.width) / (2 if self.style.align == "center" else 1)


def _inset(style: Style, measure: float, first: bool) -> int:
    if not first:
        return int(style.hang * 1000)
    return int((min(style.indent, 1.0) if measure < _NARROW else style.indent) * 1000)


def _rooms(style: Style, measure: float) -> tuple[int, int]:
    """Return the room of a line, and of the first one, in 1/1000 em."""
    room = round(measure * 1000)
    return room - _inset(style, measure, False), room - _inset(style, measure, True)


class Setter:
    """Sets paragraphs in the faces of one template, and collects what the editor should know."""

    def __init__(self, template: Template, metrics: Metrics, words: Words | None) -> None:
        self.template = template
        self.metrics = metrics
        self.words = words
        self.styles = dict(template.styles)
        self.findings: list[Finding] = []

    def block(self, where: Where, paragraph: Paragraph) -> Block | None:
        """Return a paragraph as lines; None where nothing of it is printed."""
        style = self.styles[paragraph.role]
        frame = self.template.type_width if style.span else self.template.measure
        width = max(frame - 2 * style.margin * style.size, style.size)
        insets = tuple(
            Inset(span.start, span.end, cells(self.styles[span.role].face, self.metrics))
            for span in paragraph.spans
            if self.styles[span.role].face != style.face
        )
        made = items(
            paragraph.text,
            cells(style.face, self.metrics),
            self.words,
            int(style.phrase * 1000),
            insets,
            bool(style.ladder),
        )
        self._report(where, paragraph.text, made)
        if not made.text:
            return None
        found = fitted(made, style.ladder, width) if style.ladder else None
        if found:
            return Block(where, paragraph.role, style, found[0], width, made, found[1], 0.0)
        size, lines = self._lines(where, made, style, width)
        return Block(where, paragraph.role, style, size, width, made, lines.edges, lines.cost)

    def _lines(self, where: Where, made: Items, style: Style, width: float) -> tuple[float, Broken]:
        size = style.ladder[-1].size if style.ladder else style.size
        lines = broken(made, *_rooms(style, width / size))
        if lines.cost >= FORCED:
            self._tell("page.forced_line", where, 0, "")
        elif lines.cost >= LONE_LAST:
            self._tell("page.lone_last", where, made.origins[lines.edges[-2]], "")
        return size, lines

    def _report(self, where: Where, text: str, made: Items) -> None:
        """Tell of characters that have no face, and of control characters, which are not printed."""
        for k, cell in enumerate(made.cells):
            if not cell.face and cell.width:
                self._tell("page.no_glyph", where, made.origins[k], made.text[k])
        if len(made.text) != len(text):
            kept = set(made.origins)
            for k, char in enumerate(text):
                if k not in kept and kind.class_of(char) == kind.NOTHING:
                    self._tell("page.control", where, k, char)

    def _tell(self, id: str, where: Where, offset: int, char: str) -> None:
        code = f"U+{ord(char):04X}" if char else ""
        shown = char if char.isprintable() else ""
        self.findings.append(Finding(message(id, char=shown, code=code), *where, offset))
