"""An issue of a bulletin: what it says of itself, and which documents it is made of."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import NamedTuple

DEFAULT_TEMPLATE = "a4-two-column"


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """What masthead and 报尾 say of an issue; what is empty is left out."""

    name: str = ""
    """渝中工作简报"""
    number: str = ""
    """期号, the number alone."""
    total: str = ""
    """总期号."""
    date: str = ""
    """As it is to be printed: 2025年11月22日."""
    editors: str = ""
    """编辑."""
    publisher: str = ""
    """编印单位."""
    reported_to: str = ""
    """报."""
    sent_to: str = ""
    """送."""
    issued_to: str = ""
    """发."""
    copies: str = ""
    """印数, the number alone."""
    reviewers: str = ""
    """审核."""
    approver: str = ""
    """签发."""


NAMES = tuple(field.name for field in fields(IssueFacts))
"""The facts there are."""


class Issue(NamedTuple):
    """One issue as a manager lays it out."""

    facts: IssueFacts = IssueFacts()
    template: str = DEFAULT_TEMPLATE
    documents: tuple[str, ...] = ()
    """Ids in printing order; empty: all of the desk."""
    most: int = 0
    """How many pages there may be; 0: as many as it takes."""
    id: str = ""
    """Empty until it is kept."""

    @property
    def key(self) -> tuple[str | int, ...]:
        """Return the key of this record."""
        return ("issue", self.id)

    def next(self, date: str) -> Issue:
        """Return the issue after this one: numbers one on, another date, all else as it was; it is yet to be kept."""
        facts = replace(
            self.facts, number=_one_on(self.facts.number), total=_one_on(self.facts.total), date=date
        )
        return self._replace(facts=facts, id="")


def _one_on(number: str) -> str:
    """Return the number after one, padded as it was; what is no number stays."""
    return f"{int(number) + 1:0{len(number)}}" if number.isdecimal() else number
