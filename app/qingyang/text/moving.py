"""What a hand does when it moves text: the records that have a stretch, or whole paragraphs, read elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from qingyang.text.change import Draft
from qingyang.text.edit import HAND, Edit, Move
from qingyang.text.piecing import read
from qingyang.text.reading import Passage, Piece, Reading
from qingyang.text.rewrite import inserted, replaced, split_at
from qingyang.text.runs import id_before_all, id_in_place, run_of, shadows, silenced, touched
from qingyang.text.source import LINE_BREAKS
from qingyang.text.step import Step, carried, merge, with_step


def move_text(
    draft: Draft, reading: Reading, start: int, end: int, to: int, new_id: Callable[[], str]
) -> Step:
    """Return the records that read repaired[start:end] at repaired offset ``to``; every character keeps its origin.

    Typed text travels with the raw text around it; where only typed text lies between the two places, it is that
    which is typed again on the other side. ``to`` inside the span changes nothing.
    """
    if start <= to <= end or start >= end:
        return Step()
    low, high = min(start, to), max(end, to)
    cut = start if to < start else end
    step = _swapped(draft, reading, (low, cut, high), new_id, back=to < start)

    def goes(offset: int) -> int | None:
        if low <= offset < cut:
            return offset + high - cut
        return offset - (cut - low) if cut <= offset < high else offset

    return merge(step, carried(draft, reading, step, goes))


def _swapped(
    draft: Draft, reading: Reading, places: tuple[int, int, int], new_id: Callable[[], str], *, back: bool
) -> Step:
    """Make two neighbouring stretches change place; ``back`` says that the second is the one that moves.

    One without raw characters yields to the other.
    """
    low, cut, high = places
    step, parted = Step(), draft
    for at in (low, cut, high):
        more = _part(parted, reading, at, new_id)
        if more != Step():
            step = merge(step, more)
            parted = with_step(draft, step)
            reading = parted.reading()
    left, right = _raw_runs(reading, low, cut), _raw_runs(reading, cut, high)
    if not left:
        return merge(step, _retyped(parted, reading, low, cut, high, new_id))
    if not right:
        return merge(step, _retyped(parted, reading, cut, high, low, new_id))
    if back:
        goal = _goal(reading, low)
        return merge(step, Step(tuple(Move(a, b, goal, new_id()) for a, b in right)))
    # Each goes right behind the same character, so the last one goes first.
    goal = right[-1][1]
    return merge(step, Step(tuple(Move(a, b, goal, new_id(), after=True) for a, b in reversed(left))))


def _retyped(
    draft: Draft, reading: Reading, start: int, end: int, to: int, new_id: Callable[[], str]
) -> Step:
    """Typed text has no raw characters to move: it is dropped here and typed again there."""
    text = reading.text[start:end]
    step = replaced(draft, reading, start, end, "", new_id)
    gone = with_step(draft, step)
    at = to if to < start else to - len(text)
    return merge(step, inserted(gone, gone.reading(), at, text, new_id))


def _part(draft: Draft, reading: Reading, at: int, new_id: Callable[[], str]) -> Step:
    """Return the records after which nothing typed clings across a repaired offset; the text stays as it is."""
    right = bisect_left(reading.ats, at)
    crossing = reading.piece(right - 1) if right else None
    if crossing is not None and crossing.edit is not None and crossing.at + len(crossing.text) > at:
        return _part_edit(draft, crossing.edit, crossing, at - crossing.at, new_id)
    if crossing is not None and crossing.edit is None and crossing.at + len(crossing.text) > at:
        return Step()
    left = right
    while left and reading.starts[left - 1] == reading.ends[left - 1]:
        left -= 1
    last = right
    while last < len(reading) and reading.starts[last] == reading.ends[last]:
        last += 1
    behind = reading.ends[left - 1] if left else 0
    ahead = reading.starts[last] if last < len(reading) else len(draft.source.text)
    before = [reading.piece(k) for k in range(left, right)]
    following = [reading.piece(k) for k in range(right, last)]
    return merge(_cling(draft, before, behind, True, new_id), _cling(draft, following, ahead, False, new_id))


def _part_edit(draft: Draft, edit: Edit, piece: Piece, cut: int, new_id: Callable[[], str]) -> Step:
    """Cut one edit's new text in two: the rest becomes an insertion behind it."""
    run = run_of(piece, piece.at, piece.at)
    first = edit._replace(new=piece.text[:cut], rule=HAND, id=id_in_place(draft, run, new_id))
    after = edit.end > edit.start or edit.after
    id = _id_after(first, new_id) if edit.start == edit.end else id_before_all(draft, edit.end, new_id)
    rest = Edit(edit.end, edit.end, piece.text[cut:], HAND, id=id, after=after)
    step = merge(silenced(draft, run.rules), Step((first, rest), run.hands))
    # The halves of an insertion cling to one side; part them again.
    halved = with_step(draft, step)
    return merge(step, _part(halved, halved.reading(), piece.at + cut, new_id))


