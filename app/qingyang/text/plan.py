"""The order in which articles are read over all documents: each document's own, and transfers between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from qingyang.text.article import Anchor
from qingyang.text.newsroom import Transfer


class Slot(NamedTuple):
    """An article where it is read."""

    document: str
    """Its own, where its text is."""
    number: int
    """Among its own document's articles, from 0."""
    transfer: Transfer | None = None
    """What put it here; None for one that stands where its text has it."""


Plan = Mapping[str, list[Slot]]
"""Document -> the articles that are read there."""


def plan(
    counts: Mapping[str, int],
    transfers: Iterable[Transfer],
    number: Callable[[str, Anchor], int | None],
) -> Plan:
    """Return who stands where.

    ``counts`` says how many articles each document has, ``number`` which of them an anchor is in. A transfer of an
    article that is gone, or to a document that is, does nothing.
    """
    made = {document: [Slot(document, k) for k in range(count)] for document, count in counts.items()}
    where: dict[tuple[str, int], str] = {}

    def found(document: str, anchor: Anchor) -> tuple[str, int] | None:
        at = number(document, anchor) if document in made else None
        return (document, at) if at is not None else None

    for each in sorted(transfers, key=lambda transfer: transfer.id):
        own, before = found(each.document, each.anchor), found(*each.before) if each.before else None
        if own is not None and own != before and each.host in made:
            left = made[where.get(own, own[0])]
            left[:] = [slot for slot in left if slot[:2] != own]
            where[own] = each.host
            host = made[each.host]
            at = next((k for k, slot in enumerate(host) if slot[:2] == before), len(host))
            host.insert(at, Slot(*own, each))
    return made
