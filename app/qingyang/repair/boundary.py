"""Decide every line break: join or paragraph end, with a probability and its reason."""

from __future__ import annotations

from functools import cache
from math import exp

from qingyang.lexicon import Words
from qingyang.repair.evidence import SIZES, evidence_of
from qingyang.repair.fitted import TREES
from qingyang.repair.forest import Forest, forest_of
from qingyang.repair.kinds import WESTERN
from qingyang.repair.lines import Lines
from qingyang.repair.reasons import reason
from qingyang.text.edit import Boundary

STAYS = 0.01
"""Two lines without any Chinese: tables, code, verse and English are not what the trees have seen."""


def boundaries_of(lines: Lines, words: Words) -> tuple[Boundary, ...]:
    """Return one boundary for every run of line breaks between two lines."""
    if len(lines) < 2:
        return ()
    evidence = evidence_of(lines, words)
    rows = list(zip(*evidence.signs.values(), strict=True))
    kinds = zip(evidence.signs["kind_before"], evidence.signs["kind_after"], strict=True)
    found = []
    for k, (worth, pair) in enumerate(zip(_forest().sums(rows), kinds, strict=True)):
        p = STAYS if pair == (WESTERN, WESTERN) else 1 / (1 + exp(-worth / 1000))
        glue = _glue(lines.texts[k], lines.texts[k + 1])
        why = reason(lines, evidence, rows[k], k, p)
        found.append(Boundary(lines.ends[k], lines.starts[k + 1], p, why, glue))
    return tuple(found)


@cache
def _forest() -> Forest:
    # Made of a constant at first need: what it answers depends on nothing else.
    return forest_of(TREES, list(SIZES.values()))


def _glue(before: str, after: str) -> str:
    a, b = before[-1], after[0]
    return " " if a.isascii() and b.isascii() and a.isalpha() and b.isalpha() else ""
