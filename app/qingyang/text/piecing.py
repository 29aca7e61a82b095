"""Cutting the text in force into pieces: all of a raw text, or anew where a change has touched it."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from io import StringIO

from qingyang.text.edit import Edit, Move
from qingyang.text.edits import Chosen, Edits
from qingyang.text.order import order_of
from qingyang.text.reading import Makers, Reading
from qingyang.text.rope import Rope
from qingyang.text.tiles import Offsets


def read(raw: str, edits: Sequence[Edit], moves: Iterable[Move] = ()) -> Reading:
    """Return the text in force from edits by place, none overlapping, and moves in their order.

    An edit stands where its first character is read, and the rest of its span with it.
    """
    made_by = Edits.of(edits)
    order = order_of(len(raw), list(moves), made_by)
    build, homes = _Builder(raw, made_by), made_by.homes()
    firsts = []
    for a, b in order.spans:
        firsts.append(len(build.ats))
        build.stretch(a, b, bisect_left(homes, a), bisect_left(homes, b))
    text = Rope(build.text())
    ats, starts, ends = (Offsets(each) for each in (build.ats, build.starts, build.ends))
    return Reading(text, ats, starts, ends, Makers(build.edits()), order, firsts)


def respliced(raw: str, reading: Reading, span: tuple[int, int], edits: Sequence[Edit]) -> Reading:
    """Return the reading with the characters raw[span] read anew from the edits that go with them, in the same order.

    No edit, before or after, may reach over the span's ends or over an edge of the order; -1 and len(raw) are the
    characters before and behind the text.
    """
    fresh = Edits.of(edits)
    homes = fresh.homes()
    text, firsts = reading.text, list(reading.firsts)
    ats, starts, ends, made_by = reading.ats, reading.starts, reading.ends, reading.edits
    # From the end, so that what stands before is where it was.
    for number, a, b in reversed(reading.portions(*span)):
        first, last = reading.cut(number, a), reading.cut(number, b)
        low, high = reading.at(first), reading.at(last)
        build = _Builder(raw, fresh, low)
        build.stretch(a, b, bisect_left(homes, a), bisect_left(homes, b))
        text = text.spliced(low, high, build.text())
        ats = ats.spliced(first, last, build.ats, build.at - high)
        starts = starts.spliced(first, last, build.starts)
        ends = ends.spliced(first, last, build.ends)
        made_by = made_by.spliced(first, last, build.edits())
        grown = len(build.ats) - (last - first)
        firsts[number + 1 :] = [k + grown for k in firsts[number + 1 :]]
    return Reading(text, ats, starts, ends, made_by, reading.order, firsts)


class _Builder:
    """Collects pieces; one list a column, because a million characters make a hundred thousand of them."""

    def __init__(self, raw: str, table: Edits, at: int = 0) -> None:
        self.raw, self.table = raw, table
        self.at = at
        self._text = StringIO()
        self.ats, self.starts, self.ends = array("i"), array("i"), array("i")
        self._numbers = array("i")

    def text(self) -> str:
        """Return the text of all pieces, once."""
        text = self._text.getvalue()
        # The buffer is as large as the text, and the pieces are yet to be laid in tiles.
        self._text.close()
        return text

    def edits(self) -> Chosen:
        """Return the edit that made each piece."""
        return Chosen(self.table, self._numbers)

    def stretch(self, a: int, b: int, first: int, last: int) -> None:
        """Add raw[a:b] with the edits that stand in it, by their numbers."""
        raw, at, done = self.raw, self.at, max(0, a)
        # A million characters make a hundred thousand pieces: bound methods and no call each.
        text, where, start_at = self._text.write, self.ats.append, self.starts.append
        end_at, made_by = self.ends.append, self._numbers.append
        for number, (start, end, new) in enumerate(self.table.replacements(first, last), first):
            if start > done:
                text(raw[done:start])
                where(at)
                start_at(done)
                end_at(start)
                made_by(-1)
                at += start - done
            text(new)
            where(at)
            start_at(start)
            end_at(end)
            made_by(number)
            at += len(new)
            if end > done:
                done = end
        b = min(b, len(raw))
        if done < b:
            text(raw[done:b])
            where(at)
            start_at(done)
            end_at(b)
            made_by(-1)
            at += b - done
        self.at = at
