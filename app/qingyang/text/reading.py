"""The text in force, in reading order: raw text + edits in force = repaired text, always.

A `Reading` is cut into pieces. A piece is either raw text as it stands or the new text of one edit; both know their
raw span, so every repaired character knows where it came from (its origin), and the other way round.

Overlap: a hand edit shadows what it overlaps, a later hand edit shadows an earlier one; what is shadowed comes back
when the shadow is dropped. An insertion at the edge of a span does not overlap it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from qingyang.text.article import Anchor
from qingyang.text.edit import Edit, Move
from qingyang.text.source import LINE


class Piece(NamedTuple):
    """A stretch of repaired text with one origin."""

    at: int
    """Offset in the repaired text."""
    text: str
    start: int
    """The raw span this text stands for."""
    end: int
    edit: Edit | None
    """The edit that made it, or None for raw text as it stands."""


class Passage(NamedTuple):
    """Where one paragraph stands: its repaired span, white space around it aside, and its first piece's place."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The repaired text and the origin of every character of it."""

    text: str
    ats: Sequence[int]
    """Repaired offset of every piece, ascending."""
    starts: Sequence[int]
    ends: Sequence[int]
    edits: Sequence[Edit | None]
    by_raw: Sequence[int]
    """Piece numbers by raw span; as they stand unless something was moved."""

    def __len__(self) -> int:
        return len(self.ats)

    def piece(self, k: int) -> Piece:
        """Return piece number k."""
        end = self.ats[k + 1] if k + 1 < len(self.ats) else len(self.text)
        return Piece(self.ats[k], self.text[self.ats[k] : end], self.starts[k], self.ends[k], self.edits[k])

    def pieces(self, start: int = 0, end: int | None = None) -> list[Piece]:
        """Return the pieces that touch repaired[start:end], empty ones (deletions) at its edges included."""
        end = len(self.text) if end is None else end
        low = max(0, bisect_left(self.ats, start) - 1)
        found = [self.piece(k) for k in range(low, bisect_right(self.ats, end))]
        return [p for p in found if p.at + len(p.text) >= start and p.at <= end]

    def piece_at(self, offset: int) -> Piece | None:
        """Return the piece that holds the repaired character at an offset, None past the end."""
        if not 0 <= offset < len(self.text):
            return None
        return self.piece(bisect_right(self.ats, offset) - 1)

    def origin(self, offset: int) -> int:
        """Return the raw offset of the repaired character at ``offset`` (for new text, of the span it replaces)."""
        piece = self.piece_at(offset)
        if piece is None:
            return self.ends[-1] if self.ends else 0
        return piece.start + (offset - piece.at if piece.edit is None else 0)

    def anchor(self, offset: int) -> Anchor:
        """Return an anchor for the repaired character at ``offset``."""
        piece = self.piece_at(offset)
        if piece is not None and piece.edit is not None and piece.edit.id:
            within = offset - piece.at
            if within or piece.start == piece.end:
                return Anchor(within, piece.edit.id)
        return Anchor(self.origin(offset))

    def place(self, anchor: Anchor) -> int | None:
        """Return the repaired offset an anchor has come to, None where its typed text is gone."""
        if anchor.edit:
            for k, edit in enumerate(self.edits):
                if edit is not None and edit.id == anchor.edit:
                    return self.ats[k] + min(anchor.offset, max(0, len(edit.new) - 1))
            return None
        return self.find(anchor.offset)

    def find(self, raw: int) -> int:
        """Return the repaired offset of the raw character at ``raw``, or of what stands in its place."""
        k = self.holder(raw)
        if k is None:
            return 0
        piece = self.piece(k)
        inside = raw - piece.start if piece.edit is None else 0
        return piece.at + min(inside, len(piece.text))

    def holder(self, raw: int) -> int | None:
        """Return the number of the piece that stands for the raw character at ``raw``; None before the first."""
        if isinstance(self.by_raw, range):
            k = bisect_right(self.starts, raw) - 1
        else:
            k = bisect_right(self.by_raw, raw, key=lambda k: self.starts[k]) - 1
        return self.by_raw[k] if k >= 0 else None

    def passages(self, start: int = 0, end: int | None = None) -> list[Passage]:
        """Return the spans of the paragraphs within repaired[start:end], blank ones left out."""
        found = []
        for match in LINE.finditer(self.text, start, len(self.text) if end is None else end):
            line = match.group()
            bare = line.strip()
            if bare:
                first = match.start() + len(line) - len(line.lstrip())
                found.append(Passage(first, first + len(bare)))
        return found

    def index_at(self, raw: int) -> int:
        """Return the number of the first piece whose raw span begins at or after ``raw``; nothing may be moved."""
        return bisect_left(self.starts, raw)


