"""Sources, documents, paragraphs and settings come back as they went."""

from __future__ import annotations

import gc
import hashlib
from typing import TYPE_CHECKING

import pytest

from qingyang.errors import AppError
from qingyang.store import ArticleRow, Desk, Hit
from qingyang.text.article import Anchor, Article, Paragraph
from qingyang.text.source import Source

if TYPE_CHECKING:
    from conftest import Shelf


def test_a_source_keeps_text_and_bytes(shelf: Shelf) -> None:
    shelf.desk.add_source(shelf.source, shelf.desk.source_bytes(shelf.source.sha256), "later")
    assert shelf.again().source(shelf.source.sha256) == shelf.source
    assert shelf.desk.source_bytes(shelf.source.sha256).count(b"\r\n") == 1


def test_a_source_may_hold_anything_a_decoder_gives(desk: Desk) -> None:
    text = "\x00\ud83d\U00020bb7\u2028\x85"
    data = text.encode("utf-8", "surrogatepass")
    source = Source(text, hashlib.sha256(data).hexdigest(), "odd", "name\udcff")
    desk.add_source(source, data, "")
    assert desk.source(source.sha256).text == text
    assert desk.source(source.sha256).name == "name\ufffd"


def test_bytes_of_another_source_are_refused(shelf: Shelf) -> None:
    with pytest.raises(ValueError):
        shelf.desk.add_source(shelf.source, b"other", "")


def test_one_file_read_by_two_decoders_is_two_sources(desk: Desk) -> None:
    data = "编码".encode("gb18030")
    sha = hashlib.sha256(data).hexdigest()
    wrong, right = Source("±àÂë", sha, "latin-1", "a"), Source("编码", sha, "gb18030", "a")
    for source in (wrong, right):
        desk.add_source(source, data, "")
    desk.add_document("W", sha, "", "")
    desk.add_document("R", sha, "", "", "gb18030")
    assert desk.draft("W").source == wrong
    assert desk.draft("R").source == right


def test_documents_are_ordered_taken_off_and_put_back(shelf: Shelf) -> None:
    desk = shelf.desk
    for id in ("E", "F"):
        desk.add_document(id, shelf.source.sha256, id, "t")
    desk.order_documents(["F", "D"])
    desk.remove_document("D", "t2")
    assert [(d.id, d.title) for d in shelf.again().documents()] == [("F", "F"), ("E", "E")]
    assert [d.id for d in shelf.desk.documents(removed=True)] == ["F", "D", "E"]
    assert shelf.desk.document("D").removed == "t2"
    shelf.desk.restore_document("D")
    assert [d.id for d in shelf.desk.documents()] == ["F", "D", "E"]


def test_what_is_not_there_is_named(desk: Desk) -> None:
    for call, code in (
        (lambda: desk.document("X"), "no_such_document"),
        (lambda: desk.draft("X"), "no_such_document"),
        (lambda: desk.remove_document("X", ""), "no_such_document"),
        (lambda: desk.source("X"), "no_such_source"),
        (lambda: desk.source_bytes("X"), "no_such_source"),
        (lambda: desk.proposals("X"), "desk_damaged"),
    ):
        with pytest.raises(AppError, match=code):
            call()


def test_articles_come_back(shelf: Shelf, articles: list[Article]) -> None:
    shelf.desk.replace_paragraphs("D", articles, 0)
    assert shelf.again().articles("D") == articles
    assert shelf.desk.article_list() == [
        ArticleRow("D", 0, "大标题", 0, 2, 3),  # a paragraph on hold is not printed
        ArticleRow("D", 1, "图：𠮷野家 摄影", 2, 1, 8),
    ]
    shelf.desk.replace_paragraphs("D", articles[1:], 0)
    assert shelf.desk.articles("D") == articles[1:]
    assert shelf.desk.articles("D")[0].paragraphs[0].marks == frozenset()


def test_an_article_is_found_by_its_characters_without_opening_the_document(
    shelf: Shelf, articles: list[Article]
) -> None:
    shelf.desk.replace_paragraphs("D", articles, 0)
    for n, article in enumerate(articles):
        assert shelf.desk.article_anchor("D", n) == article.paragraphs[0].anchor
        assert all(shelf.desk.article_at("D", p.anchor) == n for p in article.paragraphs)
    assert shelf.desk.article_anchor("D", 9) is None
    assert shelf.desk.article_at("D", Anchor(999)) is None


def test_search_tells_document_paragraph_and_offset(shelf: Shelf) -> None:
    desk = shelf.desk
    text = "𠮷一𠮷一\x00一%_'\""
    for id in ("D", "E"):
        if id == "E":
            desk.add_document(id, shelf.source.sha256, id, "t")
        desk.replace_paragraphs(id, [Article((Paragraph("无"),)), Article((Paragraph(text),))], 0)
    desk.order_documents(["E", "D"])
    assert desk.search("一") == [Hit(d, 1, 1, at, text) for d in "ED" for at in (1, 3, 5)]
    assert [h.offset for h in desk.search("一𠮷一")] == [1, 1]
    desk.replace_paragraphs(
        "D", [Article((Paragraph("无"), Paragraph("哈哈哈"))), Article((Paragraph(text),))], 0
    )
    assert [h.offset for h in desk.search("哈哈")] == [0]
    desk.replace_paragraphs("D", [Article((Paragraph("无"),)), Article((Paragraph(text),))], 0)
    for odd in ("%", "_", "'", '"', "\x00一"):
        assert len(desk.search(odd)) == 2
    assert desk.search("", 5) == desk.search("没有") == []
    assert len(desk.search("一", limit=2)) == 2
    desk.remove_document("E", "t")
    assert {h.document for h in desk.search("一")} == {"D"}


def test_the_collector_is_left_as_it_was(desk: Desk, articles: list[Article]) -> None:
    desk.replace_paragraphs("D", articles, 0)
    for on in (True, False):
        (gc.enable if on else gc.disable)()
        desk.articles("D")
        with pytest.raises(AppError):
            desk.proposals("X")
        assert gc.isenabled() is on
    gc.enable()


def test_settings_and_views_are_json(shelf: Shelf) -> None:
    shelf.desk.put_setting("person", {"name": "甲", "n": [1, 0.5, None, True]})
    shelf.desk.put_setting("person", {"name": "乙"})
    shelf.desk.put_view("D", {"at": 12})
    desk = shelf.again()
    assert desk.setting("person") == {"name": "乙"}
    assert desk.settings() == {"person": {"name": "乙"}}
    assert desk.setting("none", 3) == 3
    assert desk.view("D") == {"at": 12}
    assert desk.view("other") == {}
