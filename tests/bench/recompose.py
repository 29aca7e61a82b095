"""Edit one paragraph of a sixteen-page bulletin and show its page again: python tests/bench/recompose.py [TEMPLATE].

Prints milliseconds of processor time, best and median of many edits: composing with what is remembered, writing the
one page as PDF, drawing it at 96 dpi; and how much of the bulletin changed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pypdfium2
from prose import paragraphs
from typesetting import RESOURCES, template

from qingyang import press
from qingyang.compose import IssueFacts, Layout, Memory, compose
from qingyang.lexicon import load_words
from qingyang.text.article import Article, Paragraph

PAGES = 16
EDITS = 25
ISSUE = IssueFacts(name="清样", number="1", date="2025年11月22日")


def bulletin(characters: int) -> list[Article]:
    """Return articles of ten paragraphs, each with a headline."""
    texts = paragraphs(characters)
    heads = [text[:18].rstrip("，。、；：") for text in texts[::10]]
    return [
        Article((Paragraph(head, "headline"), *map(Paragraph, texts[10 * k : 10 * k + 10])))
        for k, head in enumerate(heads)
    ]


def edited(articles: list[Article], at: int, text: str) -> list[Article]:
    """Return the articles with the middle paragraph of one of them changed."""
    old = articles[at].paragraphs
    changed = (*old[:5], replace(old[5], text=text + old[5].text), *old[6:])
    return [*articles[:at], replace(articles[at], paragraphs=changed), *articles[at + 1 :]]


def page_of(layout: Layout, article: int) -> int:
    """Return the page an article's sixth paragraph begins on."""
    return next(
        number
        for number, page in enumerate(layout.pages)
        if any(line.article == article and line.paragraph == 5 for line in page.lines)
    )


if __name__ == "__main__":
    page = template(name=sys.argv[1] if len(sys.argv) > 1 else "a4-two-column")
    cut = load_words(Path(tempfile.mkdtemp())).cut
    faces = press.load(RESOURCES / "fonts", page.faces)
    stock, count = bulletin(400_000), 1
    while count < len(stock) and len(compose(stock[:count], page, faces, cut, ISSUE).pages) < PAGES:
        count += 1
    articles, memory, preview = stock[:count], Memory(), press.Preview(faces)
    whole = compose(articles, page, faces, cut, ISSUE, memory=memory)
    spent: dict[str, list[float]] = {"compose": [], "press": [], "draw": [], "all": []}
    for turn in range(EDITS):
        at = turn * 7 % len(articles)
        again = edited(articles, at, "改动一处，" * (turn % 3 + 1))
        begun = time.process_time()
        layout = compose(again, page, faces, cut, ISSUE, memory=memory)
        composed = time.process_time()
        number = page_of(layout, at)
        data = preview.page(layout, number)
        pressed = time.process_time()
        document = pypdfium2.PdfDocument(data)
        document[0].render(scale=96 / 72)
        done = time.process_time()
        for part, seconds in (
            ("compose", composed - begun),
            ("press", pressed - composed),
            ("draw", done - pressed),
            ("all", done - begun),
        ):
            spent[part].append(seconds * 1000)
    print(f"pages {len(whole.pages)}, articles {len(articles)}")
    for part, times in spent.items():
        print(f"{part:8} {min(times):6.1f} {statistics.median(times):6.1f} ms (best, median)")
