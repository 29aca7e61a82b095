"""The number of the raw line an offset lies on, without a list of a million lines."""

from __future__ import annotations

from itertools import accumulate

from qingyang.text.source import LINE_BREAKS

_STRIDE = 1 << 15


class LineNumbers:
    """Line numbers of one raw text, counted from marks set every so many characters.

    >>> numbers = LineNumbers("a\\nb\\fc")
    >>> [numbers.at(offset) for offset in range(6)]
    [1, 1, 2, 2, 3, 3]
    """

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._breaks = [c for c in LINE_BREAKS if c in raw]
        strides = range(0, len(raw), _STRIDE)
        self._before = list(accumulate((self._count(k, k + _STRIDE) for k in strides), initial=1))

    def _count(self, start: int, end: int) -> int:
        return sum(self._raw.count(c, start, end) for c in self._breaks)

    def at(self, offset: int) -> int:
        """Return the number of the line an offset lies on, from 1."""
        stride = min(offset // _STRIDE, len(self._before) - 1)
        return self._before[stride] + self._count(stride * _STRIDE, offset)

    @property
    def last(self) -> int:
        """The number of the last line."""
        return self._before[-1]
