"""What an issue of a bulletin is."""

from __future__ import annotations

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
