"""Which edits make the text in force.

Overlap: a hand edit shadows what it overlaps, a later hand edit shadows an earlier one; what is shadowed comes back
when the shadow is dropped. An insertion at the edge of a span does not overlap it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from qingyang.text.edit import Edit
from qingyang.text.edits import Edits


def overlap(a: Edit, b: Edit) -> bool:
    """Say whether two edits cannot both be in force."""
    if a.start == a.end:
        return b.start < a.start < b.end
    if b.start == b.end:
        return a.start < b.start < a.end
    return a.start < b.end and b.start < a.end


def in_force(rules: Sequence[Edit], hands: Iterable[Edit]) -> Edits:
    """Return the edits that make the text, by place: hands first, the later over the earlier, then rules.

    ``rules`` come by start and do not overlap one another.
    """
    table, standing = Edits.of(rules), _latest(sorted(hands, key=_place))
    return table.rewritten(_rewritten(table, standing)) if standing else table


def _rewritten(rules: Edits, hands: Sequence[Edit]) -> Iterator[tuple[int, int, list[Edit]]]:
    """Yield what stands where hands' edits do, in place of the rules' from a first to a last number."""
    group: list[Edit] = []
    first = last = 0
    for hand in hands:
        # Rules do not overlap one another, so only the one before the hand's start can reach into it.
        low, high = max(0, bisect_left(rules.starts, hand.start) - 1), bisect_right(rules.starts, hand.end)
        if group and low >= last:
            yield first, last, _together(rules[first:last], group)
            group = []
        first, last = (first, max(last, high)) if group else (low, high)
        group.append(hand)
    yield first, last, _together(rules[first:last], group)


def _together(rules: list[Edit], hands: list[Edit]) -> list[Edit]:
    return sorted(_unshadowed(rules, hands) + hands, key=_place)


def _latest(hands: list[Edit]) -> list[Edit]:
    """Return those of hands' edits, all by place, that no later one overlaps."""
    if not any(overlap(a, b) for a, b in pairwise(hands)):
        return hands
    standing: list[Edit] = []
    for edit in sorted(hands, key=lambda e: e.id, reverse=True):
        if not any(overlap(edit, other) for other in standing):
            standing.append(edit)
    return sorted(standing, key=_place)


def _place(edit: Edit) -> tuple[int, int, bool, str]:
    # At one offset: what clings to the character before, then what clings to the one after, then replacements.
    return (edit.start, edit.end > edit.start, not edit.after, edit.id)


def _unshadowed(rules: list[Edit], standing: Sequence[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    starts = [edit.start for edit in rules]
    done = 0
    for hand in standing:
        # Rules do not overlap one another, so only the one before the hand's start can reach into it.
        low = max(done, bisect_left(starts, hand.start) - 1)
        kept += rules[done:low]
        done = max(done, low)
        while done < len(rules) and rules[done].start <= hand.end:
            if not overlap(rules[done], hand):
                if rules[done].start >= hand.end:
                    break
                kept.append(rules[done])
            done += 1
    return kept + rules[done:]
