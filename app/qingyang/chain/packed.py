"""What a sign is worth for every label, in one long number: adding signs is adding numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from struct import Struct

_BITS = 32
_ZERO = 1 << (_BITS - 1)


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

    def packed(self, worth: Mapping[str, int]) -> int:
        """Return worth by label as a number to be added to a sum."""
        return sum(value << (_BITS * self._labels.index(label)) for label, value in worth.items())

    def worths(self, total: int) -> tuple[int, ...]:
        """Return a sum's worth for each label."""
        return tuple(
            field - _ZERO for field in self._fields.unpack(total.to_bytes(self._fields.size, "little"))
        )
