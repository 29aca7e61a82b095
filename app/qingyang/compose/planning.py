"""What is done so that columns end at their foot: paragraphs a line longer or shorter, and more white.

White stands above a heading and where text of another kind begins. Dijkstra finds the cheapest.

A plan goes unit by unit and knows only in which column it is and how many lines of it are used, so that all ways to
come to the same line are one. What varying a paragraph really costs is found out when nothing cheaper is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from qingyang.compose.blocks import Block
from qingyang.compose.columns import Row, kept

SHORT = 6000.0
"""What a column costs that does not reach its foot, as much as some longer or shorter paragraphs."""
_A_LINE = 500.0
"""And each line it lacks."""
STEPS = 1000
"""After so many steps the way that came farthest is taken."""
_LEAST = 2
"""Lines of a paragraph that is worth varying."""
WHITES = (1, 2500.0), (2, 5200.0)
"""What lines of white more cost: less than a column that is short, more than most paragraphs."""


class Unit(NamedTuple):
    """What a column parts inside its last paragraph alone: headings and the text below them, a picture, a paragraph."""

    first: int
    """Its first row."""
    at: int
    """The first row of its last paragraph."""
    head: int
    """Grid lines before that."""
    before: int
    """Grid lines of white above, dropped at the head of a column."""
    lines: int
    """Of its last paragraph; 0 where that is no text on the grid."""
    block: Block | None
    """The paragraph, if it may be varied."""
    wishes: tuple[tuple[int, float], ...]
    """By how many lines it may be longer, and about what that costs: less than a short column."""
    give: int
    """The lines of white it may have more above: two where there is white or a heading, one below another kind."""


class Variant(NamedTuple):
    """A paragraph to be set so many lines longer, or a row to have so many lines more of white above it."""

    at: int
    """Its first row."""
    more: int
    white: bool = False


def units(rows: Sequence[Row], start: int) -> list[Unit]:
    """Return rows from ``start`` on as units; the rest of a paragraph that began before is one that stays as it is."""
    found: list[Unit] = []
    at, first, head, before = start, start, 0, 0
    while at < len(rows):
        row = rows[at]
        if not head:
            first, before = at, row.before
        white = row.before if head else 0
        lines = _lines(row)
        last = rows[min(at + max(1, lines), len(rows)) - 1]
        give = 2 if before or first < at else int(at > start and _kind(row) != _kind(rows[at - 1]))
        whole = at + lines <= len(rows)
        if _heads(last) and whole and at + max(1, lines) < len(rows):
            head += white + (lines or row.height)
            at += max(1, lines)
            continue
        if lines:
            block = row.block if isinstance(row.block, Block) and not row.first and lines >= _LEAST else None
            block = block if whole else None
            found.append(Unit(first, at, head + white, before, lines, block, _wishes(block), give))
        else:
            found.append(Unit(first, at, head + white + row.height, before, 0, None, (), give))
        at += max(1, lines)
        head = 0
    return found


def _wishes(block: Block | None) -> tuple[tuple[int, float], ...]:
    wishes = ((more, block.guess(more)) for more in (1, -1)) if block else ()
    return tuple((more, guess) for more, guess in wishes if guess < SHORT)


def _heads(row: Row) -> bool:
    """Say whether a row stands with the next one as a heading does, not as the text above a signature."""
    return row.keep and (not isinstance(row.block, Block) or row.block.style.keep)


def _kind(row: Row) -> str:
    """Return what a row is: a role, or a picture."""
    return row.block.role if isinstance(row.block, Block) else "figure"


def _lines(row: Row) -> int:
    """Return how many lines on the grid follow one another from this row on."""
    if not isinstance(row.block, Block) or row.lines != 1 or (row.block.style.height and row.block.count > 1):
        return 0
    return row.block.count - row.first if not row.block.style.height else 0


class _Place(NamedTuple):
    """How far a plan has come: the next unit, the column it stands in, the lines of that column that are used."""

    unit: int
    column: int
    used: int


class _Way(NamedTuple):
    """A way to a place; or, with ``more``, the wish to go on from there with a paragraph so many lines longer."""

    cost: float
    """In a wish, what the paragraph costs is only guessed."""
    place: _Place
    varied: tuple[Variant, object] | None
    """The last paragraph varied, and those before it."""
    more: int = 0


def planned(found: Sequence[Unit], heights: Sequence[int]) -> list[Variant]:
    """Return what to vary so that columns of these heights are full in turn, the last one first."""
    order = count()
    farthest = _Way(0.0, _Place(0, 0, 0), None)
    waiting = [(farthest.cost, next(order), farthest)]
    seen: set[_Place] = set()
    for _ in range(STEPS):
        if not waiting:
            break
        _, _, way = heappop(waiting)
        place = way.place
        if not way.more:
            if place in seen:
                continue
            seen.add(place)
            farthest = max(farthest, way, key=_progress)
            if place.unit == len(found) or place.column == len(heights):
                farthest = way
                break
        for onward in _wished(way, found, heights) if way.more else _onward(way, found, heights):
            heappush(waiting, (onward.cost, next(order), onward))
    return list(_chosen(farthest.varied))


def _progress(way: _Way) -> tuple[int, int]:
    return way.place.column, way.place.used


def _chosen(varied: object) -> Iterator[Variant]:
    while isinstance(varied, tuple):
        variant, varied = varied
        yield variant


def _onward(way: _Way, found: Sequence[Unit], heights: Sequence[int]) -> Iterator[_Way]:
    """Yield the ways past the next unit as it is and with more white above it, and the wishes to vary it."""
    unit = found[way.place.unit]
    to, short = _put(unit, unit.lines, way.place, heights)
    yield _Way(way.cost + short, to, way.varied)
    if way.place.used:
        for white, cost in WHITES[: unit.give]:
            to, short = _put(unit._replace(before=unit.before + white), unit.lines, way.place, heights)
            yield _Way(way.cost + cost + short, to, (Variant(unit.first, white, True), way.varied))
    for more, guess in unit.wishes:
        yield _Way(way.cost + guess, way.place, way.varied, more)


def _wished(way: _Way, found: Sequence[Unit], heights: Sequence[int]) -> Iterator[_Way]:
    """Yield the way past the next unit varied, if it can be, for what it really costs."""
    unit = found[way.place.unit]
    block = unit.block and unit.block.varied(way.more)
    if block and unit.block:
        to, short = _put(unit, unit.lines + way.more, way.place, heights)
        cost = way.cost - dict(unit.wishes)[way.more] + max(0.0, block.cost - unit.block.cost)
        yield _Way(cost + short, to, (Variant(unit.at, way.more), way.varied))


def _put(unit: Unit, lines: int, place: _Place, heights: Sequence[int]) -> tuple[_Place, float]:
    """Return where a unit ends that begins at a place, and the price of columns it leaves short."""
    number, column, used = place
    if column == len(heights):
        return _Place(number + 1, column, 0), 0.0
    room = heights[column] - used - unit.head - (unit.before if used else 0)
    if lines <= room:
        return _ended(number, column, heights[column] - room + lines, heights), 0.0
    k = next((k for k in range(min(room, lines - 1), 0, -1) if not kept(k - 1, lines)), 0)
    if k or not (used or not heights[column]):
        # What an empty column does not hold is broken somewhere.
        return _ended(number, column + 1, lines - max(k, 1), heights), _price(room - k) if k else 0.0
    to, short = _put(unit, lines, _Place(number, column + 1, 0), heights)
    return to, short + _price(heights[column] - used)


def _ended(number: int, column: int, left: int, heights: Sequence[int]) -> _Place:
    """Return the place after a unit whose last lines are so many from the head of a column on."""
    while column < len(heights) and left >= heights[column]:
        left -= heights[column]
        column += 1
    return _Place(number + 1, column, left if column < len(heights) else 0)


def _price(short: int) -> float:
    return SHORT + _A_LINE * short if short else 0.0
