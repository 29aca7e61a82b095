"""The page desk: an issue of a desk as pages, made again after every change, drawn one page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from qingyang.compose import Layout, Memory, compose
from qingyang.compose.layout import Finding
from qingyang.compose.places import Pages, page_of, pages_of
from qingyang.compose.template import Template
from qingyang.errors import AppError
from qingyang.press import Prepared, Preview, Raster, prepare, profile
from qingyang.press.pictures import NONE
from qingyang.services.bulletin import Cancelled, Material, Progress, faulty
from qingyang.store.base import undisturbed
from qingyang.text.article import Article
from qingyang.text.issue import Issue
from qingyang.wording import Message

if TYPE_CHECKING:
    from qingyang.services.project import Project

_SHOWN = 24
"""Characters that show which place a finding means."""
_SCREEN = "digital"
_COMPOSED = 0.9
"""Share of the work that is done when every paragraph is set."""


class Start(NamedTuple):
    """Where an article's text begins."""

    document: str
    row: int
    length: int
    """How many rows it has."""


class Gathered(NamedTuple):
    """What an issue is made of, taken from the review desks at one moment."""

    material: Material
    starts: tuple[Start, ...]
    """One an article."""


class Told(NamedTuple):
    """A finding and where it is."""

    what: Message
    page: int
    """From 0; -1 for one that is on none."""
    article: int
    """-1 for one of the whole issue."""
    paragraph: int
    offset: int
    words: str
    """The text there, in short; empty for the whole issue."""


class Paged(NamedTuple):
    """An issue as pages."""

    layout: Layout
    template: Template
    starts: tuple[Start, ...]
    pictures: Prepared
    told: tuple[Told, ...]
    pages: Pages

    def page_of(self, article: int, paragraph: int) -> int:
        """Return the page (from 0) a paragraph begins on, -1 for one that is not printed."""
        return page_of(self.pages, article, paragraph)

    def row_of(self, article: int, paragraph: int) -> tuple[str, int]:
        """Return document and row of a paragraph."""
        start = self.starts[article]
        return start.document, start.row + paragraph

    def paragraph_of(self, document: str, row: int) -> tuple[int, int] | None:
        """Return article and paragraph of a row, None where its article is not in this issue."""
        for number, start in enumerate(self.starts):
            if start.document == document and 0 <= row - start.row < start.length:
                return number, row - start.row
        return None


class Paging:
    """Makes an issue into pages and remembers what it takes to do so again fast. One thread at a time."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._memory = Memory()
        self._pictures: tuple[object, Prepared] = ((), NONE)
        self._preview: Preview | None = None
        self._progress: Progress | None = None
        self._share = 0.0
        self._characters = 1

    def documents(self, issue: Issue) -> list[str]:
        """Return the documents whose text is printed in an issue."""
        return self._project.planning.homes(self._project.chosen(issue))

    def gather(self, issue: Issue) -> Gathered:
        """Take an issue's articles from the review desks."""
        chosen = self._project.chosen(issue)
        # An empty choice would be taken for the whole desk.
        material = self._project.material(chosen) if chosen else Material(())
        found = self._project.read_in(chosen) if chosen else ()
        return Gathered(
            material, tuple(Start(review.document, rows.start, len(rows)) for review, rows in found)
        )

    def compose(self, gathered: Gathered, issue: Issue, progress: Progress | None = None) -> Paged:
        """Return an issue as pages.

        Raises `AppError` nothing_to_print, template_missing or one of the template's own, font_missing; `Cancelled`.
        """
        articles = gathered.material.articles
        printed = [p.text for article in articles for p in article.paragraphs if p.printed]
        if not printed:
            raise AppError("nothing_to_print")
        bench = self._project.workbench
        template = bench.template(issue.template)
        faces = bench.faces(template)
        self._progress, self._share, self._characters = progress, 0.0, sum(map(len, printed))
        with undisturbed():
            layout = compose(
                articles,
                template,
                faces,
                self._cut,
                issue.facts,
                most=issue.most or None,
                memory=self._memory,
            )
            prepared = self._prepared(layout, gathered.material)
        findings = (*layout.findings, *faulty(articles, layout, prepared))
        pages = pages_of(layout)
        told = tuple(_told(finding, articles, pages) for finding in findings)
        return Paged(layout, template, gathered.starts, prepared, told, pages)

    def draw(self, paged: Paged, number: int, scale: float) -> Raster:
        """Return one page (from 0) as it will print, trimmed, at ``scale`` pixels a point."""
        faces = self._project.workbench.faces(paged.template)
        if self._preview is None or self._preview.faces is not faces:
            self._preview = Preview(faces)
        return self._preview.draw(paged.layout, number, scale, paged.pictures)

    def _cut(self, text: str) -> Sequence[str]:
        """Cut a text into words, and tell how far composing has come: it asks once a paragraph."""
        self._share += _COMPOSED * len(text) / self._characters
        self._tell(min(_COMPOSED, self._share))
        return self._project.workbench.words.cut(text)

    def _tell(self, share: float) -> None:
        if self._progress is not None and not self._progress(share):
            raise Cancelled

    def _prepared(self, layout: Layout, material: Material) -> Prepared:
        """Return the pictures of a layout; as long as they and their sizes are the same, they are read once."""
        shown = [picture for page in layout.pages for picture in page.pictures]
        key = [(p.name, material.hashes.get(p.name), p.width, p.height) for p in shown]
        if key != self._pictures[0]:

            def done(ready: int, of: int) -> None:
                self._tell(_COMPOSED + (1 - _COMPOSED) * ready / of)

            self._pictures = key, prepare(layout, profile(_SCREEN), material.opened, done)
        prepared = self._pictures[1]
        where = {picture.name: picture for picture in reversed(shown)}
        return replace(
            prepared, findings=tuple((where[picture.name], said) for picture, said in prepared.findings)
        )


def _told(finding: Finding, articles: Sequence[Article], pages: Pages) -> Told:
    what, article, paragraph, offset = finding
    text = articles[article].paragraphs[paragraph].text if article >= 0 else ""
    begins = max(0, min(offset, len(text) - _SHOWN))
    page = page_of(pages, article, paragraph, offset)
    return Told(what, page, article, paragraph, offset, text[begins : begins + _SHOWN])
