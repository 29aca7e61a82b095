"""Doubts worked out around a change are just the doubts of the whole text read anew."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.test_ledger_properties import Ids, act, change, drafts

from qingyang.services.asking import Asking
from qingyang.services.standing import after, standing
from qingyang.services.stretch import Turn
from qingyang.text.change import Change, Draft, undo_and_redo
from qingyang.text.edit import Edit, Flag, Proposals, Verdict
from qingyang.text.rewrite import replace_text
from qingyang.text.row import doubts, questions
from qingyang.text.source import source_of
from qingyang.text.step import set_records


@settings(max_examples=400, deadline=None)
@given(st.data(), drafts())
def test_piecewise_is_the_same_as_anew(data: st.DataObject, draft: Draft) -> None:
    new_id, length = Ids(), len(draft.source.text)
    low = data.draw(st.lists(st.integers(0, max(0, length - 1)), max_size=4))
    flags = tuple(Flag(k, min(length, k + 2), "gap", 0.7) for k in sorted(set(low)))
    draft = Draft(draft.source, draft.proposals._replace(flags=flags, sure_from=1.1), draft.records)
    now = standing(draft)
    asking = Asking(now)
    journal: list[Change] = []
    for _ in range(data.draw(st.integers(1, 7))):
        undo, _ = undo_and_redo(journal)
        asked = questions(now.draft.proposals)
        choice = data.draw(st.integers(0, 3))
        if undo and choice == 0:
            done = undo[-1].inverse(new_id(), person="", time="")
        elif asked and choice == 1:
            subject = data.draw(st.sampled_from(asked))
            verdict = Verdict(subject.key, data.draw(st.booleans()))
            done = change(set_records(now.draft, [verdict]), new_id)
        else:
            step, _ = act(data.draw, now.draft, new_id)
            done = change(step, new_id)
        before = now
        now, spliced = after(before, done)
        journal.append(done)
        asking.follow(Turn(done, before, now, spliced))
        anew = doubts(now.draft, now.reading)
        assert sorted(map(repr, asking.doubts)) == sorted(map(repr, anew))
        assert [doubt.at for doubt in asking.doubts] == [doubt.at for doubt in anew]


def test_a_question_comes_back_when_what_covered_it_goes() -> None:
    edits = (Edit(1, 2, "", "space", 0.6), Edit(5, 6, "", "space", 0.6))
    draft = Draft(source_of("一 二三四 五"), Proposals("1", edits))
    now, new_id = standing(draft), Ids()
    asking = Asking(now)
    done = change(replace_text(draft, now.reading, 0, 2, "甲乙", new_id), new_id)
    covered, spliced = after(now, done)
    asking.follow(Turn(done, now, covered, spliced))
    assert [doubt.subject for doubt in asking.doubts] == [edits[1]]
    back = Change("9", "d", "edit", done.dropped, done.added)
    again, spliced = after(covered, back)
    asking.follow(Turn(back, covered, again, spliced))
    assert [doubt.subject for doubt in asking.doubts] == list(edits)
