"""What the article list shows: the issue, its documents, and what is read in each: pages, articles, blocks, figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from qingyang.services.arranging import Arranging
from qingyang.text.article import HOLD
from qingyang.text.plan import Plan
from qingyang.ui.outline_entry import Branch, Entry, Kind
from qingyang.ui.session import Session

if TYPE_CHECKING:
    from qingyang.services.project import Project
    from qingyang.text.issue import Issue

translate = QCoreApplication.translate
_TITLE = 40
"""Characters of a block that are shown of it."""
_NUMBER = re.compile("[A-Z]?[0-9]{1,3}|[一二三四五六七八九十]{1,3}")
"""A page's name that is a number."""


class Section(NamedTuple):
    """What is read in a document."""

    branches: Sequence[Branch]
    doubts: int
    """Doubts left in it as far as anybody has looked; -1 where nobody has."""


class _Line(NamedTuple):
    branch: Branch
    page: str
    """Empty where nobody says."""
    shown: bool = True


def groups(project: Project) -> list[Branch]:
    """Return the issue at hand, what is not in it, each with its documents; and the other issues, the newest first."""
    issue, rows = project.issues.at_hand(), {row.id: row for row in project.documents()}
    chosen = project.chosen(issue)

    def documents(ids: Sequence[str]) -> list[Branch]:
        return [Branch(Entry(rows[id].title, -1, id, document=id)) for id in ids]

    named = Entry(
        issue_title(issue, translate("Outline", "This issue")), -1, issue.facts.name, kind=Kind.ISSUE
    )
    made = [Branch(named, documents(chosen))]
    rest = [id for id in rows if id not in chosen]
    if rest:
        told = translate("Outline", "Not in this issue")
        made.append(Branch(Entry(told, -1, kind=Kind.REST), documents(rest)))
    others = [Branch(_other(each, issue)) for each in project.issues.all() if each.id != issue.id]
    if others:
        made.append(Branch(Entry(translate("Outline", "Other issues"), -1, kind=Kind.OTHERS), others))
    return made if rows else []


def _other(issue: Issue, at_hand: Issue) -> Entry:
    """Return the line of an issue that is not at hand; its number alone where the name is the same."""
    title = issue_title(issue, translate("Outline", "Issue without a name"))
    if issue.facts.number and issue.facts.name == at_hand.facts.name:
        title = translate("Outline", "No. {number}").format(number=issue.facts.number)
    return Entry(title, -1, issue.id, kind=Kind.OTHER, note=issue.facts.date)


def issue_title(issue: Issue, nameless: str) -> str:
    """Return what an issue is called: its name and number."""
    name, number = issue.facts.name or nameless, issue.facts.number
    return translate("Outline", "{name} No. {number}").format(name=name, number=number) if number else name


class Tree:
    """Makes the lines below documents; what it has asked of one document it does not ask again."""

    def __init__(
        self,
        session: Session,
        project: Project,
        plan: Plan,
        names: Mapping[str, str],
        role: str,
        left: dict[str, list[int]],
    ) -> None:
        self._session = session
        self._project = project
        self._plan = plan
        self._names = names
        self._role = role
        """With a role only its blocks show of the document under review, below the articles they are in."""
        self._left = left
        """Document -> the doubts left in each of its articles when it was last under review; kept up to date."""
        self._titles = {row.id: row.title for row in project.documents()}
        self._lines: dict[str, Sequence[_Line]] = {}

    def section(self, document: str) -> Section:
        """Return what is read in a document."""
        found: list[_Line] = []
        for slot in self._plan.get(document, ()):
            own = self._own(slot.document)
            if slot.number >= len(own):
                # Changed behind our back: it is told soon.
                continue
            branch, page, shown = own[slot.number]
            if slot.transfer is not None and slot.transfer.page:
                page = slot.transfer.page
            elif slot.document != document:
                page = found[-1].page if found else ""
            if slot.document != document:
                entry = branch.entry._replace(origin=self._titles.get(slot.document, ""))
                branch = branch._replace(entry=entry)
            found.append(_Line(branch, page, shown))
        known = [line.branch.entry.doubts for line in found if line.branch.entry.doubts >= 0]
        return Section(_paged([line for line in found if line.shown]), sum(known) if known else -1)

    def _own(self, document: str) -> Sequence[_Line]:
        """Return a document's own articles: as they stand where it is open, as they were left where it is not."""
        if document not in self._lines:
            self._lines[document] = self._made(document)
        return self._lines[document]

    def _made(self, document: str) -> list[_Line]:
        if document == self._session.document:
            return self._reviewed()
        review = self._project.opened(document)
        if review is None:
            return [
                _Line(Branch(_closed(a.title, document, a.n, a.first)), "")
                for a in self._project.article_list(document)
            ]
        arranging = Arranging(review)
        rows, pages = arranging.runs(), arranging.pages()
        left = self._left.get(document, [])
        if len(left) != len(rows):
            left = [-1] * len(rows)
        return [
            _Line(Branch(_closed(arranging.title(n), document, n, rows[n].start, left[n])), pages[n])
            for n in range(len(rows))
        ]

    def _reviewed(self) -> list[_Line]:
        assert self._session.arranging is not None
        pages = self._session.arranging.pages()
        made = [_article(self._session, n, self._names, self._role) for n in range(len(pages))]
        shown = [not self._role or bool(branch.below) for branch in made]
        self._left[self._session.document] = [branch.entry.doubts for branch in made]
        return [_Line(*each) for each in zip(made, pages, shown, strict=True)]


def counts(session: Session) -> dict[str, int]:
    """Return how many paragraphs of each role there are, in the order in which they first stand."""
    tags = session.review.tags if session.review is not None else ()
    return dict(Counter(tagged.role for tagged in tags))


def _closed(title: str, document: str, number: int, row: int, doubts: int = -1) -> Entry:
    return Entry(title, doubts, row=row, kind=Kind.ARTICLE, document=document, number=number)


def _paged(lines: Sequence[_Line]) -> list[Branch]:
    if not any(line.page for line in lines):
        return [line.branch for line in lines]
    grouped = groupby(lines, key=lambda line: line.page)
    return [_page(page, [line.branch for line in there]) for page, there in grouped]


def _page(page: str, articles: Sequence[Branch]) -> Branch:
    if not page:
        told = translate("Outline", "No page")
    else:
        told = translate("Outline", "Page {page}").format(page=page) if _NUMBER.fullmatch(page) else page
    first = articles[0].entry
    return Branch(Entry(told, id=page, row=first.row, kind=Kind.PAGE, document=first.document), articles)


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
        document=session.document,
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
                        session.document,
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
            _line(
                Kind.BLOCK,
                review.text(row)[:_TITLE],
                row,
                session.document,
                number,
                label=label,
                note=note,
                held=held,
            )
        )
    return found


def _line(
    kind: Kind,
    title: str,
    row: int,
    document: str,
    number: int,
    *,
    label: str,
    id: str = "",
    note: str = "",
    held: bool = False,
) -> Entry:
    return Entry(title, 0, id, row, held, kind, document, number, row + 1, label, note)
