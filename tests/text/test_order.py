"""The order of a moved text, against the plainest way to work it out."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from itertools import pairwise
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from qingyang.text import order
from qingyang.text.edit import Edit, Move
from qingyang.text.order import reading_order
from qingyang.text.piecing import read


@st.composite
def moves(draw: st.DrawFn) -> tuple[int, list[Move]]:
    """A length, and moves that overlap, lie in one another, lead into one another and out of the text."""
    length = draw(st.integers(0, 20))
    places = st.integers(-2, length + 2)
    drawn = draw(st.lists(st.tuples(places, places, places, st.booleans()), max_size=8))
    made = [Move(start, end, to, str(k), after=after) for k, (start, end, to, after) in enumerate(drawn)]
    return length, made


def plain_order(length: int, moves: Sequence[Move]) -> list[int]:
    """Move every character one by one."""
    chars = list(range(length))
    for move in moves:
        span = range(max(0, move.start), min(length, move.end))
        goal = move.to - 1 if move.after else move.to
        if goal in span:
            continue
        kept = [k for k in chars if k not in span]
        at = 0 if goal < 0 else kept.index(goal) + move.after if goal < length else len(kept)
        chars = kept[:at] + [k for k in chars if k in span] + kept[at:]
    return chars


@settings(max_examples=500, deadline=None)
@given(moves())
def test_moves_apply_one_after_the_other(drawn: tuple[int, list[Move]]) -> None:
    length, made = drawn
    spans = reading_order(length, made)
    assert [k for a, b in spans for k in range(a, b)] == plain_order(length, made)
    assert all(a < b for a, b in spans)
    with patch.object(order, "_ROOM", 2):
        assert reading_order(length, made) == spans
    assert all(b != c for (_, b), (c, _) in pairwise(spans))


def cells(length: int, count: int) -> list[Move]:
    """A page of columns: every cell of the second column is read behind the first column."""
    step = length // count
    starts = [k * step + step // 2 for k in range(count)]
    return [Move(a, a + step // 3, length, f"column:{a}", "column", 0.99, after=True) for a in starts]


def seconds(length: int, count: int) -> float:
    """Return the best time of three to read a text with so many cells moved and a join for every ten characters."""
    raw = "字" * length
    joins = [Edit(k, k + 1, "", "join", 0.99) for k in range(5, length, 10)]
    made = cells(length, count)
    random.Random(1).shuffle(made)
    best = 1e9
    for _ in range(3):
        start = time.thread_time()
        assert len(read(raw, joins, made).text) == length - len(joins)
        best = min(best, time.thread_time() - start)
    return best


def test_many_moves_take_time_in_proportion() -> None:
    """Eight times the moves, not sixty-four times the work."""
    few, many = seconds(50_000, 2_500), seconds(400_000, 20_000)
    assert many < 20 * few


def test_a_page_whose_moves_lead_to_one_place() -> None:
    """Every cell goes behind the same character, the last one first: what `move_text` makes of a long selection."""
    made = [Move(k, k + 5, 100_000, str(k), after=True) for k in reversed(range(0, 50_000, 5))]
    start = time.thread_time()
    assert reading_order(100_000, made) == [(50_000, 100_000), (0, 50_000)]
    assert time.thread_time() - start < 2


def test_text_that_has_come_apart_is_put_in_order_without_a_look_at_all_of_it() -> None:
    """Every move leads into the middle of the next one's span."""
    made = [Move(10 * k, 10 * k + 4, 10 * k + 12, str(k), after=True) for k in range(20_000)]
    start = time.thread_time()
    spans = reading_order(200_020, made)
    assert time.thread_time() - start < 4
    assert sorted(k for a, b in spans for k in range(a, b)) == list(range(200_020))
