"""Which line goes on where another stops, when it is not the next one: columns written row by row, parts thrown apart.

Two kinds of pairs are looked at. Where words cut by a line's end are completed two to eight lines on, rows of as many
columns alternate, and every line may go on so far below. And wherever a line stops in mid-sentence and the next one
does not clearly go on, any line near by that begins in mid-sentence may.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, starmap
from typing import NamedTuple

from qingyang.lexicon import Words
from qingyang.repair import seams
from qingyang.repair.evidence import CLAUSE_EDGES, COLUMN_EDGES, RATE_EDGES, SHORT_EDGES, Evidence
from qingyang.repair.fitted.links import TREES
from qingyang.repair.forest import COARSE_EDGES, Forest, Stop, forest_of
from qingyang.repair.kinds import KINDS, PLAIN, clauses
from qingyang.repair.lines import Lines
from qingyang.repair.pairs import bracket_ends, quote_ends
from qingyang.repair.rows import NOTHING, Rows, below
from qingyang.repair.seams import FARTHEST, FIRMEST, LOOSEST
from qingyang.repair.shape import short_by, steps
from qingyang.repair.signs import ENDED, ENDS, STARTS, start_code

WOVEN_FROM = 5
"""Rate of words across, in fortieths, at which a distance may be the number of columns."""
SETTLED = 0.97
"""Probability of a join from which no other line is looked for."""
OPEN_BELOW = 0.9
"""Probability of a join below which a line in mid-sentence is looked after farther away."""
FORWARD, BACK = 10, 5
"""Open beginnings looked at after and before an open end."""
ROWS_ON = 3
"""Rows on in which the columns of a row may go on: others, on another baseline, have rows between."""
ALONE, ASLANT, BACKWARD = 0, 2, 6
"""Codes: neither line shares its row (one more: one of them does); both do, the first step; a row before."""
STEP_EDGES = (-12, -4, -1, 2, 5, 13)
LENGTH_EDGES = (5, 9, 13, 17, 22, 30)

SIZES: dict[str, int] = {
    "distance": 14,
    "between": 7,
    "end": ENDS,
    "start": STARTS,
    "bond": FIRMEST + 1,
    "loose_before": LOOSEST + 1,
    "loose_after": LOOSEST + 1,
    "rate": 7,
    "rate_next": 7,
    "rate_other": 7,
    "p_after": 8,
    "p_before": 8,
    "bond_next": FIRMEST + 1,
    "bond_last": FIRMEST + 1,
    "quotes": 9,
    "brackets": 9,
    "short_before": 10,
    "short_after": 10,
    "column": 8,
    "column_step": 7,
    "length_before": 7,
    "length_after": 7,
    "indent": 4,
    "clause_after": 10,
    "clause_before": 10,
    "kind_before": len(KINDS),
    "kind_after": len(KINDS),
    "seam_up": 4,
    "seam_down": 4,
    "seam_back": 4,
    "seam_on": 4,
    "rivals_after": 4,
    "rivals_before": 4,
    "blank_before": 2,
    "blank_after": 2,
    "rows": 7,
    "cells_before": 5,
    "cells_after": 5,
    "shift": 9,
    "place": 5,
    "rate_under": 8,
    "rate_under_other": 7,
}
"""How many values each sign can take."""


class Pair(NamedTuple):
    """A line and another that may go on where it stops."""

    before: int
    after: int


def pairs_of(lines: Lines, evidence: Evidence, p_join: Sequence[float], words: Words) -> list[Pair]:
    """Return the pairs worth looking at, by line."""
    return sorted({*_woven(lines, evidence), *_told(lines, evidence, p_join, words)})


def _told(lines: Lines, evidence: Evidence, p_join: Sequence[float], words: Words) -> Iterator[Pair]:
    """Yield the pairs of an open end and an open beginning for which enough speaks."""
    apart = iter(_apart(lines, evidence, p_join))
    while some := list(islice(apart, seams.AT_ONCE)):
        befores = seams.tails([lines.texts[i] for i, _ in some])
        afters = seams.heads([lines.texts[j] for _, j in some])
        codes = seams.across(befores, afters, words)
        # Farther away than other columns reach, a word across is the least that must speak for a pair.
        yield from (
            pair for pair, code in zip(some, codes, strict=True) if code > seams.APART or _is_near(pair)
        )


def _is_near(pair: Pair) -> bool:
    return 0 < pair.after - pair.before <= FARTHEST


def _woven(lines: Lines, evidence: Evidence) -> Iterable[Pair]:
    """Yield pairs two to eight lines apart where rows of several columns seem to alternate."""
    count = len(lines)
    here, *elsewhere = [[*far.around, *[0] * (count - len(far.around))] for far in evidence.seams]
    for k, (own, best) in enumerate(zip(here, map(max, *elsewhere), strict=True)):
        if best >= WOVEN_FROM and best >= own:
            for d, far in enumerate(elsewhere, 2):
                if far[k] >= 2 and k + d < count:
                    yield Pair(k, k + d)


def _apart(lines: Lines, evidence: Evidence, p_join: Sequence[float]) -> Iterable[Pair]:
    """Yield every open end with the open beginnings around it."""
    kinds, ends = evidence.kinds(lines), evidence.ends(lines)
    open_at = [k for k, p in enumerate(p_join) if p < SETTLED]
    heads = [k + 1 for k in open_at if not lines.indents[k + 1] and kinds[k + 1] == PLAIN]
    if open_at and not lines.indents[0] and kinds[0] == PLAIN:
        heads.insert(0, 0)
    tails = [k for k in open_at if p_join[k] < OPEN_BELOW and kinds[k] == PLAIN and ends[k] not in ENDED]
    if kinds[-1] == PLAIN and ends[-1] not in ENDED:
        tails.append(len(lines) - 1)
    for tail in tails:
        place = bisect_left(heads, tail + 1)
        for head in heads[max(0, place - BACK) : place + FORWARD]:
            if head not in (tail, tail + 1):
                yield Pair(tail, head)


def signs_of(
    lines: Lines, evidence: Evidence, p_join: Sequence[float], pairs: Sequence[Pair], words: Words
) -> dict[str, Sequence[int]]:
    """Return the signs of every pair; ``p_join`` says how likely each line joins the next one."""
    columns = [bytearray() for _ in SIZES]
    if not pairs:
        return dict(zip(SIZES, columns, strict=True))
    table = _Table(lines, evidence, p_join, pairs, words)
    for first in range(0, len(pairs), seams.AT_ONCE):
        some = enumerate(pairs[first : first + seams.AT_ONCE], first)
        for column, values in zip(columns, zip(*starmap(table.row, some), strict=True), strict=True):
            column += bytes(values)
    return dict(zip(SIZES, columns, strict=True))


class _Table:
    """What is counted once for all pairs."""

    def __init__(
        self, lines: Lines, evidence: Evidence, p_join: Sequence[float], pairs: Sequence[Pair], words: Words
    ) -> None:
        texts = lines.texts
        wanted = sorted({k for pair in pairs for k in pair})
        signs = evidence.signs
        self.lines, self.at = lines, evidence.seams
        # What a boundary says of its lines, line by line.
        self.ends = evidence.ends(lines)
        self.starts = bytes((start_code(texts[0]), *signs["start"]))
        self.kinds = evidence.kinds(lines)
        before, after = clauses(texts[0]).before, clauses(texts[-1]).after
        self.tails = bytes((*signs["clause_before"], *steps([after], CLAUSE_EDGES)))
        self.heads = bytes((*steps([before], CLAUSE_EDGES), *signs["clause_after"]))
        self.lengths = bytes(steps([width // 2 for width in lines.widths], LENGTH_EDGES))
        self.quotes = {k: quote_ends(texts[k]) for k in wanted}
        self.brackets = {k: bracket_ends(texts[k]) for k in wanted}
        self.short = steps(short_by(lines.widths, evidence.columns), SHORT_EDGES)
        self.widths = evidence.columns
        self.columns = steps(evidence.columns, COLUMN_EDGES)
        self.likely = [*steps([round(1000 * p) for p in p_join], COARSE_EDGES), 0]
        self.next_bonds = [*evidence.signs["bond"], 0]
        self.opens = [k for k, p in enumerate(p_join) if p < 0.5]
        self.rates = steps(range(41), RATE_EDGES)
        befores = seams.tails([texts[i] for i, _ in pairs])
        afters = seams.heads([texts[j] for _, j in pairs])
        self.bonds = list(zip(*seams.bonds(befores, afters, words), strict=True))
        firm = [bond[0] > 2 for bond in self.bonds]
        self.from_tail, self.from_head = _counts(pairs, firm, 0), _counts(pairs, firm, 1)
        self.firm = firm
        self.rows = evidence.rows
        self.below = _rates_below(texts, self.rows, words)

    def row(self, k: int, pair: Pair) -> tuple[int, ...]:
        i, j = pair
        d, near = j - i, _is_near(pair)
        rates = [self._rate(n, i) for n in range(1, FARTHEST + 1)] if near else [0] * FARTHEST
        own = rates[d - 1] if near else 0
        other = max(r for n, r in enumerate(rates, 1) if n != d)
        bond, loose_before, loose_after = self.bonds[k]
        between = bisect_left(self.opens, max(i, j - 1)) - bisect_left(self.opens, min(i, j - 1))
        return (
            _distance(d),
            min(6, between),
            self.ends[i],
            self.starts[j],
            bond,
            loose_before,
            loose_after,
            self.rates[own],
            self.rates[rates[0]],
            self.rates[other],
            self.likely[i],
            self.likely[j - 1] if j else 0,
            self.next_bonds[i],
            self.next_bonds[j - 1] if j else 0,
            3 * self.quotes[i][0] + self.quotes[j][1],
            3 * self.brackets[i][0] + self.brackets[j][1],
            self.short[i],
            self.short[j],
            self.columns[i],
            _step(self.widths[j] - self.widths[i]),
            self.lengths[i],
            self.lengths[j],
            min(3, self.lines.indents[j]),
            self.tails[i],
            self.heads[j],
            self.kinds[i],
            self.kinds[j],
            self._code(d, i - 1) if near else 0,
            self._code(d, i + 1) if near else 0,
            self._code(d, i - d) if near else 0,
            self._code(d, j) if near else 0,
            min(3, self.from_tail[i] - self.firm[k]),
            min(3, self.from_head[j] - self.firm[k]),
            int(i + 1 < len(self.lines) and self.lines.blanks[i + 1] > 0),
            int(self.lines.blanks[j] > 0),
            *self._in_rows(i, j),
        )

    def _in_rows(self, i: int, j: int) -> tuple[int, ...]:
        """Return how many rows on a line is, of how many lines either row, and how they stand under one another."""
        numbers, offsets, places, sizes = self.rows
        on = numbers[j] - numbers[i]
        before, after = sizes[i], sizes[j]
        shift = ALONE + (before > 1 or after > 1)
        place = 0
        if before > 1 and after > 1:
            shift = ASLANT + _step(offsets[j] - offsets[i])
            from_left = places[i] == places[j]
            from_right = before - places[i] == after - places[j]
            place = 1 + from_left + 2 * from_right
        rates = [around[i] for around in self.below]
        own = 1 + self.rates[rates[on - 1]] if 0 < on <= ROWS_ON else 0
        other = max((rate for n, rate in enumerate(rates, 1) if n != on), default=0)
        row = min(5, on) if on >= 0 else BACKWARD
        return (row, min(4, before), min(4, after), shift, place, own, self.rates[other])

    def _code(self, d: int, k: int) -> int:
        codes = self.at[d - 1].codes
        return codes[k] if 0 <= k < len(codes) else 0

    def _rate(self, d: int, k: int) -> int:
        around = self.at[d - 1].around
        return around[k] if k < len(around) else 0


def _rates_below(texts: Sequence[str], rows: Rows, words: Words) -> list[bytes]:
    """Return for each line, one to ``ROWS_ON`` rows on, how often lines around it go on in the one under them."""
    if max(rows.sizes, default=1) == 1:
        return [bytes(len(texts))] * ROWS_ON
    found = []
    for on in range(1, ROWS_ON + 1):
        codes = bytearray(len(texts))
        pairs = [(k, n) for k, n in enumerate(below(rows, on)) if n != NOTHING]
        befores, afters = seams.tails([texts[k] for k, _ in pairs]), seams.heads([texts[n] for _, n in pairs])
        for (k, _), code in zip(pairs, seams.across(befores, afters, words), strict=True):
            codes[k] = code
        found.append(seams.seams_of(bytes(codes)).around)
    return found


def _counts(pairs: Sequence[Pair], firm: Sequence[bool], side: int) -> dict[int, int]:
    """Return for every line how many of its pairs have a word across."""
    found: dict[int, int] = {}
    for pair, whole in zip(pairs, firm, strict=True):
        found[pair[side]] = found.get(pair[side], 0) + whole
    return found


def _distance(d: int) -> int:
    if 0 < d <= FARTHEST:
        return d - 1
    if d > 0:
        return FARTHEST + (d > 30)
    return FARTHEST + 2 + (d < -8) + (d < -30)


def _step(difference: int) -> int:
    return sum(difference >= edge for edge in STEP_EDGES)


@cache
def _forest() -> Forest:
    # Made of a constant at first need: what it answers depends on nothing else.
    return forest_of(TREES, list(SIZES.values()), (Stop(60, 3000, 1.4),))


def worths_of(
    lines: Lines, evidence: Evidence, p_join: Sequence[float], pairs: Sequence[Pair], words: Words
) -> Sequence[int]:
    """Return how much speaks for each pair, taken alone, in thousandths of a logit."""
    signs = signs_of(lines, evidence, p_join, pairs, words)
    return _forest().sums(list(signs.values()))
