"""What a hand does to the repaired text, as records: replace, split, join, move, set a line of one's own.

Every function takes the draft and its reading and returns the records added and dropped; nothing is changed in place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple, Protocol

from qingyang.text.change import Draft
from qingyang.text.edit import HAND, Anchored, Edit, Key, Move, Record, Verdict
from qingyang.text.force import overlap
from qingyang.text.piecing import read
from qingyang.text.reading import Passage, Piece, Reading
from qingyang.text.source import LINE_BREAKS

Span = tuple[int, int, str]
"""A stretch of repaired text, by start and end, and what is to stand in its place."""


class Step(NamedTuple):
    """Records added and dropped together."""

    added: tuple[Record, ...] = ()
    dropped: tuple[Record, ...] = ()


class _Run(NamedTuple):
    """Pieces of repaired text whose raw spans follow one another."""

    start: int
    end: int
    before: str
    """What of the new text of the first piece stays in front of the change."""
    after: str
    hands: tuple[Edit, ...]
    rules: tuple[Edit, ...] = ()
    """Rules' insertions in it: unlike replacements, no hand edit can cover them."""


class Recorded(Protocol):
    """What is made of records: a document's draft, the newsroom's ledger."""

    @property
    def records(self) -> Mapping[Key, Record]:
        """Return the records that stand, by key."""
        ...


def set_records(draft: Recorded, records: Iterable[Record]) -> Step:
    """Return the step that puts these records in place of those with the same keys; what stands already is left."""
    new = [r for r in records if draft.records.get(r.key) != r]
    return Step(tuple(new), tuple(draft.records[r.key] for r in new if r.key in draft.records))


def replace_text(
    draft: Draft, reading: Reading, start: int, end: int, new: str, new_id: Callable[[], str]
) -> Step:
    """Return the records that put ``new`` in place of repaired[start:end].

    Across the seam of a move it becomes one edit a piece, the first carrying the new text; inside or beside
    typed text it amends that edit, which keeps its id.
    """
    return replace_spans(draft, reading, [(start, end, new)], new_id)


def replace_spans(draft: Draft, reading: Reading, spans: Iterable[Span], new_id: Callable[[], str]) -> Step:
    """Return the records that put new text in place of several repaired spans, given in order and apart."""
    real = [s for s in spans if reading.text[s[0] : s[1]] != s[2]]
    step = merge(
        *(
            _insert(draft, reading, start, new, new_id)
            if start == end
            else _replace(draft, reading, start, end, new, new_id)
            for start, end, new in _apart(reading, real)
        )
    )
    return merge(step, _carried(draft, reading, step, _moved_by(real)))


def apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, of those that overlap the first only: what `replace_spans` wants."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _apart(reading: Reading, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans, those that touch one edit as one with what lies between: an edit is amended once."""
    group: list[Span] = []
    for span in spans:
        if group and not _one_edit(reading, group[-1], span):
            yield _as_one(reading, group)
            group = []
        group.append(span)
    if group:
        yield _as_one(reading, group)


def _as_one(reading: Reading, spans: Sequence[Span]) -> Span:
    between = [reading.text[a[1] : b[0]] for a, b in pairwise(spans)]
    news = [new + rest for (_, _, new), rest in zip(spans, [*between, ""], strict=True)]
    return spans[0][0], spans[-1][1], "".join(news)


def _one_edit(reading: Reading, first: Span, second: Span) -> bool:
    """Say whether two spans reach into the new text of one edit; typing does so beside it too."""
    typed = first[0] == first[1] or second[0] == second[1]
    return any(
        piece.edit is not None and (typed or (piece.at < first[1] and piece.at + len(piece.text) > second[0]))
        for piece in reading.pieces(second[0], first[1])
    )


def _moved_by(spans: Sequence[Span]) -> Callable[[int], int | None]:
    """Return where each character of the repaired text comes to when spans are replaced; None for nowhere."""
    shifts = list(accumulate((len(new) - (end - start) for start, end, new in spans), initial=0))

    def goes(offset: int) -> int | None:
        k = bisect_right(spans, offset, key=lambda span: span[0]) - 1
        if k < 0:
            return offset
        start, end, new = spans[k]
        behind = offset > start or end > start or any(c in LINE_BREAKS for c in new)
        if offset >= end and behind:
            return offset + shifts[k + 1]
        return start + shifts[k] if new or start == end else None

    return goes


