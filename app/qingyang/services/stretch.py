"""Which stretch of the repaired text a change made anew, and how far it moved what stands behind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from qingyang.services.standing import Spliced, Standing
from qingyang.text.change import Change


class Turn(NamedTuple):
    """A change, and what stood before and after it."""

    change: Change
    before: Standing
    now: Standing
    spliced: Spliced


class Stretch(NamedTuple):
    """Repaired text that a change made anew, before and after it."""

    low: int
    high: int
    """Before the change."""
    shift: int
    """How far what stands behind it has moved."""

    def before(self, place: int) -> int:
        """Return where something stood that stands at an offset now; inside, somewhere inside."""
        return place - self.shift if place > self.high + self.shift else min(place, self.high)

    def over(self, spans: Iterable[tuple[int, int]]) -> Stretch:
        """Return the stretch widened so that it holds spans of the text as it was."""
        told = [(self.low, self.high), *spans]
        return Stretch(min(low for low, _ in told), max(high for _, high in told), self.shift)


def stretch_of(turn: Turn) -> Stretch | None:
    """Return the text of the rows that a change made anew, the white space around them counted in; None for none."""
    before, now = turn.before, turn.now
    first, old, new, *_ = turn.spliced
    shift = len(now.reading.text) - len(before.reading.text)
    if not (old or new or shift):
        return None
    low = before.passages[first - 1].end if first else 0
    last = first + old
    high = before.passages[last].start if last < len(before.passages) else len(before.reading.text)
    return Stretch(low, high, shift)
