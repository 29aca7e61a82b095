"""Endings: of the ways to end a page's columns the one that leaves fewest short, and never an empty one."""

from itertools import product

from tests.compose.test_filling import TWO_COLUMNS, WIDE, set_rows
from tests.compose.test_floating import picture, texts

from qingyang.compose.ending import ended
from qingyang.compose.figures import Illustration


def test_columns_end_higher_together_where_one_would_be_short() -> None:
    better = 0
    for first, second in product(range(40, 200, 20), range(40, 200, 30)):
        texts = [(WIDE * 20)[:first], (WIDE * 20)[:second]] * 12
        rows = set_rows(TWO_COLUMNS, texts)
        plain = ended(rows, [((0, 0), 9)], TWO_COLUMNS, False)
        found = ended(rows, [((0, 0), 9), ((0, 0), 8), ((1, 1), 9)], TWO_COLUMNS, False)
        assert found.short <= plain.short
        better += found.short < plain.short
    assert better


def test_a_headline_is_never_left_alone_so_that_no_column_is_short() -> None:
    for length in range(60, 200, 10):
        rows = set_rows(TWO_COLUMNS, [(WIDE * 20)[:length]] * 12)
        ways = [((0, 0), 9), ((0, 0), 1)]
        assert ended(rows, ways, TWO_COLUMNS, False).filled.columns[-1].end > 0


def test_a_story_ends_beside_its_last_picture_and_not_below_it_on_a_page_of_its_own() -> None:
    rows = (*texts(12, 12, 19), picture(12))
    found = ended(rows, [((0, 0), 20)], TWO_COLUMNS, False)
    here = found.filled.rows[: found.filled.columns[-1].end]
    assert not found.short and any(isinstance(row.block, Illustration) for row in here)
