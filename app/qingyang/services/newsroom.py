"""The part of an open desk that knows the newsroom's words and its pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qingyang import store
from qingyang.files import write_file
from qingyang.services import identity
from qingyang.services.reviewing import Reviewing
from qingyang.store import HouseName, Kept, OwnRole
from qingyang.text.article import Article
from qingyang.text.name import Guarded, names
from qingyang.text.picture import Picture


class Newsroom:
    """What belongs to the newsroom rather than to one document."""

    def __init__(self, desk: store.Desk) -> None:
        self._desk = desk
        self._reviews: dict[str, Reviewing] = {}
        self._new_id = identity.Ulids()

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

    # -- the newsroom's words ------------------------------------------------------------------------------------

    def names(self, *, removed: bool = False) -> list[HouseName]:
        """Return the names of the house; with ``removed`` those taken off the list as well."""
        return self._desk.names(removed=removed)

    def put_name(self, name: str, kind: str, *, on: bool = True) -> None:
        """Protect a name by hand, or no longer; one taken off stays off, whatever the tags find."""
        now = identity.now()
        self._desk.put_name(HouseName(name, kind, removed="" if on else now), now)
        self._guard(*self._reviews.values())

    def _guard(self, *reviews: Reviewing) -> None:
        guarded = Guarded(name.name for name in self._desk.names())
        for review in reviews:
            review.names = guarded

    def _find_names(self, review: Reviewing, articles: Sequence[Article]) -> None:
        found = [
            name for article in articles for paragraph in article.paragraphs for name in names(paragraph)
        ]
        self._desk.find_names([(name.text, name.kind) for name in found], identity.now())
        self._guard(review)

    def role_names(self) -> dict[str, str]:
        """Return what the newsroom calls roles, its own among them, by id."""
        return self._desk.role_names()

    def own_roles(self) -> list[OwnRole]:
        """Return the newsroom's own roles."""
        return self._desk.own_roles()

    def name_role(self, role: str, name: str) -> None:
        """Call a role otherwise; empty for our own name."""
        self._desk.name_role(role, name)

    def add_role(self, name: str, base: str) -> str:
        """Add a role of the newsroom's own that is set like another; return its id, which never changes."""
        id = f"own.{self._new_id()}"
        self._desk.add_role(OwnRole(id, name, base))
        return id

    def _in_common(self, articles: Sequence[Article]) -> list[Article]:
        """Return articles in the roles everybody has: one of the newsroom's own is set as the role it is like."""
        own = {role.id: role.base for role in self._desk.own_roles()}
        if not own:
            return list(articles)
        return [
            replace(
                article,
                paragraphs=tuple(replace(p, role=own.get(p.role, p.role)) for p in article.paragraphs),
            )
            for article in articles
        ]
