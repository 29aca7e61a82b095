"""How a doubt reads: its kind, its place in the text bit by bit, its evidence in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from qingyang.text.edit import Edit, Flag, Move
from qingyang.text.finding import Finding
from qingyang.text.guess import Guess
from qingyang.text.reading import Reading
from qingyang.text.row import Doubt
from qingyang.ui.action import OFFER_KEYS
from qingyang.wording import Message, Wording, message

_AROUND = 9
"""Characters shown on either side of a doubt."""
_BESIDE = 3
"""Characters shown before a doubt where alternatives are told behind it."""
_QUOTED = 5
"""Characters quoted of either side of a move: both are to stand on one line."""
_SIGNS = {"\n": "↵", "\v": "↵", "\f": "↵", "\u2028": "↵", " ": "␣", "\u3000": "□"}
SIGNS = frozenset(_SIGNS.values())
"""What white space is shown as."""
Place = tuple[tuple[str, "Look"], ...]


class Look(Enum):
    """How a bit of a doubt's place is drawn."""

    AROUND = "around"
    GONE = "gone"
    NEW = "new"
    MEANT = "meant"
    """What it is all about, as it stands."""


class Card(NamedTuple):
    """One doubt as it is shown."""

    kind: str
    why: str
    chance: str
    place: Place
    """The text with what is in doubt, bit by bit."""
    told: str
    """The same as a screen reader says it."""
    applied: bool

    @property
    def spoken(self) -> str:
        """Return the doubt as a screen reader says it."""
        return f"{self.kind} {self.chance}。{self.told}。{self.why}"


def card(doubt: Doubt, raw: str, reading: Reading, words: Wording) -> Card:
    """Return how one doubt reads."""
    match doubt.subject:
        case Edit() as edit:
            place, told = _edit_place(edit, doubt, raw, reading)
        case Move() as move:
            told = move_said(move, raw, words)
            place = ((told, Look.MEANT),)
        case Flag() | Finding():
            place, told = _flag_place(doubt, reading, doubt.offers)
        case Guess():
            place, told = _flag_place(doubt, reading, [words.term(f"role.{role}") for role in doubt.offers])
    return Card(
        kind=kind_name(doubt.subject.rule, words),
        why=words.say(doubt.evidence(raw)) if doubt.subject.why.id else "",
        chance=f"{round(100 * doubt.subject.p)}%",
        place=place,
        told=told,
        applied=doubt.applied,
    )


def _edit_place(edit: Edit, doubt: Doubt, raw: str, reading: Reading) -> tuple[Place, str]:
    before, after = _around(doubt, reading)
    old, new = visible(raw[edit.start : edit.end]), visible(edit.new)
    place = ((before, Look.AROUND), (old, Look.GONE), (new, Look.NEW), (after, Look.AROUND))
    return place, f"{before}[{old}→{new}]{after}"


def _flag_place(doubt: Doubt, reading: Reading, offered: Sequence[str]) -> tuple[Place, str]:
    before, after = _around(doubt, reading)
    meant = visible(_shortened(reading.text[doubt.at : doubt.end], _AROUND))
    # Each alternative behind the key that takes it; ringed to the eye, for it may be a number itself, or nothing.
    keyed = [(key, visible(offer) or "∅") for key, offer in zip(OFFER_KEYS, offered, strict=False)]
    ringed = " ".join(chr(ord("①") + int(key) - 1) + offer for key, offer in keyed)
    spoken = " ".join(key + offer for key, offer in keyed)
    shown, told = (f" {offers} " if offers else "" for offers in (ringed, spoken))
    # What can be taken must be in sight: the words before yield to it.
    before = before[-_BESIDE:] if shown else before
    place = ((before, Look.AROUND), (meant, Look.MEANT), (shown, Look.NEW), (after, Look.AROUND))
    return place, f"{before}[{meant}]{told}{after}"


def _around(doubt: Doubt, reading: Reading) -> tuple[str, str]:
    before = reading.text[max(0, doubt.at - _AROUND) : doubt.at]
    return _plain(before).lstrip(), _plain(reading.text[doubt.end : doubt.end + _AROUND])


def move_said(move: Move, raw: str, words: Wording) -> str:
    """Return what a move reads where, in words: its first ones, and those it comes to stand beside."""
    to = max(0, move.to)
    text = _shortened(_plain(raw[move.start : move.end]).strip(), _QUOTED)
    before, behind = _plain(raw[max(0, to - _AROUND) : to]).strip(), _plain(raw[to : to + _AROUND]).strip()
    if move.after and before:
        return words.say(message("doubt.moved_behind", text=text, other="…" + before[-_QUOTED:]))
    if behind:
        return words.say(message("doubt.moved_before", text=text, other=_shortened(behind, _QUOTED)))
    return words.say(message("doubt.moved_last" if to else "doubt.moved_first", text=text))


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def kind_name(rule: str, words: Wording) -> str:
    """Return what a rule's doubts are called."""
    for id in (f"rule.{rule}", f"rule.{rule}.title"):
        said = words.say(Message(id))
        if said != id:
            return said
    return rule


def visible(text: str) -> str:
    """Return text with white space made visible, runs of line breaks as one sign."""
    shown = "".join(_SIGNS.get(c, c) for c in text)
    while "↵↵" in shown:
        shown = shown.replace("↵↵", "↵")
    return shown


def _plain(text: str) -> str:
    return " ".join(part.strip() for part in re.split("[\n\v\f\u2028]+", text))
