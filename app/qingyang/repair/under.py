"""Which line stands under which, where columns may have been written row by row.

Rows keep the order of their columns from one row to the next: of two lines, the one written first has the line under it
written first. So what stands under what is an alignment of the lines with themselves some lines on, and the best one is
found at once for all of them (Needleman and Wunsch 1970): a paragraph that ends, a column that begins or stops lower
down than the others, and a line nobody is sure of stand where the lines around them do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf, log
from typing import NamedTuple

from qingyang.repair.boundary import Decided
from qingyang.repair.evidence import Evidence
from qingyang.repair.kinds import KINDS, PLAIN
from qingyang.repair.lines import Lines
from qingyang.repair.links import Pair
from qingyang.repair.seams import FARTHEST
from qingyang.repair.signs import ENDED

MAYBE = 0.25
"""Probability from which a line that may go on farther down makes one look at the lines around."""
AROUND = 16
"""Lines looked at on either side of such a pair."""
EDGE = 3.0
"""What it costs that a column begins or stops at a line, in nats, as all below."""
FAR, NEXT = 2.5, 1.2
"""What a probability of an even chance is worth: of a line farther down, which is seldom even so; of the next line."""
MOST = 6.0
"""What no pair is worth more than."""
OPEN, ODD, CLOSED = 0, 1, 2
"""How a line ends: in mid-sentence; so, but it is no running text; with a sentence."""
LEAST_FAR, LEAST_NEXT = (-3.3, -1.0, -0.2), (-2.6, -0.5, 0.0)
"""What a pair is worth at least that goes on in no case, by how its first line ends: another paragraph may follow."""
HEADING = -1.5
"""What a pair of lines is worth, farther apart, of which one is a heading."""
UNLIKE = -3.0
"""What it costs that one of two lines is much wider than the other's column."""
WIDER = 1.3
"""How many times as wide that is."""
SHORT, SHORT_OF = 4, 0.1
"""Half ems by which a line in mid-sentence is too short for running text, at least, and in parts of its column."""
INDENTED = 6
"""Half ems from which a line is too short even for the first one of a paragraph."""
DATELINE = KINDS.index("dateline")
_SMOOTH = 0.003


class Under(NamedTuple):
    """A line and the one that stands under it."""

    line: int
    below: int
    worth: float
    """What speaks for it, in nats."""


class Columns:
    """What lines say of one another's columns."""

    def __init__(self, lines: Lines, decided: Decided, evidence: Evidence) -> None:
        self._widths, self._columns = lines.widths, evidence.columns
        self._next = decided.p_next
        self._far = {pair: p for pair, p in decided.pairs if 1 < pair.after - pair.before <= FARTHEST}
        kinds = evidence.kinds(lines)
        self.plain = bytes(kind == PLAIN for kind in kinds)
        self._opens = bytes(kind == DATELINE for kind in kinds)
        self._closed = bytes(end in ENDED for end in evidence.ends(lines))
        self._heading = bytes(map(self._is_heading, range(len(lines))))

    def _is_heading(self, line: int) -> bool:
        short = self._columns[line] - self._widths[line]
        open_ = self.plain[line] and not self._closed[line]
        return bool(open_) and short >= max(SHORT, SHORT_OF * self._columns[line])

    def opens(self, line: int) -> bool:
        """Say whether a line opens a story: with a dateline."""
        return bool(self._opens[line])

    def begins(self, line: int) -> bool:
        """Say whether a line may well begin a column's text: running text that goes on from no line before it."""
        short = self._columns[line] - self._widths[line]
        running = self.plain[line] and short < INDENTED
        return bool(running) and (not line or self._next[line - 1] < 0.5)

    def chance(self, pair: Pair) -> float:
        """Return how likely a line goes on in another farther down."""
        return self._far.get(pair, 0.0)

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Yield where columns may be woven: first line, one past the last."""
        first = last = 0
        for pair, p in self._far.items():
            if p >= MAYBE:
                if pair.before - AROUND > last:
                    if last:
                        yield first, last
                    first = pair.before - AROUND
                last = max(last, pair.after + AROUND)
        if last:
            yield max(0, first), min(last, len(self._widths))

    def worth(self, line: int, below: int) -> float:
        """Return what speaks for a line's standing under another."""
        ends = CLOSED if self._closed[line] else OPEN if self.plain[line] and self.plain[below] else ODD
        heading = self._heading[line] or self._heading[below]
        if ends == OPEN and heading:
            ends = ODD
        if below == line + 1:
            return _worth(self._next[line], NEXT, LEAST_NEXT[ends])
        p = self._far.get(Pair(line, below), 0.0)
        worth = _worth(p, FAR, LEAST_FAR[ends])
        return min(worth, HEADING if heading and p < 0.5 else MOST) + UNLIKE * self._unlike(line, below)

    def _unlike(self, line: int, other: int) -> bool:
        a, b = self._widths[line], self._widths[other]
        return b > WIDER * max(a, self._columns[line]) or a > WIDER * max(b, self._columns[other])


def _worth(p: float, more: float, least: float) -> float:
    return min(MOST, max(least, log((p + _SMOOTH) / (1 - p + _SMOOTH)) + more))


def aligned(columns: Columns, first: int, last: int) -> list[Under]:
    """Return which line stands under which between two lines, by line, for which all together speaks most."""
    best = [0.0] + [-inf] * FARTHEST
    steps: list[tuple[bytes, bytes]] = []
    for line in range(first, last):
        begun = _begun(best, last - line)
        best, step = _went_on(columns, line, best, last)
        steps.append((begun, step))
    found = []
    ahead = 0
    for line in range(last - 1, first - 1, -1):
        begun, step = steps[line - first]
        if step[ahead] == ahead:
            found.append(Under(line, line + ahead, columns.worth(line, line + ahead)))
        ahead = step[ahead]
        ahead -= begun[ahead]
    return found[::-1]


def _begun(best: list[float], room: int) -> bytes:
    """Let columns begin, as many as help: raise ``best`` in place; return how many began to come to each number."""
    begun = bytearray(FARTHEST + 1)
    for ahead in range(1, min(FARTHEST, room) + 1):
        if best[ahead - 1] - EDGE > best[ahead]:
            best[ahead] = best[ahead - 1] - EDGE
            begun[ahead] = begun[ahead - 1] + 1
    return bytes(begun)


def _went_on(columns: Columns, line: int, best: Sequence[float], last: int) -> tuple[list[float], bytes]:
    """Let a line go on in the one that stands as many lines on as there are columns, or its column stop."""
    after, step = [-inf] * (FARTHEST + 1), bytearray(FARTHEST + 1)
    for ahead in range(1, FARTHEST + 1):
        if best[ahead] - EDGE > after[ahead - 1]:
            after[ahead - 1], step[ahead - 1] = best[ahead] - EDGE, ahead
        if best[ahead] > -inf and line + ahead < last:
            worth = best[ahead] + columns.worth(line, line + ahead)
            if worth > after[ahead]:
                after[ahead], step[ahead] = worth, ahead
    return after, bytes(step)
