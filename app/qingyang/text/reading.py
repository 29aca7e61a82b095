"""The text in force, in reading order: raw text + edits in force = repaired text, always.

A `Reading` is cut into pieces. A piece is either raw text as it stands or the new text of one edit; both know their
raw span, so every repaired character knows where it came from (its origin), and the other way round.

Overlap: a hand edit shadows what it overlaps, a later hand edit shadows an earlier one; what is shadowed comes back
when the shadow is dropped. An insertion at the edge of a span does not overlap it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import pairwise
from typing import NamedTuple

from qingyang.text.article import Anchor
from qingyang.text.edit import Edit, Move
from qingyang.text.order import Order, order_of
from qingyang.text.source import LINE
from qingyang.text.tiles import Offsets, Placed, Tiles


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


class Passages(Placed[Passage]):
    """Paragraphs in reading order."""

    __slots__ = ()

    def place(self, item: Passage) -> int:
        """Return where a paragraph begins."""
        return item.start

    def _moved(self, item: Passage, shift: int) -> Passage:
        return Passage(item.start + shift, item.end + shift)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The repaired text and the origin of every character of it."""

    text: str
    ats: Offsets
    """Repaired offset of every piece, ascending."""
    starts: Tiles[int]
    ends: Tiles[int]
    edits: Tiles[Edit | None]
    order: Order
    firsts: Sequence[int]
    """Number of the first piece in every span of the order."""

    def __len__(self) -> int:
        return len(self.ats)

    def at(self, k: int) -> int:
        """Return where piece number k begins, or with their number where the text ends."""
        return self.ats[k] if k < len(self.ats) else len(self.text)

    def piece(self, k: int) -> Piece:
        """Return piece number k."""
        at = self.ats[k]
        return Piece(at, self.text[at : self.at(k + 1)], self.starts[k], self.ends[k], self.edits[k])

    def pieces(self, start: int = 0, end: int | None = None) -> list[Piece]:
        """Return the pieces that touch repaired[start:end], empty ones (deletions) at its edges included."""
        end = len(self.text) if end is None else end
        low, high = max(0, self.ats.before(start) - 1), self.ats.before(end + 1)
        ats = [*self.ats[low:high], self.at(high)]
        texts = [self.text[at:until] for at, until in pairwise(ats)]
        found = map(Piece, ats, texts, self.starts[low:high], self.ends[low:high], self.edits[low:high])
        return [p for p in found if p.at + len(p.text) >= start and p.at <= end]

    def piece_at(self, offset: int) -> Piece | None:
        """Return the piece that holds the repaired character at an offset, None past the end."""
        if not 0 <= offset < len(self.text):
            return None
        return self.piece(self.ats.before(offset + 1) - 1)

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
        inside = raw - self.starts[k] if self.edits[k] is None else 0
        return min(self.ats[k] + inside, self.at(k + 1))

    def holder(self, raw: int) -> int | None:
        """Return the number of the piece that stands for the raw character at ``raw``; None before the first."""
        # Nothing stands for the text's end itself but what was typed there.
        for place in range(self.order.place(raw), -1, -1):
            first, last = self._pieces_of(self.order.by_raw[place])
            k = bisect_right(self.starts, raw, first, last) - 1
            if k >= first:
                return k
        return None

    def run(self, start: int, end: int) -> tuple[int, int]:
        """Return where raw[start:end] stands in the repaired text, as far as it is read in one go from its start."""
        at, place = self.find(start), self.order.place(start)
        end = min(end, self.order.spans[self.order.by_raw[place]][1])
        k = self.holder(end - 1)
        if k is None or start >= end:
            return at, at
        behind = self.ats[k] + end - self.starts[k] if self.edits[k] is None else self.at(k + 1)
        return at, max(at, behind)

    def portions(self, low: int, high: int) -> list[tuple[int, int, int]]:
        """Return what is read of raw[low:high] in one go, in reading order: number of the order's span, start, end."""
        touched = [(k, *self.order.spans[k]) for k in self.order.touching(low, high)]
        return [(k, max(a, low), min(b, high)) for k, a, b in touched]

    def edits_of(self, low: int, high: int) -> list[Edit]:
        """Return the edits in force that go with raw[low:high], in reading order."""
        runs = [range(self.cut(k, a), self.cut(k, b)) for k, a, b in self.portions(low, high)]
        return [edit for run in runs for k in run if (edit := self.edits[k]) is not None]

    def hull(self, low: int, high: int) -> tuple[int, int]:
        """Return the shortest repaired span in which all of raw[low:high] stands; no piece may lie over its ends."""
        portions = self.portions(low, high)
        (first, start, _), (last, _, end) = portions[0], portions[-1]
        return self.at(self.cut(first, start)), self.at(self.cut(last, end))

    def cut(self, number: int, raw: int) -> int:
        """Return the number of the first piece of one of the order's spans that goes with raw[raw:]."""
        pieces = range(*self._pieces_of(number))
        return pieces.start + bisect_left(pieces, raw, key=self._home)

    def _pieces_of(self, number: int) -> tuple[int, int]:
        following = number + 1
        return self.firsts[number], self.firsts[following] if following < len(self.firsts) else len(self.ats)

    def _home(self, k: int) -> int:
        edit = self.edits[k]
        return self.starts[k] if edit is None else home(edit)

    def passages(self, start: int = 0, end: int | None = None) -> Passages:
        """Return the spans of the paragraphs within repaired[start:end], blank ones left out."""
        found = []
        for match in LINE.finditer(self.text, start, len(self.text) if end is None else end):
            line = match.group()
            bare = line.strip()
            if bare:
                first = match.start() + len(line) - len(line.lstrip())
                found.append(Passage(first, first + len(bare)))
        return Passages(found)


