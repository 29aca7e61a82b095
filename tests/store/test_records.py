"""Everything a change can hold comes back as it went."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingyang.store.columns import pack, sound, unpack
from qingyang.store.records import canonical, payload, records
from qingyang.text.article import Anchor
from qingyang.text.change import Change
from qingyang.text.edit import (
    Bookmark,
    Cut,
    Edit,
    Figure,
    Flag,
    Mark,
    Move,
    Note,
    Property,
    Proposals,
    Record,
    Slip,
    Tag,
    Verdict,
)
from qingyang.text.issue import NAMES, Issue, IssueFacts
from qingyang.text.newsroom import Called, Guard, Listed, OwnRole, Titled, Transfer
from qingyang.wording import Message

LONE_SURROGATE = "\ud83d"
texts = st.text(max_size=6) | st.sampled_from(["𠮷", "\x00", "\u2028", LONE_SURROGATE, '"\\', "一\n二"])
numbers = st.integers(0, 2**31 - 1)
spans = st.tuples(numbers, numbers).map(sorted)
chances = st.floats(0, 1)
anchors = st.builds(Anchor, numbers, texts)
values = texts | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
whys = st.builds(Message, texts, st.lists(st.tuples(texts, values), max_size=3).map(tuple))
edits = st.builds(
    lambda span, new, rule, p, why, id, after: Edit(*span, new, rule, p, why, id, after),
    spans,
    texts,
    texts,
    chances,
    whys,
    texts,
    st.booleans(),
)
moves = st.builds(
    lambda span, to, id, rule, p, why, after: Move(*span, to, id, rule, p, why, after),
    spans,
    numbers,
    texts,
    texts,
    chances,
    whys,
    st.booleans(),
)
flags = st.builds(
    lambda span, rule, p, why, offers: Flag(*span, rule, p, why, offers),
    spans,
    texts,
    chances,
    whys,
    st.lists(texts, max_size=3).map(tuple),
)
keys = st.lists(texts | numbers, max_size=5).map(tuple)
anything: st.SearchStrategy[Record] = st.one_of(
    edits,
    moves,
    st.builds(Verdict, keys, st.booleans()),
    st.builds(Figure, texts, anchors, texts, texts, texts, chances),
    st.builds(Property, anchors, texts, texts),
    st.builds(Slip, anchors, texts, numbers, texts, st.booleans()),
    st.builds(Titled, texts, texts),
    st.builds(Guard, texts, texts, st.booleans()),
    st.builds(Called, texts, texts),
    st.builds(OwnRole, texts, texts, texts),
    st.builds(Listed, texts, texts),
    st.builds(Transfer, texts, texts, anchors, texts, st.none() | st.tuples(texts, anchors), texts),
    st.builds(
        Issue,
        st.builds(IssueFacts, **dict.fromkeys(NAMES, texts)),
        texts,
        st.lists(texts, max_size=3).map(tuple),
        numbers,
        texts,
    ),
    st.builds(Tag, anchors, texts),
    st.builds(Mark, anchors, texts, st.booleans()),
    st.builds(Cut, anchors, st.booleans()),
    st.builds(Note, texts, anchors, texts, texts, texts, texts, texts, st.booleans()),
    st.builds(Bookmark, anchors),
)


def typed(value: Any) -> Any:
    """Return the value with every type told: 1, 1.0 and True are equal and not the same."""
    if isinstance(value, tuple):
        return (type(value), tuple(map(typed, value)))
    return (type(value), value)


@given(st.lists(anything, max_size=8).map(tuple), st.lists(anything, max_size=8).map(tuple))
def test_a_payload_comes_back(added: tuple[Record, ...], dropped: tuple[Record, ...]) -> None:
    text = payload(Change("1", "D", "test", added, dropped))
    text.encode()
    assert typed(records(text)) == typed((added, dropped))


@given(
    st.builds(
        Proposals,
        st.text(max_size=3),
        st.lists(edits, max_size=12).map(tuple),
        st.lists(moves, max_size=3).map(tuple),
        st.lists(flags, max_size=3).map(tuple),
        chances,
    )
)
def test_proposals_come_back(proposals: Proposals) -> None:
    came = unpack(pack(proposals))
    assert typed(came._replace(edits=tuple(came.edits))) == typed(proposals)
    assert pack(unpack(pack(proposals))) == pack(proposals)


def test_chinese_stands_readable_in_a_payload() -> None:
    assert "清样" in payload(Change("1", "D", "test", (Edit(0, 1, "清样"),)))


def test_canonical_json_is_json() -> None:
    value = {"a": [1, 0.1, "一", LONE_SURROGATE, "\x00"]}
    assert json.loads(canonical(value)) == value


def test_evidence_that_is_equal_and_reads_differently_stays_apart() -> None:
    values: list[float] = [1, 1.0, True, 0, 0.5]
    some = tuple(Edit(n, n, "", "r", why=Message("why", (("n", v),))) for n, v in enumerate(values))
    assert typed(tuple(unpack(pack(Proposals("1", some))).edits)) == typed(some)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"added":[["edit"]],"dropped":[]}', '{"added":[["x",1]],"dropped":[]}', "\0"]
)
def test_a_broken_payload_says_so(text: str) -> None:
    with pytest.raises(ValueError):
        records(text)


@given(st.binary(max_size=60))
def test_broken_proposals_say_so(raw: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(raw)
    with pytest.raises(ValueError):
        sound(raw, "0" * 64)


def test_proposals_cut_short_say_so() -> None:
    raw = pack(Proposals("1", (Edit(0, 1, "甲", "rule", 0.5, Message("why", (("n", 1),))), Edit(3, 4, ""))))
    for end in range(len(raw)):
        with pytest.raises(ValueError):
            unpack(raw[:end])


def test_the_layout_of_version_1_stays() -> None:
    """A payload as the first release wrote it; if this fails, desks out there cannot be read."""
    text = (Path(__file__).parent / "payload-1.json").read_text(encoding="utf-8").strip()
    added, dropped = records(text)
    assert payload(Change("1", "D", "test", added, dropped)) == text
    assert added == (
        Edit(3, 5, "，", "hand", 1.0, Message("why.x", (("width", 12), ("p", 0.5))), "E1", True),
        Move(0, 4, 9, "M1", "columns", 0.75, Message("")),
        Verdict(("rule", "join", 3, 4, ""), False),
        Tag(Anchor(0), "headline"),
        Mark(Anchor(2, "E1"), "hold", True),
        Cut(Anchor(7), False),
        Slip(Anchor(5), "wording", 2, "渝种", True),
    )
