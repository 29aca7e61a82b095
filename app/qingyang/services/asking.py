"""What the rules ask a person, kept up to date: after a change only doubts where it touched the text are asked anew."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qingyang.services.standing import Spliced, Standing
from qingyang.text.change import Change
from qingyang.text.edit import Edit, Key, Move, Verdict
from qingyang.text.row import Doubt, Subject, doubts, questions


class _Region(NamedTuple):
    """The stretch of repaired text that a change made anew, before and after it."""

    low: int
    high: int
    """Before the change."""
    shift: int
    """How far what stands behind it has moved."""


class Asking:
    """The doubts of the rules in one document, in text order."""

    def __init__(self, standing: Standing) -> None:
        self._begin(standing)

    def _begin(self, standing: Standing) -> None:
        self._questions = questions(standing.draft.proposals)
        spanned = sorted((q for q in self._questions if not isinstance(q, Move)), key=lambda q: q.start)
        self._spanned: Sequence[Subject] = spanned
        self._starts = [question.start for question in spanned]
        self._longest = max((question.end - question.start for question in spanned), default=0)
        self._by_key = {question.key: question for question in self._questions}
        self.doubts = doubts(standing.draft, standing.reading, self._questions)

    def follow(self, before: Standing, now: Standing, change: Change, spliced: Spliced) -> None:
        """Take a change in."""
        if change.proposals or any(map(_moves, (*change.added, *change.dropped))):
            self._begin(now)
            return
        region = _region(before, now, spliced)
        wanted = dict.fromkeys(self._concerned(change))
        # By place, and those that begin earlier may reach into the region.
        behind = bisect_right(self.doubts, region.high, key=lambda doubt: doubt.at)
        kept: list[Doubt] = []
        again: list[Doubt] = []
        for doubt in self.doubts[:behind]:
            touched = doubt.end >= region.low and (spliced.old or spliced.new or region.shift)
            (again if touched or doubt.key in wanted else kept).append(doubt)
        rest = self.doubts[behind:]
        # Questions are the same ones for as long as the rules have not run again: no key is made to know them.
        named = {id(self._by_key[key]) for key in wanted if key in self._by_key}
        if named:
            rest = [doubt for doubt in rest if id(doubt.subject) not in named]
        if region.shift:
            rest = [
                doubt._replace(at=doubt.at + region.shift, end=doubt.end + region.shift) for doubt in rest
            ]
        keys = wanted | dict.fromkeys(doubt.key for doubt in again)
        asked = [self._by_key[key] for key in keys if key in self._by_key]
        found = doubts(now.draft, now.reading, asked)
        self.doubts = sorted([*kept, *found, *rest], key=lambda doubt: doubt.at) if found else [*kept, *rest]

    def _concerned(self, change: Change) -> Iterator[Key]:
        """Yield the keys of the questions that a change's records speak of or lie over."""
        for record in (*change.added, *change.dropped):
            if isinstance(record, Verdict):
                yield record.edit
            elif isinstance(record, Edit):
                low = bisect_left(self._starts, record.start - self._longest)
                high = bisect_right(self._starts, record.end)
                yield from (question.key for question in self._spanned[low:high])


def _moves(record: object) -> bool:
    return isinstance(record, Move) or (isinstance(record, Verdict) and record.edit[0] == "move")


def _region(before: Standing, now: Standing, spliced: Spliced) -> _Region:
    first, old, _ = spliced
    low = before.passages[first - 1].end if first else 0
    last = first + old
    length = len(before.reading.text)
    high = before.passages[last].start if last < len(before.passages) else length
    return _Region(low, high, len(now.reading.text) - length)
