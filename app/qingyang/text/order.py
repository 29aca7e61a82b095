"""In which order a raw text is read once spans of it have been moved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from qingyang.text.edit import Edit, Move

Span = tuple[int, int]


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

    def parts(self, start: int, end: int) -> bool:
        """Say whether a move begins, ends or leads to between two characters of raw[start:end]."""
        return bisect_right(self.edges, start) < bisect_left(self.edges, end)


def order_of(length: int, moves: Sequence[Move], edits: Sequence[Edit]) -> Order:
    """Return the order in which a raw text of some length is read, given the edits in force by place.

    No move parts an edit: all of it goes where its first character goes, and what leads into it leads behind it.
    """
    spans = [(-1, 0), *reading_order(length, _parting_none(moves, edits)), (length, length + 1)]
    by_raw = sorted(range(len(spans)), key=spans.__getitem__)
    edges = sorted({edge for move in moves for edge in (move.start, move.end, move.to)})
    return Order(spans, by_raw, [spans[k][0] for k in by_raw], edges)


def _parting_none(moves: Sequence[Move], edits: Sequence[Edit]) -> Iterator[Move]:
    if not moves:
        return
    starts = [edit.start for edit in edits]
    reach = list(accumulate((edit.end for edit in edits), max))

    def behind(raw: int) -> int:
        k = bisect_left(starts, raw)
        return max(raw, reach[k - 1]) if k else raw

    for move in moves:
        start, end, to = behind(move.start), behind(move.end), behind(move.to)
        whole = (start, end, to) == (move.start, move.end, move.to)
        yield move if whole else move._replace(start=start, end=end, to=to, after=move.after or to > move.to)


def reading_order(length: int, moves: Iterable[Move]) -> list[Span]:
    """Return raw spans that cover [0, length) exactly once, in the order in which they are read.

    Moves apply one after the other, each to the characters of its span in the order they have by then.
    A move whose goal lies inside its own span says nothing. Each takes time for the spans inside its own; only one
    whose characters have come apart before takes time for all spans.
    """
    telling = [move for move in moves if _tells(move, length)]
    if not telling or not length:
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
    """The text cut at every start, end and goal, as a ring of links; no move cuts a link again."""

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

    def move(self, move: Move) -> None:
        """Take the links of a span out, in their order, and put them in at the goal."""
        before, after = self._before, self._after
        runs = self._runs(self._number[max(0, move.start)], self._number[min(self._length, move.end)])
        for head, tail in runs:
            after[before[head]], before[after[tail]] = after[tail], before[head]
        behind = self._behind(move)
        for head, tail in runs:
            following = after[behind]
            after[behind], before[head] = head, behind
            after[tail], before[following] = following, tail
            behind = tail

    def _runs(self, first: int, last: int) -> list[Span]:
        """Return the runs in which links first to last stand, first and last link of each, in reading order."""
        before, after = self._before, self._after
        if last == first + 1:
            return [(first, first)]
        heads = [k for k in range(first, last) if not first <= before[k] < last]
        if len(heads) > 1:
            apart = set(heads)
            heads = [k for k in self._walk() if k in apart]
        tails = {k for k in range(first, last) if not first <= after[k] < last}
        return [(head, self._tail(head, tails)) for head in heads]

    def _tail(self, link: int, tails: set[int]) -> int:
        while link not in tails:
            link = self._after[link]
        return link

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
