"""A sequence in tiles is the list it stands for, however it was changed; and it tells what a change left alone."""

from __future__ import annotations

import time
from bisect import bisect_left

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingyang.text.tiles import Offsets, Tiles

CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.lists(st.integers(0, 9), max_size=12), st.integers(-3, 3)),
    max_size=12,
)


@pytest.fixture(autouse=True)
def small_tiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tiles, "size", 4)


@settings(max_examples=300)
@given(st.lists(st.integers(0, 99), max_size=60).map(sorted), CHANGES)
def test_changed_it_is_the_list_with_the_same_changes(
    items: list[int], changes: list[tuple[float, float, list[int], int]]
) -> None:
    made = Offsets(items)
    for a, b, fresh, shift in changes:
        first, last = sorted((round(a * len(items)), round(b * len(items))))
        before, made = made, made.spliced(first, last, fresh, shift)
        assert list(before) == items
        items = [*items[:first], *fresh, *(item + shift for item in items[last:])]
        assert list(made) == items == [made[k] for k in range(len(items))]
        assert made[first:] == items[first:] and made[:last] == items[:last]
        if items == sorted(items):
            assert [made.before(place) for place in range(105)] == [bisect_left(items, p) for p in range(105)]
        told = made.since(before)
        assert told.first <= first and told.last >= last
        assert len(items) - told.now == len(before) - told.last
        assert items[: told.first] == list(before)[: told.first]


def test_past_its_ends_there_is_nothing() -> None:
    for made in (Offsets(), Offsets([1, 2])):
        for k in (-3, 2, 9):
            with pytest.raises(IndexError):
                made[k]
    assert Offsets([1, 2])[-1] == 2


def test_a_change_costs_no_look_at_what_stands_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A million places moved by one take a small part of the time that writing them anew takes."""
    monkeypatch.setattr(Tiles, "size", 512)
    made = Offsets(range(1_000_000))
    begun = time.thread_time()
    for k in range(20):
        made = made.spliced(k, k + 1, [k], 1)
    changing = (time.thread_time() - begun) / 20
    begun = time.thread_time()
    assert sum(made) > 0
    assert changing < (time.thread_time() - begun) / 10


def test_a_change_tells_only_what_lies_around_it() -> None:
    before = Offsets(range(400))
    now = before.spliced(200, 203, [1], 5)
    told = now.since(before)
    assert told.last - told.first < 16 and told.first <= 200 and told.last >= 203
    assert now.since(now) == (398, 398, 398)
