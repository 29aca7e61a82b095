"""Raw text in, proposals out: lines and columns, what goes on where, then every rule over the text as it then reads."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import NamedTuple

from qingyang.lexicon import NO_SCRIPTS, Lexicon, Scripts, Words
from qingyang.repair.boundary import Decided, decide
from qingyang.repair.evidence import Evidence, evidence_of
from qingyang.repair.flags import FLAGS
from qingyang.repair.furniture import alone, followed, parted, put_back
from qingyang.repair.glue import glue
from qingyang.repair.lines import CUT, Lines, lines_of
from qingyang.repair.links import Pair
from qingyang.repair.order import (
    NOWHERE,
    Chain,
    Join,
    Joined,
    Places,
    brought_home,
    chains_of,
    chosen,
    in_order,
    moves_of,
    offered,
    offered_home,
    places_of,
)
from qingyang.repair.reasons import reason
from qingyang.repair.rules import RULES
from qingyang.repair.strays import PAGE, Stray, stray_part
from qingyang.repair.view import View, view_of
from qingyang.repair.woven import both, reordered, unwoven
from qingyang.text.boundaries import Boundaries
from qingyang.text.edit import APPLY_FROM, SURE_FROM, Boundary, Edit, Flag, Move, Proposals
from qingyang.text.fold import folded
from qingyang.text.source import BREAK
from qingyang.wording import message

VERSION = "11"
"""Of the rules; a cached result of another version is stale."""
QUESTIONS = 4
"""Doubtful line breaks a person is asked about, for every thousand characters."""
FEWEST = 3
"""Questions that a text too short for one in a thousand characters may ask all the same."""
OFFERED_FROM = 0.25
"""Probability from which a join across a distance is offered: a page has too many to offer every possible one."""
GUTTERS = {CUT: 0.75, CUT + 1: 0.9, CUT + 2: 0.99}
"""How sure a gap of a line is a gutter, by step."""
CLEAR = 0.99
"""How sure a gutter is that separates blocks of a spaced page."""
APART = 0.004
"""Probability that two lines belong together that follow one another in the file, but not in their columns."""


class Repair(NamedTuple):
    """What the rules make of one raw text."""

    boundaries: Sequence[Boundary]
    """One for every run of line breaks between two lines of the file, joined or not."""
    proposals: Proposals


def repair(source_text: str, words: Words, scripts: Scripts = NO_SCRIPTS) -> Repair:
    """Return every boundary decided and every edit and move proposed; any text will do, nothing is raised."""
    with _without_collecting():
        return _repair(source_text, Lexicon(words, scripts))


@contextmanager
def _without_collecting() -> Iterator[None]:
    # A million characters make a million small values and no circle; looking for circles takes a fifth of the time.
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


class _Laid(NamedTuple):
    """What lines and columns come to: all that is kept of them once the rules look at the text."""

    boundaries: Boundaries
    sure_from: float
    moves: tuple[Move, ...]
    gutters: list[Edit]
    view: View


def _repair(source_text: str, lexicon: Lexicon) -> Repair:
    if not source_text.strip():
        return Repair(Boundaries(), Proposals(VERSION))
    laid = _laid(source_text, lexicon.words)
    edits = [b.edit() for b in laid.boundaries if b.p_join > 1 - laid.sure_from]
    edits += laid.gutters
    for rule in RULES:
        edits += rule.propose(laid.view, lexicon.words)
    edits.sort(key=_start)
    flags = [flag for rule in FLAGS for flag in rule.find(laid.view, lexicon)]
    flags.sort(key=_start)
    return Repair(laid.boundaries, Proposals(VERSION, tuple(edits), laid.moves, tuple(flags), laid.sure_from))


def _laid(source_text: str, words: Words) -> _Laid:
    """Return what stands in which order and what goes on where."""
    # Dictionary and patterns are in simplified characters; either script has the same lines.
    simplified = folded(source_text)
    lines, furniture = parted(lines_of(simplified, words))
    evidence = evidence_of(lines, words)
    decided = decide(lines, evidence, words)
    order = unwoven(lines, decided, evidence)
    if order is not None:
        lines = reordered(lines, order)
        evidence = evidence_of(lines, words)
        decided = both(decided, decide(lines, evidence, words), order)
    joined = chosen(_joins(decided), len(lines))
    ordered = in_order(chains_of(joined), lines)
    running = len(lines)
    if furniture:
        lines, joined = followed(lines, furniture), alone(joined, len(furniture))
    places = places_of(lines)
    if furniture:
        ordered = put_back(ordered, lines, places, running)
    stray = _stray(ordered, lines)
    strays: dict[int, float] = {}
    if stray is not None and stray.p >= APPLY_FROM:
        strays = {chain[0]: stray.p for chain in ordered[stray.first : stray.last]}
        ordered, stray = brought_home(ordered, stray), None
    if simplified is not source_text:
        lines = lines.written(source_text)
    boundaries = Boundaries(_boundaries(source_text, lines, evidence, decided, joined, places))
    sure_from = _sure_from(source_text, boundaries.p_joins)
    moves = (
        *moves_of(ordered, joined, lines, places, strays),
        *offered(_maybe(decided), ordered, lines, places),
        *(offered_home(ordered, stray, lines, places) if stray else ()),
    )
    gutters = list(_gutters(source_text, lines, joined, places))
    view = view_of(source_text, lines, ordered, boundaries, sure_from)
    return _Laid(boundaries, sure_from, moves, gutters, view)


def _stray(ordered: Sequence[Chain], lines: Lines) -> Stray | None:
    """Return the stray part behind the last page; no more of the text is looked at than that page."""
    first, size = len(ordered), 0
    while first and size < PAGE:
        first -= 1
        size += sum(map(lines.widths.__getitem__, ordered[first]))
    found = stray_part(["".join(map(lines.texts.__getitem__, chain)) for chain in ordered[first:]])
    return (
        None if found is None else Stray(found.first + first, found.last + first, found.home + first, found.p)
    )


def _start(found: Edit | Flag) -> int:
    return found.start


def _joins(decided: Decided) -> Iterator[Join]:
    for k, p in enumerate(decided.p_next):
        if p >= APPLY_FROM:
            yield Join(k, k + 1, p)
    for (i, j), p in decided.pairs:
        if p >= APPLY_FROM:
            yield Join(i, j, p)


def _maybe(decided: Decided) -> Iterator[Join]:
    return (Join(i, j, p) for (i, j), p in decided.pairs if OFFERED_FROM <= p < APPLY_FROM)


def _boundaries(
    raw: str, lines: Lines, evidence: Evidence, decided: Decided, joined: Joined, places: Places
) -> Iterator[Boundary]:
    """Yield every run of line breaks between two neighbours in the file, as it was decided."""
    rank = places.rank
    beside = {pair: p for pair, p in decided.pairs if rank[pair.after] == rank[pair.before] + 1}
    for a, b in pairwise(places.order):
        start, end = lines.ends[a], lines.starts[b]
        if not BREAK.search(raw, start, end):
            continue
        near = b == a + 1 <= len(decided.p_next)
        p = decided.p_next[a] if near else beside.get(Pair(a, b), APART)
        if joined.after[a] != b and p >= APPLY_FROM:
            # Another line goes on here, or this one goes on elsewhere.
            p = APART if joined.after[a] == NOWHERE == joined.before[b] else 1 - p
        why = reason(lines, evidence, a, p) if near else _ACROSS[p >= APPLY_FROM]
        yield Boundary(start, end, p, why, glue(lines.texts[a], lines.texts[b]))


_ACROSS = message("why.elsewhere"), message("why.link")
"""Why neighbours in the file that are none in their columns stay apart, and why they are joined all the same."""


def _gutters(raw: str, lines: Lines, joined: Joined, places: Places) -> Iterator[Edit]:
    """Yield a line break for every gap that parts two columns on one raw line."""
    for a, b in pairwise(places.order):
        start, end = lines.ends[a], lines.starts[b]
        if BREAK.search(raw, start, end) or joined.after[a] == b:
            continue
        p = GUTTERS.get(lines.turns[b], CLEAR)
        yield Edit(start, end, "\n", "column", p, message("why.gutter", after=lines.texts[b][:6]))


def _sure_from(raw: str, p_joins: Sequence[float]) -> float:
    """Return the probability from which nobody is asked: lower where more is doubtful than a person can read."""
    allowed = max(FEWEST, QUESTIONS * (len(raw) - sum(map(raw.count, " \n\u3000"))) // 1000)
    sure = sorted(p for p_join in p_joins if (p := max(p_join, 1 - p_join)) < SURE_FROM)
    return SURE_FROM if len(sure) <= allowed else sure[allowed]
