"""What part of an article a line in doubt is, and whether it goes on from the line before.

A headline over two lines looks like two paragraphs, and a subhead before its text like one: what stands above and below
tells them apart. So the lines around a doubtful line break are read as a chain of parts, each begun or gone on with (a
linear-chain conditional random field: Lafferty, McCallum and Pereira 2001).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain as one_after_another
from itertools import repeat
from math import exp, prod
from operator import add
from typing import NamedTuple

from qingyang.chain.packed import Following, Packing
from qingyang.chain.sequence import Weighed, shares
from qingyang.repair.evidence import SIZES, Evidence
from qingyang.repair.fitted import parts as fitted
from qingyang.repair.forest import COARSE_EDGES, FINE_EDGES
from qingyang.repair.lines import Lines
from qingyang.repair.shape import steps
from qingyang.repair.signs import ENDS, STARTS, start_code

GOES_ON = "+"
"""Before the name of a part that a line goes on with."""
ROLES = (
    "folio", "kicker", "headline", "deck", "body", "caption", "byline", "credit", "subhead", "notice", "source",
    "people", "question",
)  # fmt: skip
"""Answers are body here: what tells them apart stands too far away."""
LABELS = (*ROLES, *(GOES_ON + role for role in ("headline", "deck", "body", "caption")))
"""Hardly any other part has a second line."""
_ROLE_OF = tuple(ROLES.index(label.removeprefix(GOES_ON)) for label in LABELS)
_ON = tuple(label.startswith(GOES_ON) for label in LABELS)
_WATCHED = tuple(map(ROLES.index, ("headline", "body", "caption", "deck", "subhead")))
REACH = 3
"""Lines on either side of a doubtful line break that are read with it."""
WORTH_EDGES = (
    -7000, -5000, -4000, -3000, -2200, -1500, -900, -400, 0, 400, 900, 1500, 2200, 3000, 4000, 5000, 7000,
)  # fmt: skip
_OUTSIDE = len(WORTH_EDGES) + 1
_COARSE = 3
NOBODY = len(ROLES)
COLUMNS: dict[str, int] = {
    "kind": SIZES["kind_before"],
    "end": ENDS,
    "start": STARTS,
    "length": SIZES["length_before"],
    "short": SIZES["short_before"],
    "gap": SIZES["blanks"],
    "gap_after": SIZES["blanks"],
    "joins": _OUTSIDE + 1,
    "joins_after": _OUTSIDE + 1,
    "coarsely": _OUTSIDE // _COARSE + 1,
    "coarsely_after": _OUTSIDE // _COARSE + 1,
}
"""What is known of a line, and how many values that can take."""
SIGNS = tuple(
    tuple(names.split())
    for names in (
        "kind", "end", "start", "length", "length end", "length gap gap_after", "short length", "short end",
        "joins", "joins_after", "coarsely coarsely_after",
    )
)  # fmt: skip
"""What speaks for a part: one column, or several together."""
CONTEXT: dict[str, int] = {
    "goes_on": len(FINE_EDGES) + 1,
    **{f"goes_on_{where}": len(COARSE_EDGES) + 1 for where in ("before", "after")},
    **{f"role_{where}": NOBODY + 1 for where in ("earlier", "before", "after", "later")},
    **{f"{ROLES[role]}_{where}": len(COARSE_EDGES) + 1 for role in _WATCHED for where in ("before", "after")},
}
"""What is told of a line break, and how many values that can take."""
_PACKING = Packing(LABELS)
_UNLIKELY = 7000
"""Thousandths of a nat under the likeliest label by which another is not thought of."""


class Part(NamedTuple):
    """What one line may be."""

    goes_on: float
    """How likely it goes on from the line before."""
    roles: Mapping[int, float]
    """How likely each of `ROLES` is, by number; those nobody would think of are missing."""

    @property
    def role(self) -> int:
        """Return the number of the likeliest role."""
        return max(self.roles, key=self.roles.__getitem__)


class Chain(NamedTuple):
    """A fitted table, ready to be asked."""

    worth: tuple[tuple[int, ...], ...]
    """For each of `SIGNS`, for each of its values: what it is worth for every label, in one long number."""
    follows: Following
    """How much likelier each label is right after each other one."""

    def read(self, columns: Mapping[str, Sequence[int]]) -> list[Part]:
        """Return what each of some lines in a row may be."""
        count = len(columns["kind"])
        sums: Iterator[int] = repeat(_PACKING.nothing, count)
        for sign, table in zip(SIGNS, self.worth, strict=True):
            sums = map(add, sums, map(table.__getitem__, codes(columns, sign)))
        known: dict[int, Weighed] = {}
        weighed = [known.get(each) or known.setdefault(each, _weighed(each)) for each in sums]
        return list(map(_part, shares(weighed, self.follows)))


def _weighed(worth: int) -> Weighed:
    worths = _PACKING.worths(worth)
    best = max(worths)
    return [(k, exp((each - best) / 1000)) for k, each in enumerate(worths) if each > best - _UNLIKELY]


def _part(told: Weighed) -> Part:
    roles: dict[int, float] = {}
    goes_on = 0.0
    for label, share in told:
        role = _ROLE_OF[label]
        roles[role] = roles.get(role, 0.0) + share
        if _ON[label]:
            goes_on += share
    return Part(goes_on, roles)


def codes(columns: Mapping[str, Sequence[int]], sign: Sequence[str]) -> Sequence[int]:
    """Return what a sign says of each line as one number: its columns' values as digits."""
    first, *others = sign
    found = columns[first]
    for name in others:
        size = COLUMNS[name]
        found = [high * size + low for high, low in zip(found, columns[name], strict=True)]
    return found


