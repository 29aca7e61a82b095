"""A paragraph in its style: its lines, each drawn where it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import inf
from typing import NamedTuple

from qingyang.compose.breaking import broken, stretch, stretched, varied
from qingyang.compose.items import Items
from qingyang.compose.layout import Line, Run
from qingyang.compose.lines import Place, natural, runs, whites
from qingyang.compose.metrics import EM
from qingyang.compose.ragged import ragged
from qingyang.compose.sums import FIELD_MASK, SHRINK_AT
from qingyang.compose.template import Style

_NARROW = 14
"""Columns of fewer characters are indented by one em (CLREQ 3.1.1)."""

_SHORTEST = 2 * EM
"""The last line of all has two characters."""
DEAREST = 5500.0
"""What a longer or shorter paragraph may cost more than as it likes."""
_LONGER, _SHORTER = 2000.0, 400.0
"""What lines that end where they do not like to cost about, for a paragraph that gives or takes all it has."""


class Where(NamedTuple):
    """Which paragraph of which article."""

    article: int
    paragraph: int


class Rooms(NamedTuple):
    """How wide lines may be, in 1/1000 em."""

    frame: int
    first: int
    """A paragraph's first line, its indent taken off."""
    rest: int


class Drawn(NamedTuple):
    """A line's glyphs from the origin, and the line where it stood last."""

    glyphs: tuple[Run, ...]
    line: Line


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
    rooms: Rooms
    variants: dict[int, Block | None] = field(default_factory=dict, compare=False)
    """This paragraph some lines longer or shorter, as far as anybody asked."""
    drawn: dict[int, Drawn] | None = field(default=None, compare=False)
    """Its lines as far as drawn; None where nobody will ask twice."""
    widths: dict[float, Block] = field(default_factory=dict, compare=False)
    """This paragraph in narrower frames, as far as anybody asked."""

    @property
    def count(self) -> int:
        """Return the number of lines."""
        return len(self.edges) - 1

    def line(self, k: int, x: float, baseline: float, height: float) -> Line:
        """Return line ``k`` drawn in a column or band whose left edge is ``x``."""
        x += self.style.margin * self.style.size
        if self.drawn is None:
            return self._line(k, self._glyphs(k, x, baseline), x, baseline, height)
        old = self.drawn.get(k)
        if old is None:
            glyphs = self._glyphs(k, 0.0, 0.0)
        else:
            glyphs, line = old
            if (line.x, line.y, line.height) == (x, baseline, height) and line[5:7] == self.where:
                return line
        moved = tuple(run._replace(x=run.x + x, y=baseline) for run in glyphs)
        line = self._line(k, moved, x, baseline, height)
        self.drawn[k] = Drawn(glyphs, line)
        return line

    def _line(self, k: int, glyphs: tuple[Run, ...], x: float, y: float, height: float) -> Line:
        start, end = self.edges[k], self.edges[k + 1]
        first, last = self.items.origins[start], self.items.origins[end - 1] + 1
        return Line(glyphs, x, y, self.width, height, *self.where, first, last, self.role)

    def _glyphs(self, k: int, x: float, y: float) -> tuple[Run, ...]:
        start, end = self.edges[k], self.edges[k + 1]
        room = self.rooms.rest if k else self.rooms.first
        justified = self.style.align == "justify" and k < len(self.edges) - 2
        set_ = whites(self.items, start, end, room, justified)
        aside: float = self.rooms.frame - room
        if self.style.align in ("center", "right"):
            aside += (room - set_.width) / (2 if self.style.align == "center" else 1)
        left = x + aside * self.size / 1000
        return runs(self.items, start, end, set_, Place(left, y, self.size, self.style.colour))

    def varied(self, more: int) -> Block | None:
        """Return this paragraph some lines longer (or shorter), None where that would show."""
        if more not in self.variants:
            self.variants[more] = self._varied(more) if self.strain(more) < 1 else None
        found = self.variants[more]
        return replace(found, where=self.where) if found and found.where != self.where else found

    def _varied(self, more: int) -> Block | None:
        found = varied(self.items, self.rooms.rest, self.rooms.first, self.count + more, self.cost + DEAREST)
        if found is None:
            return None
        drawn: dict[int, Drawn] | None = None if self.drawn is None else {}
        return replace(self, edges=found.edges, cost=found.cost, variants={}, drawn=drawn)

    def within(self, width: float) -> Block:
        """Return this paragraph in a narrower frame, in points; in its own where the frame is no narrower."""
        width -= 2 * self.style.margin * self.style.size
        if width >= self.width:
            return self
        if width not in self.widths:
            self.widths[width] = self._within(width)
        found = self.widths[width]
        return replace(found, where=self.where) if found.where != self.where else found

    def _within(self, width: float) -> Block:
        room = rooms(self.style, width, self.size)
        if self.style.align == "justify":
            found = broken(self.items, room.rest, room.first)
            edges, cost = found.edges, found.cost
        else:
            edges, cost = ragged(self.items, room.rest, room.first, self.style.align), 0.0
        drawn: dict[int, Drawn] | None = None if self.drawn is None else {}
        return replace(
            self, width=width, edges=edges, cost=cost, rooms=room, variants={}, drawn=drawn, widths={}
        )

    def strain(self, more: int) -> float:
        """Return, without trying, what share of all it has a paragraph must give or take: 1 and more cannot be."""
        if self.style.align != "justify":
            return 1.0
        room = self.rooms.rest
        last = natural(self.items, self.edges[-2], self.edges[-1])
        shrink = self.items.ends[-1] >> SHRINK_AT & FIELD_MASK
        if more > 0:
            gaps = (self.count - 1) * room * stretch(room) / EM
            return (more * room - last + _SHORTEST) / (gaps + shrink / 2 or 1.0)
        return (last - (more + 1) * room) / (shrink or 1.0)

    def guess(self, more: int) -> float:
        """Return about what that would cost more, without trying; infinite where it cannot be."""
        share = self.strain(more)
        if share >= 1:
            return inf
        room = self.rooms.rest
        share = max(0.0, share)
        each = stretched(share * stretch(room), room) if more > 0 else 10 * share**2
        return each * (self.count + more) + share * (_LONGER if more > 0 else _SHORTER)


def rooms(style: Style, width: float, size: float) -> Rooms:
    """Return the room of a style's lines in a frame, both in points."""
    frame = round(width / size * 1000)
    indent = min(style.indent, 1.0) if width / size < _NARROW else style.indent
    return Rooms(frame, frame - int(indent * 1000), frame - int(style.hang * 1000))