def reading_order(length: int, moves: Iterable[Move]) -> list[tuple[int, int]]:
    """Return raw spans that cover [0, length) exactly once, in the order in which they are read.

    Moves apply one after the other, each to the characters of its span in the order they have by then.
    A move whose goal lies inside its own span says nothing.
    """
    order = [(0, length)] if length else []
    for move in moves:
        start, end = max(0, move.start), min(length, move.end)
        goal = move.to - 1 if move.after else move.to
        if start >= end or start <= goal < end:
            continue
        taken, kept = _take(order, start, end)
        order = _put(kept, taken, move.to, move.after)
    return _merged(order)


def _take(
    order: list[tuple[int, int]], start: int, end: int
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    taken, kept = [], []
    for a, b in order:
        low, high = max(a, start), min(b, end)
        if low >= high:
            kept.append((a, b))
            continue
        taken.append((low, high))
        kept += [span for span in ((a, low), (high, b)) if span[0] < span[1]]
    return taken, kept


def _put(
    order: list[tuple[int, int]], taken: list[tuple[int, int]], to: int, after: bool
) -> list[tuple[int, int]]:
    goal = to - 1 if after else to
    for k, (a, b) in enumerate(order):
        if a <= goal < b:
            cut = to if after else goal
            halves = [(a, cut), *taken, (cut, b)]
            return order[:k] + [span for span in halves if span[0] < span[1]] + order[k + 1 :]
    return taken + order if goal < 0 else order + taken


def _merged(order: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for a, b in order:
        if merged and merged[-1][1] == a:
            merged[-1] = (merged[-1][0], b)
        else:
            merged.append((a, b))
    return merged


def overlap(a: Edit, b: Edit) -> bool:
    """Say whether two edits cannot both be in force."""
    if a.start == a.end:
        return b.start < a.start < b.end
    if b.start == b.end:
        return a.start < b.start < a.end
    return a.start < b.end and b.start < a.end


def in_force(rules: Sequence[Edit], hands: Iterable[Edit]) -> list[Edit]:
    """Return the edits that make the text, by place: hands first, the later over the earlier, then rules.

    ``rules`` come by start and do not overlap one another.
    """
    standing = _latest(sorted(hands, key=_place))
    if not standing:
        return list(rules)
    kept = _unshadowed(rules, standing)
    return sorted(kept + standing, key=_place)


def _latest(hands: list[Edit]) -> list[Edit]:
    """Return those of hands' edits, all by place, that no later one overlaps."""
    if not any(overlap(a, b) for a, b in pairwise(hands)):
        return hands
    standing: list[Edit] = []
    for edit in sorted(hands, key=lambda e: e.id, reverse=True):
        if not any(overlap(edit, other) for other in standing):
            standing.append(edit)
    return sorted(standing, key=_place)


def _place(edit: Edit) -> tuple[int, int, bool, str]:
    # At one offset: what clings to the character before, then what clings to the one after, then replacements.
    return (edit.start, edit.end > edit.start, not edit.after, edit.id)


def _unshadowed(rules: Sequence[Edit], standing: Sequence[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    starts = [edit.start for edit in rules]
    done = 0
    for hand in standing:
        # Rules do not overlap one another, so only the one before the hand's start can reach into it.
        low = max(done, bisect_left(starts, hand.start) - 1)
        kept += rules[done:low]
        done = max(done, low)
        while done < len(rules) and rules[done].start <= hand.end:
            if not overlap(rules[done], hand):
                if rules[done].start >= hand.end:
                    break
                kept.append(rules[done])
            done += 1
    return kept + list(rules[done:])


def read(raw: str, edits: Sequence[Edit], moves: Iterable[Move] = ()) -> Reading:
    """Return the text in force from edits by place, none overlapping, and moves in their order.

    An edit stands where its first character is read; the rest of its span is silent wherever it is read.
    """
    order = reading_order(len(raw), moves)
    build = _Builder(raw)
    if order in ([], [(0, len(raw))]):
        build.stretch(0, len(raw), edits)
    else:
        _read_moved(build, edits, order)
    by_raw: Sequence[int] = range(len(build.ats))
    if len(order) > 1:
        by_raw = sorted(by_raw, key=lambda k: (build.starts[k], build.ends[k]))
    return Reading("".join(build.texts), build.ats, build.starts, build.ends, build.edits, by_raw)


def _read_moved(build: _Builder, edits: Sequence[Edit], order: list[tuple[int, int]]) -> None:
    starts = [edit.start for edit in edits]
    last = len(build.raw)
    build.insertions(e for e in edits[: bisect_right(starts, 0)] if e.end == 0 and e.after)
    for a, b in order:
        inside = [
            e
            for e in edits[bisect_left(starts, a) : bisect_right(starts, b)]
            if (e.end > e.start and e.start < b) or (e.end == e.start and _clings(e, a, b))
        ]
        # The tail of an edit whose head is read elsewhere is silent here.
        head = bisect_left(starts, a) - 1
        while head >= 0 and edits[head].end == edits[head].start:
            head -= 1
        silent = edits[head].end if head >= 0 else a
        build.stretch(min(max(a, silent), b), b, inside)
    build.insertions(e for e in edits[bisect_left(starts, last) :] if e.start == last and not e.after)


def _clings(insertion: Edit, a: int, b: int) -> bool:
    """Say whether an insertion goes with the raw span [a, b); what clings to the text's ends goes with none."""
    return a < insertion.start <= b if insertion.after else a <= insertion.start < b


def respliced(raw: str, reading: Reading, span: tuple[int, int], edits: Sequence[Edit]) -> Reading:
    """Return the reading with raw[span] read anew from the edits that stand in it; nothing may be moved.

    No edit, before or after, may reach over the span's ends.
    """
    low, high = span
    first = reading.index_at(low)
    last = len(reading) if high == len(raw) else reading.index_at(high)
    at = reading.ats[first] if first < len(reading) else len(reading.text)
    until = reading.ats[last] if last < len(reading) else len(reading.text)
    build = _Builder(raw)
    build.at = at
    build.stretch(low, high, edits)
    shift = build.at - until
    tail = reading.ats[last:] if not shift else [a + shift for a in reading.ats[last:]]
    ats = [*reading.ats[:first], *build.ats, *tail]
    return Reading(
        reading.text[:at] + "".join(build.texts) + reading.text[until:],
        ats,
        [*reading.starts[:first], *build.starts, *reading.starts[last:]],
        [*reading.ends[:first], *build.ends, *reading.ends[last:]],
        [*reading.edits[:first], *build.edits, *reading.edits[last:]],
        range(len(ats)),
    )


class _Builder:
    """Collects pieces; one list a column, because a million characters make a hundred thousand of them."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.at = 0
        self.texts: list[str] = []
        self.ats: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.edits: list[Edit | None] = []

    def add(self, text: str, start: int, end: int, edit: Edit | None) -> None:
        self.texts.append(text)
        self.ats.append(self.at)
        self.starts.append(start)
        self.ends.append(end)
        self.edits.append(edit)
        self.at += len(text)

    def insertions(self, edits: Iterable[Edit]) -> None:
        """Add edits that stand for no raw text."""
        for edit in edits:
            self.add(edit.new, edit.start, edit.end, edit)

    def stretch(self, a: int, b: int, edits: Sequence[Edit]) -> None:
        """Add raw[a:b] with the edits that stand in it."""
        raw, at, done = self.raw, self.at, a
        # A million characters make a hundred thousand pieces: bound methods and no call each.
        text, where, start_at = self.texts.append, self.ats.append, self.starts.append
        end_at, made_by = self.ends.append, self.edits.append
        for edit in edits:
            start, end, new = edit[:3]
            if start > done:
                text(raw[done:start])
                where(at)
                start_at(done)
                end_at(start)
                made_by(None)
                at += start - done
            text(new)
            where(at)
            start_at(start)
            end_at(end)
            made_by(edit)
            at += len(new)
            if end > done:
                done = end
        self.at = at
        if done < b:
            self.add(raw[done:b], done, b, None)
