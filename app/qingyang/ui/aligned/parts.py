"""Rows cut for display: a paragraph too long to be laid out in one piece is shown in several.

Every ordinary row is one part; only rows longer than `LONGEST` characters are more. Offsets inside a row count
from the paragraph's first character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from qingyang.text.reading import Passage

LONGEST = 4_000
"""Characters of the longest row shown in one part."""
PART = 2_000


class Part(NamedTuple):
    """One row, or a stretch of a long one."""

    row: int
    start: int
    """Offsets inside the row."""
    end: int


def cut(length: int) -> tuple[int, ...]:
    """Return where a row of this length is cut, its ends aside."""
    return tuple(range(PART, length - PART // 2, PART)) if length > LONGEST else ()


class Parts:
    """The parts of all rows, numbered through."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._lengths = [end - start for start, end in passages]
        self._cuts = {row: cut(n) for row, n in enumerate(self._lengths) if n > LONGEST}
        self._index()

    def _index(self) -> None:
        self._rows = sorted(self._cuts)
        extra = list(accumulate((len(self._cuts[row]) for row in self._rows), initial=0))
        self._before = extra
        # The first part of every cut row, by number.
        self._firsts = [row + n for row, n in zip(self._rows, extra, strict=False)]

    def __len__(self) -> int:
        return len(self._lengths) + self._before[-1]

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self._lengths)

    def first(self, row: int) -> int:
        """Return the number of a row's first part; of ``rows``, the number of parts."""
        k = bisect_right(self._rows, row - 1)
        return row + self._before[k]

    def __getitem__(self, number: int) -> Part:
        k = bisect_right(self._firsts, number) - 1
        if k < 0:
            return Part(number, 0, self._lengths[number])
        row, within = self._rows[k], number - self._firsts[k]
        if within > len(self._cuts[row]):
            row = number - self._before[k + 1]
            return Part(row, 0, self._lengths[row])
        edges = (0, *self._cuts[row], self._lengths[row])
        return Part(row, edges[within], edges[within + 1])

    def at(self, row: int, offset: int) -> int:
        """Return the number of the part of a row that holds an offset."""
        return self.first(row) + bisect_right(self._cuts.get(row, ()), offset)

    def lengths(self) -> list[int]:
        """Return the length of every part, in order."""
        if not self._cuts:
            return list(self._lengths)
        parts = (self[number] for number in range(len(self)))
        return [part.end - part.start for part in parts]

    def splice(self, first: int, old: int, passages: Sequence[Passage], keep: Part | None = None) -> None:
        """Put new rows in place of ``old`` ones; the part ``keep`` of a row that stays one row keeps its edges."""
        lengths = [end - start for start, end in passages]
        kept = self._kept(first, lengths[0], keep) if keep and old == len(lengths) == 1 else None
        self._lengths[first : first + old] = lengths
        shift = len(lengths) - old
        cuts = {
            row + shift * (row >= first + old): c
            for row, c in self._cuts.items()
            if not 0 <= row - first < old
        }
        cuts |= {first + k: cut(n) for k, n in enumerate(lengths) if n > LONGEST}
        if kept is not None:
            cuts[first] = kept
        self._cuts = cuts
        self._index()

    def _kept(self, row: int, length: int, keep: Part) -> tuple[int, ...] | None:
        if keep.row != row or row not in self._cuts:
            return None
        grown = length - self._lengths[row]
        cuts = tuple(c if c <= keep.start else c + grown for c in self._cuts[row])
        return cuts if all(a < b for a, b in zip((0, *cuts), (*cuts, length), strict=True)) else None
