"""The issues of a bulletin: what each says of itself, its template, its documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace

from qingyang.errors import AppError
from qingyang.services.ledger import Ledger
from qingyang.text.issue import Issue, IssueFacts


class Issues:
    """Keeps issues and gives them back."""

    def __init__(self, ledger: Ledger, new_id: Callable[[], str]) -> None:
        self._ledger = ledger
        self._new_id = new_id

    def get(self, id: str = "") -> Issue:
        """Return an issue; without an id the newest one, or one yet to be filled in.

        Raises `AppError` no_such_bulletin.
        """
        kept = {issue.id: issue for issue in self._ledger.of(Issue)}
        if id and id not in kept:
            raise AppError("no_such_bulletin", id=id)
        return kept[id or max(kept)] if kept else Issue()

    def put(self, issue: Issue) -> Issue:
        """Keep an issue, a new one under a new id; return it as it is kept."""
        kept = issue if issue.id else issue._replace(id=self._new_id())
        self._ledger.put("issue" if issue.id else "issue_new", kept)
        return kept

    def facts(self, id: str, said: IssueFacts) -> IssueFacts:
        """Return what a kept issue says of itself; what ``said`` says already stands. No id: the newest one."""
        kept, told = self.get(id).facts, asdict(said)
        return replace(kept, **{name: text for name, text in told.items() if text})
