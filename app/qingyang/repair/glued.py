"""Lines of neighbouring columns that an extractor wrote on one line, a space between them: is this space a gutter?

Every space that could be one is judged by how wide the parts beside it are, against the parts of the lines around, by
whether the lines above and below have a space at the same place, and by words across it and down the column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from qingyang.lexicon import Words
from qingyang.repair import seams
from qingyang.repair.fitted.gaps import TREES
from qingyang.repair.forest import Forest, forest_of
from qingyang.repair.kinds import KINDS, kind
from qingyang.repair.measure import width
from qingyang.repair.shape import steps
from qingyang.repair.signs import (
    ENDED,
    ENDS,
    HAN,
    STARTS,
    end_code,
    start_code,
)
from qingyang.text.edit import APPLY_FROM

# The gap at a number or a Western word is the typesetter's.
_SPACE = re.compile("(?<=[^\\s0-9A-Za-z])[ \u3000]+(?=[^\\s])|(?<=\\S)[ \u3000]+(?=[^\\s0-9A-Za-z])")
LONGEST = 240
"""A longer line is running text or many things, never a few columns."""
FEWEST = 4
"""Lines below which no text is taken for columns on one line."""
MOST = 16
"""Gaps a line of columns may have at most: letters spaced out have more."""
_CHINESE = re.compile(f"[{HAN}]")
AROUND = 8
"""Lines on either side whose parts say how wide a column is."""
WIDTH_EDGES = (4, 8, 12, 16, 20, 24, 28, 34, 44, 60)
OFF_EDGES = (-12, -5, -2, 0, 1, 3, 6, 14)
SHARE_EDGES = (1, 2, 4, 6)

SIZES: dict[str, int] = {
    "gap": 4,
    "left": 11,
    "right": 11,
    "left_off": 9,
    "right_off": 9,
    "firm": 5,
    "parts": 5,
    "whole": 11,
    "end": ENDS,
    "start": STARTS,
    "seam": 4,
    "down": 4,
    "up": 4,
    "above": 3,
    "below": 3,
    "spaces_around": 5,
    "kind": len(KINDS),
    "kind_left": len(KINDS),
    "kind_right": len(KINDS),
    "ended": 3,
}
"""How many values each sign can take."""


ALIKE = 2
"""Sign of a line that has a gap at about the same place."""
ALONE = 0.7
"""How sure a gutter must be where no line beside it has a gap at about the same place."""
LIKELY, SURE = 0.8, 0.95
"""Steps of how sure a gutter is."""


class Gap(NamedTuple):
    """A space that may part two columns."""

    line: int
    start: int
    end: int
    """Within its line."""
    left: tuple[int, int]
    right: tuple[int, int]
    """The parts beside it, within the line."""


def gaps_of(texts: Sequence[str]) -> list[Gap]:
    """Return every space that may part two columns, line by line."""
    found = []
    for k, text in enumerate(texts):
        if len(text) > LONGEST or (" " not in text and "\u3000" not in text):
            continue
        spaces = [m.span() for m in _SPACE.finditer(text)]
        if len(spaces) > MOST:
            continue
        edges = [(0, 0), *spaces, (len(text), len(text))]
        for before, at, after in zip(edges, spaces, edges[2:], strict=False):
            left, right = (before[1], at[0]), (at[1], after[0])
            if _CHINESE.search(text, *left) and _CHINESE.search(text, *right):
                found.append(Gap(k, *at, left, right))
    return found


def gutters(texts: Sequence[str], words: Words) -> list[tuple[Gap, float]]:
    """Return the spaces that part two columns, and how sure that is."""
    gaps = gaps_of(texts) if len(texts) >= FEWEST else []
    signs = signs_of(texts, gaps, words)
    found = _forest().chances(list(signs.values()))
    # A space all alone is a headline's sooner than a gutter: beside a gutter another line has one too.
    alike = map(max, signs["above"], signs["below"])
    least = (APPLY_FROM if beside == ALIKE else ALONE for beside in alike)
    return [(gap, p) for gap, p, enough in zip(gaps, found, least, strict=True) if p >= enough]


@cache
def _forest() -> Forest:
    # Made of a constant at first need: what it answers depends on nothing else.
    return forest_of(TREES, list(SIZES.values()))


def signs_of(texts: Sequence[str], gaps: Sequence[Gap], words: Words) -> dict[str, Sequence[int]]:
    """Return the signs of every gap: one list a sign, one entry a gap."""
    if not gaps:
        return {name: [] for name in SIZES}
    parts = _parts(texts, gaps)
    lefts = [texts[g.line][slice(*g.left)] for g in gaps]
    rights = [texts[g.line][slice(*g.right)] for g in gaps]
    left_widths, right_widths = [width(t) for t in lefts], [width(t) for t in rights]
    modes = _modes(gaps, parts)
    ends = [end_code(t) for t in lefts]
    # How far from its line's start each gap stands, in half ems, and where those of each line do.
    own = [width(texts[g.line][: g.start]) for g in gaps]
    places: dict[int, list[int]] = {}
    for gap, at in zip(gaps, own, strict=True):
        places.setdefault(gap.line, []).append(at)
    signs: dict[str, Sequence[int]] = {
        "gap": [min(3, g.end - g.start) for g in gaps],
        "left": steps(left_widths, WIDTH_EDGES),
        "right": steps(right_widths, WIDTH_EDGES),
        "left_off": steps([w - m for w, (m, _) in zip(left_widths, modes, strict=True)], OFF_EDGES),
        "right_off": steps([w - m for w, (m, _) in zip(right_widths, modes, strict=True)], OFF_EDGES),
        "firm": steps([n for _, n in modes], (3, 5, 9, 14)),
        "parts": [min(4, len(parts[g.line]) - 1) for g in gaps],
        "whole": steps([width(texts[g.line]) for g in gaps], WIDTH_EDGES),
        "end": ends,
        "start": [start_code(t) for t in rights],
        "seam": seams.across(seams.tails(lefts), seams.heads(rights), words),
        "above": [_beside(places, g.line - 1, at) for g, at in zip(gaps, own, strict=True)],
        "below": [_beside(places, g.line + 1, at) for g, at in zip(gaps, own, strict=True)],
        "spaces_around": steps(
            [sum(k in places for k in range(g.line - 4, g.line + 5)) - 1 for g in gaps], SHARE_EDGES
        ),
        "kind": [kind(texts[g.line]) for g in gaps],
        "kind_left": [kind(t) for t in lefts],
        "kind_right": [kind(t) for t in rights],
        "ended": [int(e in ENDED) for e in ends],
    }
    signs["down"] = _vertical(lefts, gaps, parts, texts, words, 1)
    signs["up"] = _vertical(rights, gaps, parts, texts, words, -1)
    return {name: signs[name] for name in SIZES}


def _parts(texts: Sequence[str], gaps: Sequence[Gap]) -> dict[int, list[str]]:
    """Return the parts of every line with a gap."""
    found: dict[int, list[str]] = {}
    for gap in gaps:
        if gap.line not in found:
            found[gap.line] = [texts[gap.line][slice(*gap.left)]]
        found[gap.line].append(texts[gap.line][slice(*gap.right)])
    return found


def _modes(gaps: Sequence[Gap], parts: dict[int, list[str]]) -> list[tuple[int, int]]:
    """Return how wide most parts of the lines around are, in half ems, and how many agree to an em."""
    widths = {line: [width(p) for p in found] for line, found in parts.items()}
    known: dict[int, tuple[int, int]] = {}
    for gap in gaps:
        if gap.line in known:
            continue
        counts: dict[int, int] = {}
        for line in range(gap.line - AROUND, gap.line + AROUND + 1):
            for w in widths.get(line, ()):
                if w >= 12:
                    counts[w // 2] = counts.get(w // 2, 0) + 1
        best = max(
            counts, key=lambda w: (2 * counts[w] + counts.get(w - 1, 0) + counts.get(w + 1, 0), w), default=0
        )
        agree = counts.get(best, 0) + counts.get(best - 1, 0) + counts.get(best + 1, 0)
        known[gap.line] = (2 * best, agree)
    return [known[gap.line] for gap in gaps]


def _beside(places: dict[int, list[int]], line: int, at: int) -> int:
    """Return ``ALIKE`` where a line has a gap at about the same place, 1 where elsewhere, 0 where it has none."""
    found = places.get(line)
    if not found:
        return 0
    return ALIKE if any(abs(other - at) <= 3 for other in found) else 1


def _vertical(
    own: Sequence[str],
    gaps: Sequence[Gap],
    parts: dict[int, list[str]],
    texts: Sequence[str],
    words: Words,
    step: int,
) -> list[int]:
    """Return the strongest word between a part and the parts of the line below (step 1) or above (-1)."""
    tails: list[str] = []
    heads: list[str] = []
    owners: list[int] = []
    for k, (text, gap) in enumerate(zip(own, gaps, strict=True)):
        line = gap.line + step
        if not 0 <= line < len(texts):
            continue
        for other in parts.get(line, [texts[line]]):
            tails.append(text if step > 0 else other)
            heads.append(other if step > 0 else text)
            owners.append(k)
    best = [0] * len(gaps)
    codes = seams.across(seams.tails(tails), seams.heads(heads), words)
    for owner, code in zip(owners, codes, strict=True):
        best[owner] = max(best[owner], code)
    return best
