"""Figures an editor answers for: how long the text is, who changed how much, and the error rate of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qingyang.checks.counting import Count, count
from qingyang.checks.error_rate import ErrorRate, error_rate, page_characters
from qingyang.compose.template import Template
from qingyang.services.bulletin import lay_out
from qingyang.services.reviewing import Reviewing
from qingyang.services.slips import marked
from qingyang.services.workbench import Workbench
from qingyang.text.article import Article
from qingyang.text.issue import DEFAULT_TEMPLATE
from qingyang.text.tally import tally


class Statistics(NamedTuple):
    """The figures of some documents together."""

    length: Count
    """Of what goes to print."""
    work: Counter[tuple[str, str]]
    """Changes that stand, by person and kind."""
    rate: ErrorRate
    slips: int
    """How many mistakes are marked."""
    pages: int


def statistics(
    reviews: Iterable[Reviewing],
    articles: Sequence[Article],
    workbench: Workbench,
    template: str = DEFAULT_TEMPLATE,
) -> Statistics:
    """Return the figures of some documents and of the articles that are read there, set in a template for their room.

    Raises `AppError` template_missing, font_missing.
    """
    desks = list(reviews)
    texts = [p.text for article in articles for p in article.paragraphs if p.printed]
    pages = len(lay_out(articles, workbench, template).pages) if texts else 0
    slips = [slip for review in desks for slip in marked(review)]
    work: Counter[tuple[str, str]] = sum((tally(review.changes) for review in desks), Counter())
    base = room(workbench.template(template), pages)
    return Statistics(count(texts), work, error_rate(slips, base), len(slips), pages)


def room(template: Template, pages: int) -> int:
    """Return the characters of the body's size for which some pages of a template have room."""
    size = next(style.size for role, style in template.styles if role == "body")
    return page_characters(template.columns * int(template.measure / size), template.lines, pages)
