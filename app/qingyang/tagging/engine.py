"""The best sequence of roles for a page: cues say what each paragraph looks like, the grammar what may follow what."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from qingyang.tagging.cues import CUES
from qingyang.tagging.gaps import lost
from qingyang.tagging.grammar import HEAD, OPENS, START, follows
from qingyang.tagging.line import Line, line_of
from qingyang.tagging.spans import spans_of
from qingyang.text.article import Span
from qingyang.text.edit import Cut, Mark, Tag

_WORTH = -6.0
"""A cue below this is no candidate."""
_HAND = 60.0
_HEADING = 120
"""Characters beyond which only running text need be thought of."""
_LONG = {role: CUES[role] for role in ("body", "answer", "lede", "editor_note", "question")}
Candidates = list[tuple[str, float]]
Hands = Mapping[int, Sequence[Tag | Mark | Cut]]


class Tagged(NamedTuple):
    """What one paragraph is."""

    role: str = "body"
    p: float = 1.0
    marks: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()
    begins: bool = False
    """Whether an article begins here."""


def tag(
    texts: Sequence[str],
    gaps: Sequence[int] = (),
    hands: Hands | None = None,
    *,
    before: str = "",
    more: bool = False,
) -> list[Tagged]:
    """Return what each paragraph is; ``gaps`` are the line breaks before each, ``hands`` what people have set.

    A role set by hand is never changed; its neighbours are read in its light. For a part of a document ``before``
    is the role of the paragraph before it, and ``more`` says that others follow.
    """
    if not texts:
        return []
    hands = hands or {}
    gaps = gaps or [1] * len(texts)
    last = len(texts) if more else len(texts) - 1
    lines = [line_of(text, gaps[k], k == 0 and not before, k == last) for k, text in enumerate(texts)]
    candidates = [_candidates(line, hands.get(k, ())) for k, line in enumerate(lines)]
    roles = _best_sequence(candidates, before)
    sure = _certainty(candidates, roles, before)
    begins = _openings(roles, hands, before)
    return [
        Tagged(
            role,
            p,
            _marks(texts, k, role, hands.get(k, ())),
            spans_of(texts[k], role),
            begins[k],
        )
        for k, (role, p) in enumerate(zip(roles, sure, strict=True))
    ]


def _candidates(line: Line, hands: Sequence[Tag | Mark | Cut]) -> Candidates:
    for record in hands:
        if isinstance(record, Tag):
            return [(record.role, _HAND)]
    cues = _LONG if line.length > _HEADING else CUES
    scored = [(role, cue(line)) for role, cue in cues.items()]
    return [(role, score) for role, score in scored if score > _WORTH] or [("body", 0.0)]


def _enters(before: str, role: str) -> float:
    return follows(before, role) if before else START.get(role, 0.0)


def _best_sequence(candidates: Sequence[Candidates], before: str) -> list[str]:
    """Return the roles with the highest sum of cues and grammar (Viterbi)."""
    scores = {role: score + _enters(before, role) for role, score in candidates[0]}
    back: list[dict[str, str]] = []
    for step in candidates[1:]:
        reached: dict[str, float] = {}
        origin: dict[str, str] = {}
        for role, score in step:
            origin[role] = max(scores, key=lambda r, role=role: scores[r] + follows(r, role))  # type: ignore[misc]
            reached[role] = scores[origin[role]] + follows(origin[role], role) + score
        scores = reached
        back.append(origin)
    roles = [max(scores, key=lambda role: scores[role])]
    for origin in reversed(back):
        roles.append(origin[roles[-1]])
    return roles[::-1]


def _certainty(candidates: Sequence[Candidates], roles: Sequence[str], before: str) -> list[float]:
    """Return how much each role stands out between its neighbours, as a probability."""
    sure = []
    for k, options in enumerate(candidates):
        weights = {}
        for role, score in options:
            enters = follows(roles[k - 1], role) if k else _enters(before, role)
            leaves = follows(role, roles[k + 1]) if k + 1 < len(roles) else 0.0
            weights[role] = score + enters + leaves
        top = max(weights.values())
        total = sum(math.exp(w - top) for w in weights.values())
        sure.append(math.exp(weights[roles[k]] - top) / total)
    return sure


def _openings(roles: Sequence[str], hands: Hands, before: str) -> list[bool]:
    begins = []
    head = before in HEAD
    for k, role in enumerate(roles):
        opens = role in OPENS and not head
        for record in hands.get(k, ()):
            if isinstance(record, Cut):
                opens = record.on
        begins.append(opens or (k == 0 and not before))
        head = role in HEAD
    return begins


def _marks(texts: Sequence[str], k: int, role: str, hands: Sequence[Tag | Mark | Cut]) -> frozenset[str]:
    marks = set(lost(texts, k, role))
    for record in hands:
        if isinstance(record, Mark):
            (marks.add if record.on else marks.discard)(record.mark)
    return frozenset(marks)
