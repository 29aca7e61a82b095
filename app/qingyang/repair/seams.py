"""Words cut in two by the end of a line: the strongest single sign that two lines belong together.

A dictionary finds a word across almost any two characters now and then. So what is found at the true distance, one
line on, is held against what is found two to five lines on, where nothing belongs together.
"""

from __future__ import annotations

import re
from itertools import accumulate

from qingyang.lexicon import Words
from qingyang.repair.signs import HAN

REACH = 5
"""Characters looked at on either side of a seam."""
FARTHEST = 5

_TAIL = re.compile(f"[{HAN}]{{1,{REACH}}}$")
_HEAD = re.compile(f"[{HAN}]{{1,{REACH}}}")

NONE, APART, ACROSS_TWO, ACROSS_LONG = 0, 1, 2, 3
"""No Chinese on both sides; two words; a word of two characters, of more, across the seam."""


def tails(texts: list[str]) -> list[str]:
    """Return the Chinese characters each line ends with."""
    return [found.group() if (found := _TAIL.search(text[-REACH:])) else "" for text in texts]


def heads(texts: list[str]) -> list[str]:
    """Return the Chinese characters each line begins with."""
    return [found.group() if (found := _HEAD.match(text)) else "" for text in texts]


def across(before: list[str], after: list[str], words: Words) -> list[int]:
    """Return for each pair of a tail and a head whether one word lies across: ``NONE`` … ``ACROSS_LONG``."""
    places = [k for k, (a, b) in enumerate(zip(before, after, strict=True)) if a and b]
    pairs = [before[k] + after[k] for k in places]
    cuts = {0, *accumulate(map(len, words.cut("\n".join(pairs))))}
    codes = [NONE] * len(before)
    at = 0
    for k, pair in zip(places, pairs, strict=True):
        seam = at + len(before[k])
        codes[k] = APART if seam in cuts else _length(cuts, seam)
        at += len(pair) + 1
    return codes


def _length(cuts: set[int], seam: int) -> int:
    return ACROSS_TWO if seam - 1 in cuts and seam + 1 in cuts else ACROSS_LONG


def rate(codes: list[int]) -> float:
    """Return the share of seams with a word across, of those that could have one."""
    could = sum(code != NONE for code in codes)
    return sum(code > APART for code in codes) / could if could else 0.0
