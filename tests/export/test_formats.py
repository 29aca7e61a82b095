"""Every format gives back what went in, and markup in a text stays text."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape

import pytest
from docx import Document

from qingyang.export import FORMATS
from qingyang.export.html import fragment
from qingyang.export.plain import text_of
from qingyang.text.article import HOLD, Article, Paragraph

ARTICLES = (
    Article(
        (
            Paragraph("日均包裹处理量最高达47.93万件", "kicker"),
            Paragraph("渝中多措并举迎快递旺季", "headline"),
            Paragraph("R&D 投入 <b>1</b> *不是* _强调_ # 号，𠮷野家😀。", "body"),
            Paragraph("扫码关注", "notice", marks=frozenset({HOLD})),
        )
    ),
    Article((Paragraph("1. 不是列表", "body"), Paragraph("- 也不是", "body"))),
)
PRINTED = [p.text for a in ARTICLES for p in a.paragraphs if p.printed]


def test_plain_text_is_one_paragraph_a_line_and_an_empty_line_between_articles() -> None:
    assert text_of(ARTICLES) == "\n".join(PRINTED[:3]) + "\n\n" + "\n".join(PRINTED[3:]) + "\n"


def test_word_gets_every_printed_paragraph_in_its_role_style() -> None:
    document = Document(io.BytesIO(FORMATS["docx"](ARTICLES)))
    assert [p.text for p in document.paragraphs] == PRINTED
    styles = [p.style.name for p in document.paragraphs if p.style is not None]
    assert styles == [f"Qingyang {r}" for r in ("kicker", "headline", "body", "body", "body")]


def test_a_word_file_tells_nothing_of_the_moment_it_was_written() -> None:
    with zipfile.ZipFile(io.BytesIO(FORMATS["docx"](ARTICLES))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_word_takes_what_xml_cannot_hold() -> None:
    awkward = Article((Paragraph("甲\x00\x0b乙\ud800丙\ufffe"),))
    assert [p.text for p in Document(io.BytesIO(FORMATS["docx"]([awkward]))).paragraphs] == ["甲乙丙"]


def test_pasted_html_reads_as_the_text() -> None:
    html = fragment(ARTICLES)
    assert "<b>" not in html
    assert [unescape(re.sub("<[^>]*>", "", line)) for line in html.splitlines()] == PRINTED
    assert html.count("<h1") == 1


def test_markdown_marks_of_the_text_are_escaped() -> None:
    text = FORMATS["md"](ARTICLES).decode()
    assert "\n# 渝中多措并举迎快递旺季\n" in text
    assert "R&D 投入 \\<b\\>1\\</b\\> \\*不是\\* \\_强调\\_ \\# 号" in text
    assert "\n1\\. 不是列表" in text
    assert "\\- 也不是" in text


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_articles_give_the_same_bytes_and_nothing_printable_is_lost(name: str) -> None:
    assert FORMATS[name](ARTICLES) == FORMATS[name](ARTICLES)
    assert FORMATS[name]([]) is not None
