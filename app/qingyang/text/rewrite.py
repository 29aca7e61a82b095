"""What a hand does to the repaired text, as records: replace, split, join, set a line of one's own.

Every function takes the draft and its reading and returns the records added and dropped; nothing is changed in place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from qingyang.text.change import Draft
from qingyang.text.edit import HAND, Edit
from qingyang.text.reading import Passage, Reading
from qingyang.text.runs import Run, id_in_place, run_of, runs_of, shadows, silenced
from qingyang.text.source import LINE_BREAKS
from qingyang.text.step import Step, carried, merge

Span = tuple[int, int, str]
"""A stretch of repaired text, by start and end, and what is to stand in its place."""


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
            inserted(draft, reading, start, new, new_id)
            if start == end
            else replaced(draft, reading, start, end, new, new_id)
            for start, end, new in _apart(reading, real)
        )
    )
    return merge(step, carried(draft, reading, step, _moved_by(real)))


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


def replaced(
    draft: Draft, reading: Reading, start: int, end: int, new: str, new_id: Callable[[], str]
) -> Step:
    """Return the records that put ``new`` in place of repaired[start:end]; what hangs on it is not carried along."""
    step = Step()
    for k, run in enumerate(runs_of(reading, start, end)):
        text = run.before + (new if k == 0 else "") + run.after
        step = merge(step, _rewritten(draft, run, text, new_id))
    return step


def _rewritten(draft: Draft, run: Run, text: str, new_id: Callable[[], str]) -> Step:
    """Return the records that make one run read as given: as raw again where it may, else as one hand edit."""
    silent = silenced(draft, run.rules)
    same = text == draft.source.text[run.start : run.end]
    if same and (run.hands or run.rules) and not shadows(draft, run.start, run.end):
        return merge(silent, Step((), run.hands))
    # Where the raw text itself stands against a rule's edit, it takes a hand edit to hold it.
    id = id_in_place(draft, run, new_id)
    after = any(edit.after for edit in (run.hands or run.rules)[:1])
    return merge(silent, Step((Edit(run.start, run.end, text, HAND, id=id, after=after),), run.hands))


def inserted(draft: Draft, reading: Reading, at: int, new: str, new_id: Callable[[], str]) -> Step:
    """Return the records that type ``new`` at a repaired offset; what hangs there is not carried along."""
    if not new:
        return Step()
    near = [p for p in reading.pieces(at, at) if p.at <= at <= p.at + len(p.text)]
    for piece in near:
        edit = piece.edit
        if edit is None:
            continue
        within = at - piece.at
        if edit.id or edit.start == edit.end or 0 < within < len(piece.text):
            run = run_of(piece, at, at)
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
