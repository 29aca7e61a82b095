"""Columns written row by row, taken apart and read one after the other, by which line stands under which.

Columns go on from row to row as long as something says so; where hardly anything does, a headline crosses them all and
other columns begin.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, starmap
from math import sqrt
from typing import NamedTuple

from qingyang.repair.boundary import Decided
from qingyang.repair.evidence import Evidence
from qingyang.repair.lines import TURN, Lines
from qingyang.repair.links import Pair
from qingyang.repair.under import Columns, Under, aligned
from qingyang.text.edit import APPLY_FROM, SURE_FROM

HOLDS = 4.0
"""What must speak, in nats, for the lines of one row standing over those of the next; else the columns end there."""
FULL = 3
"""Lines of a row from which all that must speak; fewer can say less."""
FIRST = 0.03
"""Probability from which a line before the first row goes on in it, if a column there begins with nothing above."""
FEWEST = 2
"""Lines that likely go on behind lines of other columns, at least, in a stretch that is taken apart."""
BETTER = 4.0
"""What must speak for columns, more than for lines read as they stand, in nats."""


class Order(NamedTuple):
    """Lines column by column."""

    lines: list[int]
    turned: set[int]
    """Lines at the head of a column but the first."""


def unwoven(lines: Lines, decided: Decided, evidence: Evidence) -> Order | None:
    """Return the lines column by column where columns were written row by row, None where none were."""
    columns = Columns(lines, decided, evidence)
    order = list(range(len(lines)))
    turned = set()
    for around in columns.stretches():
        for last, below in _stretches(columns, aligned(columns, *around)):
            first = min(below)
            if _is_woven(columns, below, first, last):
                found = _columns(below, first, last)
                order[first:last] = [line for column in found for line in column]
                turned |= {column[0] for column in found[1:]}
    return Order(order, turned) if turned else None


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


def _stretches(columns: Columns, unders: Sequence[Under]) -> Iterator[tuple[int, dict[int, int]]]:
    """Yield the last line but one of every run over which columns stand side by side, with what stands under what."""
    done = 0
    lines = [under.line for under in unders]
    held = [under for under in unders if under.below > under.line + 1]
    for first, last in _runs(_held(held)):
        within = unders[bisect_left(lines, first) : bisect_left(lines, last)]
        below = {under.line: under.below for under in within if under.below < last}
        below |= _first_row(columns, below, first, done)
        yield last, below
        done = last


def _first_row(columns: Columns, below: Mapping[int, int], first: int, done: int) -> dict[int, int]:
    """Return what stands under lines before a run that may well be its columns' first ones."""
    taken = set(below.values())
    more: dict[int, int] = {}
    line, under = first - 1, below[first] - 1
    while line >= done and under > first and under not in taken and columns.begins(line):
        if columns.chance(Pair(line, under)) < FIRST:
            break
        more[line] = under
        line, under = line - 1, under - 1
    # Lines side by side with a dateline are the first row of its story.
    beside = range(max(done, line + 1 - (under - first)), line + 1)
    opening = next(filter(columns.opens, beside), None)
    if opening is not None:
        more |= {k: under - line + k for k in range(opening, line + 1) if under - line + k not in taken}
    return more


def _held(unders: Sequence[Under]) -> list[Under]:
    """Return what stands under what where rows hold together: between stories, hardly anything goes on."""
    if not unders:
        return []
    first = unders[0].line
    worths = [0.0] * (max(under.below for under in unders) - first + 1)
    rows = [0] * len(worths)
    for under in unders:
        for line in range(under.line - first + 1, under.below - first + 1):
            worths[line] += under.worth
            rows[line] += 1
    weak = [worth <= HOLDS * min(1, row / FULL) for worth, row in zip(worths, rows, strict=True)]
    return [under for under in unders if not any(weak[under.line - first + 1 : under.below - first + 1])]


def _runs(unders: Sequence[Under]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines that what stands under what holds together."""
    first = last = -1
    for under in unders:
        if under.line >= last:
            if last >= 0:
                yield first, last
            first = under.line
        last = max(last, under.below + 1)
    if last >= 0:
        yield first, last


def _is_woven(columns: Columns, below: Mapping[int, int], first: int, last: int) -> bool:
    # One far join over plain lines is no weave.
    likely = sum(columns.chance(Pair(*pair)) >= APPLY_FROM for pair in below.items())
    straight = sum(columns.worth(line, line + 1) for line in range(first, last - 1))
    return likely >= FEWEST and sum(starmap(columns.worth, below.items())) - straight >= BETTER


def _columns(below: Mapping[int, int], first: int, last: int) -> list[list[int]]:
    """Return the lines of each column, from left to right."""
    columns: list[list[int]] = []
    of: dict[int, list[int]] = {}
    above = {b: a for a, b in below.items()}
    for line in range(first, last):
        if line in above:
            column = of[above[line]]
        else:
            # A column that begins lower down than others stands right of the one written just before it.
            column = []
            left = next((k for k, one in enumerate(columns) if one is of.get(line - 1)), len(columns) - 1)
            columns.insert(left + 1, column)
        column.append(line)
        of[line] = column
    return columns


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
