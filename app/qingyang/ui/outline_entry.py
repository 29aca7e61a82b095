"""The lines of the article list, as frozen values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt

translate = QCoreApplication.translate
ENTRY = Qt.ItemDataRole.UserRole


class Kind(Enum):
    """What a line of the tree is."""

    ISSUE = "issue"
    REST = "rest"
    """What stands above the documents that are not in the issue."""
    OTHERS = "others"
    """What stands above the issues that are not at hand."""
    OTHER = "other"
    """One of those issues."""
    DOCUMENT = "document"
    PAGE = "page"
    ARTICLE = "article"
    BLOCK = "block"
    FIGURE = "figure"
    """A picture that stands with a block without being its caption's."""


GROUPS = (Kind.ISSUE, Kind.REST, Kind.OTHERS)
"""What stands at the top of the tree."""


class Entry(NamedTuple):
    """One line of the tree."""

    title: str
    doubts: int = 0
    """Doubts left; -1 where nobody has looked yet."""
    id: str = ""
    """Of a document, a figure or an issue not at hand; of a page, and of the issue at hand, its name."""
    row: int = 0
    """First row of it."""
    held: bool = False
    """Whether nothing of it goes to print."""
    kind: Kind = Kind.DOCUMENT
    document: str = ""
    """The document whose text it is; of a page that of its first article."""
    number: int = -1
    """Of an article in its own document, from 0."""
    end: int = 0
    """Row behind it."""
    label: str = ""
    """What a block is."""
    note: str = ""
    """Something worth saying at the right."""
    origin: str = ""
    """Title of an article's own document, where it is read in another one."""


class Branch(NamedTuple):
    """A line and what stands below it; ``blocks`` are asked for when they are first looked at."""

    entry: Entry
    below: Sequence[Branch] = ()
    blocks: Callable[[], Sequence[Entry]] | None = None


def told(entry: Entry) -> str:
    """Return a line's title, and where it comes from."""
    if not entry.origin:
        return entry.title
    return translate("Outline", "{title} (text in {document})").format(
        title=entry.title, document=entry.origin
    )


def state(entry: Entry) -> str:
    """Return in words how far a line has come."""
    if entry.note:
        return entry.note
    if entry.held:
        return translate("Outline", "out of print")
    if entry.doubts < 0 or entry.kind not in (Kind.DOCUMENT, Kind.ARTICLE):
        return ""
    return translate("Outline", "{count} to check").format(count=entry.doubts) if entry.doubts else "✓"
