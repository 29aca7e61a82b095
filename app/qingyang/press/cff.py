"""What a CFF font program says of its glyphs: whether it numbers them itself, and how (Adobe Technical Note 5176)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

_CHARSET, _CHAR_STRINGS = 15, 17
_ROS = 12 << 8 | 30
_ESCAPE = 12
_SHORT, _LONG = 28, 29
_REAL = 30
_OPERATORS = 22
_GIVEN = 3
"""Charsets below this number are Adobe's own, which no CID-keyed program may use."""


class _Index(NamedTuple):
    """An INDEX: where its data lie, and where it ends."""

    edges: Sequence[int]
    end: int


def cids(data: bytes) -> Sequence[int]:
    """Return the CID of every glyph of a CFF program: its own number where the program names its glyphs.

    Raises `ValueError` for what is no CFF program.
    """
    try:
        names = _index(data, data[2])
        tops = _index(data, names.end)
        top = dict(_operators(data[tops.edges[0] : tops.edges[1]]))
        count = len(_index(data, top[_CHAR_STRINGS][-1]).edges) - 1
        if _ROS not in top or top.get(_CHARSET, [0])[-1] < _GIVEN:
            return range(count)
        return [0, *islice(_charset(data, top[_CHARSET][-1]), count - 1)]
    except (IndexError, KeyError) as error:
        raise ValueError("no CFF program") from error


def _number(data: bytes, at: int, size: int) -> int:
    if at + size > len(data):
        raise IndexError
    return int.from_bytes(data[at : at + size], "big")


def _index(data: bytes, at: int) -> _Index:
    count = _number(data, at, 2)
    if not count:
        return _Index((), at + 2)
    size = data[at + 2]
    base = at + 2 + (count + 1) * size
    edges = [base + _number(data, at + 3 + k * size, size) for k in range(count + 1)]
    return _Index(edges, edges[-1])


def _operators(data: bytes) -> Iterator[tuple[int, list[int]]]:
    """Yield the operators of a DICT with their operands; a real number counts as 0."""
    at, operands = 0, list[int]()
    while at < len(data):
        first = data[at]
        if first < _OPERATORS:
            escaped = first == _ESCAPE
            yield (first << 8 | data[at + 1] if escaped else first), operands
            at, operands = at + 1 + escaped, []
        else:
            value, at = _operand(data, at)
            operands.append(value)


def _operand(data: bytes, at: int) -> tuple[int, int]:
    first = data[at]
    if first in (_SHORT, _LONG):
        size = 2 if first == _SHORT else 4
        return _number(data, at + 1, size), at + 1 + size
    if first == _REAL:
        end = at + 1
        while data[end] & 15 != 15 and data[end] >> 4 != 15:
            end += 1
        return 0, end + 1
    if first < 247:
        return first - 139, at + 1
    sign = 1 if first < 251 else -1
    return sign * ((first - (247 if sign > 0 else 251)) * 256 + data[at + 1] + 108), at + 2


def _charset(data: bytes, at: int) -> Iterator[int]:
    """Yield the CIDs of all glyphs but the first, one by one or in ranges, as the charset's format has them."""
    form = data[at]
    at += 1
    while True:
        first = _number(data, at, 2)
        left = _number(data, at + 2, form) if form else 0
        yield from range(first, first + left + 1)
        at += 2 + form
