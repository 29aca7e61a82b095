"""The manager's desk: articles and a template to a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from qingyang.compose import IssueFacts, Layout, compose
from qingyang.errors import AppError
from qingyang.press import pdf
from qingyang.services.files import write_file
from qingyang.services.workbench import Workbench
from qingyang.store.base import undisturbed
from qingyang.text.article import Article

DEFAULT_TEMPLATE = "a4-two-column"
Progress = Callable[[float], bool]
"""Told the share done; returns False to cancel."""


class Cancelled(Exception):
    """The person stopped a long piece of work; nothing was written."""


class Bulletin(NamedTuple):
    """A composed bulletin and its bytes."""

    layout: Layout
    data: bytes


def make(
    articles: Sequence[Article],
    workbench: Workbench,
    *,
    template: str = DEFAULT_TEMPLATE,
    issue: IssueFacts | None = None,
    most: int | None = None,
    marks: bool = False,
    progress: Progress | None = None,
) -> Bulletin:
    """Compose articles and return layout and PDF; ``most`` is how many pages there may be.

    Raises `AppError` nothing_to_print, template_missing, font_missing; `Cancelled`.
    """

    def page(done: int, pages: int) -> None:
        _tell(progress, 0.5 + 0.5 * done / max(1, pages))

    with undisturbed():
        layout = lay_out(articles, workbench, template, issue, progress, most)
        faces = workbench.faces(workbench.template(template))
        return Bulletin(layout, pdf(layout, faces, marks=marks, progress=page))


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
    articles: Sequence[Article],
    workbench: Workbench,
    *,
    template: str = DEFAULT_TEMPLATE,
    issue: IssueFacts | None = None,
    most: int | None = None,
    marks: bool = False,
    progress: Progress | None = None,
) -> Layout:
    """Write the bulletin of some articles to a PDF file, whole or not at all."""
    made = make(
        articles, workbench, template=template, issue=issue, most=most, marks=marks, progress=progress
    )
    write_file(path, made.data)
    return made.layout


def _tell(progress: Progress | None, share: float) -> None:
    if progress is not None and not progress(share):
        raise Cancelled
