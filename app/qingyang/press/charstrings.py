"""How wide a Type 2 charstring says its glyph is: what stands before the first operator that empties the stack.

Adobe Technical Note 5177, 3.1 and 4: the width is the one operand more than that operator takes, as a difference to
the nominal width; without one the glyph has the width that is usual.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_CALL, _RETURN, _CALL_GLOBAL, _END = 10, 11, 29, 14
_SHORT, _FIXED = 28, 255
_EVEN = (1, 3, 18, 19, 20, 23)
"""Hints and masks, which take operands two by two."""
_TAKEN = {4: 1, 22: 1, 21: 2}
"""Moves, and how many operands they take."""
_ACCENTED = 4
"""Operands of an end that puts an accent on a letter."""
_DEEPEST = 10


class Private(NamedTuple):
    """What the charstrings of one private DICT have in common."""

    usual: float = 0.0
    nominal: float = 0.0
    subroutines: Sequence[bytes] = ()


class _UnknownError(Exception):
    """The operands are reckoned, or the charstring is damaged."""


def width(charstring: bytes, private: Private, shared: Sequence[bytes]) -> float | None:
    """Return a glyph's width in its own units, None where it cannot be told; ``shared`` are the global subroutines."""
    stack: list[float] = []
    try:
        first = _first(charstring, stack, private.subroutines, shared, 0)
        extra = _extra(first, len(stack))
    except (_UnknownError, IndexError):
        return None
    return private.nominal + stack[0] if extra else private.usual


def _extra(operator: int | None, count: int) -> bool:
    if operator in _EVEN:
        return count % 2 == 1
    if operator in _TAKEN:
        return count > _TAKEN[operator]
    if operator == _END:
        return count in (1, _ACCENTED + 1)
    raise _UnknownError


def _first(
    code: bytes, stack: list[float], own: Sequence[bytes], shared: Sequence[bytes], depth: int
) -> int | None:
    """Return the first operator that empties the stack, its operands on it; None where a subroutine returns."""
    at = 0
    while at < len(code):
        byte = code[at]
        if byte in (_CALL, _CALL_GLOBAL):
            called = own if byte == _CALL else shared
            number = int(stack.pop()) + _bias(len(called))
            if depth == _DEEPEST or not 0 <= number < len(called):
                raise _UnknownError
            found = _first(called[number], stack, own, shared, depth + 1)
            if found is not None:
                return found
            at += 1
        elif byte == _RETURN:
            return None
        elif byte < 32 and byte != _SHORT:
            return byte
        else:
            value, at = _operand(code, at)
            stack.append(value)
    return None


def _operand(code: bytes, at: int) -> tuple[float, int]:
    byte = code[at]
    if byte == _SHORT:
        return int.from_bytes(code[at + 1 : at + 3], "big", signed=True), at + 3
    if byte == _FIXED:
        return int.from_bytes(code[at + 1 : at + 5], "big", signed=True) / 65536, at + 5
    if byte < 247:
        return byte - 139, at + 1
    sign = 1 if byte < 251 else -1
    return sign * ((byte - (247 if sign > 0 else 251)) * 256 + code[at + 1] + 108), at + 2


def _bias(count: int) -> int:
    return 107 if count < 1240 else 1131 if count < 33900 else 32768
