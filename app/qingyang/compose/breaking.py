"""Where a paragraph's lines end: the cheapest way through all lines that can be set, after Knuth and Plass.

A line may end after any character whose price allows it; widths are adjusted before a break is refused
(CLREQ 3.1.3). What a tolerance cannot set, a wider one does; the last one sets everything, so that no line is
ever wider than the measure and no text is lost.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush
from typing import NamedTuple

from qingyang.compose.glue import HYPHEN, HYPHENATED, NEVER
from qingyang.compose.items import Items
from qingyang.compose.sums import FIELD_MASK, GAP_MASK, LEAST_AT, MORE_AT, SHRINK_AT

TOLERANCES = (60, 90, 120, 180, 240, 320, 100_000)
"""How far each gap of a line may be stretched, in 1/1000 em: the first that sets the whole paragraph is taken."""
LOOSE = 3
"""From this tier on a paragraph has a line anybody sees is loose."""
_CLOSE = 800_000
"""Divided by the room, in 1/1000 em: how far nearly every paragraph needs its gaps stretched; tried before all."""
LONE_LAST = 5_000
"""The price of a last line of one character."""
FORCED = 1_000_000
"""The price of a line that the rules do not allow."""
_NARROW = 18_000
"""Below this measure, in 1/1000 em, even a loose line is better than a last line of one character."""
_LOOSE = 600_000
"""Divided by the room, in 1/1000 em: what a gap is stretched where every line is half an em short of a character."""
_LONG = 30_000
"""From this measure on a line stands alone on its page."""
_NOWHERE = float("inf")
_WIDTHS = 20_000
"""How many widths of lines are remembered for a room."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The lines of a paragraph."""

    edges: tuple[int, ...]
    """Offsets into the items: line k is edges[k] to edges[k + 1]."""
    tier: int
    """Which of `TOLERANCES` it took; 0 for nearly every paragraph."""
    cost: float
    lone: bool = False
    """Whether the last line holds one character, marks aside."""


class _Way(NamedTuple):
    """The cheapest way to each offset, as far as anybody looked."""

    cost: list[float]
    back: list[int]


def _nowhere(count: int) -> _Way:
    return _Way([_NOWHERE] * (count + 1), [0] * (count + 1))


class _Bad(dict[int, float]):
    """Packed width of a line -> how bad it is in a room, infinite where it does not fit; each reckoned once."""

    def __init__(self, room: int, tolerance: int) -> None:
        super().__init__()
        self.room = room
        self.tolerance = tolerance

    def __missing__(self, wide: int) -> float:
        if len(self) >= _WIDTHS:
            self.clear()
        found = self[wide] = self._reckoned(wide)
        return found

    def _reckoned(self, wide: int) -> float:
        if wide >> LEAST_AT > self.room:
            return _NOWHERE
        shrink = wide >> SHRINK_AT & FIELD_MASK
        excess = (wide >> LEAST_AT) + shrink - self.room
        if excess > 0:
            return 10 * (excess / shrink) ** 2
        slack = -excess - (wide >> MORE_AT & FIELD_MASK)
        if slack <= 0:
            return 0.0
        gaps = wide & GAP_MASK or 0.01
        each = slack / gaps
        # Before gaps are that wide, marks open by half of what they may shrink.
        if each > self.tolerance and slack - shrink / 2 > self.tolerance * gaps:
            return _NOWHERE
        return stretched(each, self.room)


def stretched(each: float, room: int) -> float:
    """Return how bad a line is whose gaps are stretched by so many 1/1000 em each."""
    loose = _LOOSE / room
    return 0.012 * each * each + (20 * (each - loose) if each > loose else 0.0)


_bad = lru_cache(maxsize=64)(_Bad)


