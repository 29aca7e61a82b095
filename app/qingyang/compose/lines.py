"""From the ends of a line to its glyphs: every white at its width, the right edge exact.

Shrinking and stretching follow the order of CLREQ 3.1.3: line-end mark (half width by its cell), word space, ·,
brackets and quotes, ，、；：, Han–Latin gap, 。？！; stretching: word space, Han–Latin gap, then all gaps evenly.
Where that would part Han characters so far that anybody sees it, the white of marks opens first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from qingyang.compose import classes as kind
from qingyang.compose.breaking import stretch
from qingyang.compose.cells import SOFT_HYPHEN
from qingyang.compose.glue import Glue
from qingyang.compose.items import Items
from qingyang.compose.layout import BLACK, Colour, Run
from qingyang.compose.sums import FIELD_MASK, GAP_MASK, MORE_AT
from qingyang.compose.sums import natural as natural_width

_BLANK = kind.SPACE + kind.PHRASE + kind.SEAM
_SHRINK_ORDER = (1, 2, 3, 4, 5, 6)
_STRETCH_ORDER = (1, 5)
_MARKS = (2, 3, 4, 6)
_HALF_OPEN, _OPEN = 0.5, 1.0
"""By how much of their white marks open where gaps would be seen, and where they would be wide."""
_WIDE = 150
"""In 1/1000 em: a gap so wide is worse than any mark."""


class Whites(NamedTuple):
    """How wide the whites of one line are set, in 1/1000 em."""

    even: float
    """Added at every gap between Han characters, and the like."""
    ratios: tuple[float, ...]
    """By `Glue.order`: below 0 that share of what it may shrink, above 0 of what it may stretch."""
    width: float
    """Of the whole line."""


def natural(items: Items, start: int, end: int) -> int:
    """Return the width of a line as it is, in 1/1000 em."""
    return natural_width(items.wide(start, end))


def whites(items: Items, start: int, end: int, room: int, justified: bool) -> Whites:
    """Return the whites that fit a line into ``room``; one that need not be justified is only ever shrunk."""
    wide = items.wide(start, end)
    width = natural_width(wide)
    if width == room or (width < room and not justified):
        return Whites(0.0, _AS_IS, width)
    if width > room:
        left, ratios = _spread(_inside(items, start, end), width - room, -1)
        return Whites(0.0, ratios, room + left)
    if wide >> MORE_AT & FIELD_MASK:
        left, ratios = _spread(_inside(items, start, end), room - width, 1)
    else:
        left, ratios = float(room - width), _AS_IS
    gaps = wide & GAP_MASK
    seen = stretch(room)
    if left > gaps * seen > 0:
        able = sum(glue.width for glue in _inside(items, start, end) if glue.order in _MARKS)
        share = _opened(able / gaps, left / gaps, seen)
        left -= share * able
        ratios = tuple(share if order in _MARKS else ratio for order, ratio in enumerate(ratios))
    if left and not gaps:
        return Whites(0.0, ratios, room - left)
    return Whites(left / gaps if gaps else 0.0, ratios, room)


def _opened(able: float, left: float, seen: float) -> float:
    """Return by what share marks open that are ``able`` to take so much of what is left, both for each gap."""
    share = 0.0
    for limit, most in ((seen, _HALF_OPEN), (_WIDE, _OPEN)):
        if able and left - share * able > limit:
            share = min(most, (left - limit) / able)
    return share


def _opening(glue: Glue) -> int:
    """Return how far a white stretches before others do; a mark's only where gaps are wide."""
    return glue.width if glue.order in _MARKS else glue.more


_AS_IS = (0.0,) * 7


def _inside(items: Items, start: int, end: int) -> Sequence[Glue]:
    low = bisect_left(items.places, start)
    return items.glues[low : bisect_left(items.places, end - 1, low)]