def columns_of(lines: Lines, evidence: Evidence, worths: Sequence[int]) -> dict[str, bytes]:
    """Return all `COLUMNS` of a text of two lines or more, one value a line.

    ``worths`` tells of each line and the next how surely they belong together, in thousandths of a logit.
    """
    signs = {name: bytes(evidence.signs[name]) for name in evidence.signs}
    joins = bytes(steps(worths, WORTH_EDGES))
    coarsely = bytes(step // _COARSE for step in range(_OUTSIDE + 1))
    outside, nothing = bytes([_OUTSIDE]), bytes([COLUMNS["gap"] - 1])
    found = {
        "kind": evidence.kinds(lines),
        "end": evidence.ends(lines),
        "start": bytes([start_code(lines.texts[0])]) + signs["start"],
        "length": signs["length_before"] + signs["length_after"][-1:],
        "short": signs["short_before"] + signs["short_after"][-1:],
        "gap": nothing + signs["blanks"],
        "gap_after": signs["blanks"] + nothing,
        "joins": outside + joins,
        "joins_after": joins + outside,
    }
    return found | {
        "coarsely": found["joins"].translate(coarsely.ljust(256)),
        "coarsely_after": found["joins_after"].translate(coarsely.ljust(256)),
    }


def context_of(
    lines: Lines, evidence: Evidence, worths: Sequence[int], unsure: Sequence[int], chain: Chain
) -> tuple[bytes, ...]:
    """Return `CONTEXT` of the line breaks in doubt, one column a sign."""
    if not unsure:
        return (b"",) * len(CONTEXT)
    columns = columns_of(lines, evidence, worths)
    told = (
        signs
        for first, last, breaks in _stretches(unsure, len(lines))
        for signs in _context(chain, {name: column[first:last] for name, column in columns.items()}, breaks)
    )
    return tuple(map(bytes, zip(*told, strict=True)))


def _context(
    chain: Chain, columns: Mapping[str, Sequence[int]], breaks: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    """Yield `CONTEXT` of some line breaks, each behind the line of its number, of lines read together."""
    told = [_NOTHING, *map(_told, chain.read(columns)), _NOTHING]
    for k in breaks:
        earlier, before, after, later = told[k : k + 4]
        pairs = zip(before.watched, after.watched, strict=True)
        yield (
            after.goes_on, before.about, later.about, earlier.role, before.role, after.role, later.role,
            *one_after_another.from_iterable(pairs),
        )  # fmt: skip


class _Told(NamedTuple):
    """What is told of one line, in steps."""

    goes_on: int
    about: int
    """The same, coarsely."""
    role: int
    watched: tuple[int, ...]


_NOTHING = _Told(0, 0, NOBODY, (0,) * len(_WATCHED))
"""There is no line before the first and after the last one."""


def _told(part: Part) -> _Told:
    goes_on, roles = 1000 * part.goes_on, part.roles
    return _Told(
        bisect_right(FINE_EDGES, goes_on),
        bisect_right(COARSE_EDGES, goes_on),
        part.role,
        tuple(bisect_right(COARSE_EDGES, 1000 * roles[role]) if role in roles else 0 for role in _WATCHED),
    )


def _stretches(unsure: Sequence[int], count: int) -> Iterator[tuple[int, int, list[int]]]:
    """Yield the lines that are read together, all near line breaks in doubt, and these, counted from the first line."""
    breaks: list[int] = []
    first = last = 0
    for k in unsure:
        if breaks and k - REACH > last:
            yield first, last, breaks
            breaks = []
        if not breaks:
            first = max(0, k - REACH)
        breaks.append(k - first)
        last = min(count, k + 2 + REACH)
    yield first, last, breaks


@cache
def chain() -> Chain:
    """Return the fitted table."""
    return chain_of(json.loads(fitted.WORTH), json.loads(fitted.FOLLOWS))


def chain_of(worth: Mapping[str, Mapping[str, Mapping[str, int]]], follows: Sequence[Sequence[int]]) -> Chain:
    """Return a table ready to be asked.

    ``worth`` is by sign, by the number of its value, by label; ``follows`` by label and the next one; both in
    thousandths of a nat.
    """
    return Chain(
        tuple(_table(sign, worth.get(" ".join(sign), {})) for sign in SIGNS),
        Following([[exp(each / 1000) for each in row] for row in follows]),
    )


def _table(sign: Sequence[str], worth: Mapping[str, Mapping[str, int]]) -> tuple[int, ...]:
    size = prod(COLUMNS[name] for name in sign)
    table = [0] * size
    for value, labels in worth.items():
        table[int(value)] = _PACKING.packed(labels)
    return tuple(table)
