"""From articles to pages: bands of a headline group and balanced columns, on one baseline grid a page.

An article is one or more bands; a band is the paragraphs that run across all columns and the text below them.
What does not fit goes to the next page; nothing is ever left over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from qingyang.compose.blocks import Block, Setter, Where
from qingyang.compose.columns import Column, Row, filled, rows
from qingyang.compose.filling import levelled
from qingyang.compose.layout import Entry, Line, Rule
from qingyang.compose.template import Template
from qingyang.text.article import Article


class Band(NamedTuple):
    """A headline group and the text below it; either may be empty."""

    heads: tuple[Block, ...]
    text: tuple[Block, ...]


def bands(number: int, article: Article, setter: Setter) -> tuple[Band, ...]:
    """Return an article's printed paragraphs as bands, in reading order."""
    blocks = [
        block
        for k, paragraph in enumerate(article.paragraphs)
        if paragraph.printed and (block := setter.block(Where(number, k), paragraph)) is not None
    ]
    found: list[Band] = []
    for across, group in groupby(blocks, key=lambda block: block.style.span):
        if across:
            found.append(Band(tuple(group), ()))
        elif found:
            found[-1] = found[-1]._replace(text=tuple(group))
        else:
            found.append(Band((), tuple(group)))
    return tuple(found)


@dataclass(slots=True)
class Draft:
    """A page being filled."""

    lines: list[Line] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


class Flow:
    """Pages being filled from the top, grid line by grid line."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.pages: list[Draft] = [Draft()]
        self.outline: list[Entry] = []
        self._at = template.masthead
        self._top = template.masthead

    def article(self, title: str, number: int, parts: Sequence[Band]) -> None:
        """Place one article: rule, bookmark, bands."""
        if not parts:
            return
        gap = self.template.story_gap if self._at > self._top else 0
        if self._room() < gap + self._wanted(parts[0]):
            self._new_page()
            gap = 0
        if gap:
            self._separate(gap)
        self.outline.append(Entry(title, len(self.pages) - 1, self._y(self._at), number))
        for band in parts:
            self._band(band)

    def _band(self, band: Band) -> None:
        if self._at > self._top and self._room() < self._wanted(band):
            self._new_page()
        heads, height = stacked(band.heads, self.template.leading)
        if height <= self.template.lines - self._top:
            self._heads(heads, height)
        else:
            self._columns(rows(band.heads, self.template.leading, 1), 1)
        self._columns(rows(band.text, self.template.leading, self.template.lines // 2), self.template.columns)

    def _wanted(self, band: Band) -> int:
        """Return the grid lines a band must find on its page: its headlines and the beginning of its text."""
        _, height = stacked(band.heads, self.template.leading)
        text = rows(band.text, self.template.leading, self.template.lines // 2)
        if not text:
            return height
        columns = filled(text, 0, self.template.columns, self.template.least, True)
        return height + max(self.template.least if columns[-1].end < len(text) else 1, columns[0].height)

    def _heads(self, heads: Iterable[tuple[Block, int, float, float]], height: int) -> None:
        top = self._y(self._at)
        for block, k, baseline, line_height in heads:
            line = block.line(k, self.template.left, top - baseline, line_height)
            self.pages[-1].lines.append(line)
        self._at += height

    def _columns(self, text: Sequence[Row], columns: int) -> None:
        start = 0
        while start < len(text):
            fresh = self._at == self._top
            text, made = levelled(text, start, columns, self._room(), fresh)
            if made[-1].end == start:
                self._new_page()
                continue
            self._place(text, made)
            start = made[-1].end
            if start < len(text):
                self._new_page()

    def _place(self, text: Sequence[Row], made: Sequence[Column]) -> None:
        template = self.template
        step = template.measure + template.gutter
        for number, column in enumerate(made):
            at = self._at
            for k in range(column.start, column.end):
                row = text[k]
                at += row.before if k > column.start else 0
                self._row(row, template.left + number * step, self._y(at))
                at += row.height
        height = max(column.height for column in made)
        if template.column_rule and len(made) > 1:
            self._between(len(made), self._at, height)
        self._at += height

    def _row(self, row: Row, x: float, top: float) -> None:
        leading = self.template.leading
        block, page = row.block, self.pages[-1]
        if row.count == 1 and not block.style.height:
            page.lines.append(block.line(row.first, x, top - on_grid(block.size, leading), leading))
            return
        line_height = block.style.height * block.size or leading
        spare = row.height * leading - row.count * line_height
        share = block.style.before + block.style.after
        above = spare * (block.style.before / share if share else 0.5)
        for k in range(row.count):
            baseline = top - above - k * line_height - on_grid(block.size, line_height)
            page.lines.append(block.line(row.first + k, x, baseline, line_height))

    def _between(self, columns: int, at: int, height: int) -> None:
        template = self.template
        for number in range(1, columns):
            x = template.left + number * (template.measure + template.gutter) - template.gutter / 2
            top, foot = self._y(at), self._y(at + height)
            self.pages[-1].rules.append(Rule(x, top, x, foot, template.column_rule))

    def _separate(self, gap: int) -> None:
        template = self.template
        if template.story_rule:
            y = self._y(self._at) - gap * template.leading / 2
            right = template.left + template.type_width
            self.pages[-1].rules.append(Rule(template.left, y, right, y, template.story_rule))
        self._at += gap

    def _room(self) -> int:
        return self.template.lines - self._at

    def _new_page(self) -> None:
        self.pages.append(Draft())
        self._at = self._top = 0

    def _y(self, at: int) -> float:
        """Return the height of the upper edge of a grid line."""
        return self.template.height - self.template.top - at * self.template.leading


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
