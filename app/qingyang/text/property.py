"""What an article is said to be: its properties, filled from tags until a hand says otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from qingyang.text.article import Article, Paragraph
from qingyang.text.fold import folded
from qingyang.text.name import PERSON, names, origin_of, signed

HEADLINES = ("kicker", "headline", "deck")
"""Roles of the headline group: it is text of the article, not a property beside it."""
NAMES = ("column", "page", "authors", "place", "date", "source", "people")
_COMMA = "、"
_PAGE = re.compile("(?:第\\s*)?([A-Z]?\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*版")
_DATE = re.compile("(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日")
_PLACE = re.compile("(?:新华社|本报|中新社|新华网|人民网|本刊)([\u4e00-\u9fff]{2,8}?)(?=\\d|讯|电|专电)")


class Value(NamedTuple):
    """A property as it stands."""

    text: str
    by_hand: bool


def properties(article: Article, hands: Mapping[str, str], page: str = "") -> dict[str, Value]:
    """Return every property of an article; what ``hands`` say stands. ``page`` is that of the folio above it."""
    told = {name: read(article) for name, read in _READ.items()}
    told["page"] = told["page"] or page
    return {
        name: Value(hands[name], True) if name in hands else Value(text, False) for name, text in told.items()
    }


def page_of(paragraph: Paragraph) -> str:
    """Return the page (版) a folio tells, empty where it tells none.

    >>> page_of(Paragraph("2025年11月14日 第 3 版", "folio"))
    '3'
    """
    found = _PAGE.search(paragraph.text) if paragraph.role == "folio" else None
    return found.group(1) if found else ""


def _with_role(article: Article, role: str) -> Iterable[str]:
    """Return the paragraphs and spans of a role."""
    for paragraph in article.paragraphs:
        if paragraph.role == role:
            yield paragraph.text
        yield from (paragraph.text[s.start : s.end] for s in paragraph.spans if s.role == role)


def _joined(found: Iterable[str]) -> str:
    return _COMMA.join(dict.fromkeys(each for each in found if each))


def _column(article: Article) -> str:
    return _joined(text.strip() for text in _with_role(article, "column_title"))


def _page(article: Article) -> str:
    return next((page for page in map(page_of, article.paragraphs) if page), "")


def _authors(article: Article) -> str:
    return _joined(each for line in _with_role(article, "byline") for each in signed(line))


def _place(article: Article) -> str:
    lines = _with_role(article, "dateline")
    return _joined(line[m.start(1) : m.end(1)] for line in lines for m in _PLACE.finditer(folded(line)))


def _date(article: Article) -> str:
    return next((m.group() for line in _with_role(article, "dateline") for m in _DATE.finditer(line)), "")


def _source(article: Article) -> str:
    return _joined(map(origin_of, _with_role(article, "source")))


def _people(article: Article) -> str:
    found = (name for paragraph in article.paragraphs for name in names(paragraph) if name.kind == PERSON)
    titled: dict[str, str] = {}
    for name in found:
        titled[name.text] = titled.get(name.text) or name.title
    return _joined(f"{name}（{title}）" if title else name for name, title in titled.items())


_READ: dict[str, Callable[[Article], str]] = {
    "column": _column,
    "page": _page,
    "authors": _authors,
    "place": _place,
    "date": _date,
    "source": _source,
    "people": _people,
}
