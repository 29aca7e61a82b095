"""Where rows stand: heights in a Fenwick tree of blocks, so that a million rows are found and changed at once.

Rows lie in blocks of a few hundred; the tree holds the blocks' sums. Building and splicing then cost a
pass of sums in C; looking up and changing cost a walk through the tree and one block.
"""

from __future__ import annotations

from collections.abc import Sequence

_BLOCK = 256


class Heights:
    """The heights of rows, in pixels, and their running sums."""

    def __init__(self, heights: Sequence[int] = ()) -> None:
        self._heights = list(heights)
        self._build()

    def _build(self) -> None:
        heights = self._heights
        sums = [sum(heights[k : k + _BLOCK]) for k in range(0, len(heights), _BLOCK)]
        self.total = sum(sums)
        tree = [0, *sums]
        for k in range(1, len(tree)):
            parent = k + (k & -k)
            if parent < len(tree):
                tree[parent] += tree[k]
        self._tree = tree

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    def set(self, row: int, height: int) -> None:
        """Give one row its height."""
        change = height - self._heights[row]
        if not change:
            return
        self._heights[row] = height
        self.total += change
        k = row // _BLOCK + 1
        while k < len(self._tree):
            self._tree[k] += change
            k += k & -k

    def splice(self, first: int, old: int, new: Sequence[int]) -> None:
        """Put new rows in place of ``old`` rows from ``first`` on."""
        if old == len(new):
            for row, height in enumerate(new, first):
                self.set(row, height)
            return
        self._heights[first : first + old] = new
        self._build()

    def top(self, row: int) -> int:
        """Return the sum of the heights before a row."""
        k, rest = divmod(row, _BLOCK)
        block, found = k * _BLOCK, 0
        while k:
            found += self._tree[k]
            k -= k & -k
        return found + sum(self._heights[block : block + rest])

    def row_at(self, y: int) -> int:
        """Return the row that covers a height, the first above all and the last below all."""
        k, step = 0, 1 << len(self._tree).bit_length()
        while step:
            if k + step < len(self._tree) and self._tree[k + step] <= y:
                k += step
                y -= self._tree[k]
            step >>= 1
        row = k * _BLOCK
        last = min(row + _BLOCK, len(self._heights))
        while row < last and self._heights[row] <= y:
            y -= self._heights[row]
            row += 1
        return max(0, min(row, len(self._heights) - 1))