def _id_after(edit: Edit, new_id: Callable[[], str]) -> str:
    """Return an id that stands right behind an edit's: inserts at one offset are read in the order of their ids."""
    return f"{edit.id}.{new_id()}"


def _cling(draft: Draft, pieces: list[Piece], raw: int, after: bool, new_id: Callable[[], str]) -> Step:
    """Make neighbouring insertions cling to one side, as one insertion where their order could change."""
    edits = [p.edit for p in pieces if p.edit is not None]
    if all(e.after == after and e.start == raw for e in edits):
        return Step()
    hands = tuple(e for e in edits if e.id)
    id = hands[0].id if hands else new_id()
    joined = Edit(raw, raw, "".join(e.new for e in edits), HAND, id=id, after=after)
    step = merge(silenced(draft, [e for e in edits if not e.id]), Step((joined,), hands))
    # Where an insertion goes away inside a rule's span, the rule must stay shadowed.
    left = {e.start for e in hands if e.start != raw and shadows(draft, e.start, e.end)}
    return merge(step, Step(tuple(Edit(place, place, "", HAND, id=new_id()) for place in sorted(left))))


def _raw_runs(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for piece in touched(reading, start, end):
        run = run_of(piece, start, end)
        if runs and runs[-1][1] == run.start:
            runs[-1] = (runs[-1][0], run.end)
        else:
            runs.append((run.start, run.end))
    return [(a, b) for a, b in runs if a < b]


def _goal(reading: Reading, to: int) -> int:
    """Return the raw character that ``to`` stands before, typed text aside; the raw text's end where there is none."""
    k = bisect_left(reading.ats, to)
    if k and reading.ats[k - 1] + len(reading.piece(k - 1).text) > to:
        return reading.starts[k - 1] + to - reading.ats[k - 1]
    while k < len(reading) and reading.starts[k] == reading.ends[k]:
        k += 1
    return reading.starts[k] if k < len(reading) else max(reading.ends, default=0)


def move_paragraphs(
    draft: Draft, reading: Reading, passages: list[Passage], before: Passage | None, new_id: Callable[[], str]
) -> Step:
    """Return the records that read whole neighbouring paragraphs before another one, or (None) at the end.

    What parts paragraphs is put right by hand edits in the same step, so that exactly these paragraphs change place.
    """
    all_passages = reading.passages()
    words = [reading.text[p.start : p.end] for p in all_passages]
    first, last = all_passages.index(passages[0]), all_passages.index(passages[-1])
    at = len(words) if before is None else all_passages.index(before)
    if first <= at <= last + 1:
        return Step()
    block = words[first : last + 1]
    wanted = words[:first] + words[last + 1 :]
    slot = at if at < first else at - len(block)
    wanted[slot:slot] = block
    start, end = passages[0].start, passages[-1].end
    to = len(reading.text) if before is None else before.start
    step = move_text(draft, reading, start, end, to, new_id)
    return _parted(draft, step, wanted, new_id)


def _parted(draft: Draft, step: Step, wanted: list[str], new_id: Callable[[], str]) -> Step:
    """Add line breaks until the paragraphs read as wanted."""
    moved = with_step(draft, step)
    reading = read(moved.source.text, moved.edits_in_force(), moved.moves())
    at, words = 0, str(reading.text)
    cuts: list[int] = []
    for text, following in pairwise([*wanted, ""]):
        at = words.index(text, at) + len(text)
        gap = at
        while gap < len(words) and words[gap].isspace():
            gap += 1
        if following and not any(c in LINE_BREAKS for c in words[at:gap]):
            cuts.append(at)
    for cut in reversed(cuts):
        piece = split_at(moved, reading, cut, new_id)
        step = merge(step, piece)
        moved = with_step(draft, step)
        reading = moved.reading()
    return step
