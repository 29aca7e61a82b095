"""Columns written row by row, taken apart: what goes on where says how many lines of others stand between.

Rows of as many columns keep their order from one row to the next. So where the lines around one go on so many lines
below, it does so too, be it in the same paragraph or in the next one of its column.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from qingyang.repair.boundary import Decided
from qingyang.repair.lines import TURN, Lines
from qingyang.repair.links import Pair
from qingyang.repair.order import NOWHERE, Joined
from qingyang.repair.seams import FARTHEST
from qingyang.text.edit import SURE_FROM

MAYBE = 0.25
"""Probability from which a line may be the first one of a column that goes on in the rows below."""
FEWEST = 6
"""Lines that go on behind lines of other columns, at least, in a stretch that is taken apart."""


class Order(NamedTuple):
    """Lines column by column."""

    lines: list[int]
    turned: set[int]
    """Lines at the head of a column but the first."""


def unwoven(lines: Lines, decided: Decided, joined: Joined) -> Order | None:
    """Return the lines column by column where columns were written row by row, None where none were."""
    after = array("q", [b if a < b <= a + FARTHEST else NOWHERE for a, b in enumerate(joined.after)])
    found = [stretch for stretch in _stretches(after) if _is_woven(after, stretch)]
    if not found:
        return None
    order = list(range(len(lines)))
    turned = set()
    maybe = {pair for pair, p in decided.pairs if p >= MAYBE}
    done = 0
    for first, last in found:
        below = _filled(after, first, last)
        first = _begun(after, below, maybe, first, done)
        done = last
        columns = list(_columns(below, first, last))
        order[first:last] = [line for column in columns for line in column]
        turned |= {column[0] for column in columns[1:]}
    return Order(order, turned)


def both(woven: Decided, apart: Decided, order: Order) -> Decided:
    """Return what lines say as they were written and what they say column by column, in one, by the second order.

    Of what is not under one another in a column only the first look knows the rows: there the second one must be sure.
    And it makes no join less sure: columns by themselves have lost the proof that they are columns.
    """
    first = dict(woven.pairs)
    next_ = []
    for (a, b), p in zip(pairwise(order.lines), apart.p_next, strict=True):
        known = woven.p_next[a] if b == a + 1 else first.pop(Pair(a, b), None)
        if b == a + 1 or (b in order.turned and (known is not None or p < SURE_FROM)):
            next_.append(known or 0.0)
        else:
            next_.append(p if known is None else max(known, _mean(known, p)))
    at = {line: k for k, line in enumerate(order.lines)}
    pairs = {Pair(at[a], at[b]): p for (a, b), p in first.items()}
    for a, p in enumerate(woven.p_next):
        if at[a + 1] != at[a] + 1:
            pairs[Pair(at[a], at[a + 1])] = p
    return Decided(next_, sorted(pairs.items()))


def _mean(p: float, q: float) -> float:
    """Return the mean of two probabilities, as logits; of two that exclude one another the first."""
    for_, against = sqrt(p * q), sqrt((1 - p) * (1 - q))
    return for_ / (for_ + against) if for_ + against else p


def _stretches(after: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines over which some line goes on elsewhere than in the next one: first, one past the last."""
    first = reach = 0
    for line, onto in enumerate(after):
        if line >= reach:
            if reach - first > 1:
                yield first, reach
            first = reach = line
        if onto > line + 1:
            reach = max(reach, onto + 1)
    if reach - first > 1:
        yield first, reach


def _is_woven(after: Sequence[int], stretch: tuple[int, int]) -> bool:
    # One far join over plain lines is no weave.
    return sum(after[line] > line + 1 for line in range(*stretch)) >= FEWEST


def _filled(after: Sequence[int], first: int, last: int) -> dict[int, int]:
    """Return what stands below each line of a stretch, those included that end a paragraph between lines that go on."""
    below = {line: after[line] for line in range(first, last) if line < after[line] < last}
    taken = set(below.values())
    ends = sorted(below)
    for a, b in pairwise(ends):
        step = below[a] - a
        if step > 1 and step == below[b] - b and b - a <= step:
            for line in range(a + 1, b):
                if line + step not in taken:
                    below[line] = line + step
                    taken.add(line + step)
    return below


def _begun(
    after: Sequence[int], below: dict[int, int], maybe: AbstractSet[Pair], first: int, done: int
) -> int:
    """Add lines before a stretch that may well be its columns' first ones; return the first of all."""
    step = below[first] - first
    taken = set(below.values())
    for line in range(first - 1, max(done, first - step + 1) - 1, -1):
        if after[line] != NOWHERE or line + step in taken or Pair(line, line + step) not in maybe:
            return line + 1
        below[line] = line + step
    return max(done, first - step + 1)


def _columns(below: dict[int, int], first: int, last: int) -> Iterator[list[int]]:
    inner = set(below.values())
    for line in range(first, last):
        if line not in inner:
            column = [line]
            while column[-1] in below:
                column.append(below[column[-1]])
            yield column


def reordered(lines: Lines, ordered: Order) -> Lines:
    """Return the lines in another order."""
    order, turned = ordered
    turns = [TURN if line in turned else lines.turns[line] for line in order]
    blanks = [
        lines.blanks[line] if not at or order[at - 1] == line - 1 else 0 for at, line in enumerate(order)
    ]
    return Lines(
        array("q", map(lines.starts.__getitem__, order)),
        array("q", map(lines.ends.__getitem__, order)),
        [lines.texts[line] for line in order],
        [lines.widths[line] for line in order],
        [lines.indents[line] for line in order],
        blanks,
        turns,
    )
