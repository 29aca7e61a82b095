"""What an editorial check says of an article, and what makes it itself from one run to the next.

A check reads paragraphs as they stand, so what it says hangs on the text in force, not on the raw one: a person's
word on it holds as long as the same words stand at the same anchor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qingyang.text.article import Anchor, Paragraph
from qingyang.text.edit import Key
from qingyang.text.fold import folded, restored
from qingyang.wording import Message


class Found(NamedTuple):
    """One thing a check says of some paragraphs."""

    paragraph: int
    """Number in what the check was given, from 0."""
    start: int
    """Offset in that paragraph's text."""
    end: int
    why: Message
    offers: tuple[str, ...] = ()
    """What may stand there instead, the likeliest first."""


class Finding(NamedTuple):
    """One thing a check says of a document, as a person judges it."""

    rule: str
    """Id of the check."""
    anchor: Anchor
    text: str
    """What stands there."""
    p: float
    """Share of what this check says that proves right."""
    why: Message = Message("")
    offers: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """Return what makes this finding itself through re-runs of the checks."""
        return ("finding", self.rule, *self.anchor, self.text)

    @property
    def raw(self) -> tuple[int, int]:
        """Return the raw span it begins with, as long as what stands there; empty for typed text, which has none."""
        start = self.anchor.offset
        return (0, 0) if self.anchor.edit else (start, start + len(self.text))


Find = Callable[[Sequence[Paragraph]], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of editorial mistake. Its title is the message ``rule.<id>``.

    Examples are paragraphs one a line, ``role|text`` or a body's text alone.
    """

    id: str
    find: Find
    """By place; given the paragraphs of one article, or, unless ``whole``, one paragraph alone."""
    finds: tuple[tuple[str, tuple[str, ...]], ...]
    """Paragraphs and the stretches of them that are found."""
    keeps: tuple[str, ...]
    """Paragraphs that tempt the check and must be let be."""
    p: float = 0.9
    """Share of what it says that proves right, as judged by reading; low where there was little to read."""
    whole: bool = False
    """Whether it wants an article rather than a paragraph."""
    worded: bool = False
    """Whether it goes by words that traditional script writes otherwise: it is given the text folded."""

    def look(self, paragraphs: Sequence[Paragraph]) -> Iterable[Found]:
        """Return what `find` says of paragraphs in either script, its offers in the script that stands there."""
        if not self.worded:
            return self.find(paragraphs)
        told = [folded(p.text) for p in paragraphs]
        if all(text is p.text for text, p in zip(told, paragraphs, strict=True)):
            return self.find(paragraphs)
        read = [replace(p, text=text) for text, p in zip(told, paragraphs, strict=True)]
        whole = "\n".join(p.text for p in paragraphs)
        return [
            found._replace(offers=tuple(restored(offer, whole) for offer in found.offers))
            for found in self.find(read)
        ]


def example(text: str) -> list[Paragraph]:
    """Return the paragraphs of an example.

    >>> example("headline|渝中\\n正文")[0].role
    'headline'
    """
    parted = (line.partition("|") for line in text.split("\n"))
    return [Paragraph(rest, head) if bar else Paragraph(head) for head, bar, rest in parted]
