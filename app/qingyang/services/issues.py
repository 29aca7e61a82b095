"""The issues of a bulletin: what each says of itself, its template, its documents; and which of them is at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace

from qingyang.errors import AppError
from qingyang.services.ledger import Ledger
from qingyang.store import Desk
from qingyang.text.issue import Issue, IssueFacts

AT_HAND = "issue"
"""The setting that holds the id of the issue at hand; empty for the newest one."""


class Issues:
    """Keeps issues and gives them back."""

    def __init__(self, desk: Desk, ledger: Ledger, new_id: Callable[[], str]) -> None:
        self._desk = desk
        self._ledger = ledger
        self._new_id = new_id

    def all(self) -> list[Issue]:
        """Return every issue, the newest first."""
        return sorted(self._ledger.of(Issue), key=lambda issue: issue.id, reverse=True)

    def get(self, id: str = "") -> Issue:
        """Return an issue; without an id the newest one, or one yet to be filled in.

        Raises `AppError` no_such_bulletin.
        """
        kept = self.all()
        found = [issue for issue in kept if issue.id == id] if id else kept
        if id and not found:
            raise AppError("no_such_bulletin", id=id, there=_listed(kept))
        return found[0] if found else Issue()

    def named(self, said: str) -> Issue:
        """Return the issue with an id, or else with a number or number in all; the newest one where nothing is said.

        Raises `AppError` no_such_bulletin; bulletin_twice where more than one has that number.
        """
        kept = self.all()
        if not said or any(issue.id == said for issue in kept):
            return self.get(said)
        found = [issue for issue in kept if said in (issue.facts.number, issue.facts.total)]
        if len(found) > 1:
            raise AppError("bulletin_twice", number=said, there=_listed(found))
        return found[0] if found else self.get(said)

    def at_hand(self) -> Issue:
        """Return the issue that was chosen last, the newest one where it is gone or none was."""
        chosen = self._desk.setting(AT_HAND, "")
        kept = self.all()
        return next((issue for issue in kept if issue.id == chosen), kept[0] if kept else Issue())

    def take(self, id: str) -> None:
        """Have another issue at hand. Raises `AppError` no_such_bulletin."""
        self._desk.put_setting(AT_HAND, self.get(id).id)

    def put(self, issue: Issue) -> Issue:
        """Keep an issue, a new one under a new id, which is at hand from now on; return it as it is kept."""
        if issue.id:
            self._ledger.put("issue", issue)
            return issue
        kept = issue._replace(id=self._new_id())
        # Taken before it is told: whoever hears of it asks which issue is at hand.
        if self._desk.setting(AT_HAND, ""):
            self._desk.put_setting(AT_HAND, "")
        self._ledger.put("issue_new", kept)
        return kept

    def facts(self, id: str, said: IssueFacts) -> IssueFacts:
        """Return what a kept issue says of itself; what ``said`` says already stands. No id: the newest one."""
        kept, told = self.get(id).facts, asdict(said)
        return replace(kept, **{name: text for name, text in told.items() if text})


def _listed(issues: list[Issue]) -> str:
    """Return issues as somebody may name them: number, date and id."""
    told = (" ".join(filter(None, (issue.facts.number, issue.facts.date, issue.id))) for issue in issues)
    return "; ".join(told) or "–"
