"""Pointing at a page: what stands there, and which page shows a place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qingyang.compose import IssueFacts, Layout, compose
from qingyang.compose.layout import Overset
from qingyang.compose.metrics import Squares
from qingyang.compose.places import block_at, blocks, page_of, pages_of
from qingyang.compose.template import Template
from qingyang.text.article import Article, Figure, Paragraph


@pytest.fixture
def layout(tiny: Callable[..., Template]) -> Layout:
    """A headline across two columns, a paragraph that runs over two pages, a picture with its caption."""
    texts = (Paragraph("题目", "headline"), Paragraph("甲乙丙丁" * 40), Paragraph("图注文字", "caption"))
    article = Article(texts, (Figure("桥.jpg", 300, 200, 2),))
    return compose([article], tiny(), Squares(), None, IssueFacts())


def test_every_line_is_found_by_a_point_on_it(layout: Layout) -> None:
    for page in layout.pages:
        there = blocks(page)
        for line in page.lines:
            found = block_at(there, line.x + line.width / 2, line.y + 1)
            assert found is not None and (found.article, found.paragraph) == (line.article, line.paragraph)


def test_a_paragraph_in_two_columns_is_one_block_of_two_boxes(layout: Layout) -> None:
    body = next(block for block in blocks(layout.pages[0]) if block.paragraph == 1)
    assert len(body.boxes) == 2 and body.boxes[0].right <= body.boxes[1].left
    assert all(box.bottom < box.top for box in body.boxes)


def test_a_picture_is_its_captions(layout: Layout) -> None:
    page = next(page for page in layout.pages if page.pictures)
    picture = page.pictures[0]
    found = block_at(blocks(page), picture.x + picture.width / 2, picture.y + picture.height / 2)
    assert found is not None and found.paragraph == 2


def test_the_white_is_nobodys(layout: Layout) -> None:
    assert block_at(blocks(layout.pages[0]), 1, 1) is None


def test_a_place_is_on_the_page_that_shows_it(layout: Layout) -> None:
    assert len(layout.pages) > 1
    pages = pages_of(layout)
    last = layout.pages[1].lines[0]
    assert page_of(pages, 0, 1, 0) == 0 and page_of(pages, 0, last.paragraph, last.start) == 1
    assert page_of(pages, 0, 99) == -1


def test_what_has_no_room_counts_as_on_the_last_page(tiny: Callable[..., Template]) -> None:
    articles = [Article((Paragraph("甲" * 400), Paragraph("乙" * 20)))]
    layout = compose(articles, tiny(), Squares(), None, IssueFacts(), most=1)
    assert Overset in {type(part) for part in layout.overset}
    assert page_of(pages_of(layout), 0, 1) == 0
