"""Edits in columns read as the edits they were made of, and so do those a text is cut into."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from qingyang.text.change import Draft
from qingyang.text.edit import Edit, Proposals, Verdict
from qingyang.text.edits import Chosen, Edits, home
from qingyang.text.piecing import read
from qingyang.text.source import source_of
from qingyang.wording import Message

WHYS = (Message(""), Message("why", (("n", 1),)), Message("why", (("n", 1.0),)))
BODY = st.tuples(
    st.sampled_from(["", "，", "甲"]),
    st.sampled_from(["join", "spaces"]),
    st.sampled_from([0.2, 0.5, 0.99, 1 / 3]),
    st.sampled_from(WHYS),
    st.sampled_from(["", "01", "02"]),
    st.booleans(),
)


@st.composite
def several(draw: st.DrawFn) -> list[Edit]:
    """Edits by place, none over another."""
    at, found = 0, []
    for body in draw(st.lists(BODY, max_size=12)):
        at += draw(st.integers(0, 3))
        end = at + draw(st.integers(0, 2))
        new, rule, p, why, id, after = body
        found.append(Edit(at, end, new, rule, p, why, id, after))
        at = max(end, at + 1)
    return found


def told(edits: object) -> str:
    """As it reads: 1 and 1.0 are equal and read otherwise."""
    assert isinstance(edits, list)
    return repr(edits)


@given(several())
def test_columns_read_as_what_they_were_made_of(edits: list[Edit]) -> None:
    made = Edits(edits)
    assert told(list(made)) == told(edits) and made == edits and Edits.of(made) is made
    assert told(made[1:3]) == told(edits[1:3])
    assert list(made.homes()) == [home(edit) for edit in edits]
    assert list(made.replacements(0, len(made))) == [edit[:3] for edit in edits]
    assert made.below(0.5) == [edit for edit in edits if edit.p < 0.5]
    for k, edit in enumerate(edits):
        if not edit.id:
            assert made.numbered(edit.key) == k
    assert made.numbered(("rule", "join", 99, 99, "")) is None and made.typed("gone") is None


@given(several(), st.data())
def test_some_may_be_left_out_and_others_put_in_their_place(edits: list[Edit], data: st.DataObject) -> None:
    wanted = data.draw(st.lists(st.booleans(), min_size=len(edits), max_size=len(edits)))
    made = Edits(edits)
    assert told(list(made.only(wanted))) == told([e for e, on in zip(edits, wanted, strict=True) if on])
    low = data.draw(st.integers(0, len(edits)))
    high = data.draw(st.integers(low, len(edits)))
    fresh = data.draw(several())
    assert told(list(made.rewritten([(low, high, fresh)]))) == told([*edits[:low], *fresh, *edits[high:]])
    assert told(list(made)) == told(edits)


@given(several(), st.data())
def test_numbers_choose_edits_or_none(edits: list[Edit], data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.integers(-1, len(edits) - 1), max_size=9))
    items = [None if n < 0 else edits[n] for n in numbers]
    chosen = Chosen.of(items)
    assert list(chosen) == items and len(chosen) == len(items)
    assert list(chosen[2:5]) == items[2:5] and [chosen[k] for k in range(len(items))] == items


@given(st.lists(several(), max_size=3), st.data())
def test_what_several_choose_is_joined_with_a_table_of_its_own(
    tables: list[list[Edit]], data: st.DataObject
) -> None:
    parts = []
    for edits in tables:
        numbers = data.draw(st.lists(st.integers(-1, len(edits) - 1), max_size=9))
        parts.append(Chosen(Edits(edits), array("i", numbers)))
    made = Chosen.joined(parts)
    assert list(made) == [edit for part in parts for edit in part]
    assert len(made.table) == sum(edit is not None for edit in made)


def test_an_edit_of_a_hand_is_found_by_its_id_wherever_its_tile_came_from() -> None:
    raw = "一二三四五六七八九十" * 200
    rules = [Edit(k, k + 1, "〇", "zero", 0.99) for k in range(0, len(raw), 10)]
    hand = Edit(1_205, 1_206, "字", id="H")
    reading = read(raw, sorted([*rules, hand]))
    found = reading.edits.typed("H")
    assert found is not None and found[1] == hand and reading.edits[found[0]] == hand
    assert reading.edits.typed("G") is None


def test_what_a_person_said_of_one_of_many_alike_edits_holds_for_that_one() -> None:
    raw = "甲\n乙\n丙\n丁"
    edits = tuple(Edit(at, at + 1, "", "join", 0.9) for at in (1, 3, 5))
    word = Verdict(edits[1].key, accept=False)
    draft = Draft(source_of(raw), Proposals("1", Edits(edits)), {word.key: word})
    assert str(draft.reading().text) == "甲乙\n丙丁"


def test_of_two_edits_at_one_place_the_one_that_is_meant_is_judged() -> None:
    raw = "甲 乙丙"
    mark, space = Edit(1, 1, "，", "marks", 0.9), Edit(1, 2, "", "spaces", 0.9)
    for judged, text in ((mark, "甲乙丙"), (space, "甲， 乙丙")):
        word = Verdict(judged.key, accept=False)
        draft = Draft(source_of(raw), Proposals("1", Edits([mark, space])), {word.key: word})
        assert str(draft.reading().text) == text