def _replace(
    draft: Draft, reading: Reading, start: int, end: int, new: str, new_id: Callable[[], str]
) -> Step:
    step = Step()
    for k, run in enumerate(_runs(reading, start, end)):
        text = run.before + (new if k == 0 else "") + run.after
        step = merge(step, _rewritten(draft, run, text, new_id))
    return step


def _rewritten(draft: Draft, run: _Run, text: str, new_id: Callable[[], str]) -> Step:
    """Return the records that make one run read as given: as raw again where it may, else as one hand edit."""
    silent = _silenced(draft, run.rules)
    same = text == draft.source.text[run.start : run.end]
    if same and (run.hands or run.rules) and not _shadows(draft, run.start, run.end):
        return merge(silent, Step((), run.hands))
    # Where the raw text itself stands against a rule's edit, it takes a hand edit to hold it.
    id = _id_in_place(draft, run, new_id)
    after = any(edit.after for edit in (run.hands or run.rules)[:1])
    return merge(silent, Step((Edit(run.start, run.end, text, HAND, id=id, after=after),), run.hands))


def _id_in_place(draft: Draft, run: _Run, new_id: Callable[[], str]) -> str:
    """Return the id under which a run's new text is read just where the run was."""
    if run.hands:
        return run.hands[0].id
    # A rule's insertion is read before all that hands have typed at its place.
    return _id_before_all(draft, run.start, new_id) if run.rules else new_id()


def _silenced(draft: Draft, rules: Iterable[Edit]) -> Step:
    """Return the verdicts that take rules' insertions out of force: a hand has taken their text over."""
    return set_records(draft, [Verdict(rule.key, accept=False) for rule in rules])


def _carried(draft: Draft, reading: Reading, step: Step, goes: Callable[[int], int | None]) -> Step:
    """Return the records that carry what hangs on typed text along; ``goes`` tells where a character comes to."""
    hanging = [r for r in draft.records.values() if isinstance(r, Anchored) and r.anchor.edit]
    if not hanging:
        return Step()
    after = _with(draft, step).reading()
    carried: list[tuple[Record, Record]] = []
    for record in hanging:
        place = reading.place(record.anchor)
        goal = goes(place) if place is not None else None
        if goal is None or goal >= len(after.text):
            continue
        anchor = after.anchor(goal)
        if anchor != record.anchor:
            carried.append((record, record._replace(anchor=anchor)))
    # Where two come to hang on one character, the one that was there first stands.
    standing = draft.records.keys() - {old.key for old, _ in carried}
    added = {new.key: new for _, new in reversed(carried) if new.key not in standing}
    return Step(tuple(added.values()), tuple(old for old, _ in carried))


def _shadows(draft: Draft, start: int, end: int) -> bool:
    """Say whether a hand edit of this raw span keeps a rule's edit silent."""
    hand, rules = Edit(start, end, "", HAND, id="?"), draft.proposals.edits
    # Rules do not overlap one another, so only one can reach in from before.
    low = max(0, bisect_left(rules, start, key=lambda e: e.start) - 1)
    near = rules[low : bisect_right(rules, end, key=lambda e: e.start)]
    return any(overlap(e, hand) and draft.stands(e) for e in near)


def _runs(reading: Reading, start: int, end: int) -> list[_Run]:
    runs: list[_Run] = []
    for run in chain.from_iterable(
        _cut_at_moves(reading, p, start, end) for p in _touched(reading, start, end)
    ):
        last = runs[-1] if runs else None
        if last is not None and _goes_on(last, run) and not reading.order.cuts(last.start, run.end):
            runs[-1] = _Run(last.start, run.end, last.before, run.after, last.hands + run.hands)
        else:
            runs.append(run)
    return runs


