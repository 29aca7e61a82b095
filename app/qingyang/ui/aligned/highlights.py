"""What is laid over the text for a while: doubts, hits, the selection, what is under the pointer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, takewhile

from qingyang.services.reviewed import Hit
from qingyang.text.doubts import Doubts
from qingyang.text.edit import Move
from qingyang.text.guess import Guess
from qingyang.text.row import Doubt

REACH = 2_000
"""Characters from the beginning of a doubt to its end at most, moves aside."""


@dataclass
class Hover:
    """The same characters on both sides."""

    repaired: tuple[int, int]
    raw: tuple[int, int]


class Highlights:
    """Doubts and hits by place, so that each row finds its own at once."""

    def __init__(self) -> None:
        self._doubts = Doubts()
        self._hits: Sequence[Hit] = ()
        self._hit_starts: list[int] = []
        self.current_doubt: Doubt | None = None
        self.current_hit: Hit | None = None
        self.hover: Hover | None = None
        self.cut: tuple[int, int] | None = None
        """Repaired text that waits to be put elsewhere."""

    def set_doubts(self, doubts: Doubts) -> None:
        """Take new doubts."""
        self._doubts = doubts

    def set_hits(self, hits: Sequence[Hit], current: int) -> None:
        """Take new hits, in text order; ``current`` is the number of the one looked at, or -1."""
        self._hits = hits
        self._hit_starts = [hit.start for hit in hits]
        self.current_hit = hits[current] if 0 <= current < len(hits) else None

    @property
    def doubts(self) -> Doubts:
        """All doubts."""
        return self._doubts

    @property
    def hits(self) -> Sequence[Hit]:
        """All hits, in text order."""
        return self._hits

    def doubts_in(self, start: int, end: int) -> Sequence[Doubt]:
        """Return the doubts that begin in repaired[start:end], and those that reach into it; none about a role."""
        there = self._doubts.within(start, end - 1)
        before = self._doubts.within(start - REACH, start - 1)
        near = (d for d in self._doubts[before.start : before.stop] if not isinstance(d.subject, Move))
        # Moves may begin far before a row they reach into.
        far = takewhile(lambda doubt: doubt.at < start, self._doubts.moves())
        reaching = sorted((doubt for doubt in chain(near, far) if doubt.end > start), key=lambda d: d.at)
        shown = (*reaching, *self._doubts[there.start : there.stop])
        return [doubt for doubt in shown if not isinstance(doubt.subject, Guess)]

    def hits_in(self, start: int, end: int) -> Sequence[Hit]:
        """Return the hits that begin in repaired[start:end], and the one that reaches into it."""
        low = max(0, bisect_right(self._hit_starts, start) - 1)
        return self._hits[low : bisect_left(self._hit_starts, end)]
