"""Words cut in two by the end of a line: the strongest single sign that two lines belong together.

A dictionary finds a word across almost any two characters now and then. So what is found at the true distance, one
line on, is held against what is found two to five lines on, where nothing belongs together.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, chain, repeat
from operator import floordiv, sub
from typing import NamedTuple

from qingyang.lexicon import Words
from qingyang.repair.signs import HAN

REACH = 5
"""Characters looked at on either side of a seam."""
FARTHEST = 8
BOND_EDGES = (0.5, 3, 4.5, 6, 8)
FIRMEST = 2 + len(BOND_EDGES)
LOOSE_EDGES = (0.02, 0.1, 0.3, 0.7)
LOOSEST = 1 + len(LOOSE_EDGES)
AT_ONCE = 4096
"""Pairs cut into words at once."""
AROUND = 9
"""Seams on either side whose rate is that of the neighbourhood."""

_TAIL = re.compile(f"[{HAN}]{{1,{REACH}}}$")
_HEAD = re.compile(f"[{HAN}]{{1,{REACH}}}")

NONE, APART, ACROSS_TWO, ACROSS_LONG = 0, 1, 2, 3
"""No Chinese on both sides; two words; a word of two characters, of more, across the seam."""


def tails(texts: Sequence[str]) -> list[str]:
    """Return the Chinese characters each line ends with."""
    return [found.group() if (found := _TAIL.search(text[-REACH:])) else "" for text in texts]


def heads(texts: Sequence[str]) -> list[str]:
    """Return the Chinese characters each line begins with."""
    return [found.group() if (found := _HEAD.match(text)) else "" for text in texts]


def across(before: Sequence[str], after: Sequence[str], words: Words) -> bytes:
    """Return for each pair of a tail and a head whether one word lies across: ``NONE`` … ``ACROSS_LONG``."""
    codes = bytearray(len(before))
    for places, seams, cuts in _cut(before, after, words):
        for k, seam, cut in zip(places, seams, map(cuts.__contains__, seams), strict=True):
            if cut:
                codes[k] = APART
            else:
                codes[k] = ACROSS_TWO if seam - 1 in cuts and seam + 1 in cuts else ACROSS_LONG
    return bytes(codes)


def _cut(
    before: Sequence[str], after: Sequence[str], words: Words
) -> Iterator[tuple[Sequence[int], Sequence[int], AbstractSet[int]]]:
    """Yield the pairs that are Chinese on both sides, some thousand at once: numbers, seams, cuts between words."""
    places = [k for k, (a, b) in enumerate(zip(before, after, strict=True)) if a and b]
    # The words of a long text take more room than the text.
    for first in range(0, len(places), AT_ONCE):
        some = places[first : first + AT_ONCE]
        tails, heads = map(before.__getitem__, some), map(after.__getitem__, some)
        pieces = [*chain.from_iterable(zip(tails, heads, repeat("\n"), strict=False))]
        cuts = {0, *accumulate(map(len, words.cut("".join(pieces))))}
        yield some, list(accumulate(map(len, pieces)))[::3], cuts


def bonds(
    before: Sequence[str], after: Sequence[str], words: Words
) -> tuple[list[int], list[int], list[int]]:
    """Return for each seam how firmly a word holds across it, and how loose its last and its first character are.

    Firmness: 0 no Chinese, 1 no word, 2 … ``FIRMEST``; looseness: 0 no Chinese or a whole word at the seam, 1 (a
    character that hardly ever stands alone) … ``LOOSEST``.
    """
    firm, last, first = [0] * len(before), [0] * len(before), [0] * len(before)
    for places, seams, cuts in _cut(before, after, words):
        for k, seam in zip(places, seams, strict=True):
            tail, head = before[k], after[k]
            size = len(tail)
            if seam in cuts:
                firm[k] = 1
                if size == 1 or seam - 1 in cuts:
                    last[k] = 1 + bisect_right(LOOSE_EDGES, words.loose(tail[-1], last=False))
                if seam + 1 in cuts or len(head) == 1:
                    first[k] = 1 + bisect_right(LOOSE_EDGES, words.loose(head[0], last=True))
            else:
                low = next(n for n in range(1, size + 1) if seam - n in cuts)
                high = next(n for n in range(1, len(head) + 1) if seam + n in cuts)
                firm[k] = 2 + bisect_right(BOND_EDGES, words.bond(tail[size - low :], head[:high]))
    return firm, last, first


def many(codes: bytes) -> int:
    """Return how many seams could have a word across."""
    return len(codes) - codes.count(NONE)


def rate(codes: bytes) -> float:
    """Return the share of seams with a word across, of those that could have one."""
    could = many(codes)
    return (could - codes.count(APART)) / could if could else 0.0


class Seams(NamedTuple):
    """Words across the seams between lines and those at one distance."""

    codes: bytes
    rate: float
    """Of the whole text."""
    around: bytes
    """The rate among the neighbours of each seam, in fortieths."""


def seams_of(codes: bytes) -> Seams:
    """Return the seams at one distance with their rates."""
    return Seams(codes, rate(codes), _rates_around(codes))


_COULD, _LIES = bytes([0, 1, 1, 1]).ljust(256, b"\0"), bytes([0, 0, 1, 1]).ljust(256, b"\0")
"""Of a seam's code: whether a word could lie across, and whether one does."""


def lies(codes: bytes) -> bytes:
    """Return for each seam whether a word lies across, as 1 or 0."""
    return codes.translate(_LIES)


def _rates_around(codes: bytes) -> bytes:
    could = _summed(codes.translate(_COULD))
    lie = [40 * n for n in _summed(lies(codes))]
    # Two seams of no evidence beside those there are: a rate of three is not a rate.
    more = [2 + n for n in could[2 * AROUND + 1 :]]
    return bytes(map(floordiv, map(sub, lie[2 * AROUND + 1 :], lie), map(sub, more, could)))


def _summed(values: bytes) -> list[int]:
    """Return sums up to each place, as many places as the neighbourhood is wide laid on at either end."""
    sums = [0] * AROUND + [*accumulate(values, initial=0)]
    return sums + sums[-1:] * AROUND
