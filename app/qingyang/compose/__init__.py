"""Articles + Template + Metrics -> Layout: classes, items, line breaking, columns, pages. Pure.

The way of a paragraph: `items` (arrays of widths and prices) → `breaking` (where lines end) → `setting` (its lines in
their style) → `stories` and `shelves` (what stands with what) → `columns`, `filling` and `pages` (where it stands) →
`lines` (every white at its width).
"""

from __future__ import annotations

from collections.abc import Sequence

from qingyang.compose import contents
from qingyang.compose.colophon import colophon, drawn
from qingyang.compose.drafts import Short
from qingyang.compose.furniture import Furniture, headed, rules, turns
from qingyang.compose.items import Hyphens, Words
from qingyang.compose.layout import Finding, Layout, Overset, Page, Rule, Run
from qingyang.compose.memory import Memory
from qingyang.compose.metrics import Metrics
from qingyang.compose.pages import Flow, Heights
from qingyang.compose.setting import Setter
from qingyang.compose.shelves import Shelf, shelves
from qingyang.compose.stories import Story, story
from qingyang.compose.template import Template
from qingyang.text.article import Article
from qingyang.text.issue import IssueFacts
from qingyang.wording import message

__all__ = ["Hyphens", "IssueFacts", "Layout", "Memory", "Metrics", "Template", "Words", "compose"]


def compose(
    articles: Sequence[Article],
    template: Template,
    metrics: Metrics,
    words: Words | None,
    issue: IssueFacts,
    *,
    most: int | None = None,
    memory: Memory | None = None,
    hyphens: Hyphens | None = None,
) -> Layout:
    """Return the pages of a bulletin: every printed paragraph of every article, in order, and nothing else.

    ``words`` cuts a text into words (None: no word is known), ``hyphens`` parts Western ones; faces and measures come
    from ``metrics``. ``most`` is how many pages there may be: what has no room on them is returned as overset. With
    ``memory`` a bulletin that was composed before is composed again in a fraction of the time. What an editor should
    know is in the layout's findings; composing never fails for what a text holds.
    """
    template = headed(template, issue)
    setter = Setter(template, metrics, words, memory, hyphens)
    titles = [article.title for article in articles if any(p.printed for p in article.paragraphs)]
    height = contents.height(template, titles, metrics, words)

    def set_story(number: int, first: int, columns: int) -> Story:
        return story(number, articles[number], setter, first, columns)

    heights = Heights(template, memory)
    stories = list(shelves(articles, template, set_story, heights.of))
    flow = _flowed(
        stories, Flow(template, heights, height, memory=memory), colophon(template, issue, 1, metrics).height
    )
    pages = _pages(flow, setter, issue, height, memory)
    findings = setter.findings if flow.outline else (Finding(message("page.empty"), -1, -1, 0),)
    overset = _overset(pages[most:]) if most else ()
    told = (_left_over(articles, part) for part in overset)
    return Layout(
        issue.name,
        template.width,
        template.height,
        template.bleed,
        pages[:most] if most else pages,
        tuple(entry for entry in flow.outline if not most or entry.page < most),
        (*findings, *told),
        overset,
    )


def _flowed(stories: Sequence[Shelf], empty: Flow, foot: int) -> Flow:
    """Return the pages of all stories, with so many grid lines free at the foot of the last one."""
    flow = empty.filled(stories)
    template, last = flow.template, len(flow.pages) - 1
    free = template.lines - flow.pages[-1].used
    if foot <= free:
        return flow
    # Columns set lower may make room; else some lines go to one page more, enough not to stand there alone.
    for by in (foot, min(foot, free + template.least)):
        flow = empty.filled(stories, Short(last, by))
        if len(flow.pages) == last + 1:
            break
    return flow


def _pages(
    flow: Flow, setter: Setter, issue: IssueFacts, height: int, memory: Memory | None
) -> tuple[Page, ...]:
    """Return the pages of a flow with all that stands on them."""
    template, metrics, count = setter.template, setter.metrics, len(flow.pages)
    said, lines = drawn(colophon(template, issue, count, metrics), template, metrics)
    furniture = Furniture(template, issue, metrics)
    found = []
    for number, draft in enumerate(flow.pages, 1):
        runs: list[Run] = [*furniture.page(number, count)]
        if template.continued:
            runs += turns(draft.turns, template.continued, template, metrics)
        if number == 1 and height and template.contents:
            listed = template, template.contents, flow.outline, height
            runs += contents.contents(*listed, metrics, setter.words)
        last: list[Rule] = lines if number == count else []
        page_rules = (*draft.rules, *rules(template, number, count), *last)
        runs += said if number == count else []
        found.append(Page(draft.lines(memory), tuple(runs), page_rules, tuple(draft.pictures)))
    return tuple(found)


def _overset(pages: Sequence[Page]) -> tuple[Overset, ...]:
    """Return what stands on pages that may not be, paragraph by paragraph."""
    found: dict[tuple[int, int], Overset] = {}
    for page in pages:
        for line in page.lines:
            key = line.article, line.paragraph
            part = found.get(key, Overset(*key, line.start, 0))
            found[key] = part._replace(lines=part.lines + 1)
    return tuple(found.values())


def _left_over(articles: Sequence[Article], part: Overset) -> Finding:
    text = articles[part.article].paragraphs[part.paragraph].text
    said = message("page.overset", lines=part.lines, characters=len(text) - part.start)
    return Finding(said, part.article, part.paragraph, part.start)
