"""What an issue of a bulletin is."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from qingyang.compose.facts import IssueFacts

DEFAULT_TEMPLATE = "a4-two-column"


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

    def next(self, date: str) -> Issue:
        """Return the issue after this one: numbers one on, another date, all else as it was; it is yet to be kept."""
        facts = replace(
            self.facts, number=_one_on(self.facts.number), total=_one_on(self.facts.total), date=date
        )
        return self._replace(facts=facts, id="")


def _one_on(number: str) -> str:
    """Return the number after one, padded as it was; what is no number stays."""
    return f"{int(number) + 1:0{len(number)}}" if number.isdecimal() else number
