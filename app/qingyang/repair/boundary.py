"""Decide every line break: join or paragraph end, with a probability and its reasons."""

from __future__ import annotations

from math import exp

from qingyang.lexicon import Words
from qingyang.repair.evidence import Evidence, evidence_of
from qingyang.repair.lines import Lines
from qingyang.repair.reasons import reason
from qingyang.repair.signs import START_FORBIDDEN
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
    signs = evidence.signs
    names = list(signs)
    return [_p(dict(zip(names, row, strict=True))) for row in zip(*signs.values(), strict=True)]


def _p(s: dict[str, int]) -> float:
    z = 0.0
    if s["start"] == START_FORBIDDEN:
        z += 5
    if s["kind_before"] or s["kind_after"]:
        z -= 4
    if s["seam"] >= 2 and s["kind_before"] == 0:
        z += 3
    if s["end"] in (1, 2):
        z += -4 if s["short_before"] >= 4 or s["blanks"] or s["column"] > 5 else -1
    elif s["end"] in (4, 6, 7, 10, 12):
        z += 3
    if s["indent"]:
        z -= 4
    if s["short_before"] <= 3 and s["firm_before"] >= 1:
        z += 2
    elif s["marks_before"] == 0:
        z -= 3
    z -= s["blanks"] > 0 and s["firm_before"] < 2
    if s["quotes"] == 3:
        z += 2
    if s["marks_before"] == 0 and s["length_before"] < 7 and s["firm_before"] == 0:
        z -= 3
    return 1 / (1 + exp(-z))


def _glue(before: str, after: str) -> str:
    western = before[-1].isascii() and after[0].isascii()
    return " " if western and before[-1].isalpha() and after[0].isalpha() else ""
