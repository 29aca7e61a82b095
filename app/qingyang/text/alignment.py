"""Where two short texts differ, so that a rewritten paragraph becomes small edits and leaves the rest as it is."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_LARGEST = 250_000
"""Old times new length up to which the middle is compared at all: the comparison is quadratic."""
_NEAR = 3
"""Differences with fewer like characters between them are one."""
_MOST = 12
"""More than these are one rewriting."""


class Difference(NamedTuple):
    """Put ``new`` in place of old[start:end]."""

    start: int
    end: int
    new: str


def alike(a: Sequence[object], b: Sequence[object]) -> int:
    """Return how many items two sequences begin with alike."""
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def differences(old: str, new: str) -> list[Difference]:
    """Return what makes the old text the new one, in order and apart from one another.

    >>> differences("甲乙丙丁戊己庚", "甲二丙丁戊己七")
    [Difference(start=1, end=2, new='二'), Difference(start=6, end=7, new='七')]
    """
    if old == new:
        return []
    head = alike(old, new)
    tail = alike(old[head:][::-1], new[head:][::-1])
    whole = Difference(head, len(old) - tail, new[head : len(new) - tail])
    if (whole.end - whole.start) * len(whole.new) > _LARGEST:
        return [whole]
    found: list[Difference] = []
    for kind, a, b, c, d in SequenceMatcher(None, old[head : whole.end], whole.new, False).get_opcodes():
        if kind == "equal":
            continue
        last = found[-1] if found else None
        if last is not None and head + a - last.end < _NEAR:
            found[-1] = Difference(last.start, head + b, last.new + old[last.end : head + a] + whole.new[c:d])
        else:
            found.append(Difference(head + a, head + b, whole.new[c:d]))
    return found if len(found) <= _MOST else [whole]
