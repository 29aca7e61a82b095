"""Where a paragraph's lines end: the cheapest way through all lines that can be set, after Knuth and Plass.

A line may end after any character whose price allows it; widths are adjusted before a break is refused
(CLREQ 3.1.3). What a tolerance cannot set, a wider one does; the last one sets everything, so that no line is
ever wider than the measure and no text is lost.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import MutableSequence
from dataclasses import dataclass
from typing import NamedTuple

from qingyang.compose.glue import HYPHENATED, NEVER
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
_LONG = 25_000
"""From this measure on a line stands alone on its page."""
_NOWHERE = float("inf")


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
    """The cheapest way to each offset."""

    cost: MutableSequence[float] | _Costs
    back: MutableSequence[int] | dict[int, int]


class _Costs(dict[int, float]):
    """Offset -> cost, infinite where there is no way."""

    def __missing__(self, offset: int) -> float:
        return _NOWHERE


def broken(items: Items, measure: int, first: int | None = None) -> Broken:
    """Return the lines of a paragraph for a measure in 1/1000 em (``first``: that of the first line)."""
    count = len(items.text)
    if not count:
        return Broken((0,), 0, 0.0)
    lone = _lone(items)
    tier = -1
    way = _ways(items, measure, first, lone, min(TOLERANCES[0], _CLOSE // measure))
    most = LOOSE + 1 if measure < _NARROW else LOOSE - 1
    while way.cost[count] == _NOWHERE or (way.back[count] > lone and tier < most):
        tier += 1
        way = _ways(items, measure, first, lone, TOLERANCES[tier])
    edges = [count]
    while edges[-1]:
        edges.append(way.back[edges[-1]])
    return Broken(tuple(reversed(edges)), max(0, tier), way.cost[count], edges[1] > lone)


def _ways(items: Items, measure: int, first: int | None, lone: int, tolerance: int) -> _Way:
    count = len(items.text)
    way = _Way([_NOWHERE] * (count + 1), [0] * (count + 1))
    way.cost[0] = 0.0
    for start in range(count):
        so_far = way.cost[start]
        if so_far != _NOWHERE:
            room = measure if start or first is None else first
            stuck = _reach(items, way, start, so_far, room, tolerance, lone)
            if stuck is not None and tolerance == TOLERANCES[-1]:
                _force(items, way, start, so_far, stuck)
    return way


def stretch(measure: float) -> int:
    """Return how far gaps may be stretched, in 1/1000 em, before marks open, and where a paragraph is set longer.

    One in twenty is where a gap is seen; a long line has more of them, and less is seen.
    """
    return 30 if measure >= _LONG else 50


def varied(items: Items, measure: int, first: int, lines: int) -> Broken | None:
    """Return the cheapest way to set a paragraph in exactly so many lines; None where they would show it.

    For filling columns: no line looser than `stretch`, none of one character, none forced.
    """
    count, lone, most = len(items.text), _lone(items), stretch(measure)
    ways = [_Way(_Costs({0: 0.0}), {})]
    for left in range(lines, 0, -1):
        way = _Way(_Costs(), {})
        for start, so_far in ways[-1].cost.items():  # type: ignore[union-attr]
            if start < count and _may_be(items.wide(start, count), left, measure, most):
                _reach(items, way, start, so_far, measure if start else first, most, lone)
        ways.append(way)
    if ways[-1].back.get(count, count) > lone:  # type: ignore[union-attr]
        return None
    cost = ways[-1].cost[count]
    edges = [count]
    for way in reversed(ways[1:]):
        edges.append(way.back[edges[-1]])
    return Broken(tuple(reversed(edges)), 0, cost)


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


def _reach(
    items: Items, way: _Way, start: int, so_far: float, room: int, tolerance: int, lone: int
) -> int | None:
    """Offer every line that begins at ``start`` to the ways of its ends; say how far one would go where none can."""
    ends, prices, hyphen, cost, back = items.ends, items.prices, items.hyphen, way.cost, way.back
    base = ends[start] + items.before[start]
    farthest = bisect_left(ends, base + (room + 1 << LEAST_AT), start + 1) - 1
    loose = _LOOSE / room
    found, to = False, farthest
    if farthest == len(items.text):
        found, to = True, farthest - 1
        _offer_last(items, way, start, so_far + LONE_LAST * (start > lone), room)
    for end in range(to, start, -1):
        price = prices[end]
        wide = ends[end] - base
        if price >= NEVER:
            wide += hyphen
            if price == NEVER or wide >> LEAST_AT > room:
                continue
            price = HYPHENATED
        bad: float = so_far + price
        if bad >= cost[end]:
            # A cheaper line ends here, whatever this one costs.
            found = True
            continue
        shrink = wide >> SHRINK_AT & FIELD_MASK
        excess = (wide >> LEAST_AT) + shrink - room
        if excess > 0:
            bad += 10 * (excess / shrink) ** 2
        else:
            slack = -excess - (wide >> MORE_AT & FIELD_MASK)
            if slack > 0:
                gaps = wide & GAP_MASK or 0.01
                each = slack / gaps
                # Before gaps are that wide, marks open by half of what they may shrink.
                if each > tolerance and slack - shrink / 2 > tolerance * gaps:
                    break
                bad += 0.012 * each * each + (20 * (each - loose) if each > loose else 0.0)
        found = True
        if bad < cost[end]:
            cost[end] = bad
            back[end] = start
    return None if found else max(farthest, start + 1)


def _offer_last(items: Items, way: _Way, start: int, cost: float, room: int) -> None:
    """Offer the last line, which is never stretched."""
    end = len(items.text)
    wide = items.wide(start, end)
    shrink = wide >> SHRINK_AT & FIELD_MASK
    excess = (wide >> LEAST_AT) + shrink - room
    cost += 10 * (excess / shrink) ** 2 if excess > 0 else 0.0
    if cost < way.cost[end]:
        way.cost[end] = cost
        way.back[end] = start


def _force(items: Items, way: _Way, start: int, so_far: float, farthest: int) -> None:
    """End a line where nothing allows it: the latest break there is, be it ever so loose, or inside a word."""
    end = next((e for e in range(farthest, start, -1) if items.prices[e] < NEVER), farthest)
    cost = so_far + FORCED
    if cost < way.cost[end]:
        way.cost[end] = cost
        way.back[end] = start
