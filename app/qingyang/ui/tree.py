"""What the article list shows of the document under review: pages, articles, blocks and figures as lines of a tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from qingyang.services.arranging import Arranging
from qingyang.text.article import HOLD
from qingyang.ui.outline_entry import Branch, Entry, Kind
from qingyang.ui.session import Session

translate = QCoreApplication.translate
_TITLE = 40
"""Characters of a block that are shown of it."""


def branches(session: Session, names: Mapping[str, str], role: str = "") -> list[Branch]:
    """Return the lines below the document under review; with a role only its blocks, below the articles they are in."""
    assert session.review is not None
    made = [_article(session, number, names, role) for number in range(len(session.article_starts))]
    pages = Arranging(session.review).pages()
    shown = [branch for branch in made if not role or branch.below]
    if not any(pages):
        return shown
    grouped = groupby(shown, key=lambda branch: pages[branch.entry.number])
    return [_page(page, list(articles)) for page, articles in grouped]


def counts(session: Session) -> dict[str, int]:
    """Return how many paragraphs of each role there are, in the order in which they first stand."""
    tags = session.review.tags if session.review is not None else ()
    return dict(Counter(tagged.role for tagged in tags))


def _page(page: str, articles: Sequence[Branch]) -> Branch:
    told = translate("Outline", "Page {page}").format(page=page) if page else translate("Outline", "No page")
    return Branch(Entry(told, id=page, row=articles[0].entry.row, kind=Kind.PAGE), articles)


def _article(session: Session, number: int, names: Mapping[str, str], role: str) -> Branch:
    review, rows = session.review, session.article_rows(number)
    assert review is not None
    held = all(HOLD in review.tags[row].marks for row in rows)
    entry = Entry(
        session.title(number),
        session.doubts_in(rows),
        row=rows.start,
        held=held,
        kind=Kind.ARTICLE,
        number=number,
        end=rows.stop,
    )
    if role:
        return Branch(entry, [Branch(each) for each in blocks(session, number, names, role)])
    return Branch(entry, blocks=lambda: blocks(session, number, names))


def blocks(session: Session, number: int, names: Mapping[str, str], role: str = "") -> list[Entry]:
    """Return the lines of an article's blocks, each picture without a caption before the block it stands with."""
    review, rows = session.review, session.article_rows(number)
    assert review is not None
    figures = {row: list(there) for row, there in groupby(session.figures, key=lambda figure: figure.row)}
    found: list[Entry] = []
    for row in rows:
        there = figures.get(row, [])
        tagged = review.tags[row]
        if role and tagged.role != role:
            continue
        label = names.get(tagged.role, tagged.role)
        for figure in there:
            if not figure.caption:
                told = figure.figure.alt or translate("Outline", "Picture without caption")
                kind = translate("Outline", "Picture")
                found.append(
                    _line(
                        Kind.FIGURE,
                        told,
                        row,
                        number,
                        label=kind,
                        id=figure.figure.id,
                    )
                )
        note = ""
        if there and there[0].caption:
            waits = all(figure.waits for figure in there)
            note = translate("Outline", "no picture") if waits else translate("Outline", "picture")
        held = HOLD in tagged.marks
        found.append(
            _line(Kind.BLOCK, review.text(row)[:_TITLE], row, number, label=label, note=note, held=held)
        )
    return found


def _line(
    kind: Kind,
    title: str,
    row: int,
    number: int,
    *,
    label: str,
    id: str = "",
    note: str = "",
    held: bool = False,
) -> Entry:
    return Entry(title, 0, id, row, held, kind, number, row + 1, label, note)
