"""What is told of every label, in one long number: adding up for all labels at once is adding numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from struct import Struct

_BITS = 32
_ZERO = 1 << (_BITS - 1)
_MOST, _WHOLE = 1 << 40, 1 << 20
"""What stands for the most there is in a table, and for a whole share: the two multiplied stay within 64 bits."""


class Packing:
    """How worth for some labels stands in one long number, a field a label.

    >>> both = Packing(("body", "headline"))
    >>> both.worths(both.nothing + both.packed({"body": 5}) + both.packed({"body": -7, "headline": 3}))
    (-2, 3)
    """

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = tuple(labels)
        self._fields = Struct(f"<{len(labels)}I")
        self.nothing = sum(_ZERO << (_BITS * k) for k in range(len(labels)))
        """What a sum begins with."""

    def __reduce__(self) -> tuple[type[Packing], tuple[tuple[str, ...]]]:
        # A compiled struct cannot go to another process; tables are fitted in several.
        return Packing, (self._labels,)

    def packed(self, worth: Mapping[str, int]) -> int:
        """Return worth by label as a number to be added to a sum."""
        return sum(value << (_BITS * self._labels.index(label)) for label, value in worth.items())

    def worths(self, total: int) -> tuple[int, ...]:
        """Return a sum's worth for each label."""
        return tuple(
            field - _ZERO for field in self._fields.unpack(total.to_bytes(self._fields.size, "little"))
        )


class Following:
    """How much likelier each label is right after each other one.

    >>> both = Following(((1.0, 0.5), (0.25, 1.0)))
    >>> first, second = both.after([(0, 0.5), (1, 0.5)])
    >>> round(second / first, 3)
    1.2
    """

    def __init__(self, rows: Sequence[Sequence[float]]) -> None:
        self.rows = rows
        """One for each label, an entry for each that may follow."""
        self._fields = Struct(f"<{len(rows)}Q")
        most = max(map(max, rows))
        self._packed = [
            sum(max(1, round(each / most * _MOST)) << (64 * k) for k, each in enumerate(row)) for row in rows
        ]

    def __reduce__(self) -> tuple[type[Following], tuple[Sequence[Sequence[float]]]]:
        return Following, (self.rows,)

    def after(self, shares: Sequence[tuple[int, float]]) -> tuple[int, ...]:
        """Return how likely every label is right behind labels of these shares, one against the other."""
        total = 0
        for label, share in shares:
            total += int(share * _WHOLE) * self._packed[label]
        return self._fields.unpack(total.to_bytes(self._fields.size, "little"))
