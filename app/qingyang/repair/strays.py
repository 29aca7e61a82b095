"""Parts of a story that stand behind the page's own lines, far from their headline: which story they open.

Extractors write what they could not place at a page's end, behind folio and staff; often the lede. Which story it
belongs to is told by the words it shares with each, rare ones counting more (tf-idf, Spärck Jones 1972).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from qingyang.text.opening import DATELINE, DAY

PAGE = 30_000
"""Characters at the end of a text among which a stray part and its story are looked for."""
MOST = 4
"""Paragraphs of a stray part; more are a story."""
LONG = 30
"""Characters from which a paragraph is running text and no heading."""
ALIKE, AHEAD = 0.03, 1.3
"""Likeness from which two parts can be of one story, and how far it must be ahead of the next one."""
SURE = 0.97
"""How sure a home is that is clearly ahead (27 of 28 on the benchmark's pages that were looked at)."""
UNSURE = 0.45
"""How sure one is that is not: it is only offered."""
_OWN = re.compile(
    r"(责任?编辑?|版面设计|版式|美编|校对|编辑)\s*[:：/]|第\s*\d+\s*版|(星期|周)[一二三四五六日天]|扫码|二维码|公众号|热线"
)
_OPENS = re.compile(f"{DATELINE}|{DAY}")
"""How a story opens: dateline or day."""
_ENDS = "。！？…；："
_CLOSERS = '”’）》」』】)"'
_WORD = re.compile("[\u4e00-\u9fffA-Za-z0-9]+")


class Stray(NamedTuple):
    """Paragraphs ``first`` to before ``last`` that belong before paragraph ``home``."""

    first: int
    last: int
    home: int
    p: float


class _Story(NamedTuple):
    head: int
    body: int
    end: int


def stray_part(texts: Sequence[str]) -> Stray | None:
    """Return the part that stands behind the page's own lines and the place where its story's text begins."""
    last = len(texts)
    while last and _own(texts[last - 1]):
        last -= 1
    first = last
    while first and last - first <= MOST and not _own(texts[first - 1]) and _running(texts[first - 1]):
        first -= 1
    if not first < last <= first + MOST or not first or not _own(texts[first - 1]):
        return None
    if _goes_on(texts, first):
        return None
    stories = _stories(texts, first)
    if not stories:
        return None
    likest = sorted(_likeness("".join(texts[first:last]), ["".join(texts[s.head : s.end]) for s in stories]))[
        ::-1
    ]
    best, number = likest[0]
    second = likest[1][0] if len(likest) > 1 else 0.0
    # What belongs to the last story and does not open it goes on in it: it stands where it should.
    if best < ALIKE or (number == len(stories) - 1 and not _OPENS.match(texts[first])):
        return None
    return Stray(first, last, stories[number].body, SURE if best >= AHEAD * second else UNSURE)


def _goes_on(texts: Sequence[str], first: int) -> bool:
    """Say whether a part that opens no story follows text that stopped in mid-sentence: it stands where it should."""
    if _OPENS.match(texts[first]):
        return False
    before = next((text for text in reversed(texts[:first]) if not _own(text)), "")
    return len(before) >= LONG and before.rstrip(_CLOSERS)[-1:] not in _ENDS


def _own(text: str) -> bool:
    """Say whether a paragraph is the page's own: folio, staff, notice."""
    return len(text) <= 60 and not _running(text) and bool(_OWN.search(text))


def _running(text: str) -> bool:
    """Say whether a paragraph is built of sentences."""
    if len(text) >= LONG and ("。" in text or "，" in text):
        return True
    return len(text) >= 12 and text.rstrip(_CLOSERS)[-1:] in _ENDS


def _stories(texts: Sequence[str], end: int) -> list[_Story]:
    """Return the stories before a paragraph, each from its headline on."""
    heads: list[tuple[int, int]] = []
    head = None
    for k in range(end):
        if _running(texts[k]):
            if head is not None and any(len(text) >= 4 for text in texts[head:k]):
                heads.append((head, k))
            head = None
        elif head is None:
            head = k
    return [_Story(a, body, b) for (a, body), (b, _) in pairwise([*heads, (end, end)])]


def _likeness(part: str, stories: Sequence[str]) -> list[tuple[float, int]]:
    """Return for each story how like the part is to it, from 0 to 1."""
    mine, theirs = _grams(part), [_grams(story) for story in stories]
    spread = Counter(gram for grams in (mine, *theirs) for gram in grams)
    rare = {gram: math.log((len(stories) + 2) / (count + 0.5)) ** 2 for gram, count in spread.items()}
    weight = _weight(mine, rare)
    found = []
    for number, grams in enumerate(theirs):
        shared = sum(min(count, grams[gram]) * rare[gram] for gram, count in mine.items() if gram in grams)
        whole = math.sqrt(weight * _weight(grams, rare))
        found.append((shared / whole if whole else 0.0, number))
    return found


def _grams(text: str) -> Counter[str]:
    """Return pairs of neighbouring characters, each counted twice at most."""
    counts = Counter(word[k : k + 2] for word in _WORD.findall(text) for k in range(len(word) - 1))
    return Counter({gram: min(count, 2) for gram, count in counts.items()})


def _weight(grams: Mapping[str, int], rare: Mapping[str, float]) -> float:
    return sum(count * rare[gram] for gram, count in grams.items())
