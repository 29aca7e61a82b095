"""Who has done how much: the changes of a journal that stand, by person and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from qingyang.text.change import Change, undo_and_redo


def tally(changes: Iterable[Change]) -> Counter[tuple[str, str]]:
    """Return how many changes of each kind each person has made: (person, kind) -> count.

    What was undone does not count; runs of the rules are nobody's.
    """
    standing, _ = undo_and_redo(changes)
    return Counter((change.person, change.kind) for change in standing)


def work_rows(work: Counter[tuple[str, str]]) -> Sequence[tuple[str, str, int]]:
    """Return (person, kind, count), by person, the most frequent first."""
    return sorted(
        ((person, kind, n) for (person, kind), n in work.items()), key=lambda r: (r[0], -r[2], r[1])
    )
