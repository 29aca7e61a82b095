"""Masthead, running head and folio: what stands on a page and is no part of its text."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Formatter

from qingyang.compose.cells import cells
from qingyang.compose.items import items
from qingyang.compose.layout import Rule, Run
from qingyang.compose.lines import Place, runs, whites
from qingyang.compose.metrics import Metrics
from qingyang.compose.template import FurnitureText, Template


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """What a masthead says of an issue; what is empty is left out."""

    name: str = ""
    """渝中工作简报"""
    number: str = ""
    """期号, the number alone."""
    total: str = ""
    """总期号."""
    date: str = ""
    """As it is to be printed: 2025年11月22日."""
    editors: str = ""


def furniture(
    template: Template, issue: IssueFacts, page: int, pages: int, metrics: Metrics
) -> tuple[Run, ...]:
    """Return the glyphs of a page's furniture; ``page`` counts from 1."""
    facts = {**asdict(issue), "page": str(page), "pages": str(pages)}
    found: list[Run] = []
    for text in template.texts:
        if _stands(text.on, page) and all(facts.get(name) for name in _names(text.text)):
            found += _set(template, text, text.text.format_map(facts), metrics)
    return tuple(found)


def rules(template: Template, page: int) -> tuple[Rule, ...]:
    """Return the rules of a page's furniture."""
    left, right = template.left, template.left + template.type_width
    return tuple(
        Rule(left, template.height - rule.y, right, template.height - rule.y, rule.width, rule.colour)
        for rule in template.rules
        if _stands(rule.on, page)
    )


def _stands(on: str, page: int) -> bool:
    return on == "all" or (on == "first") == (page == 1)


def _names(text: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(text) if name]


def _set(template: Template, text: FurnitureText, words: str, metrics: Metrics) -> tuple[Run, ...]:
    """Return one line of furniture, made smaller where it is wider than the type area."""
    made = items(words, cells(text.face, metrics))
    if not made.text:
        return ()
    count = len(made.text)
    width = whites(made, 0, count, 1 << 30, False).width + text.tracking * 1000 * (count - 1)
    size = min(text.size, template.type_width / width * 1000)
    spare = template.type_width - width * size / 1000
    x = template.left + spare * {"left": 0.0, "center": 0.5, "right": 1.0}[text.align]
    place = Place(x, template.height - text.y, size, text.colour)
    set_ = whites(made, 0, count, 1 << 30, False)
    found = runs(made, 0, count, set_, place)
    return tuple(_tracked(run, text.tracking * 1000, place, count) for run in found)


def _tracked(run: Run, tracking: float, place: Place, count: int) -> Run:
    return run._replace(spacing=run.spacing + tracking) if tracking else run
