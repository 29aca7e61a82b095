import random
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from qingyang.ui.aligned.heights import Heights

# Hypothesis alone seldom makes lists longer than one block.
HEIGHTS = st.builds(
    lambda length, seed: random.Random(seed).choices(range(1, 90), k=length),
    st.integers(0, 1_500),
    st.integers(0, 99),
)


def check(heights: Heights, wanted: list[int]) -> None:
    tops = list(accumulate(wanted, initial=0))
    assert heights.total == tops[-1]
    assert [heights.top(row) for row in range(len(wanted) + 1)] == tops
    for row in range(0, len(wanted), max(1, len(wanted) // 40)):
        assert heights.row_at(tops[row]) == row
        assert heights.row_at(tops[row + 1] - 1) == row


@given(HEIGHTS)
def test_sums_and_rows_agree(wanted: list[int]) -> None:
    check(Heights(wanted), wanted)


@given(HEIGHTS.filter(bool), st.lists(st.tuples(st.integers(0), st.integers(1, 500)), max_size=20))
def test_heights_may_change(wanted: list[int], changes: list[tuple[int, int]]) -> None:
    heights = Heights(wanted)
    for where, height in changes:
        wanted[where % len(wanted)] = height
        heights.set(where % len(wanted), height)
    check(heights, wanted)


@given(HEIGHTS, st.integers(0, 700), st.integers(0, 300), HEIGHTS)
def test_rows_come_and_go(wanted: list[int], first: int, old: int, new: list[int]) -> None:
    heights = Heights(wanted)
    first = min(first, len(wanted))
    old = min(old, len(wanted) - first)
    wanted[first : first + old] = new
    heights.splice(first, old, new)
    check(heights, wanted)


@given(HEIGHTS, st.integers(0, 700), HEIGHTS)
def test_as_many_rows_may_come_as_go(wanted: list[int], first: int, new: list[int]) -> None:
    heights = Heights(wanted)
    new = new[: max(0, len(wanted) - first)]
    wanted[first : first + len(new)] = new
    heights.splice(first, len(new), new)
    check(heights, wanted)


def test_beyond_the_ends() -> None:
    heights = Heights([10, 20, 30])
    assert heights.row_at(-5) == 0
    assert heights.row_at(60) == heights.row_at(10_000) == 2
    assert Heights([]).row_at(5) == 0
