"""Raw text in, proposals out: lines and columns, what goes on where, then every rule over the text as it then reads."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from qingyang.lexicon import NO_SCRIPTS, Lexicon, Scripts, Words
from qingyang.repair.boundary import Decided, decide
from qingyang.repair.evidence import Evidence, evidence_of
from qingyang.repair.flags import FLAGS
from qingyang.repair.glue import glue
from qingyang.repair.lines import CUT, Lines, lines_of
from qingyang.repair.order import Join, Places, chains_of, chosen, in_order, moves_of, offered, places_of
from qingyang.repair.reasons import reason
from qingyang.repair.rules import RULES
from qingyang.repair.view import view_of
from qingyang.text.edit import APPLY_FROM, SURE_FROM, Boundary, Edit, Flag, Proposals
from qingyang.text.source import BREAK
from qingyang.wording import message

VERSION = "2"
"""Of the rules; a cached result of another version is stale."""
QUESTIONS = 4
"""Doubtful line breaks a person is asked about, for every thousand characters."""
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

    boundaries: tuple[Boundary, ...]
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


def _repair(source_text: str, lexicon: Lexicon) -> Repair:
    words = lexicon.words
    lines = lines_of(source_text, words)
    if not len(lines):
        return Repair((), Proposals(VERSION))
    evidence = evidence_of(lines, words)
    decided = decide(lines, evidence, words)
    after = chosen(_joins(decided), len(lines))
    places = places_of(lines)
    ordered = in_order(chains_of(after, len(lines)), lines)
    boundaries = tuple(_boundaries(source_text, lines, evidence, decided, after, places))
    sure_from = _sure_from(source_text, boundaries)
    moves = [*moves_of(ordered, after, lines, places), *offered(_maybe(decided), ordered, lines, places)]
    edits = [b.edit() for b in boundaries if b.p_join > 1 - sure_from]
    edits += _gutters(source_text, lines, after, places)
    view = view_of(source_text, lines, ordered, boundaries, sure_from)
    for rule in RULES:
        edits += rule.propose(view, words)
    edits.sort(key=_start)
    flags = [flag for rule in FLAGS for flag in rule.find(view, lexicon)]
    flags.sort(key=_start)
    return Repair(boundaries, Proposals(VERSION, tuple(edits), tuple(moves), tuple(flags), sure_from))


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
    raw: str, lines: Lines, evidence: Evidence, decided: Decided, after: Mapping[int, Join], places: Places
) -> Iterator[Boundary]:
    """Yield every run of line breaks between two neighbours in the file, as it was decided."""
    inner = {join.after for join in after.values()}
    for a, b in zip(places.order, places.order[1:], strict=False):
        start, end = lines.ends[a], lines.starts[b]
        if not BREAK.search(raw, start, end):
            continue
        if b != a + 1:
            yield Boundary(start, end, APART, message("why.elsewhere"))
            continue
        p = decided.p_next[a]
        joined = a in after and after[a].after == b
        if not joined and p >= APPLY_FROM:
            # Another line goes on here, or this one goes on elsewhere.
            p = 1 - p if a in after or b in inner else APART
        yield Boundary(start, end, p, reason(lines, evidence, a, p), glue(lines.texts[a], lines.texts[b]))


def _gutters(raw: str, lines: Lines, after: Mapping[int, Join], places: Places) -> Iterator[Edit]:
    """Yield a line break for every gap that parts two columns on one raw line."""
    for a, b in zip(places.order, places.order[1:], strict=False):
        start, end = lines.ends[a], lines.starts[b]
        if BREAK.search(raw, start, end) or (a in after and after[a].after == b):
            continue
        p = GUTTERS.get(lines.turns[b], CLEAR)
        yield Edit(start, end, "\n", "column", p, message("why.gutter", after=lines.texts[b][:6]))


def _sure_from(raw: str, boundaries: Sequence[Boundary]) -> float:
    """Return the probability from which nobody is asked: lower where more is doubtful than a person can read."""
    allowed = QUESTIONS * (len(raw) - sum(map(raw.count, " \n\u3000"))) // 1000
    sure = sorted(p for b in boundaries if (p := max(b.p_join, 1 - b.p_join)) < SURE_FROM)
    return SURE_FROM if len(sure) <= allowed else sure[allowed]
