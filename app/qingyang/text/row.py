"""What a copy editor judges: doubts, and the raw lines beside each repaired paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from qingyang.text.change import Draft
from qingyang.text.edit import APPLY_FROM, Edit, Flag, Key, Move, Proposals, evidence
from qingyang.text.edits import Edits, home
from qingyang.text.finding import Finding
from qingyang.text.guess import Guess
from qingyang.text.reading import Passage, Place, Reading
from qingyang.text.source import BREAK, Characters
from qingyang.wording import Message

Subject = Edit | Move | Flag
"""What the rules say and a person judges."""
Asked = Subject | Finding | Guess
"""What a person judges: what the rules say, what the checks do, and what the tagger is not sure of."""
_SHOWN = 8
"""Characters of a paragraph that stand for it where its role is in doubt."""


class Doubt(NamedTuple):
    """Something in the queue: a rule's edit, move or flag, a check's finding, or a role, that wants a person."""

    subject: Asked
    at: int
    """Repaired offset where it shows: of a move where the moved text stands now."""
    end: int
    """Repaired offset behind it, as far as it is read in one go."""
    applied: bool
    """Whether it is in force until somebody says otherwise."""

    @property
    def key(self) -> Key:
        """Return what makes its subject itself."""
        return self.subject.key

    @property
    def offers(self) -> tuple[str, ...]:
        """Return what a person may put in its place, the likeliest first."""
        return self.subject.offers if isinstance(self.subject, Flag | Finding | Guess) else ()

    def evidence(self, raw: str) -> Message:
        """Return why it is asked, quoting the raw text where a rule's reason does; a check brings its own words."""
        return self.subject.why if isinstance(self.subject, Finding | Guess) else evidence(self.subject, raw)


class RawLine(NamedTuple):
    """One raw line, or the part of one, that a paragraph was made from."""

    start: int
    end: int
    number: int
    """Line number in the raw file, from 1."""


def questions(proposals: Proposals) -> list[Subject]:
    """Return what the rules say that asks for a person, before anybody has answered."""
    moves = [move for move in proposals.moves if move.p < proposals.sure_from]
    edits = Edits.of(proposals.edits).below(proposals.sure_from)
    return [*moves, *edits, *proposals.flags]


def doubt_about_role(guess: Guess, passage: Passage) -> Doubt:
    """Return a guess as a doubt: it shows at the paragraph's beginning."""
    return Doubt(guess, passage.start, min(passage.end, passage.start + _SHOWN), applied=True)


def doubts(draft: Draft, reading: Reading, asked: Sequence[Subject] | None = None) -> list[Doubt]:
    """Return every doubt by the place where it shows; an edit or flag that a hand edit shadows is settled by it.

    ``asked`` are the proposals' `questions`, for a caller that asks again and again.
    """
    hands = _Covered(draft.hand_edits())
    found = []
    for subject in questions(draft.proposals) if asked is None else asked:
        doubt = _doubt(subject, reading, hands) if draft.doubtful(subject) else None
        if doubt is not None:
            found.append(doubt)
    found.sort(key=lambda d: d.at)
    return found


class _Covered:
    """What hand edits have taken over, for many questions."""

    def __init__(self, hands: Iterable[Edit]) -> None:
        spans = sorted((hand.start, hand.end) for hand in hands)
        self._starts = [start for start, _ in spans]
        self._reach = list(accumulate((end for _, end in spans), max))
        self._typed = {start for start, end in spans if start == end}

    def covers(self, subject: Edit | Flag) -> bool:
        """Say whether a hand edit overlaps a rule's edit or flag, or stands where an empty flag does."""
        start, end = subject.start, subject.end
        k = bisect_left(self._starts, end)
        overlapped = k > 0 and self._reach[k - 1] > start
        return overlapped or (isinstance(subject, Flag) and start == end and start in self._typed)


def _doubt(subject: Subject, reading: Reading, hands: _Covered) -> Doubt | None:
    applied = not isinstance(subject, Flag) and subject.p >= APPLY_FROM
    if isinstance(subject, Edit) and applied:
        k = _piece_of(reading, subject)
        return Doubt(subject, reading.at(k), reading.at(k + 1), applied) if k is not None else None
    if not isinstance(subject, Move) and hands.covers(subject):
        return None
    at, end = reading.run(subject.start, subject.end)
    if not isinstance(subject, Edit):
        at, end = _bare(reading.text, at, end)
    return Doubt(subject, at, end, applied)


def _piece_of(reading: Reading, edit: Edit) -> int | None:
    """Return the number of the piece an edit has made, None where it is not in force."""
    k = reading.holder(home(edit)) or 0
    if edit.start < edit.end:
        return k if k < len(reading) and reading.edits[k] == edit else None
    # Insertions stand side by side next to the piece that holds the character they cling to.
    low, high = k, k + 1
    while low and reading.starts[low - 1] == reading.ends[low - 1]:
        low -= 1
    while high < len(reading) and reading.starts[high] == reading.ends[high]:
        high += 1
    return next((n for n in range(low, min(high, len(reading))) if reading.edits[n] == edit), None)


def _bare(text: Characters, start: int, end: int) -> tuple[int, int]:
    """Return a span without the white space at its ends; as it is where there is nothing else."""
    line = text[start:end]
    bare = line.strip()
    if not bare:
        return start, end
    first = start + len(line) - len(line.lstrip())
    return first, first + len(bare)


def raw_spans(reading: Reading, passage: Passage) -> list[tuple[int, int]]:
    """Return the raw spans a paragraph was made from, neighbours merged, in reading order; typed text has none.

    Words deleted at the paragraph's very edge belong to it, white space there does not.
    """
    spans: list[tuple[int, int]] = []
    for piece in reading.places(passage.start, passage.end):
        if piece.start == piece.end or not _belongs(piece, passage):
            continue
        start, end = piece.start, piece.end
        if piece.edit is None:
            start += max(0, passage.start - piece.at)
            end -= max(0, piece.until - passage.end)
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _belongs(piece: Place, passage: Passage) -> bool:
    if piece.until > piece.at:
        return piece.at < passage.end and piece.until > passage.start
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
