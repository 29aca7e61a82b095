"""Which lines stand beside one another on one raw line, and where on it: a row of several columns.

Only what a text wrote on one line with gaps between is a row; where columns were laid out one after the other, each
line is a row of its own.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from qingyang.repair.lines import CUT, Lines

GAP = 4
"""Characters up to which a gap parts two columns of one row: what stands farther off was laid elsewhere."""
BESIDE = 8
"""Half ems by which the lines of a column may begin apart: a row says only how far from its first line each begins."""
NOTHING = -1


class Rows(NamedTuple):
    """The row of every line, and where in it the line stands: one entry a line."""

    numbers: Sequence[int]
    offsets: Sequence[int]
    """Half ems from the row's first character."""
    places: Sequence[int]
    """Lines of the row before this one."""
    sizes: Sequence[int]
    """Lines of the row."""


def rows_of(lines: Lines) -> Rows:
    """Return the rows that lines stand in."""
    count = len(lines)
    if not count or max(lines.turns) < CUT:
        # Most texts are this: next to no room for each of a million lines.
        return Rows(range(count), bytes(count), bytes(count), b"\1" * count)
    numbers, offsets, places, sizes = array("q", [0]), array("q", [0]), array("q", [0]), array("q")
    for k in range(1, count):
        gap = lines.starts[k] - lines.ends[k - 1]
        if lines.turns[k] >= CUT and 0 < gap <= GAP:
            numbers.append(numbers[-1])
            offsets.append(offsets[-1] + lines.widths[k - 1] + gap)
            places.append(places[-1] + 1)
        else:
            sizes.extend([places[-1] + 1] * (places[-1] + 1))
            numbers.append(numbers[-1] + 1)
            offsets.append(0)
            places.append(0)
    sizes.extend([places[-1] + 1] * (places[-1] + 1))
    return Rows(numbers, offsets, places, sizes)


def below(rows: Rows, on: int) -> list[int]:
    """Return for each line the one that begins nearest to where it does so many rows on, ``NOTHING`` where none does.

    Lines alone in their rows have none under one another.
    """
    numbers, offsets, _, sizes = rows
    count = len(numbers)
    firsts = [k for k in range(count) if not k or numbers[k] != numbers[k - 1]]
    found = [NOTHING] * count
    for k, number in enumerate(numbers):
        if number + on >= len(firsts):
            break
        first = firsts[number + on]
        if sizes[k] == sizes[first] == 1:
            continue
        nearest = min(range(first, first + sizes[first]), key=lambda n: abs(offsets[n] - offsets[k]))
        if abs(offsets[nearest] - offsets[k]) <= BESIDE:
            found[k] = nearest
    return found
