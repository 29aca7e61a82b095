"""Articles with the pictures a hand has put to them, as the page wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from qingyang.errors import AppError
from qingyang.services.figuring import Figuring
from qingyang.services.reviewing import Reviewing
from qingyang.text.article import Article, Figure
from qingyang.text.figure import Placed
from qingyang.text.picture import Picture


class Named(NamedTuple):
    """Pictures by the names they have on the page: their files', told apart where two are the same."""

    picture: Callable[[str], Picture]
    """Returns what a picture is by its SHA-256; raises `AppError` no_such_picture."""
    hashes: dict[str, str]
    """Name -> SHA-256."""

    def figure(self, placed: Placed, before: int) -> Figure:
        """Return a figure for the page; one whose picture is gone has no size."""
        made = placed.figure
        try:
            found = self.picture(made.picture)
        except AppError:
            return Figure(made.picture, 0, 0, before, made.alt, made.width)
        name = self._name(found)
        return Figure(name, found.width, found.height, before, made.alt, made.width)

    def _name(self, found: Picture) -> str:
        name, count = found.name, 1
        while self.hashes.setdefault(name, found.sha256) != found.sha256:
            count += 1
            name = f"{found.name} ({count})"
        return name


def illustrated(articles: Iterable[tuple[Reviewing, range]], named: Named) -> list[Article]:
    """Return articles, given by document and rows, with their figures before the paragraphs they stand with."""
    shown: dict[str, list[Placed]] = {}
    made = []
    for review, rows in articles:
        if review.document not in shown:
            shown[review.document] = [placed for placed in Figuring(review).all() if not placed.waits]
        figures = tuple(
            named.figure(placed, placed.row - rows.start)
            for placed in shown[review.document]
            if placed.row in rows
        )
        made.append(replace(review.article(rows), figures=figures))
    return made