def _spread(glues: Sequence[Glue], amount: float, sign: int) -> tuple[float, tuple[float, ...]]:
    """Take an amount from the whites in order; return what is left of it and the share taken of each order."""
    able = [0] * 7
    for glue in glues:
        able[glue.order] += glue.more if sign > 0 else glue.width - glue.least
    ratios = [0.0] * 7
    for order in _STRETCH_ORDER if sign > 0 else _SHRINK_ORDER:
        if able[order]:
            taken = min(amount, able[order])
            ratios[order] = sign * taken / able[order]
            amount -= taken
            if not amount:
                break
    return amount, tuple(ratios)


class Place(NamedTuple):
    """Where and how a line's glyphs are drawn."""

    x: float
    y: float
    size: float
    colour: Colour = BLACK


def runs(items: Items, start: int, end: int, set_: Whites, place: Place) -> tuple[Run, ...]:
    """Return the glyphs of a line whose first cell begins at ``place``."""
    while end > start and items.classes[end - 1] in _BLANK:
        end -= 1
    if end == start:
        return ()
    if items.one_face and kind.DASH not in items.classes[start:end]:
        return (_one_run(items, start, end, set_, place),)
    return _many_runs(items, start, end, set_, place)


def _white(glue: Glue, set_: Whites) -> float:
    ratio = set_.ratios[glue.order]
    return glue.width + ratio * (_opening(glue) if ratio > 0 else glue.width - glue.least)


def _one_run(items: Items, start: int, end: int, set_: Whites, place: Place) -> Run:
    low = bisect_left(items.places, start)
    high = bisect_left(items.places, end - 1, low)
    cells, even, ratios = items.cells, set_.even, set_.ratios
    moves = []
    for k, glue in zip(items.places[low:high], items.glues[low:high], strict=True):
        by: float = cells[k].behind + glue.width + cells[k + 1].shift
        ratio = ratios[glue.order]
        if ratio:
            by += ratio * (_opening(glue) if ratio > 0 else glue.width - glue.least)
        if even and glue.gap != 1:
            by += even * (glue.gap - 1)
        if by:
            moves.append((k - start, round(by, 2)))
    text = items.text[start:end]
    if items.hyphenated(end):
        text += SOFT_HYPHEN
        if even:
            moves.append((end - 1 - start, round(-even, 2)))
    x = place.x + cells[start].shift * place.size / 1000
    face = cells[start].face
    return Run(x, place.y, face, place.size, text, even, tuple(moves), 1.0, place.colour)


def _many_runs(items: Items, start: int, end: int, set_: Whites, place: Place) -> tuple[Run, ...]:
    """Return one run for each stretch of characters of one face and scale."""
    lefts = _lefts(items, start, end, set_)
    cells, found, at = items.cells, [], start
    for k in range(start + 1, end + 1):
        if k < end and cells[k].face == cells[at].face and cells[k].scale == cells[at].scale:
            continue
        x = place.x + (lefts[at - start] + cells[at].shift) * place.size / 1000
        moves = _moves(items, at, k, lefts[at - start :])
        text, scale = items.text[at:k] + SOFT_HYPHEN * (k == end and items.hyphenated(end)), cells[at].scale
        found.append(Run(x, place.y, cells[at].face, place.size, text, 0.0, moves, scale, place.colour))
        at = k
    return tuple(found)


def _lefts(items: Items, start: int, end: int, set_: Whites) -> list[float]:
    """Return the left edge of every cell of a line, from the line's own, in 1/1000 em."""
    at = 0.0
    edges = [at]
    place = bisect_left(items.places, start)
    for k in range(start, end - 1):
        at += items.cells[k].width
        if place < len(items.places) and items.places[place] == k:
            glue = items.glues[place]
            at += _white(glue, set_) + set_.even * glue.gap
            place += 1
        else:
            at += set_.even
        edges.append(at)
    return edges


def _moves(items: Items, start: int, end: int, lefts: Sequence[float]) -> tuple[tuple[int, float], ...]:
    moves = []
    for k in range(start, end - 1):
        a, b = items.cells[k], items.cells[k + 1]
        step = lefts[k + 1 - start] + b.shift - lefts[k - start] - a.shift
        by = round(step / a.scale - a.advance, 2)
        if by:
            moves.append((k - start, by))
    return tuple(moves)
