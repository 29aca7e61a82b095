"""The doubts of one document in text order, kept so that settling one leaves the others alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Self

from qingyang.text.alignment import alike
from qingyang.text.edit import Move
from qingyang.text.row import Doubt
from qingyang.text.tiles import Placed, Span


class Doubts(Placed[Doubt]):
    """Doubts by the place where they show."""

    __slots__ = ("_moves", "kinds")
    size = 128

    def __init__(self, doubts: Sequence[Doubt] = ()) -> None:
        super().__init__(doubts)
        self._moves = _moves(doubts, 0)
        self.kinds = _kinds(doubts)
        """How many there are of each rule or check."""

    def place(self, item: Doubt) -> int:
        """Return where a doubt shows."""
        return item.at

    def _moved(self, item: Doubt, shift: int) -> Doubt:
        return Doubt(item.subject, item.at + shift, item.end + shift, item.applied)

    def spliced(self, first: int, last: int, items: Iterable[Doubt], shift: int = 0) -> Self:
        """Return the doubts with others in place of some, and all behind moved."""
        fresh = list(items)
        made = super().spliced(first, last, fresh, shift)
        low, high = bisect_left(self._moves, first), bisect_left(self._moves, last)
        grown = len(made) - len(self)
        made._moves = [*self._moves[:low], *_moves(fresh, first), *(k + grown for k in self._moves[high:])]
        made.kinds = self.kinds - _kinds(self[first:last]) + _kinds(fresh)
        return made

    def moves(self) -> list[Doubt]:
        """Return the doubts about moves, whose text may reach far."""
        return [self[k] for k in self._moves]

    def within(self, low: int, high: int) -> range:
        """Return the numbers of the doubts that begin at offset ``low`` to ``high``, both counted in."""
        return range(self.before(low), self.before(high + 1))

    def number(self, doubt: Doubt) -> int:
        """Return the number of a doubt, -1 where it is not among these."""
        return next((k for k in self.within(doubt.at, doubt.at) if self[k] == doubt), -1)


def others(before: Doubts, now: Doubts) -> Span:
    """Return which doubts are about other things than before."""
    first, last, until = now.since(before)
    old, new = ([doubt.subject for doubt in part] for part in (before[first:last], now[first:until]))
    head = alike(old, new)
    tail = alike(old[head:][::-1], new[head:][::-1])
    return Span(first + head, last - tail, until - tail)


def _kinds(doubts: Iterable[Doubt]) -> Counter[str]:
    return Counter(doubt.subject.rule for doubt in doubts)


def _moves(doubts: Iterable[Doubt], first: int) -> list[int]:
    return [k for k, doubt in enumerate(doubts, first) if isinstance(doubt.subject, Move)]
