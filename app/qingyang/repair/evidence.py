"""All that speaks for or against joining two lines, as small numbers: one list a sign, one entry a boundary.

Boundary k stands between line k and line k + 1. The fitted table reads these numbers; `reasons` puts them in words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from qingyang.lexicon import Words
from qingyang.repair import seams
from qingyang.repair.kinds import KINDS, clauses, kind
from qingyang.repair.lines import TURNS, Lines
from qingyang.repair.measure import needed
from qingyang.repair.pairs import pair_states
from qingyang.repair.rows import Rows, rows_of
from qingyang.repair.shape import column_widths, share_around, short_by, steps
from qingyang.repair.signs import (
    ENDED,
    ENDS,
    STARTS,
    end_code,
    start_code,
)

SHORT_EDGES = (-8, -2, 0, 2, 4, 6, 10, 16, 28)
ROOM_EDGES = (-8, -4, -2, 0, 2, 4, 8)
LENGTH_EDGES = (3, 5, 7, 9, 12, 16, 22, 32, 60, 120)
CLAUSE_EDGES = (1, 4, 7, 10, 14, 18, 24, 32, 40)
COLUMN_EDGES = (10, 15, 20, 26, 34, 46, 80)
STEP_EDGES = (-12, -4, -2, 0, 1, 3, 5, 13)
SHARE_EDGES = (1, 2, 4, 6, 8)
RATE_EDGES = (1, 4, 8, 12, 18, 26)
MANY_EDGES = (2, 4, 8, 16, 40)
"""A rate of five seams is none yet: in six lines of a column it happens that no line ends inside a word."""
BONDS = ("bond", "loose_before", "loose_after")
"""Signs that `seams.bonds` counts."""


class Evidence(NamedTuple):
    """The signs of every boundary of a text."""

    signs: dict[str, Sequence[int]]
    columns: list[int]
    """Width of the column each line stands in, in half ems."""
    seams: list[seams.Seams]
    """Words across the seam between each line and the one so many lines on, from one line on."""
    rows: Rows

    def kinds(self, lines: Lines) -> bytes:
        """Return the kind of every line."""
        return bytes((*self.signs["kind_before"], *map(kind, lines.texts[-1:])))

    def ends(self, lines: Lines) -> bytes:
        """Return what every line ends with, as a code of `signs`."""
        return bytes((*self.signs["end"], *map(end_code, lines.texts[-1:])))


SIZES: dict[str, int] = {
    "short_before": 10,
    "short_after": 10,
    "room": 8,
    "firm_before": 4,
    "firm_after": 4,
    "column": 8,
    "column_step": 9,
    "step": 9,
    "step_before": 9,
    "step_after": 9,
    "length_before": 11,
    "length_after": 11,
    "turn": TURNS,
    "cells_before": 4,
    "cells_after": 4,
    "blanks": 4,
    "blank_before": 3,
    "blank_after": 3,
    "blanks_around": 6,
    "blanks_in_file": 6,
    "blank_is_end": 6,
    "line_is_end": 6,
    "indent": 5,
    "indent_before": 3,
    "indent_after": 3,
    "indents_in_file": 6,
    "indents_around": 6,
    "end": ENDS,
    "start": STARTS,
    "ends_around": 6,
    "quotes": 4,
    "brackets": 5,
    "kind_before": len(KINDS),
    "kind_after": len(KINDS),
    "marks_before": 4,
    "marks_after": 4,
    "marks_earlier": 4,
    "marks_later": 4,
    "clause_before": 10,
    "clause_after": 10,
    "seam": 4,
    "bond": seams.FIRMEST + 1,
    "loose_before": seams.LOOSEST + 1,
    "loose_after": seams.LOOSEST + 1,
    "seams_in_file": 6,
    "seam_rate": 7,
    "seam_elsewhere": 7,
    "seams_around": 6,
    "rate_around": 7,
    "rate_apart": 7,
    "seams_apart": 4,
}
"""How many values each sign can take."""


def evidence_of(lines: Lines, words: Words) -> Evidence:
    """Return the signs of every boundary; a text of fewer than two lines has none."""
    columns, firm = column_widths(lines.widths)
    signs: dict[str, Sequence[int]] = {}
    ends = [end_code(text) for text in lines.texts]
    rows = rows_of(lines)
    for gathered in (_blanks(lines, ends), _indents(lines), _marks(lines, ends), _kinds(lines), _cells(rows)):
        signs |= _small(gathered)
    signs |= _small(_geometry(lines, columns, firm))
    at, bonds = _words_across(lines.texts, words)
    signs |= bonds | _small(_seams(at))
    return Evidence({name: signs[name] for name in SIZES}, columns, at, rows)


def _small(signs: Mapping[str, Sequence[int]]) -> dict[str, Sequence[int]]:
    # One byte a sign: a million characters in columns have seventy thousand lines of fifty signs.
    return {name: bytes(values) for name, values in signs.items()}


def _before(values: Sequence[int]) -> list[int]:
    return list(values[:-1])


def _after(values: Sequence[int]) -> list[int]:
    return list(values[1:])


def _geometry(lines: Lines, columns: list[int], firm: list[int]) -> dict[str, list[int]]:
    lacks = short_by(lines.widths, columns)
    short = steps(lacks, SHORT_EDGES)
    firmness = steps(firm, (3, 5, 7))
    heads = map(needed, lines.texts[1:], lines.widths[1:])
    room = [lack - head for lack, head in zip(lacks, heads, strict=False)]
    lengths = steps([len(text) for text in lines.texts], LENGTH_EDGES)
    grow = steps(_differences(lines.widths), STEP_EDGES)
    return {
        "short_before": _before(short),
        "short_after": _after(short),
        "room": steps(room, ROOM_EDGES),
        "firm_before": _before(firmness),
        "firm_after": _after(firmness),
        "column": _before(steps(columns, COLUMN_EDGES)),
        "column_step": steps(_differences(columns), STEP_EDGES),
        "step": grow,
        "step_before": [4, *grow[:-1]] if grow else [],
        "step_after": [*grow[1:], 4] if grow else [],
        "length_before": _before(lengths),
        "length_after": _after(lengths),
    }


def _differences(values: Sequence[int]) -> list[int]:
    return [b - a for a, b in pairwise(values)]


def _blanks(lines: Lines, ends: Sequence[int]) -> dict[str, list[int]]:
    blanks = [min(b, 3) for b in lines.blanks[1:]]
    some = [int(b > 0) for b in blanks]
    ended = [int(code in ENDED) for code in ends[:-1]]
    count = len(some)
    with_blank, without = sum(some), count - sum(some)
    ended_blank = sum(e & s for e, s in zip(ended, some, strict=True))
    return {
        "turn": _after(lines.turns),
        "blanks": blanks,
        "blank_before": [2, *some[:-1]] if some else [],
        "blank_after": [*some[1:], 2] if some else [],
        "blanks_around": steps(share_around(some, 8), SHARE_EDGES),
        "blanks_in_file": [_share(with_blank, count)] * count,
        "blank_is_end": [_share(ended_blank, with_blank)] * count,
        "line_is_end": [_share(sum(ended) - ended_blank, without)] * count,
    }


def _share(part: int, whole: int) -> int:
    """Return a share in six steps, 0 for none."""
    return 0 if not part else 1 + min(4, 5 * part // whole)


def _indents(lines: Lines) -> dict[str, list[int]]:
    indents = [min(i, 4) for i in lines.indents]
    some = [int(i > 0) for i in indents]
    following = [*some[2:], 2] if len(some) > 1 else []
    return {
        "indent": _after(indents),
        "indent_before": _before(some),
        "indent_after": following,
        "indents_in_file": [_share(sum(some), len(some))] * max(0, len(some) - 1),
        "indents_around": steps(_after(share_around(some, 8)), SHARE_EDGES),
    }


def _marks(lines: Lines, ends: Sequence[int]) -> dict[str, Sequence[int]]:
    texts = lines.texts
    marked = [int(1 <= code <= 7) for code in ends]
    quotes, brackets = pair_states(texts)
    marks, heads, tails = zip(*map(clauses, texts), strict=True)
    return {
        "end": _before(ends),
        "start": _after([start_code(text) for text in texts]),
        "ends_around": steps(_before(share_around(marked, 6)), SHARE_EDGES),
        "quotes": quotes,
        "brackets": brackets,
        "marks_before": _before(marks),
        "marks_after": _after(marks),
        "marks_earlier": [0, *marks[:-2]] if len(marks) > 1 else [],
        "marks_later": [*marks[2:], 0] if len(marks) > 1 else [],
        "clause_before": _before(steps(tails, CLAUSE_EDGES)),
        "clause_after": _after(steps(heads, CLAUSE_EDGES)),
    }


def _kinds(lines: Lines) -> dict[str, list[int]]:
    kinds = [kind(text) for text in lines.texts]
    return {"kind_before": _before(kinds), "kind_after": _after(kinds)}


def _cells(rows: Rows) -> dict[str, list[int]]:
    cells = [min(size, 4) - 1 for size in rows.sizes]
    return {"cells_before": _before(cells), "cells_after": _after(cells)}


def _words_across(texts: Sequence[str], words: Words) -> tuple[list[seams.Seams], dict[str, Sequence[int]]]:
    """Return the seams of every line and the one 1 … `seams.FARTHEST` lines on, and the bonds to the next line."""
    codes = [bytearray() for _ in range(seams.FARTHEST)]
    bonds = [bytearray() for _ in BONDS]
    for first in range(0, len(texts), seams.AT_ONCE):
        some = texts[first : first + seams.AT_ONCE + seams.FARTHEST]
        tails, heads = seams.tails(some[: seams.AT_ONCE]), seams.heads(some)
        for distance, found in enumerate(codes, 1):
            after = heads[distance : distance + len(tails)]
            found += seams.across(tails[: len(after)], after, words)
        after = heads[1 : 1 + len(tails)]
        for sign, values in zip(bonds, seams.bonds(tails[: len(after)], after, words), strict=True):
            sign += bytes(values)
    return [seams.seams_of(bytes(found)) for found in codes], dict(zip(BONDS, map(bytes, bonds), strict=True))


def _seams(at: Sequence[seams.Seams]) -> dict[str, Sequence[int]]:
    here, *elsewhere = at
    count = len(here.codes)
    best = bytes(map(max, *(far.around.ljust(count, b"\0") for far in elsewhere)))
    apart = map(sum, zip(*(seams.lies(far.codes).ljust(count, b"\0") for far in elsewhere), strict=True))
    return {
        "seam": here.codes,
        "seams_in_file": steps([seams.many(here.codes)], MANY_EDGES) * count,
        "seam_rate": [_step_of(here.rate)] * count,
        "seam_elsewhere": [_step_of(max(far.rate for far in elsewhere))] * count,
        "seams_around": steps(share_around(seams.lies(here.codes), 6), SHARE_EDGES),
        "rate_around": steps(here.around, RATE_EDGES),
        "rate_apart": steps(best, RATE_EDGES),
        "seams_apart": steps(list(apart), (1, 2, 3)),
    }


def _step_of(rate: float) -> int:
    return bisect_right(RATE_EDGES, round(40 * rate))
