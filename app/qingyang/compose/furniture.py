"""Masthead, running head, folio and what else stands on a page and is no part of its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qingyang.compose.cells import cells
from qingyang.compose.drafts import Turn, on_grid
from qingyang.compose.facts import told
from qingyang.compose.items import items
from qingyang.compose.layout import Rule, Run
from qingyang.compose.lines import Place, runs, whites
from qingyang.compose.metrics import Metrics
from qingyang.compose.template import ContinuedStyle, FurnitureText, Lettering, Template
from qingyang.text.issue import IssueFacts

_SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}


def headed(template: Template, issue: IssueFacts) -> Template:
    """Return a template without its masthead where that would say nothing: no rules round a blank."""
    if any(told(text.text, issue, 1, 1) for text in template.texts if text.on == "first"):
        return template
    return replace(template, masthead=0, rules=tuple(rule for rule in template.rules if rule.on != "first"))


class Furniture:
    """The furniture of a bulletin's pages; words that stand on many pages are set once."""

    def __init__(self, template: Template, issue: IssueFacts, metrics: Metrics) -> None:
        self.template = template
        self.issue = issue
        self.metrics = metrics
        self._set: dict[tuple[FurnitureText, str], tuple[Run, ...]] = {}

    def page(self, number: int, pages: int) -> tuple[Run, ...]:
        """Return the glyphs of a page's furniture; ``number`` counts from 1."""
        found: list[Run] = []
        for text in self.template.texts:
            if _stands(text.on, number, pages):
                found += self._lettered(text, told(text.text, self.issue, number, pages))
        return tuple(found)

    def _lettered(self, text: FurnitureText, words: str) -> tuple[Run, ...]:
        key = text, words
        if key not in self._set:
            template, lettering = self.template, Lettering(text.face, text.size, text.colour)
            place = template.left, template.type_width, template.height - text.y
            self._set[key] = lettered(words, lettering, self.metrics, *place, text.align, text.tracking)
        return self._set[key]


def rules(template: Template, page: int, pages: int) -> tuple[Rule, ...]:
    """Return the rules of a page's furniture."""
    left, right = template.left, template.left + template.type_width
    return tuple(
        Rule(left, template.height - rule.y, right, template.height - rule.y, rule.width, rule.colour)
        for rule in template.rules
        if _stands(rule.on, page, pages)
    )


def turns(found: list[Turn], style: ContinuedStyle, template: Template, metrics: Metrics) -> Iterator[Run]:
    """Yield the glyphs that say where stories of a page go on, or come from (下转、上接)."""
    for turn in sorted(found, key=lambda turn: turn.line):
        words = (style.next if turn.leaves else style.previous).format(page=turn.page)
        y = template.height_at(turn.line) - on_grid(style.lettering.size, template.leading)
        left, align = template.column_left(turn.column), "right" if turn.leaves else "left"
        yield from lettered(words, style.lettering, metrics, left, template.measure, y, align)


def _stands(on: str, page: int, pages: int) -> bool:
    return on == "all" or (on == "last" and page == pages) or on == ("first" if page == 1 else "later")


def lettered(
    words: str,
    lettering: Lettering,
    metrics: Metrics,
    left: float,
    width: float,
    y: float,
    align: str = "left",
    tracking: float = 0.0,
) -> tuple[Run, ...]:
    """Return one line of words in a frame, made smaller where it is wider; ``tracking`` is in em."""
    made = items(words, cells(lettering.face, metrics), display=True)
    if not made.text:
        return ()
    count = len(made.text)
    set_ = whites(made, 0, count, 1 << 30, False)
    wide = set_.width + tracking * 1000 * (count - 1)
    size = min(lettering.size, width / wide * 1000)
    x = left + (width - wide * size / 1000) * _SHARE[align]
    found = runs(made, 0, count, set_, Place(x, y, size, lettering.colour))
    return tuple(_tracked(found, tracking * 1000, size))


def _tracked(found: tuple[Run, ...], tracking: float, size: float) -> Iterator[Run]:
    """Yield runs with white added after every glyph, those behind moved on."""
    before = 0
    for run in found:
        moved = run.x + before * tracking * size / 1000
        yield run._replace(x=moved, spacing=run.spacing + tracking) if tracking else run
        before += len(run.text)
