"""Decide every line break: join or paragraph end, with a probability and its reasons."""

from __future__ import annotations

from functools import cache
from math import exp

from qingyang.lexicon import Words
from qingyang.repair.evidence import SIZES, Evidence, evidence_of
from qingyang.repair.fitted import TREES
from qingyang.repair.forest import Forest, forest_of
from qingyang.repair.lines import Lines
from qingyang.repair.reasons import reason
from qingyang.text.edit import Boundary


def boundaries_of(lines: Lines, words: Words) -> tuple[Boundary, ...]:
    """Return one boundary for every run of line breaks between two lines."""
    if len(lines) < 2:
        return ()
    evidence = evidence_of(lines, words)
    found = []
    for k, p in enumerate(_probabilities(evidence)):
        glue = _glue(lines.texts[k], lines.texts[k + 1])
        why = reason(lines, evidence, k)
        found.append(Boundary(lines.ends[k], lines.starts[k + 1], p, why, glue))
    return tuple(found)


def _probabilities(evidence: Evidence) -> list[float]:
    return [1 / (1 + exp(-z / 1000)) for z in _forest().sums(zip(*evidence.signs.values(), strict=True))]


@cache
def _forest() -> Forest:
    # Made of a constant at first need: what it answers depends on nothing else.
    return forest_of(TREES, list(SIZES.values()))


def _glue(before: str, after: str) -> str:
    western = before[-1].isascii() and after[0].isascii()
    return " " if western and before[-1].isalpha() and after[0].isalpha() else ""