def broken(items: Items, measure: int, first: int | None = None) -> Broken:
    """Return the lines of a paragraph for a measure in 1/1000 em (``first``: that of the first line)."""
    count = len(items.text)
    if not count:
        return Broken((0,), 0, 0.0)
    rooms = measure, measure if first is None else first
    lone = _lone(items)
    tier = -1
    way = _ways(items, rooms, lone, min(TOLERANCES[0], _CLOSE // measure))
    most = LOOSE + 1 if measure < _NARROW else LOOSE - 1
    while way.cost[count] == _NOWHERE or (way.back[count] > lone and tier < most):
        tier += 1
        way = _ways(items, rooms, lone, TOLERANCES[tier])
    edges = [count]
    while edges[-1]:
        edges.append(way.back[edges[-1]])
    return Broken(tuple(reversed(edges)), max(0, tier), way.cost[count], edges[1] > lone)


def _ways(items: Items, rooms: tuple[int, int], lone: int, tolerance: int) -> _Way:
    """Return the cheapest way to the end of a paragraph, the cheapest way so far gone on with first (Dijkstra)."""
    count = len(items.text)
    way = _nowhere(count)
    way.cost[0] = 0.0
    bad, bad_first = _bad(rooms[0], tolerance), _bad(rooms[1], tolerance)
    waiting = [(0.0, 0)]
    while waiting:
        so_far, start = heappop(waiting)
        if start == count:
            break
        if so_far > way.cost[start]:
            continue
        reached = _reach(items, way, start, so_far, bad if start else bad_first, lone)
        if not reached and tolerance == TOLERANCES[-1]:
            reached = _forced(items, way, start, so_far, rooms[not start])
        for end in reached:
            heappush(waiting, (way.cost[end], end))
    return way


def stretch(measure: float) -> int:
    """Return how far gaps may be stretched, in 1/1000 em, before marks open, and where a paragraph is set longer.

    One in twenty is where a gap is seen; a long line has more of them, and less is seen.
    """
    return 30 if measure >= _LONG else 50


def varied(items: Items, measure: int, first: int, lines: int, most: float = _NOWHERE) -> Broken | None:
    """Return the cheapest way to set a paragraph in exactly so many lines; None where they would show it.

    For filling columns: no line looser than `stretch`, none of one character, none forced, none dearer than ``most``.
    """
    count, lone, widest = len(items.text), _lone(items), stretch(measure)
    bad, bad_first = _bad(measure, widest), _bad(first, widest)
    ways = [_nowhere(count) for _ in range(lines + 1)]
    ways[0].cost[0] = 0.0
    waiting = [(0.0, 0, 0)]
    while waiting:
        so_far, start, done = heappop(waiting)
        if start == count:
            if done == lines:
                break
            continue
        if so_far > ways[done].cost[start] or not _may_be(
            items.wide(start, count), lines - done, measure, widest
        ):
            continue
        way = ways[done + 1]
        for end in _reach(items, way, start, so_far, bad if start else bad_first, lone):
            if way.cost[end] < most:
                heappush(waiting, (way.cost[end], end, done + 1))
    else:
        return None
    edges = [count]
    for way in reversed(ways[1:]):
        edges.append(way.back[edges[-1]])
    return None if edges[1] > lone else Broken(tuple(reversed(edges)), 0, so_far)


def _may_be(wide: int, lines: int, measure: int, most: int) -> bool:
    """Say whether so much text may fill so many lines, were it to break anywhere."""
    least, shrink = wide >> LEAST_AT, wide >> SHRINK_AT & FIELD_MASK
    widest = least + shrink * 3 // 2 + (wide >> MORE_AT & FIELD_MASK) + (wide & GAP_MASK) * most
    # What stands at the lines' ends is not set: half an em at most, and a mark's least width is nothing.
    return least <= lines * (measure + 500) and widest >= (lines - 1) * measure


def _lone(items: Items) -> int:
    """Return the offset from which a last line would hold fewer than two characters that are not marks."""
    seen = 0
    for k in range(len(items.text) - 1, -1, -1):
        if items.text[k].isalnum():
            seen += 1
            if seen == 2:
                return k
    return 0


def _reach(items: Items, way: _Way, start: int, so_far: float, bad: _Bad, lone: int) -> list[int]:
    """Offer every line that begins at ``start`` to the ways of its ends; return the ends it is the best way to."""
    ends, prices, (cost, back) = items.ends, items.prices, way
    base = ends[start] + items.whites[items.codes[start]]
    to = bisect_left(ends, base + (bad.room + 1 << LEAST_AT), start + 1) - 1
    reached = []
    if to == len(items.text):
        reached = _offer_last(items, way, start, so_far + LONE_LAST * (start > lone), bad.room)
        to -= 1
    for end in range(to, start, -1):
        price = prices[end]
        wide = ends[end] - base
        if price >= HYPHEN:
            if price == NEVER:
                continue
            price = HYPHENATED
            wide += items.hyphen
            if bad[wide] == _NOWHERE:
                continue
        each = bad[wide]
        if each == _NOWHERE:
            break
        each += so_far + price
        if each < cost[end]:
            cost[end] = each
            back[end] = start
            reached.append(end)
        elif each == cost[end] and start < back[end]:
            back[end] = start
    return reached


def _offer_last(items: Items, way: _Way, start: int, cost: float, room: int) -> list[int]:
    """Offer the last line, which is never stretched."""
    end = len(items.text)
    wide = items.wide(start, end)
    shrink = wide >> SHRINK_AT & FIELD_MASK
    excess = (wide >> LEAST_AT) + shrink - room
    cost += 10 * (excess / shrink) ** 2 if excess > 0 else 0.0
    return _offer(way, start, end, cost)


def _forced(items: Items, way: _Way, start: int, so_far: float, room: int) -> list[int]:
    """End a line where nothing allows it: the latest break there is, be it ever so loose, or inside a word."""
    base = items.begin(start)
    farthest = max(bisect_left(items.ends, base + (room + 1 << LEAST_AT), start + 1) - 1, start + 1)
    end = next((e for e in range(farthest, start, -1) if items.prices[e] < HYPHEN), farthest)
    return _offer(way, start, end, so_far + FORCED)


def _offer(way: _Way, start: int, end: int, cost: float) -> list[int]:
    if cost >= way.cost[end]:
        return []
    way.cost[end] = cost
    way.back[end] = start
    return [end]
