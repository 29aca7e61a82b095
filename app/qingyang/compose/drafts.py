"""A page being filled: where its lines and pictures stand, drawn when all of them do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import is_
from typing import NamedTuple

from qingyang.compose.blocks import Block
from qingyang.compose.columns import Row
from qingyang.compose.figures import Illustration
from qingyang.compose.layout import Entry, Line, Picture, Rule
from qingyang.compose.memory import Memory
from qingyang.compose.stories import Story
from qingyang.compose.template import Template

Size = tuple[int, int, int, int, int]


class Spot(NamedTuple):
    """Where a line of a block stands."""

    block: Block
    k: int
    x: float
    baseline: float
    height: float


class Turn(NamedTuple):
    """A story that leaves its page: a line of white kept at the foot of one page or the head of the next."""

    column: int
    line: int
    """The grid line kept free."""
    page: int
    """The page the story goes on on, or came from; from 1."""
    leaves: bool


class Gap(NamedTuple):
    """Where a story begins below another: how much stood on the page before it, the rule between them not counted."""

    spots: int
    rules: int
    pictures: int
    turns: int
    at: int
    """The grid line its head begins on."""


@dataclass(slots=True)
class Draft:
    """A page being filled."""

    template: Template
    spots: list[Spot] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    used: int = 0
    """Grid lines down to its lowest line."""

    @property
    def size(self) -> Size:
        """Return how many lines, rules, pictures, turns and gaps it holds."""
        return len(self.spots), len(self.rules), len(self.pictures), len(self.turns), len(self.gaps)

    @property
    def free(self) -> int:
        """Return the grid lines below its lowest line, and below what says where a story goes on."""
        leaving = (turn.line + 1 for turn in self.turns if turn.leaves)
        return self.template.lines - max(self.used, *leaving, 0)

    def since(self, size: Size = (0, 0, 0, 0, 0)) -> Draft:
        """Return what was added since it had a size."""
        a, b, c, d, e = size
        gaps = [Gap(g.spots - a, g.rules - b, g.pictures - c, g.turns - d, g.at) for g in self.gaps[e:]]
        return Draft(
            self.template, self.spots[a:], self.rules[b:], self.pictures[c:], self.turns[d:], gaps, self.used
        )

    def add(self, more: Draft) -> None:
        """Add what was added before."""
        a, b, c, d, _ = self.size
        self.gaps += [Gap(g.spots + a, g.rules + b, g.pictures + c, g.turns + d, g.at) for g in more.gaps]
        self.spots += more.spots
        self.rules += more.rules
        self.pictures += more.pictures
        self.turns += more.turns
        self.used = max(self.used, more.used)

    def part(self, at: int) -> None:
        """Begin a story below what stands here, its head on grid line ``at``."""
        self.gaps.append(Gap(*self.size[:4], at))

    def lower(self, number: int, by: int) -> None:
        """Let all that stands from one of its gaps on stand so many grid lines lower; the rule between, half of it."""
        gap, down = self.gaps[number], by * self.template.leading
        spots, pictures, turns = self.spots, self.pictures, self.turns
        spots[gap.spots :] = [spot._replace(baseline=spot.baseline - down) for spot in spots[gap.spots :]]
        pictures[gap.pictures :] = [each._replace(y=each.y - down) for each in pictures[gap.pictures :]]
        turns[gap.turns :] = [turn._replace(line=turn.line + by) for turn in turns[gap.turns :]]
        for k in range(gap.rules, len(self.rules)):
            rule, between = self.rules[k], k == gap.rules and self.template.story_rule
            moved = down / 2 if between else down
            self.rules[k] = rule._replace(y0=rule.y0 - moved, y1=rule.y1 - moved)
        self.gaps[number:] = [each._replace(at=each.at + by) for each in self.gaps[number:]]
        self.used += by

    def lines(self, memory: Memory | None = None) -> tuple[Line, ...]:
        """Return its lines, drawn; the very ones of last time where the first of them was and all stand as then."""
        if memory is None or not self.spots:
            return self._lines()
        key = id(self.spots[0])
        found = memory.get(key, _Lines)
        if found is None or len(found.spots) != len(self.spots) or not all(map(is_, found.spots, self.spots)):
            found = _Lines(tuple(self.spots), self._lines())
            memory.put(key, found)
        return found.lines

    def _lines(self) -> tuple[Line, ...]:
        return tuple(spot.block.line(spot.k, spot.x, spot.baseline, spot.height) for spot in self.spots)

    def heads(self, heads: Sequence[Block], x: float, at: int) -> None:
        """Place a headline group in a strip whose left edge is ``x``."""
        top = self.template.height_at(at)
        for block, k, baseline, height in stacked(heads, self.template.leading)[0]:
            self.spots.append(Spot(block, k, x, top - baseline, height))

    def picture(self, what: Illustration, x: float, at: int, width: float) -> None:
        """Place a picture and its captions in a column, or several of them, whose left edge is ``x``."""
        leading = self.template.leading
        y = self.template.height_at(at) - leading / 4 - what.frame.height
        left = x + (width - what.frame.width) / 2
        self.pictures.append(
            Picture(
                what.figure.name, left, y, what.frame.width, what.frame.height,
                what.figure.alt, what.article, what.number, len(self.spots),
            )
        )  # fmt: skip
        for block in what.captions:
            y -= block.style.before * leading
            each = _line_height(block, leading)
            left = x + (width - block.width) / 2 - block.style.margin * block.style.size
            for k in range(block.count):
                self.spots.append(Spot(block, k, left, y - on_grid(block.size, each), each))
                y -= each
            y -= block.style.after * leading

    def row(self, row: Row, x: float, at: int) -> None:
        """Place a row of a column whose left edge is ``x``, its upper edge at grid line ``at``."""
        leading, block, top = self.template.leading, row.block, self.template.height_at(at)
        if isinstance(block, Illustration):
            self.picture(block, x, at, self.template.measure)
            return
        spots = self.spots
        if row.lines == 1 and not block.style.height:
            spots.append(Spot(block, row.first, x, top - on_grid(block.size, leading), leading))
            return
        line_height = _line_height(block, leading)
        spare = row.height * leading - row.lines * line_height
        share = block.style.before + block.style.after
        above = spare * (block.style.before / share if share else 0.5)
        for k in range(row.lines):
            baseline = top - above - k * line_height - on_grid(block.size, line_height)
            spots.append(Spot(block, row.first + k, x, baseline, line_height))


class _Lines(NamedTuple):
    """The lines of a page; its spots are kept so that no others are ever taken for them."""

    spots: tuple[Spot, ...]
    lines: tuple[Line, ...]


class Short(NamedTuple):
    """A page some grid lines lower than the others."""

    page: int
    """From 0."""
    by: int


class Placed(NamedTuple):
    """What some stories added to the pages they began on and after, and where they left off."""

    stories: tuple[Story, ...]
    """Kept, so that nothing else is ever taken for them."""
    pages: tuple[Draft, ...]
    entries: tuple[Entry, ...]
    at: int
    top: int


def on_grid(size: float, leading: float) -> float:
    """Return how far below a line's upper edge the baseline is: Han squares stand in its middle.

    The em box of a Han character reaches .88 em above the baseline and .12 em below it.
    """
    return leading / 2 + 0.38 * size


def stacked(heads: Sequence[Block], leading: float) -> tuple[list[tuple[Block, int, float, float]], int]:
    """Return (block, line, baseline, line height) for a headline group, and the whole grid lines it takes.

    Baselines are points below the group's upper edge; what rounding up adds is shared above and below.
    """
    height = sum(
        (block.style.before + block.style.after) * leading + block.count * _line_height(block, leading)
        for block in heads
    )
    grid = -int(-(height - 1e-6) // leading) if heads else 0
    at = (grid * leading - height) / 2
    placed = []
    for block in heads:
        at += block.style.before * leading
        each = _line_height(block, leading)
        for k in range(block.count):
            placed.append((block, k, at + on_grid(block.size, each), each))
            at += each
        at += block.style.after * leading
    return placed, grid


def _line_height(block: Block, leading: float) -> float:
    return block.style.height * block.size or leading
