"""The foot of the last page (报尾): whom a bulletin goes to, how many are printed, who edits, checks and signs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from qingyang.compose.breaking import broken
from qingyang.compose.cells import cells
from qingyang.compose.drafts import on_grid
from qingyang.compose.facts import told
from qingyang.compose.furniture import lettered
from qingyang.compose.items import Items, items
from qingyang.compose.layout import Rule, Run
from qingyang.compose.lines import Place, runs, whites
from qingyang.compose.metrics import EM, Metrics
from qingyang.compose.template import ColophonStyle, Template
from qingyang.text.issue import IssueFacts

_ABOVE = 1
"""Grid lines of white between text and colophon, at least."""
_HANG = 2
"""Em: what follows 报： is set in from its second line on."""
_INSET = 1
"""Em of white on both sides."""


class Colophon(NamedTuple):
    """What a colophon says, entry by entry, and the lines each takes."""

    entries: tuple[tuple[str, int], ...]

    @property
    def height(self) -> int:
        """Return the grid lines it takes with the white above, 0 where it says nothing."""
        return sum(lines for _, lines in self.entries) + _ABOVE if self.entries else 0


def colophon(template: Template, issue: IssueFacts, pages: int, metrics: Metrics) -> Colophon:
    """Return what the foot of the last page says of an issue."""
    style = template.colophon
    if style is None:
        return Colophon(())
    texts = (told(text, issue, pages, pages) for text in style.texts)
    return Colophon(tuple((text, _lines(text, template, style, metrics)) for text in texts if text))


class _Words(NamedTuple):
    """One entry broken into lines of the colophon."""

    items: Items
    edges: tuple[int, ...]


def _broken(text: str, template: Template, style: ColophonStyle, metrics: Metrics) -> _Words:
    made = items(text, cells(style.lettering.face, metrics), display=True)
    room = round(_width(template, style) / style.lettering.size * EM)
    return _Words(made, broken(made, room - _HANG * EM, room).edges)


def _width(template: Template, style: ColophonStyle) -> float:
    return template.type_width - 2 * _INSET * style.lettering.size


def _lines(text: str, template: Template, style: ColophonStyle, metrics: Metrics) -> int:
    return 1 if "\t" in text else len(_broken(text, template, style, metrics).edges) - 1


def drawn(said: Colophon, template: Template, metrics: Metrics) -> tuple[list[Run], list[Rule]]:
    """Return the glyphs and rules of a colophon at the foot of the type area."""
    style = template.colophon
    if style is None or not said.entries:
        return [], []
    at = template.lines - said.height + _ABOVE
    right = template.left + template.type_width
    found: list[Run] = []
    lines: list[Rule] = []
    for k, (text, count) in enumerate(said.entries):
        y = template.height_at(at)
        lines.append(Rule(template.left, y, right, y, style.rule / (2 if k else 1)))
        found += _entry(text, at, template, style, metrics)
        at += count
    y = template.height_at(at)
    return found, [*lines, Rule(template.left, y, right, y, style.rule)]


def _entry(text: str, at: int, template: Template, style: ColophonStyle, metrics: Metrics) -> Iterator[Run]:
    size = style.lettering.size
    x, width = template.left + _INSET * size, _width(template, style)
    fall = on_grid(size, template.leading)
    if "\t" in text:
        parts = text.split("\t")
        for part, align in zip(parts, _spread(len(parts)), strict=True):
            yield from lettered(
                part, style.lettering, metrics, x, width, template.height_at(at) - fall, align
            )
        return
    words = _broken(text, template, style, metrics)
    for k, (start, end) in enumerate(pairwise(words.edges)):
        inset = _HANG * size if k else 0.0
        set_ = whites(words.items, start, end, round((width - inset) / size * EM), False)
        place = Place(x + inset, template.height_at(at + k) - fall, size, style.lettering.colour)
        yield from runs(words.items, start, end, set_, place)


def _spread(parts: int) -> tuple[str, ...]:
    """Return where the parts of a line stand: the first left, the last right, what is between in the middle."""
    return ("left", *("center",) * (parts - 2), "right") if parts > 1 else ("left",)
