"""The structure of a bulletin: articles, headings, paragraphs, lists and pictures, and what on which page they are.

ISO 32000-1, 14.7 and 14.8.4; PDF/UA-1 asks for headings that skip no level and for words in place of a picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from qingyang.compose.layout import Line, Picture


class Mark(NamedTuple):
    """A piece of one page's content."""

    page: int
    """From 0."""
    number: int
    """The MCID."""


@dataclass(slots=True, eq=False)
class Tag:
    """One element of the structure."""

    kind: str
    parent: Tag | None = None
    kids: list[Tag | Mark] = field(default_factory=list)
    alt: str = ""
    box: tuple[float, float, float, float] | None = None
    """Where a picture stands on the trimmed page."""

    def add(self, kind: str) -> Tag:
        """Return a new element at the end of this one."""
        made = Tag(kind, self)
        self.kids.append(made)
        return made


_LEVELS = {"headline": 1, "subhead": 2}
_CAPTIONS = ("caption", "credit")
_QUOTES = ("quote", "pull_quote")
_Key = tuple[int, int]


class Recorder:
    """Gives every piece of a page's content its mark, and keeps the structure they make."""

    def __init__(self) -> None:
        self.document = Tag("Document")
        self.pages: list[list[Tag]] = []
        """The element of every mark, page by page."""
        self._articles: dict[int, Tag] = {}
        self._paragraphs: dict[_Key, Tag] = {}
        self._level = 0

    def page(self) -> None:
        """Begin the next page."""
        self.pages.append([])

    def line(self, line: Line) -> str:
        """Return the operator that begins a line's paragraph, or goes on with it."""
        key = line.article, line.paragraph
        if key not in self._paragraphs:
            self._paragraphs[key] = self._paragraph(self._article(line.article), line.role)
        return self._marked(self._paragraphs[key])

    def picture(self, picture: Picture, words: str) -> str:
        """Return the operator that begins a picture; ``words`` stand for it where it is not seen."""
        found = self._article(picture.article).add("Figure")
        found.alt = words
        found.box = (picture.x, picture.y, picture.x + picture.width, picture.y + picture.height)
        return self._marked(found)

    def _marked(self, tag: Tag) -> str:
        marks = self.pages[-1]
        tag.kids.append(Mark(len(self.pages) - 1, len(marks)))
        marks.append(tag)
        return f"/{tag.kind} <</MCID {len(marks) - 1}>> BDC"

    def _article(self, number: int) -> Tag:
        if number not in self._articles:
            self._articles[number] = self.document.add("Art")
        return self._articles[number]

    def _paragraph(self, article: Tag, role: str) -> Tag:
        last = article.kids[-1] if article.kids else None
        before = last if isinstance(last, Tag) else None
        if role in _LEVELS:
            # A story without a headline must not skip the level of one.
            self._level = min(_LEVELS[role], self._level + 1)
            return article.add(f"H{self._level}")
        if role in _CAPTIONS and before is not None and before.kind == "Figure":
            return before.add("Caption")
        if role in _QUOTES:
            return article.add("BlockQuote").add("P")
        if role == "people":
            items = before if before is not None and before.kind == "L" else article.add("L")
            return items.add("LI").add("LBody")
        return article.add("P")


def walk(tag: Tag) -> Iterable[Tag]:
    """Yield an element and all below it, those above first."""
    yield tag
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from walk(kid)
