"""From lines and what goes on where, to paragraphs in reading order, and to the moves that make it so."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from qingyang.repair.lines import Lines
from qingyang.repair.strays import Stray
from qingyang.text.ascent import heaviest
from qingyang.text.edit import Move
from qingyang.wording import message

EDGE = 6
"""Characters shown of either piece of a paragraph."""
IN_COLUMN = 0.98
"""How sure it is that paragraphs of one column are read one after the other."""


class Join(NamedTuple):
    """A line that goes on where another stops."""

    before: int
    after: int
    p: float


Chain = list[int]
"""Lines of one paragraph, by number, in reading order."""


NOWHERE = -1


class Joined(NamedTuple):
    """What goes on where: one entry a line."""

    after: array[int]
    """The line each one goes on in, ``NOWHERE`` where a paragraph ends."""
    before: array[int]
    """The line each one goes on from, ``NOWHERE`` where a paragraph begins."""
    p: array[float]
    """How sure it is that a line goes on there."""


def chosen(joins: Iterable[Join], count: int) -> Joined:
    """Return what stands of these joins: the likeliest first, a line joined once on either side, none in a circle."""
    befores, afters, chances = array("q"), array("q"), array("d")
    for join in joins:
        befores.append(join.before)
        afters.append(join.after)
        chances.append(join.p)
    ranked = sorted(range(len(chances)), key=afters.__getitem__)
    ranked.sort(key=befores.__getitem__)
    ranked.sort(key=chances.__getitem__, reverse=True)
    joined = Joined(array("q", [NOWHERE]) * count, array("q", [NOWHERE]) * count, array("d", [0.0]) * count)
    end_of = array("q", range(count))
    for k in ranked:
        i, j = befores[k], afters[k]
        if joined.after[i] == NOWHERE == joined.before[j] and _end(end_of, j) != i:
            joined.after[i], joined.before[j], joined.p[i] = j, i, chances[k]
            end_of[i] = j
    return joined


def _end(end_of: array[int], line: int) -> int:
    """Return the last line of the chain a line stands in."""
    path = []
    while end_of[line] != line:
        path.append(line)
        line = end_of[line]
    for passed in path:
        end_of[passed] = line
    return line


def chains_of(joined: Joined) -> list[Chain]:
    """Return the paragraphs, by first line."""
    found = []
    for line, before in enumerate(joined.before):
        if before == NOWHERE:
            chain = [line]
            while (line := joined.after[line]) != NOWHERE:
                chain.append(line)
            found.append(chain)
    return found


def in_order(chains: Sequence[Chain], lines: Lines) -> list[Chain]:
    """Return paragraphs in reading order: one with pieces thrown apart stands where the middle of its text does."""
    return sorted(chains, key=lambda chain: _middle(chain, lines))


def _middle(chain: Chain, lines: Lines) -> int:
    """Return the line in which half of a paragraph's text is passed, from the highest of its lines on."""
    if chain[-1] - chain[0] == len(chain) - 1 == max(chain) - min(chain):
        return chain[(len(chain) - 1) // 2]
    down = sorted(chain)
    passed = list(accumulate(lines.widths[line] for line in down))
    return down[bisect_left(passed, passed[-1] / 2)]


# -- moves -----------------------------------------------------------------------------------------------------------


class Run(NamedTuple):
    """Lines of one paragraph that stand side by side in the raw text."""

    first: int
    last: int
    start: int
    end: int
    """The raw span."""


class Places(NamedTuple):
    """Where lines stand in the raw text."""

    order: Sequence[int]
    """Lines by raw place."""
    rank: Sequence[int]
    """The place of each line in ``order``."""


def places_of(lines: Lines) -> Places:
    """Return where lines stand in the raw text."""
    order = array("q", sorted(range(len(lines)), key=lines.starts.__getitem__))
    rank = array("q", order)
    for at, line in enumerate(order):
        rank[line] = at
    return Places(order, rank)


def runs_of(chain: Chain, lines: Lines, places: Places) -> list[Run]:
    """Return the runs a paragraph consists of."""
    runs: list[Run] = []
    for line in chain:
        if runs and places.rank[runs[-1].last] + 1 == places.rank[line]:
            runs[-1] = Run(runs[-1].first, line, runs[-1].start, lines.ends[line])
        else:
            runs.append(Run(line, line, lines.starts[line], lines.ends[line]))
    return runs


def moves_of(
    ordered: Sequence[Chain],
    joined: Joined,
    lines: Lines,
    places: Places,
    strays: Mapping[int, float] | None = None,
) -> Iterator[Move]:
    """Yield the moves that bring paragraphs into order, their pieces together, in the order in which they apply.

    ``strays`` are paragraphs, by first line, that were brought home, and how sure that is.

    What stands in raw order and is longest stays where it is; a piece that goes on is read right behind the tail
    before it, or right before the longest piece of its paragraph.
    """
    groups = [runs_of(chain, lines, places) for chain in ordered]
    anchors = [max(range(len(runs)), key=lambda k: runs[k].end - runs[k].start) for runs in groups]
    stay = heaviest([(runs[a].start, runs[a].end) for runs, a in zip(groups, anchors, strict=True)])
    tail = 0
    for number, (runs, a) in enumerate(zip(groups, anchors, strict=True)):
        if number not in stay:
            yield _moved_block(runs[a], tail, lines, places, (strays or {}).get(ordered[number][0]))
        for k, (stops, goes_on) in enumerate(pairwise(runs)):
            seam, p = (stops.last, goes_on.first), joined.p[stops.last]
            if k < a:
                yield _link(stops, runs[a].start, False, seam, p, lines)
            else:
                yield _link(goes_on, stops.end, True, seam, p, lines)
        tail = runs[-1].end


def brought_home(ordered: Sequence[Chain], stray: Stray) -> list[Chain]:
    """Return paragraphs in reading order with a stray part before its story's text."""
    part = ordered[stray.first : stray.last]
    return [*ordered[: stray.home], *part, *ordered[stray.home : stray.first], *ordered[stray.last :]]


def offered_home(ordered: Sequence[Chain], stray: Stray, lines: Lines, places: Places) -> Iterator[Move]:
    """Yield the moves that would bring a stray part home, for what is not sure enough to be moved unasked."""
    tail = lines.ends[ordered[stray.home - 1][-1]]
    for chain in ordered[stray.first : stray.last]:
        run = runs_of(chain, lines, places)[0]
        yield _moved_block(run, tail, lines, places, stray.p)
        tail = run.end


def offered(joins: Iterable[Join], ordered: Sequence[Chain], lines: Lines, places: Places) -> Iterator[Move]:
    """Yield the likeliest joins that do not stand, between paragraphs as they are: one a paragraph on either side."""
    ends = {chain[-1] for chain in ordered}
    heads = {chain[0]: chain for chain in ordered}
    for join in sorted(joins, key=lambda j: (-j.p, j.before, j.after)):
        chain = heads.get(join.after)
        if chain is None or join.before not in ends or chain[-1] == join.before:
            continue
        ends.discard(join.before)
        del heads[join.after]
        run = runs_of(chain, lines, places)[0]
        yield _link(run, lines.ends[join.before], True, (join.before, join.after), join.p, lines)


def _moved_block(run: Run, tail: int, lines: Lines, places: Places, stray: float | None = None) -> Move:
    """Return the move of a paragraph behind another one, with the white space before it: it begins a line."""
    rank = places.rank[run.first]
    start = lines.ends[places.order[rank - 1]] if rank else 0
    rule, p = ("column", IN_COLUMN) if stray is None else ("stray", stray)
    why = message(f"why.{rule}", after=lines.texts[run.first][:EDGE])
    return Move(start, run.end, tail, f"{rule}:{start}:{run.end}", rule, p, why, True)


def _link(run: Run, to: int, behind: bool, seam: tuple[int, int], p: float, lines: Lines) -> Move:
    """Return the move of a piece of a paragraph to the piece it belongs to; ``seam`` names the lines that meet."""
    before, after = lines.texts[seam[0]][-EDGE:], lines.texts[seam[1]][:EDGE]
    why = message("why.link", before=before, after=after)
    return Move(run.start, run.end, to, f"link:{run.start}:{run.end}:{to}", "link", p, why, behind)
