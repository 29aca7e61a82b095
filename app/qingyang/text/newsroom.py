"""What a newsroom settles for all its documents, as records of the same journal as everything else a hand does.

A record stands in place of the one with the same key. What is written once (a list's entries, a role's nature) are
rows of the desk file that a record names, as a figure names its picture.
"""

from __future__ import annotations

from typing import NamedTuple

from qingyang.text.article import Anchor
from qingyang.text.issue import Issue
from qingyang.text.lesson import Lesson

NEWSROOM = ""
"""What stands for a document's id in changes that belong to none."""


class Guard(NamedTuple):
    """A name of the house that a hand protects, or (``on`` false) no longer, whatever the tags find."""

    name: str
    kind: str
    """One of `text.name.KINDS`."""
    on: bool = True

    @property
    def key(self) -> tuple[str | int, ...]:
        """Return the key of this record."""
        return ("name", self.name)


class Called(NamedTuple):
    """What the newsroom calls a role."""

    role: str
    name: str

    @property
    def key(self) -> tuple[str | int, ...]:
        """Return the key of this record."""
        return ("called", self.role)


class OwnRole(NamedTuple):
    """A role of the newsroom's own: its id, its name at first and the role it is set like."""

    id: str
    name: str
    base: str

    @property
    def key(self) -> tuple[str | int, ...]:
        """Return the key of this record."""
        return ("role", self.id)


class Listed(NamedTuple):
    """The house list of this name that is checked by."""

    name: str
    list: str
    """Its id."""

    @property
    def key(self) -> tuple[str | int, ...]:
        """Return the key of this record."""
        return ("list", self.name)


class Switched(NamedTuple):
    """A check that is on or off for all documents."""

    check: str
    on: bool

    @property
    def key(self) -> tuple[str | int, ...]:
        """Return the key of this record."""
        return ("check", self.check)


class Transfer(NamedTuple):
    """An article that is read elsewhere than in its own document: its text, history and doubts stay there."""

    id: str
    """A ULID: of two transfers the later one is carried out on what the earlier one left."""
    document: str
    """Its own, where its text is."""
    anchor: Anchor
    """Of its first character."""
    host: str
    """The document with whose articles it is read."""
    before: tuple[str, Anchor] | None = None
    """The article (document, first character) it is read before; None, and one that is gone: at the end."""
    page: str = ""
    """The page (版) it comes to stand on; empty for that of the article before it."""

    @property
    def key(self) -> tuple[str | int, ...]:
        """Return the key of this record: an article is in one place."""
        return ("transfer", self.document, *self.anchor)


class Titled(NamedTuple):
    """What a document is called, in place of its file's name."""

    document: str
    title: str

    @property
    def key(self) -> tuple[str | int, ...]:
        """Return the key of this record."""
        return ("title", self.document)


Settled = Titled | Guard | Called | OwnRole | Listed | Switched | Lesson | Transfer | Issue
"""What a newsroom settles."""
