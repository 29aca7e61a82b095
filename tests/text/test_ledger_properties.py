"""Nothing lost, nothing doubled: random edits, moves, undo and redo over the one ledger."""

from __future__ import annotations

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from qingyang.text.alignment import differences
from qingyang.text.article import Anchor
from qingyang.text.change import Change, Draft, undo_and_redo
from qingyang.text.edit import Edit, Flag, Move, Proposals, Tag, Verdict
from qingyang.text.moving import move_paragraphs, move_text
from qingyang.text.order import reading_order
from qingyang.text.reading import Reading
from qingyang.text.rewrite import insert_paragraph, join_after, replace_spans, replace_text, split_at
from qingyang.text.source import source_of
from qingyang.text.step import Step, set_records

LETTERS = "甲乙丙，。 1a𠮷😀é\n\n\v\f\u2028\u0085\u001c\r"
texts = st.text(LETTERS, max_size=40)
chances = st.sampled_from([0.1, 0.6, 0.99])


class Ids:
    """Sortable ids, as ULIDs are."""

    def __init__(self) -> None:
        self.numbers = count()

    def __call__(self) -> str:
        return f"{next(self.numbers):06d}"


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A raw text with rules' edits and moves, none of which overlaps another of its kind."""
    source = source_of(draw(texts))
    n = len(source.text)
    cuts = sorted(draw(st.lists(st.integers(0, n), max_size=8)))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        if not edits or edits[-1].end < start:
            new, after = draw(st.text(LETTERS, max_size=3)), start == end and draw(st.booleans())
            edits.append(Edit(start, end, new, "rule", draw(chances), after=after))
    return Draft(source, Proposals("1", tuple(edits), draw(rules_moves(n)), draw(rules_flags(n))))


@st.composite
def rules_moves(draw: st.DrawFn, length: int) -> tuple[Move, ...]:
    """Moves of spans that do not overlap, to anywhere."""
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=6)))
    found = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    spans = draw(st.permutations(found))
    return tuple(
        Move(
            a, b, draw(st.integers(0, length)), f"link:{k}", "link", draw(chances), after=draw(st.booleans())
        )
        for k, (a, b) in enumerate(spans)
    )


@st.composite
def rules_flags(draw: st.DrawFn, length: int) -> tuple[Flag, ...]:
    """Flags anywhere."""
    spans = draw(st.lists(st.tuples(st.integers(0, length), st.integers(0, length)), max_size=3))
    return tuple(Flag(min(span), max(span), "lookalike", 0.9, offers=("甲",)) for span in sorted(spans))


def write(
    draw: st.DrawFn, kind: str, draft: Draft, reading: Reading, span: tuple[int, int], new_id: Ids
) -> tuple[Step, str]:
    """Put other text in place of a span: at once, where it differs, or word by word."""
    (start, end), text = span, str(reading.text)
    if kind == "replace":
        new = draw(st.text(LETTERS, max_size=4))
        return replace_text(draft, reading, start, end, new, new_id), text[:start] + new + text[end:]
    if kind == "rewrite":
        new = draw(st.permutations(text[start:end]).map("".join)) + draw(st.text(LETTERS, max_size=2))
        spans = [(start + a, start + b, n) for a, b, n in differences(text[start:end], new)]
        return replace_spans(draft, reading, spans, new_id), text[:start] + new + text[end:]
    # As a conversion of script does it: spans that touch one another.
    cuts = sorted(draw(st.sets(st.integers(start, end), min_size=1, max_size=6)))
    news = [draw(st.text(LETTERS, max_size=2)) for _ in cuts[1:]]
    step = replace_spans(draft, reading, list(zip(cuts, cuts[1:], news, strict=False)), new_id)
    return step, text[: cuts[0]] + "".join(news) + text[cuts[-1] :]


def act(draw: st.DrawFn, draft: Draft, new_id: Ids) -> tuple[Step, str | None]:
    """One thing a hand does, and the text it must give where that is known beforehand."""
    reading = draft.reading()
    text = str(reading.text)
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    passages = reading.passages()
    kind = draw(
        st.sampled_from(
            ["replace", "rewrite", "respell", "split", "join", "move", "block", "insert", "verdict", "tag"]
        )
    )
    if kind in ("replace", "rewrite", "respell"):
        return write(draw, kind, draft, reading, (start, end), new_id)
    if kind == "split":
        left, right = text[:start].rstrip(" \u3000"), text[start:].lstrip(" \u3000")
        return split_at(draft, reading, start, new_id), left + "\n" + right
    if kind == "join" and passages:
        return join_after(draft, reading, draw(st.sampled_from(passages)), new_id), None
    if kind == "move":
        to = draw(st.integers(0, len(text)))
        low, high = min(start, to), max(end, to)
        cut = start if to < start else end
        wanted = text if start <= to <= end else text[:low] + text[cut:high] + text[low:cut] + text[high:]
        return move_text(draft, reading, start, end, to, new_id), wanted
    if kind == "block" and passages:
        first = draw(st.integers(0, len(passages) - 1))
        last = draw(st.integers(first, len(passages) - 1))
        before = draw(st.sampled_from([*passages, None]))
        return move_paragraphs(draft, reading, passages[first : last + 1], before, new_id), None
    if kind == "insert":
        at = draw(st.sampled_from(passages)).start if passages else len(text)
        return insert_paragraph(draft, reading, at, "自拟标题", new_id), None
    proposed = [*draft.proposals.edits, *draft.proposals.moves, *draft.proposals.flags]
    if kind == "verdict" and proposed:
        return set_records(draft, [Verdict(draw(st.sampled_from(proposed)).key, draw(st.booleans()))]), None
    if kind == "tag" and text:
        return set_records(
            draft, [Tag(reading.anchor(draw(st.integers(0, len(text) - 1))), "headline")]
        ), None
    return Step(), None


