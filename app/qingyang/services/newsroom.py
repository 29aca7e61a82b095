"""The part of an open desk that knows the newsroom's words and its pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from qingyang import store
from qingyang.files import write_file
from qingyang.services import identity
from qingyang.services.ledger import Ledger
from qingyang.services.reviewing import Reviewing
from qingyang.store import Kept
from qingyang.text.article import Article
from qingyang.text.change import Change
from qingyang.text.name import KINDS, Guarded, names
from qingyang.text.newsroom import NEWSROOM, Called, Guard, OwnRole
from qingyang.text.picture import Picture


class HouseName(NamedTuple):
    """A name of the house."""

    name: str
    kind: str
    """One of `text.name.KINDS`."""
    on: bool
    """Whether it is protected."""
    change: Change | None = None
    """What a hand has last said of it; None for one that only the texts show."""


class Newsroom:
    """What belongs to the newsroom rather than to one document."""

    def __init__(self, desk: store.Desk, person: str) -> None:
        self._desk = desk
        self._reviews: dict[str, Reviewing] = {}
        self._new_id = identity.Ulids(desk.last_change())
        self.person = person

    @cached_property
    def ledger(self) -> Ledger:
        """Return what the newsroom has settled."""
        made = Ledger(self._desk, self._desk.changes(NEWSROOM), person=self.person, new_id=self._new_id)
        made.listeners.append(self._settled)
        return made

    def _settled(self, change: Change) -> None:
        if any(isinstance(record, Guard) for record in (*change.added, *change.dropped)):
            self._guard(*self._reviews.values())

    # -- pictures ------------------------------------------------------------------------------------------------

    def put_picture(self, picture: Picture, data: bytes, thumbnail: bytes) -> None:
        """Keep a picture's original bytes and the small one to show of it; raises `AppError` cannot_write …"""
        self._desk.put_picture(picture, data, thumbnail, identity.now())

    def picture(self, sha256: str) -> Kept:
        """Return what a picture is and its thumbnail; raises `AppError` no_such_picture."""
        return self._desk.picture(sha256)

    def picture_bytes(self, sha256: str) -> bytes:
        """Return a picture's bytes as they came; raises `AppError` no_such_picture, picture_gone, picture_changed."""
        return self._desk.picture_bytes(sha256)

    def save_picture(self, sha256: str, path: Path) -> None:
        """Save a picture as it came; raises `AppError` cannot_write and those of `picture_bytes`."""
        write_file(path, self.picture_bytes(sha256))

    # -- names ---------------------------------------------------------------------------------------------------

    def names(self) -> list[HouseName]:
        """Return the names of the house, people first, those a hand has taken off among them."""
        found = {name: HouseName(name, kind, True) for name, kind in self._desk.found_names().items()}
        for said in self.ledger.of(Guard):
            found[said.name] = HouseName(*said, self.ledger.last(said.key))
        rank = {kind: n for n, kind in enumerate(KINDS)}
        return sorted(found.values(), key=lambda name: (rank.get(name.kind, len(rank)), name.name))

    def put_name(self, name: str, kind: str, *, on: bool = True) -> Change | None:
        """Protect a name by hand, or no longer; one taken off stays off, whatever the tags find."""
        return self.ledger.put("name" if on else "name_off", Guard(name, kind, on))

    def said_of(self, name: str) -> Change | None:
        """Return what a hand has last said of a name."""
        return self.ledger.last(Guard(name, "").key)

    def _guard(self, *reviews: Reviewing) -> None:
        guarded = Guarded(name.name for name in self.names() if name.on)
        for review in reviews:
            review.names = guarded

    def _find_names(self, review: Reviewing, articles: Sequence[Article]) -> None:
        found = [
            name for article in articles for paragraph in article.paragraphs for name in names(paragraph)
        ]
        self._desk.find_names([(name.text, name.kind) for name in found], identity.now())
        self._guard(review)

    # -- roles ---------------------------------------------------------------------------------------------------

    def role_names(self) -> dict[str, str]:
        """Return what the newsroom calls roles, its own among them, by id."""
        called = {said.role: said.name for said in self.ledger.of(Called)}
        return {**called, **{role.id: called.get(role.id, role.name) for role in self.own_roles()}}

    def role_said_of(self, role: str) -> Change | None:
        """Return what a hand has last said of a role's name."""
        keys = Called(role, "").key, OwnRole(role, "", "").key
        return next((change for key in keys if (change := self.ledger.last(key)) is not None), None)

    def own_roles(self) -> list[OwnRole]:
        """Return the newsroom's own roles."""
        return sorted(self.ledger.of(OwnRole), key=lambda role: role.id)

    def name_role(self, role: str, name: str) -> Change | None:
        """Call a role otherwise; empty for our own name."""
        said = self.ledger.records.get(Called(role, name).key)
        if name:
            return self.ledger.put("role_name", Called(role, name))
        return self.ledger.drop("role_name", said) if isinstance(said, Called) else None

    def add_role(self, name: str, base: str) -> str:
        """Add a role of the newsroom's own that is set like another; return its id, which never changes."""
        role = OwnRole(f"own.{self._new_id()}", name, base)
        self._desk.add_role(role)
        self.ledger.put("role_new", role)
        return role.id

    def _in_common(self, articles: Sequence[Article]) -> list[Article]:
        """Return articles in the roles everybody has: one of the newsroom's own is set as the role it is like."""
        own = {role.id: role.base for role in self._desk.added_roles()}
        if not own:
            return list(articles)
        return [
            replace(
                article,
                paragraphs=tuple(replace(p, role=own.get(p.role, p.role)) for p in article.paragraphs),
            )
            for article in articles
        ]
