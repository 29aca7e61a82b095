"""What may be done to a raw text, as values: edits, moves, verdicts, tags.

An `Edit` replaces a span, a `Move` reads a span elsewhere; both are made by one rule or by a hand. A `Flag` is a
rule's alone: something for a person's eye that the machine never changes. The others are always made by hand: a
`Verdict` on what a rule says; a `Tag`, a `Mark`, a `Cut`, a `Figure` or a `Property` on the paragraph that begins at
an anchor.
Everything a hand makes is a `Record` with a key; a desk's state is a set of records, so a change and its inverse
are the same thing read both ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from qingyang.text.article import Anchor
from qingyang.text.newsroom import Settled
from qingyang.text.source import BREAK
from qingyang.wording import Message

HAND = "hand"
Key = tuple[str | int, ...]


class Certainty(Enum):
    """How far the machine may go alone."""

    SURE = "sure"
    """Applied; can be revoked."""
    LIKELY = "likely"
    """Applied, and stands in the doubt queue."""
    ASK = "ask"
    """Not applied, only offered."""


SURE_FROM = 0.97
"""Probability from which an edit is applied without a question."""
APPLY_FROM = 0.5
EDGE = 3
"""Characters quoted of what stands on either side."""


def certainty(p: float, sure_from: float = SURE_FROM) -> Certainty:
    """Return what a calibrated probability allows, in a document that asks below ``sure_from``."""
    return Certainty.SURE if p >= sure_from else Certainty.LIKELY if p >= APPLY_FROM else Certainty.ASK


class Edit(NamedTuple):
    """Replace raw[start:end] by ``new``; an insertion where start == end."""

    start: int
    end: int
    new: str
    rule: str = HAND
    p: float = 1.0
    """Probability that the edit is right."""
    why: Message = Message("")
    id: str = ""
    """A ULID for a hand edit; empty for a rule's, which is known by what it does."""
    after: bool = False
    """An insertion clings to the character before it, else to the one at ``start``: it goes where that one goes.
    At offset 0 (``after``) and at the end (not ``after``) it clings to the beginning and the end of the text."""

    @property
    def key(self) -> Key:
        """Return what makes this edit itself through re-runs of the rules."""
        return ("edit", self.id) if self.id else ("rule", self.rule, self.start, self.end, self.new)


class Move(NamedTuple):
    """Read raw[start:end] right before the character at ``to`` (with ``after``: right after the one at ``to - 1``)."""

    start: int
    end: int
    to: int
    id: str
    rule: str = HAND
    p: float = 1.0
    why: Message = Message("")
    after: bool = False

    @property
    def key(self) -> Key:
        """Return the key of this record."""
        return ("move", self.id)


class Flag(NamedTuple):
    """A stretch of raw text that wants a person's eye: a likely misreading, lost text, mixed scripts. Never changed."""

    start: int
    end: int
    rule: str
    p: float
    """Probability that something is wrong here."""
    why: Message = Message("")
    offers: tuple[str, ...] = ()
    """What a person may put in its place, the likeliest first."""

    @property
    def key(self) -> Key:
        """Return what makes this flag itself through re-runs of the rules."""
        return ("flag", self.rule, self.start, self.end)


class Verdict(NamedTuple):
    """A person's word on what a rule says: an edit or move in force or not, a flag seen to (``accept``) or let be."""

    edit: Key
    accept: bool

    @property
    def key(self) -> Key:
        """Return the key of this record: one verdict an edit."""
        return ("verdict", *self.edit)


class Tag(NamedTuple):
    """The paragraph that begins at the anchor has this role."""

    anchor: Anchor
    role: str

    @property
    def key(self) -> Key:
        """Return the key of this record: one tag an anchor."""
        return ("tag", *self.anchor)


class Mark(NamedTuple):
    """The paragraph that begins at the anchor carries this mark, or (``on`` false) not although the machine says so."""

    anchor: Anchor
    mark: str
    on: bool = True

    @property
    def key(self) -> Key:
        """Return the key of this record."""
        return ("mark", *self.anchor, self.mark)


class Cut(NamedTuple):
    """An article begins at the anchor, or (``on`` false) none does although the machine says so."""

    anchor: Anchor
    on: bool = True

    @property
    def key(self) -> Key:
        """Return the key of this record."""
        return ("cut", *self.anchor)


