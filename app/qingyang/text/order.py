"""In which order a raw text is read once spans of it have been moved."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from qingyang.text.edit import Move
from qingyang.text.edits import Edits

Span = tuple[int, int]
_ROOM = 1 << 512
"""Between two labels of the ring, so that hundreds of moves may lead to one place before all are made anew."""


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """Raw spans in the order in which they are read; [-1, 0) and [length, length + 1) stand for the text's ends."""

    spans: Sequence[Span]
    by_raw: Sequence[int]
    """Numbers of the spans in raw order."""
    starts: Sequence[int]
    """Where each of them begins, in raw order."""
    edges: Sequence[int]
    """The raw places, ascending, at which moves begin, end or lead to."""

    def place(self, raw: int) -> int:
        """Return which span, counted in raw order, holds a raw character; -1 before the first."""
        return bisect_right(self.starts, raw) - 1

    def touching(self, low: int, high: int) -> list[int]:
        """Return the numbers of the spans that share characters with raw[low:high], in reading order."""
        return sorted(self.by_raw[max(0, self.place(low)) : bisect_left(self.starts, high)])

    def cuts(self, start: int, end: int) -> Sequence[int]:
        """Return the places between the characters of raw[start:end] at which moves begin, end or lead to."""
        return self.edges[bisect_right(self.edges, start) : bisect_left(self.edges, end)]


def order_of(length: int, moves: Sequence[Move], edits: Edits) -> Order:
    """Return the order in which a raw text of some length is read, given the edits in force by place.

    No move parts an edit: all of it goes where its first character goes, and what leads into it leads behind it.
    """
    telling = [move for move in moves if _tells(move, length)]
    spans = [(-1, 0), *_ordered(length, _parting_none(length, telling, edits)), (length, length + 1)]
    by_raw = sorted(range(len(spans)), key=spans.__getitem__)
    edges = sorted({edge for move in telling for edge in move[:3]})
    return Order(spans, by_raw, [spans[k][0] for k in by_raw], edges)


def _parting_none(length: int, moves: Sequence[Move], edits: Edits) -> list[Move]:
    if not moves:
        return []
    starts, reach = edits.starts, array("i", accumulate(edits.ends, max))

    def behind(raw: int) -> int:
        k = bisect_left(starts, raw)
        return max(raw, reach[k - 1]) if k else raw

    found = []
    for move in moves:
        start, end, to = behind(move.start), behind(move.end), behind(move.to)
        if (start, end, to) != move[:3]:
            move = move._replace(start=start, end=end, to=to, after=move.after or to > move.to)
            if not _tells(move, length):
                continue
        found.append(move)
    return found


def reading_order(length: int, moves: Iterable[Move]) -> list[Span]:
    """Return raw spans that cover [0, length) exactly once, in the order in which they are read.

    Moves apply one after the other, each to the characters of its span in the order they have by then.
    A move whose goal lies inside its own span says nothing.
    """
    return _ordered(length, [move for move in moves if _tells(move, length)])


def _ordered(length: int, telling: Sequence[Move]) -> list[Span]:
    if not telling:
        return [(0, length)] if length else []
    chain = _Chain(length, telling)
    for move in telling:
        chain.move(move)
    return chain.spans()


def _tells(move: Move, length: int) -> bool:
    start, end = max(0, move.start), min(length, move.end)
    return start < end and not start <= _goal(move) < end


def _goal(move: Move) -> int:
    """Return the raw character beside which a moved span comes to stand."""
    return move.to - 1 if move.after else move.to


class _Chain:
    """The text cut at every start, end and goal, as a ring of links; no move cuts a link again.

    A move takes time for the links it takes, not for all there are.
    """

    def __init__(self, length: int, moves: Sequence[Move]) -> None:
        edges = {0, length}
        for move in moves:
            edges.update((move.start, move.end, move.to))
        self._edges = sorted(edge for edge in edges if 0 <= edge <= length)
        self._number = {edge: k for k, edge in enumerate(self._edges)}
        self._length = length
        # Where the ring is closed, behind the last link.
        self._end = len(self._edges) - 1
        self._after: list[int] = [*range(1, self._end + 1), 0]
        self._before: list[int] = [self._end, *range(self._end)]
        # Numbers that ascend along the ring; none until links that have come apart are to be put in order.
        self._labels: list[int] = []

    def move(self, move: Move) -> None:
        """Take the links of a span out, in their order, and put them in at the goal."""
        before, after = self._before, self._after
        runs = self._runs(self._number[max(0, move.start)], self._number[min(self._length, move.end)])
        for head, tail in runs:
            after[before[head]], before[after[tail]] = after[tail], before[head]
        place = behind = self._behind(move)
        following = after[place]
        for head, tail in runs:
            after[behind], before[head] = head, behind
            behind = tail
        after[behind], before[following] = following, behind
        if self._labels:
            self._label(place, following)

    def _runs(self, first: int, last: int) -> list[Span]:
        """Return the runs in which links first to last stand, first and last link of each, in reading order."""
        before, after = self._before, self._after
        if last == first + 1:
            return [(first, first)]
        heads = [k for k in range(first, last) if not first <= before[k] < last]
        if len(heads) > 1:
            heads = self._in_order(heads)
        tails = {k for k in range(first, last) if not first <= after[k] < last}
        return [(head, self._tail(head, tails)) for head in heads]

    def _tail(self, link: int, tails: set[int]) -> int:
        while link not in tails:
            link = self._after[link]
        return link

    def _in_order(self, links: Sequence[int]) -> list[int]:
        if not self._labels:
            self._labels = [0] * len(self._after)
            for n, k in enumerate(self._walk()):
                self._labels[k] = n * _ROOM
        return sorted(links, key=self._labels.__getitem__)

    def _label(self, behind: int, following: int) -> None:
        """Give the links between two others labels between theirs; where there is no room, all are to be made anew."""
        labels, links = self._labels, []
        k = self._after[behind]
        while k != following:
            links.append(k)
            k = self._after[k]
        low = labels[behind] if behind != self._end else labels[following] - _ROOM
        high = labels[following] if following != self._end else low + _ROOM
        step = (high - low) // (len(links) + 1)
        if not step:
            labels.clear()
            return
        for n, k in enumerate(links, 1):
            labels[k] = low + n * step

    def _behind(self, move: Move) -> int:
        """Return the link behind which a span that was taken out comes to stand."""
        goal = _goal(move)
        if goal < 0:
            return self._end
        if goal >= self._length or not move.after:
            return self._before[self._number[min(move.to, self._length)]]
        return self._number[move.to] - 1

    def _walk(self) -> Iterable[int]:
        k = self._after[self._end]
        while k != self._end:
            yield k
            k = self._after[k]

    def spans(self) -> list[Span]:
        """Return the links in their order, neighbours that follow one another in the text made one."""
        spans: list[Span] = []
        for k in self._walk():
            start, end = self._edges[k], self._edges[k + 1]
            if spans and spans[-1][1] == start:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        return spans
