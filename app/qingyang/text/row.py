"""What a copy editor judges: doubts, and the raw lines beside each repaired paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qingyang.text.change import Draft
from qingyang.text.edit import APPLY_FROM, Edit, Proposals
from qingyang.text.reading import Passage, Piece, Reading, overlap
from qingyang.text.source import BREAK
from qingyang.wording import Message


class Doubt(NamedTuple):
    """Something in the queue: a rule's edit that wants a person."""

    edit: Edit
    at: int
    """Repaired offset where it shows."""
    applied: bool
    """Whether it is in force until somebody says otherwise."""

    @property
    def why(self) -> Message:
        """Return the evidence."""
        return self.edit.why


class RawLine(NamedTuple):
    """One raw line, or the part of one, that a paragraph was made from."""

    start: int
    end: int
    number: int
    """Line number in the raw file, from 1."""


def questions(proposals: Proposals) -> list[Edit]:
    """Return the rules' edits that ask for a person, before anybody has answered."""
    return [edit for edit in proposals.edits if edit.p < proposals.sure_from]


def doubts(draft: Draft, reading: Reading, asked: Sequence[Edit] | None = None) -> list[Doubt]:
    """Return every doubt by the place where it shows; one that a hand edit shadows is settled by it.

    ``asked`` are the proposals' `questions`, for a caller that asks again and again.
    """
    hands = draft.hand_edits()
    found = []
    for edit in questions(draft.proposals) if asked is None else asked:
        if not draft.doubtful(edit):
            continue
        applied = edit.p >= APPLY_FROM
        if not _shows(reading, edit) if applied else any(overlap(hand, edit) for hand in hands):
            continue
        found.append(Doubt(edit, reading.find(edit.start), applied))
    found.sort(key=lambda d: d.at)
    return found


def _shows(reading: Reading, edit: Edit) -> bool:
    """Say whether an edit is in force."""
    k = reading.holder(edit.start)
    if k is None:
        return False
    if edit.start < edit.end:
        return reading.edits[k] is edit
    # Insertions stand before the piece that holds the character, side by side.
    return any(e is edit for e in reading.edits[max(0, k - 8) : k + 1]) or any(
        e is edit for e in reading.edits
    )


def raw_spans(reading: Reading, passage: Passage) -> list[tuple[int, int]]:
    """Return the raw spans a paragraph was made from, neighbours merged, in reading order; typed text has none.

    Words deleted at the paragraph's very edge belong to it, white space there does not.
    """
    spans: list[tuple[int, int]] = []
    for piece in reading.pieces(passage.start, passage.end):
        if piece.start == piece.end or not _belongs(piece, passage):
            continue
        start, end = piece.start, piece.end
        if piece.edit is None:
            start += max(0, passage.start - piece.at)
            end -= max(0, piece.at + len(piece.text) - passage.end)
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _belongs(piece: Piece, passage: Passage) -> bool:
    if piece.text:
        return piece.at < passage.end and piece.at + len(piece.text) > passage.start
    if passage.start < piece.at < passage.end:
        return True
    # By hand: a rule deletes nothing at an edge but white space and line breaks.
    return piece.edit is not None and bool(piece.edit.id) and passage.start <= piece.at <= passage.end


def line_starts(raw: str) -> list[int]:
    """Return the raw offset at which each line begins."""
    return [0, *(match.end() for match in BREAK.finditer(raw))]


def lines_of(raw: str, span: tuple[int, int], first: int) -> list[RawLine]:
    """Return the lines of a raw span, blank ones left out; ``first`` is the number of the line it begins on."""
    lines = []
    start, end = span
    number = first
    for match in [*BREAK.finditer(raw, start, end), None]:
        stop = match.start() if match else end
        if raw[start:stop].strip():
            lines.append(RawLine(start, stop, number))
        start, number = (match.end() if match else end), number + 1
    return lines
