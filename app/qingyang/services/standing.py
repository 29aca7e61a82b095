"""What stands of one document, and what a change makes of it: text, paragraphs, roles.

A change is worked out again only around the characters it touches; one that moves text makes all be read anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qingyang.tagging.engine import CONTEXT_AFTER, CONTEXT_BEFORE, Part, Tagged, tag
from qingyang.tagging.line import INDENT, RUNNING, Block, Habit, habit_of
from qingyang.text.alignment import alike
from qingyang.text.change import Change, Draft
from qingyang.text.edit import Anchored, Bookmark, Cut, Edit, Mark, Move, Note, Record, Slip, Tag, Verdict
from qingyang.text.edits import Edits, home
from qingyang.text.force import in_force
from qingyang.text.piecing import respliced
from qingyang.text.reading import Passages, Reading
from qingyang.text.row import lines_of, raw_spans
from qingyang.text.source import line_around
from qingyang.text.tiles import Tiles

_CONTEXT = 12
"""Paragraphs around a change whose roles are thought over again."""
_AGREE = 3
"""Paragraphs at a window's edge that must come out as before, or the window grows."""
HandTags = dict[int, list[Tag | Mark | Cut]]


class Spliced(NamedTuple):
    """Where the rows changed: ``old`` rows from ``first`` on became ``new`` rows."""

    first: int
    old: int
    new: int
    above: int = 0
    """How many of them, from the first on, say what they said: they are only something else, or less surely."""
    below: int = 0
    """How many so at the end."""


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """One document as it stands."""

    draft: Draft
    reading: Reading
    passages: Passages
    tags: Tiles[Tagged]
    habit: Habit
    """How the raw text is laid out; no hand changes it."""

    def text(self, row: int) -> str:
        """Return one paragraph's repaired text."""
        passage = self.passages[row]
        return self.reading.text[passage.start : passage.end]

    def row_at(self, offset: int) -> int:
        """Return the row that holds a repaired offset, or the last one before it."""
        return max(0, self.passages.before(offset + 1) - 1)

    def hand_tags(self) -> HandTags:
        """Return what people have set beside each row."""
        records: list[Tag | Mark | Cut] = [*self.draft.tags(), *self.draft.marks(), *self.draft.cuts()]
        placed = [(self.reading.place(r.anchor), r) for r in records]
        hands: HandTags = {}
        # The first anchor of a paragraph speaks for it: after a join the first half's role stands.
        for place, record in sorted(((p, r) for p, r in placed if p is not None), key=lambda pr: pr[0]):
            row = self.row_at(place)
            if row < len(self.passages) and place < self.passages[row].end:
                hands.setdefault(row, []).append(record)
        return hands

    def blocks(self, first: int, last: int) -> list[Block]:
        """Return what tagging looks at of some rows."""
        return list(map(self.block, range(first, last)))

    def block(self, row: int) -> Block:
        """Return what tagging looks at of one row."""
        done = self.passages[row - 1].end if row else 0
        gap = self.reading.text[done : self.passages[row].start].count("\n")
        text = self.text(row)
        if len(text) >= RUNNING:
            return Block(text, gap)
        raw = self.draft.source.text
        spans = raw_spans(self.reading, self.passages[row])
        lines = [raw[line.start : line.end] for span in spans for line in lines_of(raw, span, 0)]
        indent = _indent(raw, spans[0][0]) if spans else 0
        return Block(text, gap, tuple(len(line.strip()) for line in lines), indent)


def _indent(raw: str, start: int) -> int:
    """Return how much white space stands before an offset on its line, as far as `INDENT`."""
    before = raw[max(0, start - INDENT) : start]
    return len(before) - len(before.rstrip(" \t\u3000"))


def standing(draft: Draft, tags: Sequence[Tagged] | None = None) -> Standing:
    """Return what stands of a draft; ``tags`` are taken as they are where they fit."""
    reading = draft.reading()
    passages = reading.passages()
    bare = Standing(draft, reading, passages, Tiles(), habit_of(draft.source.text))
    if tags is None or len(tags) != len(passages):
        tags = _tagged(bare, 0, len(passages), bare.hand_tags(), {})
    return replace(bare, tags=Tiles(tags))


