"""Which lines stand beside one another on one raw line, and where on it: a row of several columns.

Only what a text wrote on one line with gaps between is a row; where columns were laid out one after the other, each
line is a row of its own.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

from qingyang.repair.lines import CUT, Lines

GAP = 4
"""Characters up to which a gap parts two columns of one row: what stands farther off was laid elsewhere."""


class Rows(NamedTuple):
    """The row of every line, and where in it the line stands: one entry a line."""

    numbers: array[int]
    offsets: array[int]
    """Half ems from the row's first character."""
    places: array[int]
    """Lines of the row before this one."""
    sizes: array[int]
    """Lines of the row."""


def rows_of(lines: Lines) -> Rows:
    """Return the rows that lines stand in."""
    count = len(lines)
    none = array("q", bytes(8 * count))
    if not count or max(lines.turns) < CUT:
        return Rows(array("q", range(count)), none, none, array("q", [1]) * count)
    rows = Rows(array("q", none), array("q", none), array("q", none), array("q"))
    number = size = 0
    for k in range(1, count):
        gap = lines.starts[k] - lines.ends[k - 1]
        size += 1
        if lines.turns[k] >= CUT and 0 < gap <= GAP:
            rows.offsets[k] = rows.offsets[k - 1] + lines.widths[k - 1] + gap
            rows.places[k] = size
        else:
            rows.sizes.extend([size] * size)
            number, size = number + 1, 0
        rows.numbers[k] = number
    rows.sizes.extend([size + 1] * (size + 1))
    return rows