def _goes_on(last: _Run, run: _Run) -> bool:
    # An insertion stays an edit of its own.
    wide = run.end > run.start and last.end > last.start
    return wide and last.end == run.start and not last.after and not run.before


def _cut_at_moves(reading: Reading, piece: Piece, start: int, end: int) -> list[_Run]:
    """Cut raw text where a move has an edge, even one that parts nothing now: no edit is to lie across it."""
    run = _cut(piece, start, end)
    if piece.edit is not None:
        return [run]
    edges = [run.start, *reading.order.cuts(run.start, run.end), run.end]
    return [run._replace(start=a, end=b) for a, b in pairwise(edges)]


def _touched(reading: Reading, start: int, end: int) -> list[Piece]:
    return [
        p
        for p in reading.pieces(start, end)
        if (p.at < end and p.at + len(p.text) > start) or (not p.text and start < p.at < end)
    ]


def _cut(piece: Piece, start: int, end: int) -> _Run:
    low, high = max(start, piece.at) - piece.at, min(end, piece.at + len(piece.text)) - piece.at
    if piece.edit is None:
        return _Run(piece.start + low, piece.start + high, "", "", ())
    hands = (piece.edit,) if piece.edit.id else ()
    rules = () if piece.edit.id or piece.start < piece.end else (piece.edit,)
    return _Run(piece.start, piece.end, piece.text[:low], piece.text[max(low, high) :], hands, rules)


def _insert(draft: Draft, reading: Reading, at: int, new: str, new_id: Callable[[], str]) -> Step:
    if not new:
        return Step()
    near = [p for p in reading.pieces(at, at) if p.at <= at <= p.at + len(p.text)]
    for piece in near:
        edit = piece.edit
        if edit is None:
            continue
        within = at - piece.at
        if edit.id or edit.start == edit.end or 0 < within < len(piece.text):
            run = _cut(piece, at, at)
            return _rewritten(draft, run, piece.text[:within] + new + piece.text[within:], new_id)
    return Step((_fresh_insertion(reading, at, new, new_id()),))


def _fresh_insertion(reading: Reading, at: int, new: str, id: str) -> Edit:
    """Cling to the character before, but at a paragraph's start to the one after."""
    begins = at == 0 or reading.text[at - 1] in LINE_BREAKS
    if begins and at < len(reading.text):
        piece = reading.piece_at(at)
        assert piece is not None
        raw = piece.start + (at - piece.at if piece.edit is None else 0)
        return Edit(raw, raw, new, HAND, id=id)
    if at == 0:
        return Edit(0, 0, new, HAND, id=id)
    piece = reading.piece_at(at - 1)
    assert piece is not None
    raw = piece.start + (at - piece.at) if piece.edit is None else piece.end
    return Edit(raw, raw, new, HAND, id=id, after=True)


def split_at(draft: Draft, reading: Reading, at: int, new_id: Callable[[], str]) -> Step:
    """Return the records that end a paragraph at a repaired offset; white space around the cut goes."""
    text = reading.text
    start, end = at, at
    while start > 0 and text[start - 1] in " \u3000":
        start -= 1
    while end < len(text) and text[end] in " \u3000":
        end += 1
    return replace_text(draft, reading, start, end, "\n", new_id)


def join_after(draft: Draft, reading: Reading, passage: Passage, new_id: Callable[[], str]) -> Step:
    """Return the records that join a paragraph with the one that follows it."""
    text, following = reading.text, passage.end
    while following < len(text) and text[following].isspace():
        following += 1
    if following == len(text):
        return Step()
    return replace_text(draft, reading, passage.end, following, "", new_id)


