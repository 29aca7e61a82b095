"""The text in force, in reading order: raw text + edits in force = repaired text, always.

A `Reading` is cut into pieces. A piece is either raw text as it stands or the new text of one edit; both know their
raw span, so every repaired character knows where it came from (its origin), and the other way round.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, overload

from qingyang.text.article import Anchor
from qingyang.text.edit import Edit
from qingyang.text.edits import Chosen, home
from qingyang.text.order import Order
from qingyang.text.rope import Rope
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


class Place(NamedTuple):
    """Where a piece stands: from ``at`` to ``until`` in the repaired text, raw span and edit as `Piece` has them."""

    at: int
    until: int
    start: int
    end: int
    edit: Edit | None


class Passage(NamedTuple):
    """Where one paragraph stands: its repaired span, white space around it aside, and its first piece's place."""

    start: int
    end: int


class _Pairs(Sequence[Passage]):
    """Spans of paragraphs, eight bytes each."""

    __slots__ = ("_bounds",)

    def __init__(self, bounds: array[int]) -> None:
        self._bounds = bounds

    def __len__(self) -> int:
        return len(self._bounds) // 2

    @overload
    def __getitem__(self, k: int) -> Passage: ...
    @overload
    def __getitem__(self, k: slice) -> _Pairs: ...
    def __getitem__(self, k: int | slice) -> Passage | _Pairs:
        if isinstance(k, slice):
            first, last, _ = k.indices(len(self))
            return _Pairs(self._bounds[2 * first : 2 * last])
        k = k if k >= 0 else k + len(self)
        return Passage(self._bounds[2 * k], self._bounds[2 * k + 1])

    def __iter__(self) -> Iterator[Passage]:
        return map(Passage, self._bounds[::2], self._bounds[1::2])


class Passages(Placed[Passage]):
    """Paragraphs in reading order."""

    __slots__ = ()

    def _packed(self, items: Sequence[Passage]) -> Sequence[Passage]:
        return items if isinstance(items, _Pairs) else _Pairs(array("i", chain.from_iterable(items)))

    def place(self, item: Passage) -> int:
        """Return where a paragraph begins."""
        return item.start

    def _moved(self, item: Passage, shift: int) -> Passage:
        return Passage(item.start + shift, item.end + shift)


class Makers(Tiles[Edit | None]):
    """The edit that made each piece."""

    __slots__ = ()

    def _packed(self, items: Sequence[Edit | None]) -> Chosen:
        return Chosen.of(items)

    def _together(
        self, before: Sequence[Edit | None], items: Iterable[Edit | None], behind: Sequence[Edit | None]
    ) -> Chosen:
        return Chosen.joined([Chosen.of(before), Chosen.of(list(items)), Chosen.of(behind)])

    def typed(self, id: str) -> tuple[int, Edit] | None:
        """Return the piece that a hand's edit has made, by number, and the edit; None where it is not in force."""
        table, number = None, None
        for tile, end in zip(self._laid, self._ends, strict=True):
            assert isinstance(tile, Chosen)
            if tile.table is not table:
                table, number = tile.table, tile.table.typed(id)
            if number is not None and number in tile.numbers:
                return end - len(tile) + tile.numbers.index(number), table[number]
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The repaired text and the origin of every character of it."""

    text: Rope
    ats: Offsets
    """Repaired offset of every piece, ascending."""
    starts: Tiles[int]
    ends: Tiles[int]
    edits: Makers
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
        found = self.places(start, len(self.text) if end is None else end)
        return [Piece(p.at, self.text[p.at : p.until], p.start, p.end, p.edit) for p in found]

    def places(self, start: int, end: int) -> list[Place]:
        """Return where the pieces stand that touch repaired[start:end], as `pieces` does: a piece may be very long."""
        low, high = max(0, self.ats.before(start) - 1), self.ats.before(end + 1)
        ats = [*self.ats[low:high], self.at(high)]
        found = map(Place, ats, ats[1:], self.starts[low:high], self.ends[low:high], self.edits[low:high])
        return [p for p in found if p.until >= start and p.at <= end]

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
            found = self.edits.typed(anchor.edit)
            if found is None:
                return None
            k, edit = found
            return self.ats[k] + min(anchor.offset, max(0, len(edit.new) - 1))
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
        for at, line in self.text.lines(start, len(self.text) if end is None else end):
            bare = line.strip()
            if bare:
                first = at + len(line) - len(line.lstrip())
                found.append(Passage(first, first + len(bare)))
        return Passages(found)