def after(before: Standing, change: Change) -> tuple[Standing, Spliced]:
    """Return what stands after a change, and which rows it touched."""
    draft = before.draft.apply(change)
    records = [*change.added, *change.dropped]
    if change.proposals or any(map(_moves, records)):
        return _anew(before, draft)
    span = _touched(before, draft, [record for record in records if _counts(before.draft, draft, record)])
    if span is None:
        return _retagged(before, replace(before, draft=draft), records)
    return _respliced(before, draft, span)


def _counts(before: Draft, now: Draft, record: Record) -> bool:
    """Say whether a record may change the text: a word for what stands anyway does not."""
    if not isinstance(record, Verdict) or record.edit[0] != "rule":
        return True
    edits = Edits.of(now.proposals.edits)
    k = edits.numbered(record.edit)
    return k is None or before.stands(edits[k]) != now.stands(edits[k])


def _moves(record: Record) -> bool:
    """Say whether a record changes the order in which the raw text is read."""
    return isinstance(record, Move) or (isinstance(record, Verdict) and record.edit[0] == "move")


def _anew(before: Standing, draft: Draft) -> tuple[Standing, Spliced]:
    reading = draft.reading()
    passages = reading.passages()
    old = [before.text(row) for row in range(len(before.passages))]
    new = [reading.text[p.start : p.end] for p in passages]
    first = alike(old, new)
    tail = alike(old[first:][::-1], new[first:][::-1])
    spliced = Spliced(first, len(old) - first - tail, len(new) - first - tail)
    now = replace(before, draft=draft, reading=reading, passages=passages, tags=_tags_around(before, spliced))
    return _agreeing(now, spliced)


def _tags_around(before: Standing, spliced: Spliced) -> Tiles[Tagged]:
    """Return the tags as they were, untold where the rows are new."""
    first, old, new, *_ = spliced
    return before.tags.spliced(first, first + old, [Tagged()] * new)


def _respliced(before: Standing, draft: Draft, span: tuple[int, int]) -> tuple[Standing, Spliced]:
    low, high = span
    proposed = draft.proposals.edits
    first, last = bisect_left(proposed, low, key=home), bisect_left(proposed, high, key=home)
    rules = [e for e in proposed[first:last] if draft.stands(e)]
    hands = [e for e in draft.hand_edits() if low <= home(e) < high]
    edits = in_force(rules, hands)
    if any(before.reading.order.cuts(e.start, e.end) for e in [*before.reading.edits_of(low, high), *edits]):
        # Moves heed the edits they would part.
        return _anew(before, draft)
    reading = respliced(draft.source.text, before.reading, span, edits)
    passages, spliced = _passages(before, reading, span)
    now = replace(before, draft=draft, reading=reading, passages=passages, tags=_tags_around(before, spliced))
    return _agreeing(now, spliced)


def _passages(before: Standing, reading: Reading, span: tuple[int, int]) -> tuple[Passages, Spliced]:
    old, text = before.passages, before.reading.text
    at, until = before.reading.hull(*span)
    shift = len(reading.text) - len(text)
    # White space at a line's ends belongs to no paragraph, but to the line.
    line_start, line_end = line_around(text, at, until)
    low = bisect_left(old, line_start, key=lambda p: p.end)
    high = old.before(line_end + 1)
    start = old[low - 1].end if low else 0
    end = old[high].start + shift if high < len(old) else len(reading.text)
    fresh = reading.passages(start, end)
    return old.spliced(low, high, fresh, shift), Spliced(low, high - low, len(fresh))


def _touched(before: Standing, draft: Draft, records: Iterable[Record]) -> tuple[int, int] | None:
    """Return the raw characters whose text the records may change, and so many that no edit reaches over their ends.

    The characters before and behind the text, -1 and its length, count among them.
    """
    spans = [span for record in records for span in _characters(record)]
    if not spans:
        return None
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    edges = [(e.start, e.end) for e in (*draft.hand_edits(), *before.draft.hand_edits())]
    while True:
        wider = _widened(before.reading, draft.proposals.edits, edges, low, high)
        if wider == (low, high):
            return wider
        low, high = wider


