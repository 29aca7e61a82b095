"""A change worked out around the characters it touches gives just what reading everything anew gives."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.test_ledger_properties import Ids, act, change, drafts

from qingyang.services.standing import after, standing
from qingyang.text.change import Change, Draft, undo_and_redo
from qingyang.text.edit import Edit, Move, Proposals, Tag, Verdict
from qingyang.text.reading import Passage
from qingyang.text.rewrite import replace_text
from qingyang.text.row import Subject, doubts
from qingyang.text.source import source_of
from qingyang.text.step import set_records


@settings(max_examples=300, deadline=None)
@given(st.data(), drafts())
def test_piecewise_is_the_same_as_anew(data: st.DataObject, draft: Draft) -> None:
    new_id = Ids()
    now = standing(draft)
    journal: list[Change] = []
    for _ in range(data.draw(st.integers(1, 6))):
        undo, _ = undo_and_redo(journal)
        if undo and data.draw(st.integers(0, 3)) == 0:
            done = undo[-1].inverse(new_id(), person="", time="")
        else:
            step, _ = act(data.draw, now.draft, new_id)
            done = change(step, new_id)
        rows = [now.text(k) for k in range(len(now.passages))]
        now, spliced = after(now, done)
        journal.append(done)
        anew = standing(now.draft)
        assert str(now.reading.text) == str(anew.reading.text)
        places = range(len(now.reading.text))
        assert [now.reading.anchor(k) for k in places] == [anew.reading.anchor(k) for k in places]
        raw = range(len(draft.source.text))
        assert [now.reading.find(k) for k in raw] == [anew.reading.find(k) for k in raw]
        assert list(now.passages) == list(anew.passages)
        assert [t.role for t in now.tags] == [t.role for t in anew.tags]
        shown = [now.text(k) for k in range(len(now.passages))]
        first, old, new, above, below = spliced
        assert rows[:first] == shown[:first]
        assert rows[first + old :] == shown[first + new :]
        # Rows at the edges that are only something else say what they said.
        assert rows[first : first + above] == shown[first : first + above]
        assert rows[first + old - below : first + old] == shown[first + new - below : first + new]


def test_a_change_of_role_runs_on_as_far_as_it_reaches() -> None:
    """Thirty answers are answers only while the question above them is one."""
    raw = "问：这是为什么？\n" + "\n".join(
        f" 第{k}段讲的是一件事，{'说得很长很长，' * 12}没有别的。" for k in range(30)
    )
    new_id = Ids()
    # Rules' edits all along, so that only the first line is read anew.
    indents = tuple(Edit(k, k + 1, "", "indent", 0.99) for k, char in enumerate(raw) if char == " ")
    draft = Draft(source_of(raw), Proposals("1", indents))
    now = standing(draft)
    assert {t.role for t in now.tags[1:]} == {"answer"}
    step = replace_text(draft, now.reading, 0, 8, "此事说来话长，不必细说，且看下文。", new_id)
    now, spliced = after(now, change(step, new_id))
    assert {t.role for t in now.tags} == {"body"} == {t.role for t in standing(now.draft).tags}
    assert spliced[:3] == (0, 31, 31) and spliced.above == 0 and spliced.below >= 28


def test_a_change_is_judged_in_the_light_of_what_stands_far_around_it() -> None:
    """A question set by hand thirty paragraphs above still makes answers where words are typed."""
    text = "第{k}段讲的是一件事，" + "说得很长很长，" * 12 + "没有别的。"
    raw = "\n".join(
        [
            "此事说来话长",
            *(text.format(k=k) for k in range(30)),
            "短短一行",
            *(text.format(k=k) for k in range(9)),
        ]
    )
    new_id = Ids()
    draft = Draft(source_of(raw), Proposals("1", ()))
    now = standing(draft)
    now, _ = after(now, change(set_records(draft, [Tag(now.reading.anchor(0), "question")]), new_id))
    for row in (30, 31, 25):
        start = now.passages[row].start
        now, _ = after(now, change(replace_text(now.draft, now.reading, start, start, "又", new_id), new_id))
        assert [t.role for t in now.tags] == [t.role for t in standing(now.draft).tags]


def test_tagging_is_told_how_the_lines_of_short_paragraphs_stood() -> None:
    raw = "标题\n\n　　两行的\n一段。\n\n" + "很长的一段，" * 30
    joined = Edit(9, 10, "", "join", 0.99)
    now = standing(Draft(source_of(raw), Proposals("1", (joined,))))
    assert [(b.gap, b.widths, b.indent) for b in now.blocks(0, 3)] == [
        (0, (2,), 0),
        (2, (3, 3), 2),
        (2, (), 0),
    ]


def test_white_space_at_a_lines_ends_belongs_to_the_line() -> None:
    new_id = Ids()
    rule = Edit(0, 1, "", "rule", 0.6)
    draft = Draft(source_of("1\u00851"), Proposals("1", (rule,)))
    now, _ = after(standing(draft), change(set_records(draft, [Verdict(rule.key, accept=False)]), new_id))
    assert now.passages == [Passage(0, 3)]


@settings(max_examples=200, deadline=None)
@given(st.data(), drafts())
def test_a_hand_leaves_all_else_that_rules_and_people_have_said_as_it_was(
    data: st.DataObject, draft: Draft
) -> None:
    """What the rules propose is decided from the raw text, which no hand changes: nothing is to be decided anew."""
    new_id = Ids()
    for _ in range(data.draw(st.integers(0, 3))):
        step, _ = act(data.draw, draft, new_id)
        draft = draft.apply(change(step, new_id))
    now = standing(draft)
    text = str(now.reading.text)
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    step = replace_text(draft, now.reading, start, end, data.draw(st.sampled_from(["", "改"])), new_id)
    then, _ = after(now, change(step, new_id))
    assert then.draft.proposals is draft.proposals
    spoken = {key: r for key, r in then.draft.records.items() if isinstance(r, Verdict)}
    silenced = {r.key for r in step.added if isinstance(r, Verdict)}
    assert {key: r for key, r in spoken.items() if key not in silenced} == {
        key: r for key, r in draft.records.items() if isinstance(r, Verdict) and key not in silenced
    }
    # Only what the hand has taken over leaves the queue, only what it gives back comes to it.
    asked = {d.key: d for d in doubts(draft, now.reading)}
    left = {d.key: d for d in doubts(then.draft, then.reading)}
    hands = [r for r in (*step.added, *step.dropped) if isinstance(r, Edit)]
    for key in asked.keys() ^ left.keys():
        subject = (asked.get(key) or left[key]).subject
        assert key in {v.edit for v in step.added if isinstance(v, Verdict)} or any(
            _touch(hand, subject) for hand in hands
        )


def _touch(hand: Edit, subject: Subject) -> bool:
    return hand.start <= subject.end and subject.start <= hand.end


def test_one_character_costs_what_lies_around_it(words: list[str]) -> None:
    """Ten thousand characters, three hundred moves: well within one frame of the screen."""
    raw = "\n".join(words)
    starts = [m.start() for m in re.finditer("^", raw, re.M)]
    moves = [
        Move(
            a, a + 12, starts[min(len(starts) - 1, 2 * k + 7)], f"column:{a}", "column", 0.9 if k % 9 else 0.3
        )
        for k, a in enumerate(starts[:600:2])
    ]
    edits = tuple(Edit(a - 1, a, "", "join", 0.99 if a % 3 else 0.6) for a in starts[1:])
    now = standing(Draft(source_of(raw), Proposals("1", edits, tuple(moves))))
    assert len(raw) > 9_000 and len(now.draft.moves()) > 250
    new_id, took = Ids(), []
    for place in range(100, len(now.reading.text), 500):
        step = replace_text(now.draft, now.reading, place, place + 1, "改", new_id)
        begun = time.thread_time()
        now, _ = after(now, change(step, new_id))
        doubts(now.draft, now.reading)
        took.append(time.thread_time() - begun)
    assert sorted(took)[len(took) // 2] < 0.016
    assert str(now.reading.text) == str(now.draft.reading().text)


@pytest.fixture
def words() -> list[str]:
    """Lines of narrow columns."""
    return [f"第{k:04d}行写着一点别的事情，" for k in range(700)]