def home(edit: Edit) -> int:
    """Return the raw character an edit goes with, -1 and the text's length standing for its ends."""
    return edit.start - (edit.after and edit.start == edit.end)


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

    An edit stands where its first character is read, and the rest of its span with it.
    """
    order = order_of(len(raw), list(moves), edits)
    build, homes = _Builder(raw), [home(edit) for edit in edits]
    firsts = []
    for a, b in order.spans:
        firsts.append(len(build.ats))
        build.stretch(a, b, edits[bisect_left(homes, a) : bisect_left(homes, b)])
    ats, starts, ends = (Offsets(each) for each in (build.ats, build.starts, build.ends))
    return Reading(build.text(), ats, starts, ends, Tiles(build.edits), order, firsts)


def respliced(raw: str, reading: Reading, span: tuple[int, int], edits: Sequence[Edit]) -> Reading:
    """Return the reading with the characters raw[span] read anew from the edits that go with them, in the same order.

    No edit, before or after, may reach over the span's ends or over an edge of the order; -1 and len(raw) are the
    characters before and behind the text.
    """
    homes = [home(edit) for edit in edits]
    text, firsts = reading.text, list(reading.firsts)
    ats, starts, ends, made_by = reading.ats, reading.starts, reading.ends, reading.edits
    # From the end, so that what stands before is where it was.
    for number, a, b in reversed(reading.portions(*span)):
        first, last = reading.cut(number, a), reading.cut(number, b)
        low, high = reading.at(first), reading.at(last)
        build = _Builder(raw, low)
        build.stretch(a, b, edits[bisect_left(homes, a) : bisect_left(homes, b)])
        text = "".join((text[:low], build.text(), text[high:]))
        ats = ats.spliced(first, last, build.ats, build.at - high)
        starts = starts.spliced(first, last, build.starts)
        ends = ends.spliced(first, last, build.ends)
        made_by = made_by.spliced(first, last, build.edits)
        grown = len(build.ats) - (last - first)
        firsts[number + 1 :] = [k + grown for k in firsts[number + 1 :]]
    return Reading(text, ats, starts, ends, made_by, reading.order, firsts)


class _Builder:
    """Collects pieces; one list a column, because a million characters make a hundred thousand of them."""

    def __init__(self, raw: str, at: int = 0) -> None:
        self.raw = raw
        self.at = at
        self._text = StringIO()
        self.ats, self.starts, self.ends = array("i"), array("i"), array("i")
        self.edits: list[Edit | None] = []

    def text(self) -> str:
        """Return the text of all pieces."""
        return self._text.getvalue()

    def stretch(self, a: int, b: int, edits: Sequence[Edit]) -> None:
        """Add raw[a:b] with the edits that stand in it."""
        raw, at, done = self.raw, self.at, max(0, a)
        # A million characters make a hundred thousand pieces: bound methods and no call each.
        text, where, start_at = self._text.write, self.ats.append, self.starts.append
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
        b = min(b, len(raw))
        if done < b:
            text(raw[done:b])
            where(at)
            start_at(done)
            end_at(b)
            made_by(None)
            at += b - done
        self.at = at