def insert_paragraph(
    draft: Draft, reading: Reading, before: int, text: str, new_id: Callable[[], str]
) -> Step:
    """Return the records that put paragraphs of one's own, one a line, before the repaired offset of one's start.

    At the end of the text it becomes the last paragraph.
    """
    text = "\n".join(part.strip() for part in text.splitlines() if part.strip())
    if not text:
        return Step()
    if before < len(reading.text):
        return replace_text(draft, reading, before, before, text + "\n", new_id)
    lead = "" if not reading.text or reading.text[-1] in LINE_BREAKS else "\n"
    return replace_text(draft, reading, len(reading.text), len(reading.text), lead + text, new_id)


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

    return merge(step, _carried(draft, reading, step, goes))


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
            parted = _with(draft, step)
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
    step = _replace(draft, reading, start, end, "", new_id)
    gone = _with(draft, step)
    at = to if to < start else to - len(text)
    return merge(step, _insert(gone, gone.reading(), at, text, new_id))


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
    run = _cut(piece, piece.at, piece.at)
    first = edit._replace(new=piece.text[:cut], rule=HAND, id=_id_in_place(draft, run, new_id))
    after = edit.end > edit.start or edit.after
    id = _id_after(first, new_id) if edit.start == edit.end else _id_before_all(draft, edit.end, new_id)
    rest = Edit(edit.end, edit.end, piece.text[cut:], HAND, id=id, after=after)
    step = merge(_silenced(draft, run.rules), Step((first, rest), run.hands))
    # The halves of an insertion cling to one side; part them again.
    halved = _with(draft, step)
    return merge(step, _part(halved, halved.reading(), piece.at + cut, new_id))


def _id_after(edit: Edit, new_id: Callable[[], str]) -> str:
    """Return an id that stands right behind an edit's: inserts at one offset are read in the order of their ids."""
    return f"{edit.id}.{new_id()}"


def _id_before_all(draft: Draft, raw: int, new_id: Callable[[], str]) -> str:
    """Return an id that stands before those of all insertions at a raw offset."""
    there = [e.id for e in draft.hand_edits() if e.start == e.end == raw]
    depth = max((len(id) - len(id.lstrip("!")) for id in there), default=0)
    return "!" * (depth + 1) + new_id()


def _cling(draft: Draft, pieces: list[Piece], raw: int, after: bool, new_id: Callable[[], str]) -> Step:
    """Make neighbouring insertions cling to one side, as one insertion where their order could change."""
    edits = [p.edit for p in pieces if p.edit is not None]
    if all(e.after == after and e.start == raw for e in edits):
        return Step()
    hands = tuple(e for e in edits if e.id)
    id = hands[0].id if hands else new_id()
    joined = Edit(raw, raw, "".join(e.new for e in edits), HAND, id=id, after=after)
    step = merge(_silenced(draft, [e for e in edits if not e.id]), Step((joined,), hands))
    # Where an insertion goes away inside a rule's span, the rule must stay shadowed.
    left = {e.start for e in hands if e.start != raw and _shadows(draft, e.start, e.end)}
    return merge(step, Step(tuple(Edit(place, place, "", HAND, id=new_id()) for place in sorted(left))))


def _raw_runs(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for piece in _touched(reading, start, end):
        run = _cut(piece, start, end)
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
    moved = _with(draft, step)
    reading = read(moved.source.text, moved.edits_in_force(), moved.moves())
    at = 0
    cuts: list[int] = []
    for text, following in pairwise([*wanted, ""]):
        at = reading.text.index(text, at) + len(text)
        gap = at
        while gap < len(reading.text) and reading.text[gap].isspace():
            gap += 1
        if following and not any(c in LINE_BREAKS for c in reading.text[at:gap]):
            cuts.append(at)
    for cut in reversed(cuts):
        piece = split_at(moved, reading, cut, new_id)
        step = merge(step, piece)
        moved = _with(draft, step)
        reading = moved.reading()
    return step


def _with(draft: Draft, step: Step) -> Draft:
    records = {key: r for key, r in draft.records.items() if key not in {d.key for d in step.dropped}}
    records |= {r.key: r for r in step.added}
    return Draft(draft.source, draft.proposals, records)


def merge(*steps: Step) -> Step:
    """Return one step that does all of these, each on top of those before it."""
    made: dict[Key, Record] = {}
    gone: dict[Key, Record] = {}
    for step in steps:
        for record in step.dropped:
            if record.key in made:
                del made[record.key]
            else:
                gone[record.key] = record
        made |= {r.key: r for r in step.added}
    return Step(tuple(made.values()), tuple(gone.values()))
