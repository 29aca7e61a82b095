"""What each paragraph of a document is: signs weighed, the best sequence of roles, articles, marks and spans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from qingyang.chain.sequence import Candidates, best_sequence, certainties
from qingyang.tagging.gaps import lost
from qingyang.tagging.grammar import HEAD, OPENS
from qingyang.tagging.line import Block, Habit
from qingyang.tagging.refinement import WHOLE, refined
from qingyang.tagging.signs import (
    MEMORY,
    REACH,
    SOON,
    Traits,
    asked,
    asks,
    heads,
    runs,
    traits_of,
    windows_of,
)
from qingyang.tagging.spans import spans_of
from qingyang.tagging.weights import ROLES, weights, worth_of
from qingyang.text.article import Span
from qingyang.text.edit import Cut, Mark, Tag

CONTEXT_BEFORE = MEMORY + REACH
"""Paragraphs before some that can change what these are taken for."""
CONTEXT_AFTER = SOON + REACH
_WORTH = 8000
"""Thousandths of a nat under the best role from which one is no candidate."""
_OTHER, _OTHERS = 0.03, 3
"""Probability from which another role is named, and how many are at most."""
_NUMBER = {role: k for k, role in enumerate(ROLES)}
_BODY, _ANSWER = _NUMBER["body"], _NUMBER["answer"]
_WHOLE = 45
"""Measure from which a line is a whole paragraph: no column, and so no other story, comes in between."""
_SLACK = 1000
"""Thousandths of a nat for another story that may do so."""
_SENTENCELESS = 2000
"""Thousandths of a nat against body text where a whole line has no sentence: no column has cut one there."""
Hands = Mapping[int, Sequence[Tag | Mark | Cut]]


class Tagged(NamedTuple):
    """What one paragraph is."""

    role: str = "body"
    p: float = 1.0
    marks: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()
    begins: bool = False
    """Whether an article begins here."""
    others: tuple[str, ...] = ()
    """Roles it may have instead, the likeliest first."""


class Part(NamedTuple):
    """Paragraphs of a document to be tagged, among some that are only looked at."""

    blocks: Sequence[Block]
    first: int = 0
    """Which of ``blocks`` is tagged first; `CONTEXT_BEFORE` others before it are enough."""
    last: int | None = None
    """Behind the last one tagged; `CONTEXT_AFTER` others behind it are enough."""
    before: str = ""
    """The role of the paragraph before the first; empty where that begins the document."""
    opens: bool = True
    """Whether ``blocks`` begin with the document."""
    ends: bool = True


def tag(part: Part, habit: Habit, hands: Hands | None = None) -> list[Tagged]:
    """Return what each paragraph is; ``hands`` are what people have set, by number among the part's blocks.

    A role set by hand is never changed; its neighbours are read in its light.
    """
    last = len(part.blocks) if part.last is None else part.last
    if part.first >= last:
        return []
    all_set = [_set_role((hands or {}).get(k, ())) for k in range(len(part.blocks))]
    traits = [asked(traits_of(b, habit), role) for b, role in zip(part.blocks, all_set, strict=True)]
    worths = _worths(part, last, habit, traits)
    texts, set_roles = [block.text for block in part.blocks[part.first : last]], all_set[part.first : last]
    hands = {k - part.first: records for k, records in (hands or {}).items() if part.first <= k < last}
    candidates = [_candidates(w, role) for w, role in zip(worths, set_roles, strict=True)]
    follows = weights().follows
    before = _number(part.before) if part.before else None
    numbers = best_sequence(candidates, follows, before)
    sure = certainties(candidates, numbers, follows, before)
    roles = _names(numbers, set_roles, traits[part.first : last], part.before)
    begins = _openings(roles, hands, part.before)
    return [
        Tagged(
            role,
            chances[numbers[k]],
            _marks(texts, k, role, hands.get(k, ())),
            spans_of(texts[k], role),
            begins[k],
            _others(chances, numbers[k]),
        )
        for k, (role, chances) in enumerate(zip(roles, sure, strict=True))
    ]


def _worths(part: Part, last: int, habit: Habit, traits: Sequence[Traits]) -> list[tuple[int, ...]]:
    windows = windows_of(traits, habit, part.first, last, opens=part.opens, ends=part.ends)
    return _heeding_layout(list(map(worth_of, windows)), windows, habit, part.before)


def _heeding_layout(
    worths: list[tuple[int, ...]], windows: Sequence[Traits], habit: Habit, before: str
) -> list[tuple[int, ...]]:
    """Return worths as far as lines can be trusted: an answer goes on, and a whole line without a sentence heads."""
    whole = habit.measure >= _WHOLE
    answering = before in ("question", "answer")
    found = []
    for worth, window in zip(worths, windows, strict=True):
        if answering and runs(window):
            worth = _with(worth, _ANSWER, max(worth[_ANSWER], worth[_BODY] - _SLACK * (not whole)))
        elif whole and heads(window):
            worth = _with(worth, _BODY, worth[_BODY] - _SENTENCELESS)
        answering = asks(window) or (answering and runs(window))
        found.append(worth)
    return found


def _with(worth: tuple[int, ...], number: int, value: int) -> tuple[int, ...]:
    return (*worth[:number], value, *worth[number + 1 :])


def _set_role(hands: Sequence[Tag | Mark | Cut]) -> str:
    return next((record.role for record in hands if isinstance(record, Tag)), "")


def _number(role: str) -> int:
    return _NUMBER.get(WHOLE.get(role, role), _BODY)


def _candidates(worths: Sequence[int], set_role: str) -> Candidates:
    if set_role:
        return [(_number(set_role), 0)]
    least = max(worths) - _WORTH
    return [(number, worth) for number, worth in enumerate(worths) if worth > least]


def _names(
    numbers: Sequence[int], set_roles: Sequence[str], traits: Sequence[Traits], before: str
) -> list[str]:
    names: list[str] = []
    other = WHOLE.get(before, before)
    for number, set_role, shown in zip(numbers, set_roles, traits, strict=True):
        names.append(set_role or refined(ROLES[number], shown, other))
        other = ROLES[number]
    return names


def _others(chances: Mapping[int, float], best: int) -> tuple[str, ...]:
    ranked = sorted((n for n, p in chances.items() if n != best and p >= _OTHER), key=lambda n: -chances[n])
    return tuple(ROLES[number] for number in ranked[:_OTHERS])


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
