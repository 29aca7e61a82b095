"""What the rules ask a person, kept up to date: after a change only doubts where it touched the text are asked anew."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile

from qingyang.services.standing import Standing
from qingyang.services.stretch import Stretch, Turn, stretch_of
from qingyang.text.change import Change
from qingyang.text.doubts import Doubts
from qingyang.text.edit import Edit, Key, Move, Verdict
from qingyang.text.row import Doubt, Subject, doubts, questions

REACH = 2_000
"""Characters from the beginning of what a rule asks about to its end, at most; moves aside."""


MANY = 1_000
"""Questions answered at once from which asking all of them anew is sooner done."""


class Asking:
    """The doubts of the rules in one document, in text order."""

    def __init__(self, standing: Standing) -> None:
        self._begin(standing)

    def _begin(self, standing: Standing) -> None:
        asked = questions(standing.draft.proposals)
        self._spanned: Sequence[Subject] = sorted(
            (q for q in asked if not isinstance(q, Move)), key=lambda q: q.start
        )
        self._starts = [question.start for question in self._spanned]
        self._longest = max((question.end - question.start for question in self._spanned), default=0)
        self.doubts = Doubts(doubts(standing.draft, standing.reading, asked))

    def follow(self, turn: Turn) -> Stretch | None:
        """Take a change in; return where doubts may be others, None where they may be everywhere."""
        change, now = turn.change, turn.now
        if change.proposals or any(map(_moves, (*change.added, *change.dropped))):
            self._begin(now)
            return None
        named = list(self._concerned(change))
        if len(named) > MANY:
            self._begin(now)
            return None
        stretch = self._touched(turn, named)
        if stretch is None:
            return Stretch(0, -1, 0)
        there = self.doubts.within(stretch.low, stretch.high)
        again = (doubt.subject for doubt in self.doubts[there.start : there.stop])
        # Questions are the same ones for as long as the rules have not run again.
        asked = {id(s): s for s in (*named, *again) if isinstance(s, Subject)}
        found = doubts(now.draft, now.reading, list(asked.values()))
        self.doubts = self.doubts.spliced(there.start, there.stop, found, stretch.shift)
        return stretch

    def _touched(self, turn: Turn, named: Sequence[Subject]) -> Stretch | None:
        """Return the stretch of text whose doubts are to be asked anew."""
        before, now, made_anew = turn.before, turn.now, stretch_of(turn)
        spans = [(doubt.at, doubt.end) for doubt in doubts(before.draft, before.reading, named)]
        back = made_anew.before if made_anew is not None else int
        spans += [(back(d.at), back(d.end)) for d in doubts(now.draft, now.reading, named)]
        if made_anew is not None:
            reaching = self._reaching(made_anew.low)
            return made_anew.over((*spans, *((doubt.at, doubt.at) for doubt in reaching)))
        return Stretch(*spans[0], 0).over(spans) if spans else None

    def _reaching(self, low: int) -> Iterator[Doubt]:
        """Yield the doubts that begin before a place and reach to it."""
        near = self.doubts.within(low - REACH, low - 1)
        yield from (d for d in self.doubts[near.start : near.stop] if d.end >= low)
        yield from (d for d in takewhile(lambda d: d.at < low, self.doubts.moves()) if d.end >= low)

    def _concerned(self, change: Change) -> Iterator[Subject]:
        """Yield the questions that a change's records speak of or lie over."""
        for record in (*change.added, *change.dropped):
            if isinstance(record, Verdict):
                yield from self._of_key(record.edit)
            elif isinstance(record, Edit):
                low = bisect_left(self._starts, record.start - self._longest)
                high = bisect_right(self._starts, record.end)
                yield from self._spanned[low:high]

    def _of_key(self, key: Key) -> Iterator[Subject]:
        if key[0] in ("rule", "flag"):
            start = int(key[2])
            there = range(bisect_left(self._starts, start), bisect_right(self._starts, start))
            yield from (self._spanned[k] for k in there if self._spanned[k].key == key)


def _moves(record: object) -> bool:
    return isinstance(record, Move) or (isinstance(record, Verdict) and record.edit[0] == "move")
