"""The rows of one document that something picks out by their tags, kept up to date change by change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from qingyang.services.standing import Spliced
from qingyang.tagging.engine import Tagged


class Picking:
    """Numbers of rows, ascending."""

    def __init__(self, wanted: Callable[[Tagged], bool], tags: Iterable[Tagged]) -> None:
        self._wanted = wanted
        self.rows = self._picked(tags, 0)

    def follow(self, tags: Sequence[Tagged], spliced: Spliced) -> None:
        """Take up a change of rows; ``tags`` are those that stand now."""
        first, old, new, *_ = spliced
        if not old and not new:
            return
        low, high = (bisect_left(self.rows, row) for row in (first, first + old))
        behind: Iterable[int] = self.rows[high:]
        if old != new:
            behind = (row + new - old for row in behind)
        self.rows = [*self.rows[:low], *self._picked(tags[first : first + new], first), *behind]

    def _picked(self, tags: Iterable[Tagged], first: int) -> list[int]:
        return [row for row, tagged in enumerate(tags, first) if self._wanted(tagged)]
