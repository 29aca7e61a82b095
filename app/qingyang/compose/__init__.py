"""Articles + Template + Metrics -> Layout: classes, items, line breaking, columns, pages. Pure.

The way of a paragraph: `items` (arrays of widths and prices) → `breaking` (where lines end) → `blocks` (its lines
in their style) → `columns` and `pages` (where they stand) → `lines` (every white at its width).
"""

from __future__ import annotations

from collections.abc import Sequence

from qingyang.compose.blocks import Setter
from qingyang.compose.furniture import IssueFacts, furniture, rules
from qingyang.compose.items import Words
from qingyang.compose.layout import Finding, Layout, Page
from qingyang.compose.metrics import Metrics
from qingyang.compose.pages import Flow, bands
from qingyang.compose.template import Template
from qingyang.text.article import Article
from qingyang.wording import message

__all__ = ["IssueFacts", "Layout", "Metrics", "Template", "Words", "compose"]


def compose(
    articles: Sequence[Article],
    template: Template,
    metrics: Metrics,
    words: Words | None,
    issue: IssueFacts,
) -> Layout:
    """Return the pages of a bulletin: every printed paragraph of every article, in order, and nothing else.

    ``words`` cuts a text into words (None: no word is known); faces and measures come from ``metrics``.
    What an editor should know is in the layout's findings; composing never fails for what a text holds.
    """
    setter = Setter(template, metrics, words)
    flow = Flow(template)
    for number, article in enumerate(articles):
        flow.article(article.title, number, bands(number, article, setter))
    count = len(flow.pages)
    pages = tuple(
        Page(
            tuple(draft.lines),
            furniture(template, issue, number, count, metrics),
            (*rules(template, number), *draft.rules),
        )
        for number, draft in enumerate(flow.pages, 1)
    )
    findings = tuple(setter.findings)
    if not flow.outline:
        findings = (Finding(message("page.empty"), -1, -1, 0),)
    return Layout(
        issue.name, template.width, template.height, template.bleed, pages, tuple(flow.outline), findings
    )
