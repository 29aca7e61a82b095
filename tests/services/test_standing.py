"""A change worked out around the characters it touches gives just what reading everything anew gives."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.test_ledger_properties import Ids, act, change, drafts

from qingyang.services.standing import after, standing
from qingyang.text.change import Change, Draft, undo_and_redo


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
        assert now.reading.text == anew.reading.text
        places = range(len(now.reading.text))
        assert [now.reading.anchor(k) for k in places] == [anew.reading.anchor(k) for k in places]
        raw = range(len(draft.source.text))
        assert [now.reading.find(k) for k in raw] == [anew.reading.find(k) for k in raw]
        assert list(now.passages) == list(anew.passages)
        assert [t.role for t in now.tags] == [t.role for t in anew.tags]
        shown = [now.text(k) for k in range(len(now.passages))]
        first, old, new = spliced
        assert rows[:first] == shown[:first]
        assert rows[first + old :] == shown[first + new :]
