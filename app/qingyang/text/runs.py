"""The runs of raw text that a stretch of repaired text stands for, and what holds such a run against the rules."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import chain, pairwise
from typing import NamedTuple

from qingyang.text.change import Draft
from qingyang.text.edit import HAND, Edit, Verdict
from qingyang.text.force import overlap
from qingyang.text.reading import Piece, Reading
from qingyang.text.step import Step, set_records


class Run(NamedTuple):
    """Pieces of repaired text whose raw spans follow one another."""

    start: int
    end: int
    before: str
    """What of the new text of the first piece stays in front of the change."""
    after: str
    hands: tuple[Edit, ...]
    rules: tuple[Edit, ...] = ()
    """Rules' insertions in it: unlike replacements, no hand edit can cover them."""


def runs_of(reading: Reading, start: int, end: int) -> list[Run]:
    """Return the runs that repaired[start:end] stands for, none over an edge of the order."""
    runs: list[Run] = []
    for run in chain.from_iterable(
        _cut_at_moves(reading, p, start, end) for p in touched(reading, start, end)
    ):
        last = runs[-1] if runs else None
        if last is not None and _goes_on(last, run) and not reading.order.cuts(last.start, run.end):
            runs[-1] = Run(last.start, run.end, last.before, run.after, last.hands + run.hands)
        else:
            runs.append(run)
    return runs


def _goes_on(last: Run, run: Run) -> bool:
    # An insertion stays an edit of its own.
    wide = run.end > run.start and last.end > last.start
    return wide and last.end == run.start and not last.after and not run.before


def _cut_at_moves(reading: Reading, piece: Piece, start: int, end: int) -> list[Run]:
    """Cut raw text where a move has an edge, even one that parts nothing now: no edit is to lie across it."""
    run = run_of(piece, start, end)
    if piece.edit is not None:
        return [run]
    edges = [run.start, *reading.order.cuts(run.start, run.end), run.end]
    return [run._replace(start=a, end=b) for a, b in pairwise(edges)]


def touched(reading: Reading, start: int, end: int) -> list[Piece]:
    """Return the pieces that repaired[start:end] has characters of, and deletions inside it."""
    return [
        p
        for p in reading.pieces(start, end)
        if (p.at < end and p.at + len(p.text) > start) or (not p.text and start < p.at < end)
    ]


def run_of(piece: Piece, start: int, end: int) -> Run:
    """Return what of one piece stands in repaired[start:end], the raw span of an edit as a whole."""
    low, high = max(start, piece.at) - piece.at, min(end, piece.at + len(piece.text)) - piece.at
    if piece.edit is None:
        return Run(piece.start + low, piece.start + high, "", "", ())
    hands = (piece.edit,) if piece.edit.id else ()
    rules = () if piece.edit.id or piece.start < piece.end else (piece.edit,)
    return Run(piece.start, piece.end, piece.text[:low], piece.text[max(low, high) :], hands, rules)


def silenced(draft: Draft, rules: Iterable[Edit]) -> Step:
    """Return the verdicts that take rules' insertions out of force: a hand has taken their text over."""
    return set_records(draft, [Verdict(rule.key, accept=False) for rule in rules])


def shadows(draft: Draft, start: int, end: int) -> bool:
    """Say whether a hand edit of this raw span keeps a rule's edit silent."""
    hand, rules = Edit(start, end, "", HAND, id="?"), draft.proposals.edits
    # Rules do not overlap one another, so only one can reach in from before.
    low = max(0, bisect_left(rules, start, key=lambda e: e.start) - 1)
    near = rules[low : bisect_right(rules, end, key=lambda e: e.start)]
    return any(overlap(e, hand) and draft.stands(e) for e in near)


def id_in_place(draft: Draft, run: Run, new_id: Callable[[], str]) -> str:
    """Return the id under which a run's new text is read just where the run was."""
    if run.hands:
        return run.hands[0].id
    # A rule's insertion is read before all that hands have typed at its place.
    return id_before_all(draft, run.start, new_id) if run.rules else new_id()


def id_before_all(draft: Draft, raw: int, new_id: Callable[[], str]) -> str:
    """Return an id that stands before those of all insertions at a raw offset."""
    there = [e.id for e in draft.hand_edits() if e.start == e.end == raw]
    depth = max((len(id) - len(id.lstrip("!")) for id in there), default=0)
    return "!" * (depth + 1) + new_id()
