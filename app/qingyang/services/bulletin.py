"""The manager's desk: articles and a template to a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from qingyang.compose import IssueFacts, Layout, compose
from qingyang.compose.layout import Finding
from qingyang.errors import AppError
from qingyang.files import write_file
from qingyang.press import Faces, Open, Prepared, pdf, prepare, profile
from qingyang.press.moved import MovedText
from qingyang.press.proof import Correction, corrected, numbered
from qingyang.services.workbench import Workbench
from qingyang.store.base import undisturbed
from qingyang.text.article import Article
from qingyang.text.issue import DEFAULT_TEMPLATE
from qingyang.wording import message

Progress = Callable[[float], bool]
"""Told the share done; returns False to cancel."""


class Cancelled(Exception):
    """The person stopped a long piece of work; nothing was written."""


class Output(NamedTuple):
    """What the PDF of a bulletin is to be."""

    purpose: str = "x4"
    """x4 for a print house, digital for screens."""
    icc: Path | bytes | None = None
    """The print house's own colour profile, or its bytes."""
    marks: bool = False
    """Crop and registration marks outside the bleed."""
    proof: str = ""
    """One of `PROOFS`, empty for the clean sheet."""


PRINT = Output()
CHANGES, LINES = "changes", "lines"
PROOFS = (CHANGES, LINES)
"""校样 with what was changed marked in red; a plain proof for reading, its lines numbered."""


def from_file(name: str) -> bytes:
    """Return a picture's bytes where its name is a path."""
    return Path(name).read_bytes()


class Material(NamedTuple):
    """What a bulletin is made of."""

    articles: Sequence[Article]
    corrections: Sequence[Correction] = ()
    """What a proof of changes marks."""
    moved_texts: Sequence[MovedText] = ()
    """And what was moved."""
    opened: Open = from_file
    """Gives the bytes of a picture by its name."""
    hashes: Mapping[str, str] = {}
    """Name of a picture -> SHA-256 of its bytes, where that is known."""


class Bulletin(NamedTuple):
    """A composed bulletin and its bytes."""

    layout: Layout
    data: bytes


def make(
    material: Material,
    workbench: Workbench,
    *,
    template: str = DEFAULT_TEMPLATE,
    issue: IssueFacts | None = None,
    most: int | None = None,
    output: Output = PRINT,
    progress: Progress | None = None,
) -> Bulletin:
    """Compose articles and return layout and PDF; ``most`` is how many pages there may be.

    A picture that cannot be read is an empty frame and one more finding.
    Raises `AppError` nothing_to_print, template_missing, font_missing, not_a_cmyk_profile; `Cancelled`.
    """

    def picture(done: int, pictures: int) -> None:
        _tell(progress, 0.5 + 0.2 * done / pictures)

    def page(done: int, pages: int) -> None:
        _tell(progress, 0.7 + 0.3 * done / max(1, pages))

    with undisturbed():
        made_for = profile(output.purpose, output.icc)
        layout = lay_out(material.articles, workbench, template, issue, progress, most)
        faces = workbench.faces(workbench.template(template))
        pictures = prepare(layout, made_for, material.opened, picture)
        layout = replace(layout, findings=(*layout.findings, *faulty(material.articles, layout, pictures)))
        sheet = _proof(layout, faces, output.proof, material)
        data = pdf(sheet, faces, profile=made_for, pictures=pictures, marks=output.marks, progress=page)
        return Bulletin(layout, data)


def _proof(layout: Layout, faces: Faces, proof: str, material: Material) -> Layout:
    if proof == CHANGES:
        return corrected(layout, material.corrections, faces, material.moved_texts)
    return numbered(layout, faces) if proof == LINES else layout


def faulty(articles: Sequence[Article], layout: Layout, pictures: Prepared) -> Iterator[Finding]:
    """Yield what is wrong with pictures: those that cannot be read, and those nobody put into words."""
    silent = [picture for page in layout.pages for picture in page.pictures if not picture.alt]
    wordless = ((picture, message("press.alt_missing", name=picture.name)) for picture in silent)
    for picture, said in (*pictures.findings, *wordless):
        paragraph = articles[picture.article].figures[picture.figure].before
        yield Finding(said, picture.article, paragraph, 0)


def lay_out(
    articles: Sequence[Article],
    workbench: Workbench,
    template: str = DEFAULT_TEMPLATE,
    issue: IssueFacts | None = None,
    progress: Progress | None = None,
    most: int | None = None,
) -> Layout:
    """Compose articles and return the layout alone. Raises what `make` does."""
    if not any(p.printed for article in articles for p in article.paragraphs):
        raise AppError("nothing_to_print")
    wanted = workbench.template(template)
    faces = workbench.faces(wanted)
    _tell(progress, 0.05)
    words = workbench.words
    _tell(progress, 0.15)
    layout = compose(
        articles, wanted, faces, words.cut, issue or IssueFacts(), most=most, hyphens=workbench.hyphens
    )
    _tell(progress, 0.5)
    return layout


def export(
    path: Path,
    material: Material,
    workbench: Workbench,
    *,
    template: str = DEFAULT_TEMPLATE,
    issue: IssueFacts | None = None,
    most: int | None = None,
    output: Output = PRINT,
    progress: Progress | None = None,
) -> Layout:
    """Write the bulletin of some articles to a PDF file, whole or not at all."""
    made = make(
        material,
        workbench,
        template=template,
        issue=issue,
        most=most,
        output=output,
        progress=progress,
    )
    write_file(path, made.data)
    return made.layout


def _tell(progress: Progress | None, share: float) -> None:
    if progress is not None and not progress(share):
        raise Cancelled