class Slip(NamedTuple):
    """An editor's word that what begins at the anchor was a mistake (差错); nothing else ever counts as one."""

    anchor: Anchor
    kind: str
    """Of `qingyang.checks.error_rate.WEIGHTS`."""
    characters: int
    """How many are wrong, missing or too many."""
    text: str
    """What stood there: the same mistake elsewhere is known by it."""
    important: bool = False
    """Whether it is in an important name, time or picture."""

    @property
    def key(self) -> Key:
        """Return the key of this record: one mistake an anchor."""
        return ("slip", *self.anchor)


class Figure(NamedTuple):
    """A picture's place: it stands with the paragraph that begins at the anchor, which is its caption if it is one."""

    id: str
    anchor: Anchor
    picture: str = ""
    """SHA-256 of the picture's bytes; empty while it is missing."""
    credit: str = ""
    """Who took it; empty for who the caption says."""
    alt: str = ""
    """What a reader who cannot see it is told."""
    width: float = 0.0
    """In print, mm; 0 for as wide as a column."""

    @property
    def key(self) -> Key:
        """Return the key of this record."""
        return ("figure", self.id)


class Property(NamedTuple):
    """What a hand says of the article that begins at the anchor, in place of what its tags say."""

    anchor: Anchor
    name: str
    """One of `text.property.NAMES`."""
    value: str

    @property
    def key(self) -> Key:
        """Return the key of this record: one value a name."""
        return ("property", *self.anchor, self.name)


class Note(NamedTuple):
    """A person's remark on the text at the anchor, or an answer to one; it never goes to print."""

    id: str
    anchor: Anchor
    quoted: str
    """What the remark is on, as it stood when it was made."""
    text: str
    person: str
    time: str
    """UTC, ISO 8601."""
    answers: str = ""
    """Id of the remark this one answers; empty for a remark of its own."""
    settled: bool = False

    @property
    def key(self) -> Key:
        """Return the key of this record."""
        return ("note", self.id)


class Bookmark(NamedTuple):
    """A place to come back to."""

    anchor: Anchor

    @property
    def key(self) -> Key:
        """Return the key of this record: one an anchor."""
        return ("bookmark", *self.anchor)


Anchored = Tag | Mark | Cut | Slip | Figure | Property | Note | Bookmark
"""Records that hang on a character, a paragraph's first one but for slips and notes."""
Record = Edit | Move | Verdict | Anchored | Settled


class Boundary(NamedTuple):
    """One run of white space with line breaks between two raw lines, and how likely it is no paragraph's end."""

    start: int
    """End of the line before."""
    end: int
    """Start of the line after."""
    p_join: float
    why: Message = Message("")
    glue: str = ""
    """What a join puts in place of the run: nothing, or one space between Western words."""

    @property
    def joined(self) -> bool:
        """Say whether the machine joins here."""
        return self.p_join >= APPLY_FROM

    def edit(self) -> Edit:
        """Return the join as an edit: applied, queued or only offered by its probability."""
        return Edit(self.start, self.end, self.glue, "join", self.p_join, self.why)


def evidence(found: Edit | Move | Flag | Boundary, raw: str) -> Message:
    """Return why something was found, with the raw characters on either side for a sentence that quotes them.

    They are read only when told: one why does for all that were found for the same reason.
    """
    before = BREAK.split(raw[max(0, found.start - EDGE) : found.start])[-1].lstrip()
    after = BREAK.split(raw[found.end : found.end + EDGE])[0].rstrip()
    quoted = {"before": before, "after": after, **dict(found.why.facts)}
    return Message(found.why.id, tuple(quoted.items()))


class Proposals(NamedTuple):
    """All that the rules propose for one source, replaced as a whole when they run again."""

    version: str = ""
    """Of the rules."""
    edits: Sequence[Edit] = ()
    """By start, none overlapping another; in columns (`text.edits`) where they come from a desk file."""
    moves: tuple[Move, ...] = ()
    """In the order in which they apply; of those applied no span overlaps another."""
    flags: tuple[Flag, ...] = ()
    """By start."""
    sure_from: float = SURE_FROM
    """Probability from which nobody is asked in this document: lower where more doubts stand than a person can read."""


NOTHING_PROPOSED = Proposals()