def _characters(record: Record) -> Iterator[tuple[int, int]]:
    """Yield the raw span whose characters an edit goes with, or the edit that is judged."""
    if isinstance(record, Edit):
        yield home(record), max(home(record) + 1, record.end)
    elif isinstance(record, Verdict) and record.edit[0] == "rule":
        start, end = int(record.edit[2]), int(record.edit[3])
        # A key does not tell to which side an insertion clings.
        yield (start, end) if start < end else (start - 1, start + 1)


def _widened(
    reading: Reading, rules: Sequence[Edit], edges: Iterable[tuple[int, int]], low: int, high: int
) -> tuple[int, int]:
    crossing = list(edges)
    for edge in (low, high):
        k = reading.holder(edge)
        if k is not None:
            crossing.append((reading.starts[k], reading.ends[k]))
        k = bisect_left(rules, edge, key=lambda e: e.start) - 1
        crossing += [(e.start, e.end) for e in rules[max(0, k) : k + 1]]
    for start, end in crossing:
        if start < low < end:
            low = start
        if start < high < end:
            high = end
    return low, high


def _retagged(before: Standing, now: Standing, records: Iterable[Record]) -> tuple[Standing, Spliced]:
    said = (r for r in records if isinstance(r, Anchored) and not isinstance(r, Note | Bookmark | Slip))
    places = [now.reading.place(r.anchor) for r in said]
    rows = [now.row_at(place) for place in places if place is not None]
    if not rows or not now.passages:
        return now, Spliced(0, 0, 0)
    first, last = min(rows), max(rows) + 1
    return _agreeing(now, Spliced(first, last - first, last - first))


def _agreeing(now: Standing, spliced: Spliced) -> tuple[Standing, Spliced]:
    """Think the roles around a change over again, in a window whose edges grow until they come out as before."""
    hands = now.hand_tags()
    seen: dict[int, Block] = {}
    count, above, below = len(now.passages), _CONTEXT, _CONTEXT
    old = now.tags
    while True:
        low, high = max(0, spliced.first - above), min(count, spliced.first + spliced.new + below)
        fresh = _tagged(now, low, high, hands, seen)
        if high < count:
            # The last row's certainty wants the row after it.
            fresh[-1] = fresh[-1]._replace(p=old[high - 1].p, others=old[high - 1].others)
        calm_before = low == 0 or _same(old[low : low + _AGREE], fresh[:_AGREE])
        calm_after = high == count or _same(old[high - _AGREE : high], fresh[-_AGREE:])
        if calm_before and calm_after:
            break
        above, below = above * (1 if calm_before else 2), below * (1 if calm_after else 2)
    # Rows whose role alone has changed are to be shown anew too.
    changed = [k for k, (was, is_) in enumerate(zip(old[low:high], fresh, strict=True), low) if was != is_]
    first = min([spliced.first, *changed])
    last = max([spliced.first + spliced.new, *(k + 1 for k in changed)])
    above, below = spliced.first - first, last - spliced.first - spliced.new
    grown = Spliced(first, above + spliced.old + below, last - first, above, below)
    return replace(now, tags=old.spliced(low, high, fresh)), grown


def _same(old: Sequence[Tagged], fresh: Sequence[Tagged]) -> bool:
    return [(t.role, t.begins) for t in old] == [(t.role, t.begins) for t in fresh]


def _tagged(now: Standing, low: int, high: int, hands: HandTags, seen: dict[int, Block]) -> list[Tagged]:
    """Return the tags of some rows; in ``seen`` stays what was looked at, for a window that grows."""
    first, last = max(0, low - CONTEXT_BEFORE), min(len(now.passages), high + CONTEXT_AFTER)
    for row in range(first, last):
        if row not in seen:
            seen[row] = now.block(row)
    part = Part(
        [seen[row] for row in range(first, last)],
        low - first,
        high - first,
        before=now.tags[low - 1].role if low else "",
        opens=first == 0,
        ends=last == len(now.passages),
    )
    return tag(
        part, now.habit, {row - first: records for row, records in hands.items() if first <= row < last}
    )