def change(step: Step, new_id: Ids) -> Change:
    return Change(new_id(), "doc", "test", step.added, step.dropped)


def check(draft: Draft, reading: Reading) -> None:
    """Every raw character is read once or stands in one edit's span; pieces lie side by side."""
    raw = draft.source.text
    seen = [0] * len(raw)
    for start, end in reading_order(len(raw), draft.moves()):
        for k in range(start, end):
            seen[k] += 1
    assert all(n == 1 for n in seen)
    shown = [0] * len(raw)
    at = 0
    for piece in reading.pieces():
        assert piece.at == at
        at += len(piece.text)
        if piece.edit is None:
            assert piece.text == raw[piece.start : piece.end]
        for k in range(piece.start, piece.end):
            shown[k] += 1
    assert at == len(reading.text)
    assert all(n == 1 for n in shown), shown
    for k in range(len(raw)):
        place = reading.find(k)
        piece = reading.piece_at(place)
        if piece is not None and piece.edit is None and piece.start <= k < piece.end:
            assert reading.origin(place) == k
            assert reading.anchor(place) == Anchor(k)


@settings(max_examples=400, deadline=None)
@given(st.data(), drafts())
def test_any_order_of_work_undo_and_redo_loses_nothing(data: st.DataObject, draft: Draft) -> None:
    new_id = Ids()
    raw = draft.source.text
    first = draft
    journal: list[Change] = []
    states = {0: draft}
    for _ in range(data.draw(st.integers(1, 8))):
        undo, redo = undo_and_redo(journal)
        doing = data.draw(st.sampled_from(["do", "do", "undo", "redo"]))
        if doing == "do":
            step, wanted = act(data.draw, draft, new_id)
            done = change(step, new_id)
        elif doing == "undo" and undo:
            done, wanted = undo[-1].inverse(new_id(), person="", time=""), None
        elif doing == "redo" and redo:
            done, wanted = redo[-1].inverse(new_id(), person="", time=""), None
        else:
            continue
        before = draft
        draft = draft.apply(done)
        journal.append(done)
        reading = draft.reading()
        if wanted is not None:
            assert str(reading.text) == wanted
        check(draft, reading)
        back = draft.apply(done.inverse("x", person="", time=""))
        assert back.records == before.records
        states[len(journal)] = draft
    while True:
        undo, _ = undo_and_redo(journal)
        if not undo:
            break
        done = undo[-1].inverse(new_id(), person="", time="")
        draft = draft.apply(done)
        journal.append(done)
    assert dict(draft.records) == {}
    assert str(draft.reading().text) == str(first.reading().text)
    assert str(Draft(draft.source).reading().text) == raw


@settings(max_examples=300, deadline=None)
@given(st.data(), drafts())
def test_moving_paragraphs_changes_their_order_and_nothing_else(data: st.DataObject, draft: Draft) -> None:
    new_id = Ids()
    for _ in range(data.draw(st.integers(0, 2))):
        step, _ = act(data.draw, draft, new_id)
        draft = draft.apply(change(step, new_id))
    reading = draft.reading()
    passages = reading.passages()
    if not passages:
        return
    words = [reading.text[p.start : p.end] for p in passages]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    at = data.draw(st.integers(0, len(words)))
    step = move_paragraphs(
        draft, reading, passages[first : last + 1], passages[at] if at < len(words) else None, new_id
    )
    after = draft.apply(change(step, new_id)).reading()
    got = [after.text[p.start : p.end] for p in after.passages()]
    if first <= at <= last + 1:
        wanted = words
    else:
        rest = words[:first] + words[last + 1 :]
        slot = at if at < first else at - (last + 1 - first)
        wanted = rest[:slot] + words[first : last + 1] + rest[slot:]
    assert got == wanted


@settings(max_examples=200, deadline=None)
@given(st.data(), drafts())
def test_rerunning_the_rules_never_loses_a_hand(data: st.DataObject, draft: Draft) -> None:
    new_id = Ids()
    text = str(draft.reading().text)
    if not text:
        return
    at = data.draw(st.integers(0, len(text)))
    step = replace_text(draft, draft.reading(), at, at, "手改", new_id)
    draft = draft.apply(change(step, new_id))
    other = Draft(draft.source, Proposals("2"), draft.records)
    assert "手改" in str(other.reading().text)
    assert str(Draft(draft.source, draft.proposals, other.records).reading().text) == str(
        draft.reading().text
    )


def test_a_move_into_itself_says_nothing() -> None:
    assert reading_order(10, [Move(2, 6, 4, "1")]) == [(0, 10)]
    assert reading_order(10, [Move(2, 6, 8, "1")]) == [(0, 2), (6, 8), (2, 6), (8, 10)]
    assert reading_order(10, [Move(8, 10, 0, "1")]) == [(8, 10), (0, 8)]
