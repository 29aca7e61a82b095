"""Endings: of the ways to end a page's columns the one that leaves fewest short, and never an empty one."""

from itertools import product

from tests.compose.test_filling import TWO_COLUMNS, WIDE, set_rows

from qingyang.compose.ending import ended


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
