"""What leaves tagging and enters composing, the exports and the article list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

GAP_START = "gap_start"
GAP_END = "gap_end"
HOLD = "hold"
CONFIRM = "confirm"
MARKS = (GAP_START, GAP_END, HOLD, CONFIRM)
"""Marks beside a role: text lost at the start or end, kept out of print, to be cleared before sign-off."""


class Anchor(NamedTuple):
    """A place that survives edits: a raw offset, or an offset inside the typed text of one hand edit."""

    offset: int
    """Offset of a raw character; or, with ``edit``, of a character of that edit's new text."""
    edit: str = ""
    """Id of the hand edit, empty for a raw character."""


class Span(NamedTuple):
    """A part of a paragraph with a role of its own (a credit inside a caption, a dateline before a lede)."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in force: its text without line breaks, and what it is."""

    text: str
    role: str = "body"
    p: float = 1.0
    """Probability that the role is right; 1 for a role set by hand."""
    marks: frozenset[str] = frozenset()
    """Of `MARKS`."""
    anchor: Anchor = Anchor(0)
    spans: tuple[Span, ...] = ()
    others: tuple[str, ...] = ()
    """Roles it may have instead, the likeliest first."""

    @property
    def printed(self) -> bool:
        """Say whether this paragraph goes to print."""
        return HOLD not in self.marks


class Figure(NamedTuple):
    """A picture of an article; its caption and credit are paragraphs, those it stands before."""

    name: str
    """What opens the pixels: a path, or a key of what is stored."""
    width: int
    """In pixels; 0 where the picture is missing."""
    height: int
    before: int
    """Index of the paragraph it stands before; the number of paragraphs, where it stands last."""
    alt: str = ""
    """What it shows, for those who do not see it."""
    wide: float = 0.0
    """How wide it is to print, in millimetres; 0 leaves it to the page."""


@dataclass(frozen=True, slots=True)
class Article:
    """Consecutive paragraphs of one story, in reading order."""

    paragraphs: tuple[Paragraph, ...]
    figures: tuple[Figure, ...] = ()

    @property
    def title(self) -> str:
        """Return the headline, or the first printed words where there is none."""
        for wanted in ("headline", "kicker", "subhead"):
            for paragraph in self.paragraphs:
                if paragraph.role == wanted and paragraph.printed:
                    return paragraph.text
        return next((p.text for p in self.paragraphs if p.printed), "")
