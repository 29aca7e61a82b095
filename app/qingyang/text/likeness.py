"""When two decisions are alike: the same kind of change between the same kinds of neighbours.

A neighbour is told by its class: Han, a digit, a Latin letter; a mark is itself. A paragraph's role counts as the group
it belongs to, questions and answers as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qingyang.text.edit import Edit, Flag, Move
from qingyang.text.finding import Finding
from qingyang.text.guess import Guess
from qingyang.text.lesson import Likeness
from qingyang.text.role import BY_ID
from qingyang.text.row import Asked, Doubt
from qingyang.text.source import LINE_BREAKS, Characters

EDGE = "|"
"""The beginning or end of a paragraph."""
ANY = ""
"""In place of a neighbour's class: whatever stands there."""
_WORDING = 2
"""Letters from which a wording stands by itself: 州 for 中 is no rule, 渝州 for 渝中 is."""
_DIALOGUE = frozenset({"question", "answer"})


def group_of(role: str) -> str:
    """Return the group of a role as far as likeness goes."""
    if role in _DIALOGUE:
        return "dialogue"
    return BY_ID[role].group if role in BY_ID else "body"


def class_at(text: Characters, at: int) -> str:
    """Return the class of a character: h Han, 0 digit, a letter, the character itself, or `EDGE`.

    >>> [class_at("渝7x，", k) for k in range(5)]
    ['h', '0', 'a', '，', '|']
    """
    if not 0 <= at < len(text) or text[at] in LINE_BREAKS:
        return EDGE
    sign = text[at]
    if sign.isdigit():
        return "0"
    if sign.isalpha():
        return "a" if sign < "\u2e80" else "h"
    return sign


def likeness(doubt: Doubt, raw: str, text: Characters, role: str) -> Likeness:
    """Return what makes other doubts like this one."""
    subject = doubt.subject
    old, new = _change(subject, raw)
    # Beside a line break stand the characters of both lines, as they do when it is joined.
    return Likeness(
        subject.rule, old, new, class_at(text, doubt.at - 1), class_at(text, doubt.end), group_of(role)
    )


def _change(subject: Asked, raw: str) -> tuple[str, str]:
    match subject:
        case Edit():
            old = raw[subject.start : subject.end]
            # How many blank lines part two lines is no likeness.
            return ("\n" if old.strip() == "" and "\n" in old else old), subject.new
        case Flag():
            return raw[subject.start : subject.end], "/".join(subject.offers)
        case Move():
            return "", ""
        case Guess():
            return subject.role, ""
        case Finding():
            return subject.text if subject.offers else subject.why.id, "/".join(subject.offers)


def trimmed(start: int, old: str, new: str) -> tuple[int, str, str]:
    """Return a replacement without what its two texts begin and end with alike, and where it begins.

    >>> trimmed(3, "渝中,区", "渝中，区")
    (5, ',', '，')
    """
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start + head, old[head : len(old) - tail], new[head : len(new) - tail]


def likeness_of_typing(edit: Edit, raw: str, role: str) -> Likeness:
    """Return what makes other places like the one that a hand has edited."""
    start, old, new = trimmed(edit.start, raw[edit.start : edit.end], edit.new)
    return Likeness(
        "hand", old, new, class_at(raw, start - 1), class_at(raw, start + len(old)), group_of(role)
    )


def places(wanted: Likeness, paragraph: str, group: str) -> list[tuple[int, int]]:
    """Return where a paragraph reads as another did before alike typing."""
    found: list[tuple[int, int]] = []
    if group != wanted.group or not wanted.old:
        return found
    at = paragraph.find(wanted.old)
    while at >= 0:
        behind = at + len(wanted.old)
        if all(
            wanted_class in (ANY, class_at(paragraph, beside))
            for wanted_class, beside in ((wanted.before, at - 1), (wanted.after, behind))
        ):
            found.append((at, behind))
        at = paragraph.find(wanted.old, behind)
    return found


class Case(NamedTuple):
    """What a hand has changed once, and the characters beside it."""

    alike: Likeness
    before: str
    after: str


def case_of(edit: Edit, raw: str, role: str) -> Case:
    """Return an edit of a hand as a case a rule may rest on."""
    start, old, _ = trimmed(edit.start, raw[edit.start : edit.end], edit.new)
    behind = start + len(old)
    before, after = raw[max(0, start - 1) : start], raw[behind : behind + 1]
    return Case(likeness_of_typing(edit, raw, role), before, after)


def suggested(cases: Sequence[Case], least: int) -> list[tuple[Likeness, int]]:
    """Return what was changed alike at least so often, the most frequent first, told by what its cases have in common.

    A wording goes with any neighbours; one of a single letter takes in the letters beside it that all cases share (王伟
    to 王玮). A mark goes with the class of the neighbours its cases agree on, on one side at least.
    """
    told: dict[tuple[str, str, str], list[Case]] = {}
    for case in cases:
        told.setdefault((case.alike.old, case.alike.new, case.alike.group), []).append(case)
    found = [each for alike in told.values() if len(alike) >= least for each in _in_common(alike, least)]
    return sorted(found, key=lambda pair: -pair[1])


def _in_common(cases: Sequence[Case], least: int) -> list[tuple[Likeness, int]]:
    alike = [case.alike for case in cases]
    first = alike[0]
    if first.old.isalpha():
        left, right = (_shared(sides) for sides in ([c.before for c in cases], [c.after for c in cases]))
        if len(first.old) >= _WORDING:
            left = right = ""
        if len(left + first.old + right) >= _WORDING:
            old, new = left + first.old + right, left + first.new + right
            return [(first._replace(old=old, new=new, before=ANY, after=ANY), len(cases))]
    befores, afters = {each.before for each in alike}, {each.after for each in alike}
    if not first.old.isalpha() and 1 in (len(befores), len(afters)):
        before = first.before if len(befores) == 1 else ANY
        return [(first._replace(before=before, after=first.after if len(afters) == 1 else ANY), len(cases))]
    return [(each, n) for each in dict.fromkeys(alike) if (n := alike.count(each)) >= least]


def _shared(signs: Sequence[str]) -> str:
    """Return the letter that is the same everywhere, if there is one."""
    return signs[0] if signs[0].isalpha() and len(set(signs)) == 1 else ""
