"""A desk of its own for every test, and the few values that most of them write."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from qingyang.store import Desk, Holder, create, open_desk
from qingyang.text.article import Anchor, Article, Paragraph, Span
from qingyang.text.source import Source

ME = Holder("编辑", "here", 1)
RAW = "第一行\r\n第二行𠮷\n"


class Shelf:
    """One desk file: opened, closed, opened again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.desk = create(path, holder=ME)
        self.source = Source(
            "第一行\n第二行𠮷\n", hashlib.sha256(RAW.encode()).hexdigest(), "utf-8", "版面.txt"
        )
        self.desk.add_source(self.source, RAW.encode(), "2026-01-01T00:00:00Z")
        self.desk.add_document("D", self.source.sha256, "题", "2026-01-01T00:00:00Z")

    def again(self) -> Desk:
        """Close the desk and return it open once more."""
        self.desk.close()
        self.desk = open_desk(self.path, holder=ME)
        return self.desk


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """A desk with one document, ``D``."""
    made = Shelf(tmp_path / "desk.qy")
    yield made
    made.desk.close()


@pytest.fixture
def desk(shelf: Shelf) -> Desk:
    """The desk of the shelf, for tests that do not reopen it."""
    return shelf.desk


@pytest.fixture
def articles() -> list[Article]:
    """Two articles with everything a paragraph can carry."""
    return [
        Article(
            (
                Paragraph("大标题", "headline", 0.99, frozenset(), Anchor(0)),
                Paragraph("正文一段，本报北京电", "body", 0.5, frozenset({"hold", "gap_start"}), Anchor(7)),
            )
        ),
        Article(
            (
                Paragraph(
                    "图：𠮷野家 摄影", "caption", 1.0, frozenset(), Anchor(2, "E1"), (Span(2, 5, "credit"),)
                ),
            )
        ),
    ]
