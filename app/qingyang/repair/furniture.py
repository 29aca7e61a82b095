"""Running heads and page numbers: they stand on every page, in the middle of what runs on from one page to the next.

A line is told by coming again, the same or with another number, far from where it stood before; a page number by
counting on. They are paragraphs of their own, and what they part is decided as if they were not there.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from qingyang.repair.kinds import KINDS, kind
from qingyang.repair.lines import CUT, NEXT, Lines
from qingyang.repair.order import NOWHERE, Chain, Joined, Places, runs_of
from qingyang.repair.signs import HAN
from qingyang.repair.woven import Order, reordered

TIMES, FOLIOS = 3, 2
"""So often the same line stands; so often a folio with another number or date."""
APART = 5
"""Lines between two, on average: verse and lists repeat sooner."""
SHORTEST, LONGEST = 4, 40
PAGES = 2
"""Page numbers that count on, at least."""

_FOLIO = KINDS.index("folio")
_HEADS = tuple(map(KINDS.index, ("plain", "folio", "notice", "western", "cells")))
"""A credit or a byline may come again, too."""
_PAGE = re.compile(r"第\d+[版页]|[-—·] ?\d+ ?[-—·]")
_NUMBER = re.compile(r"\d+|(?<=星期)[一二三四五六日天]")
_DATED = re.compile(r"版|星期|周[一二三四五六日]|[\d#][年月]|\d{4}[.-]\d")
"""What says which page or day it is may stand on two pages only, in the same words."""
_LETTER = re.compile(f"[{HAN}A-Za-z]")
_SENTENCE = re.compile("[，。；：？！、“”]")
_PAGE_NUMBER = re.compile(r"[-—–·~ ]{0,4}(?:第 ?)?(\d{1,3})(?: ?[页版])?(?: ?/ ?\d{1,3})?[-—–·~ ]{0,4}")


def repeated(texts: Sequence[str]) -> Iterator[list[int]]:
    """Yield the numbers of the texts that are one running head or folio, in order."""
    return (found for line, found in _alike(texts) if _comes_again(texts[found[0]], line, found))


def _alike(texts: Sequence[str]) -> Iterator[tuple[str, list[int]]]:
    """Yield what short texts that come again have in common, and their numbers."""
    once: set[str] = set()
    again: set[str] = set()
    for line in map(_like, texts):
        (again if line in once else once).add(line)
    del once
    places: dict[str, list[int]] = defaultdict(list)
    for k, text in enumerate(texts):
        if (line := _like(text)) in again and line:
            places[line].append(k)
    return iter(places.items())


def _like(text: str) -> str:
    """Return what a short text has in common with those of other pages; nothing of a long one."""
    line = text.replace(" ", "") if " " in text else text
    if not SHORTEST <= len(line) <= LONGEST:
        return ""
    return _NUMBER.sub("#", line) if "第" in line or "年" in line else line


def _comes_again(text: str, line: str, found: Sequence[int]) -> bool:
    if kind(text) == _FOLIO or _PAGE.fullmatch(text.replace(" ", "")):
        return True
    return len(found) >= TIMES and "#" not in line and _is_head(line, found)


def _is_head(line: str, found: Sequence[int]) -> bool:
    """Say whether what comes again does so from page to page, and is no sentence."""
    far = found[-1] - found[0] >= APART * (len(found) - 1)
    return far and bool(_LETTER.search(line)) and not _SENTENCE.search(line)


def furniture_of(lines: Lines) -> list[int]:
    """Return the numbers of the lines that stand between pages, in order, each on a raw line of its own."""
    texts = lines.texts
    heads = (
        k
        for line, found in _alike(texts)
        if _comes_again(texts[found[0]], line, found)
        or (_DATED.search(line) and _is_head(line, found) and len({texts[k] for k in found}) == 1)
        for k in found
        if kind(texts[k]) in _HEADS
    )
    turns = [*lines.turns, NEXT]
    return sorted(k for k in {*heads, *_page_numbers(texts)} if max(turns[k : k + 2]) < CUT)


def _page_numbers(texts: Sequence[str]) -> list[int]:
    """Return the longest run of lines that are numbers and count on by one, some lines between them."""
    runs: dict[int, list[int]] = {}
    best: list[int] = []
    for k, text in enumerate(texts):
        found = _PAGE_NUMBER.fullmatch(text) if len(text) <= LONGEST else None
        if found:
            number = int(found[1])
            before = runs.get(number - 1, [])
            runs[number] = [*before, k] if before and k - before[-1] > APART else [k]
            best = max(best, runs[number], key=len)
    return best if len(best) >= PAGES else []


def parted(lines: Lines) -> tuple[Lines, Lines]:
    """Return what runs on from page to page, and what stands between."""
    apart = furniture_of(lines)
    between = set(apart)
    kept = [k for k in range(len(lines)) if k not in between]
    if not (apart and kept):
        return lines, reordered(lines, Order([], set()))
    turned = {k for k in kept if k - 1 in between}
    return reordered(lines, Order(kept, turned)), reordered(lines, Order(apart, set()))


def followed(lines: Lines, furniture: Lines) -> Lines:
    """Return lines with those between pages behind them."""
    return Lines(
        lines.starts + furniture.starts,
        lines.ends + furniture.ends,
        lines.texts + furniture.texts,
        lines.widths + furniture.widths,
        lines.indents + furniture.indents,
        lines.blanks + furniture.blanks,
        lines.turns + furniture.turns,
    )


def alone(joined: Joined, count: int) -> Joined:
    """Return what goes on where, with so many more lines that go on nowhere."""
    nowhere = array("q", [NOWHERE]) * count
    return Joined(joined.after + nowhere, joined.before + nowhere, joined.p + array("d", [0.0]) * count)


def put_back(ordered: Sequence[Chain], lines: Lines, places: Places, first: int) -> list[Chain]:
    """Return paragraphs in reading order with the lines between pages, from ``first`` on, beside what they stand by.

    What runs on around one stands wholly before or behind it: where the longer piece does.
    """
    at = {line: k for k, chain in enumerate(ordered) for line in chain}
    before: list[list[Chain]] = [[] for _ in range(len(ordered) + 1)]
    behind = [line for line in places.order if line < first]
    ranks = [places.rank[line] for line in behind]
    # One paragraph may run on over thousands of pages.
    starts: dict[int, int] = {}
    for line in range(first, len(lines)):
        above = bisect_left(ranks, places.rank[line]) - 1
        k = at[behind[above]] if above >= 0 else -1
        if k >= 0 and k not in starts:
            starts[k] = max(runs_of(ordered[k], lines, places), key=lambda run: run.end - run.start).start
        before[k + (starts.get(k, -1) <= lines.starts[line])].append([line])
    return [*(c for k, chain in enumerate(ordered) for c in (*before[k], chain)), *before[-1]]
