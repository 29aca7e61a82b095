"""All that wants a person in one document, in text order: what the rules ask, what the checks find, unsure roles.

A change is asked about anew only in the rows it touches, however long the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from qingyang.services.asking import Asking
from qingyang.services.guessing import role_doubts
from qingyang.services.inspecting import Inspection, Text
from qingyang.services.standing import Standing
from qingyang.services.stretch import Stretch, Turn, stretch_of
from qingyang.text.article import Anchor
from qingyang.text.doubts import Doubts
from qingyang.text.edit import Key, Verdict
from qingyang.text.finding import Check, Finding
from qingyang.text.guess import Guess
from qingyang.text.name import Guarded
from qingyang.text.row import Doubt, doubts


class Doubting:
    """The doubts left, none about a name of the house."""

    def __init__(self, text: Text, standing: Standing, checks: Sequence[Check], names: Guarded) -> None:
        self._text = text
        self._names = names
        self._asking = Asking(standing)
        self._inspection = Inspection(checks, text) if checks else None
        self._begin(standing)

    def _begin(self, now: Standing) -> None:
        self._now = now
        whole = Stretch(0, len(now.reading.text), 0)
        self.doubts = Doubts(self._within(whole, range(len(now.passages))))

    def rename(self, names: Guarded) -> None:
        """Ask about no name of these."""
        self._names = names
        self._begin(self._now)

    def follow(self, turn: Turn) -> None:
        """Take a change in."""
        asked = self._asking.follow(turn)
        looked = range(0)
        if self._inspection is not None:
            looked = self._inspection.follow(self._text, turn.before, turn.spliced)
        if asked is None:
            self._begin(turn.now)
            return
        self._now = turn.now
        self._renew(turn, asked, looked)

    def _renew(self, turn: Turn, asked: Stretch, looked: range) -> None:
        """Put doubts made anew in place of those in the rows that a change, or its answer, has touched."""
        passages = turn.now.passages
        made_anew = stretch_of(turn)
        shift = made_anew.shift if made_anew is not None else 0
        told = [
            (each.low, each.high) for each in (made_anew, asked) if each is not None and each.low <= each.high
        ]
        back = made_anew.before if made_anew is not None else int
        spans = [(passages[rows.start].start, passages[rows.stop - 1].end) for rows in (looked,) if rows]
        spans += [(at, at) for at in self._judged(turn)]
        told += [(back(low), back(high)) for low, high in spans]
        if not told:
            return
        stretch = Stretch(*told[0], shift).over(told)
        rows, stretch = self._rows_of(turn, stretch)
        there = self.doubts.within(stretch.low, stretch.high)
        self.doubts = self.doubts.spliced(there.start, there.stop, self._within(stretch, rows), shift)

    def _judged(self, turn: Turn) -> Iterator[int]:
        """Yield where the findings stand about which a change says something."""
        for record in (*turn.change.added, *turn.change.dropped):
            if isinstance(record, Verdict) and record.edit[0] == "finding":
                place = self._place(_anchor(record.edit))
                if place is not None:
                    yield place

    def _rows_of(self, turn: Turn, stretch: Stretch) -> tuple[range, Stretch]:
        """Return the rows that stand in a stretch now, and the stretch widened to hold all of them."""
        old, now = turn.before, turn.now
        if not now.passages or not old.passages:
            whole = Stretch(0, len(old.reading.text), stretch.shift)
            return range(len(now.passages)), whole
        low = min(stretch.low, old.passages[old.row_at(stretch.low)].start)
        high = max(stretch.high, old.passages[old.row_at(stretch.high)].end)
        rows = range(now.row_at(low), now.row_at(high + stretch.shift) + 1)
        return rows, Stretch(low, high, stretch.shift)

    def _within(self, stretch: Stretch, rows: range) -> list[Doubt]:
        """Return the doubts in a stretch of the text as it is now; ``rows`` are all that reach into it."""
        low, high = stretch.low, stretch.high + stretch.shift
        text, asking, settled = self._now.reading.text, self._asking.doubts, self._now.draft.records
        there = asking.within(low, high)
        asked = asking[there.start : there.stop]
        if self._inspection is not None:
            found = self._inspection.doubts(self._text, settled, asking, rows)
            asked += sorted((d for d in found if low <= d.at <= high), key=_at)
        said = [d for d in asked if d.applied or d.at == d.end or not self._names.holds(text, d.at, d.end)]
        roles = (d for d in role_doubts(self._now, rows) if low <= d.at <= high)
        return sorted([*said, *roles], key=_at)

    # -- one of them ---------------------------------------------------------------------------------------------

    def again(self, doubt: Doubt) -> Doubt | None:
        """Return the doubt about the same thing as one from before a change, None where it is settled."""
        subject = doubt.subject
        if isinstance(subject, Finding | Guess):
            return self.of_key(subject.key)
        now = doubts(self._now.draft, self._now.reading, [subject])
        # What the rules ask is the very thing for as long as they have not run again.
        return self._first(range(now[0].at, now[0].at + 1), lambda d: d.subject is subject) if now else None

    def of_key(self, key: Key) -> Doubt | None:
        """Return the doubt that a finding or a guess has by its key, None where there is none."""
        place = self._place(_anchor(key))
        if place is None or not self._now.passages:
            return None
        passage = self._now.passages[self._now.row_at(place)]
        return self._first(range(passage.start, passage.end + 1), lambda d: d.key == key)

    def _first(self, places: range, wanted: Callable[[Doubt], bool]) -> Doubt | None:
        there = self.doubts.within(places.start, places.stop - 1)
        return next(filter(wanted, self.doubts[there.start : there.stop]), None)

    def _place(self, anchor: Anchor) -> int | None:
        return self._now.reading.place(anchor)


def _at(doubt: Doubt) -> int:
    return doubt.at


def _anchor(key: Key) -> Anchor:
    """Return where a finding or a guess hangs, by its key."""
    offset, edit = key[2:4] if key[0] == "finding" else key[1:3]
    return Anchor(int(offset), str(edit))
