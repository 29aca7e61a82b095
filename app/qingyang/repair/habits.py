"""What the running text of a file shows about the spaces in its headlines and fragments."""

from __future__ import annotations

import re
from typing import NamedTuple

from qingyang.repair.cells import Space
from qingyang.repair.names import TITLE
from qingyang.repair.signs import HAN

FROM = 3
"""So many spaces of a kind in running text are a habit."""
NEARLY_ALL = 0.8
SHORT, STUB = 10, 3
"""A headline or fragment is at least so long, and no phrase of it shorter."""

_LETTER = re.compile(f"[{HAN}]")
_CLOSE = re.compile(f"[0-9A-Za-z](?<=[{HAN}].)")
_GAP = re.compile(f"[{HAN}] [0-9A-Za-z]|[0-9A-Za-z%℃] [{HAN}]")
_BEHIND = re.compile(f"[0-9%％](?P<gap> ?)[{HAN}]")
_BETWEEN = re.compile(f"[{HAN}] [{HAN}]")
_WESTERN = re.compile("[0-9A-Za-z.%-]+")


class Habits(NamedTuple):
    """What the running text of a file says about the spaces in its headlines and fragments."""

    gaps: bool
    """Most numbers and Western words in Chinese have a space beside them: the typesetter's gap."""
    after: bool
    """Nearly every number has a space behind it where Chinese follows."""
    noise: bool
    """Spaces stand inside clauses: some got in by accident."""


def habits_of(text: str, gaps: int, inside: int) -> Habits:
    """Return a file's habits, from how many spaces of its running text stand beside numbers and inside clauses."""
    typeset = gaps >= FROM and gaps > sum(1 for _ in _CLOSE.finditer(text))
    behind = [bool(found["gap"]) for found in _BEHIND.finditer(text)]
    after = gaps >= FROM and sum(behind) >= NEARLY_ALL * len(behind)
    return Habits(typeset, after, inside >= FROM)


def short(space: Space) -> bool:
    """Say whether a cell is too short to be a headline, or the space too wide to be an accident."""
    return space.last - space.first < SHORT or space.end - space.at > 1


def in_gap(text: str, space: Space) -> bool:
    """Say whether a space stands beside a number or a Western word, and another one on its other side.

    One side alone parts two clauses: 消费节开幕 300家商户参加.
    """
    return bool(_GAP.match(text, space.at - 1)) and _on_both_sides(text, space)


def stub(text: str, space: Space) -> bool:
    """Say whether a space cuts off less than a phrase, and no name or mark of a picture."""
    if min(space.at - space.first, space.last - space.end) > STUB or not _BETWEEN.match(text, space.at - 1):
        return False
    titled = TITLE.search(text, max(space.first, space.at - 1), space.at)
    return not titled and text[space.end : space.last] not in ("文", "图", "摄")


def _on_both_sides(text: str, space: Space) -> bool:
    if _LETTER.match(text, space.at - 1):
        other = _WESTERN.match(text, space.end, space.last)
        return bool(other and not _LETTER.match(text[other.end() : other.end() + 1]))
    back = space.at
    while back > space.first and text[back - 1].isascii() and text[back - 1].isalnum():
        back -= 1
    return not _LETTER.match(text[back - 1 : back] if back > space.first else "")
