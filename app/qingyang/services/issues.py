"""The issues of a bulletin kept in the desk file: what each says of itself, its template, its documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, fields, replace

from qingyang import store
from qingyang.compose.facts import IssueFacts
from qingyang.services import identity
from qingyang.services.issue import DEFAULT_TEMPLATE, Issue

_COLUMNS = ("name", "number", "date", "editors")
"""Facts with a column of their own."""


class Issues:
    """Keeps issues and gives them back."""

    def __init__(self, desk: store.Desk, new_id: Callable[[], str]) -> None:
        self._desk = desk
        self._new_id = new_id

    def get(self, id: str = "") -> Issue:
        """Return an issue; without an id the newest one, or one yet to be filled in.

        Raises `AppError` no_such_bulletin.
        """
        kept = [self._desk.bulletin(id)] if id else self._desk.bulletins()[-1:]
        return _issue(kept[0]) if kept else Issue()

    def put(self, issue: Issue) -> Issue:
        """Keep an issue, a new one under a new id; return it as it is kept."""
        created = self._desk.bulletin(issue.id).created if issue.id else identity.now()
        issue = issue if issue.id else issue._replace(id=self._new_id())
        said = {name: text for name, text in asdict(issue.facts).items() if text}
        facts, editors = issue.facts, issue.facts.editors
        self._desk.put_bulletin(
            store.Bulletin(
                issue.id,
                facts.name,
                facts.number,
                facts.date,
                issue.template,
                issue.documents,
                (editors,) if editors else (),
                created,
                {name: text for name, text in said.items() if name not in _COLUMNS},
                issue.most,
            )
        )
        return issue

    def facts(self, id: str, said: IssueFacts) -> IssueFacts:
        """Return what a kept issue says of itself; what ``said`` says already stands. No id: the newest one."""
        kept, told = self.get(id).facts, asdict(said)
        return replace(kept, **{name: text for name, text in told.items() if text})


def _issue(row: store.Bulletin) -> Issue:
    known = {field.name for field in fields(IssueFacts)}
    facts = IssueFacts(
        **{
            **{name: text for name, text in row.facts.items() if name in known},
            "name": row.name,
            "number": row.number,
            "date": row.date,
            "editors": "、".join(row.editors),
        }
    )
    return Issue(facts, row.template or DEFAULT_TEMPLATE, row.documents, row.most, row.id)
