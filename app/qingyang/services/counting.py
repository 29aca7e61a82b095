"""How long a text under review is, and how much of what nobody was asked about is likely wrong."""

from __future__ import annotations

from qingyang.services.standing import Standing
from qingyang.services.stretch import Turn, stretch_of
from qingyang.text.queue import Unasked

_SPACES = " \n\u3000\t\v\f\u2028\u00a0"


class Counting:
    """Figures of one document, kept up to date; ten million characters are counted once."""

    def __init__(self, standing: Standing) -> None:
        self._now = standing
        self._unasked = Unasked(standing.draft.proposals)
        self.characters = sum(map(_characters, standing.reading.text.lengths()))
        """Of the repaired text, white space aside."""

    def follow(self, turn: Turn) -> None:
        """Take a change in."""
        self._now = turn.now
        before, now, stretch = turn.before.reading.text, turn.now.reading.text, stretch_of(turn)
        if stretch is not None:
            low, high, shift = stretch
            self.characters += _characters(now[low : high + shift]) - _characters(before[low:high])
        if turn.change.proposals:
            self._unasked = Unasked(turn.now.draft.proposals)

    @property
    def likely_wrong(self) -> float:
        """Return how many decisions that nobody was asked about are likely wrong."""
        return self._unasked.wrong(self._now.draft)


def _characters(text: str) -> int:
    return len(text) - sum(map(text.count, _SPACES))
