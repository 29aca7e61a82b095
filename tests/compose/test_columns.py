"""Columns: who stands together, how high, and that no row is ever left over."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from qingyang.compose.blocks import Block, Where
from qingyang.compose.columns import Area, Column, Row, apart, even, filled, rows
from qingyang.compose.metrics import Squares
from qingyang.compose.setting import Setter
from qingyang.compose.template import Template
from qingyang.text.article import Paragraph

Tiny = Callable[..., Template]


def made(tiny: Tiny, *paragraphs: tuple[str, str]) -> tuple[Row, ...]:
    template = tiny()
    setter = Setter(template, Squares(), None)
    blocks = [setter.block(Where(0, k), Paragraph(text, role)) for k, (text, role) in enumerate(paragraphs)]
    return rows([block for block in blocks if block], template.leading, template.lines // 2)


def keeps(found: tuple[Row, ...]) -> str:
    return "".join("+" if row.keep else "." for row in found)


def test_paragraphs_of_two_and_three_lines_stay_together(tiny: Tiny) -> None:
    assert keeps(made(tiny, ("字" * 5, "body"))) == "."
    assert keeps(made(tiny, ("字" * 14, "body"))) == "+."
    assert keeps(made(tiny, ("字" * 22, "body"))) == "++."


def test_longer_ones_keep_their_first_two_and_last_two_lines(tiny: Tiny) -> None:
    assert keeps(made(tiny, ("字" * 30, "body"))) == "+.+."
    assert keeps(made(tiny, ("字" * 38, "body"))) == "+..+."


def test_a_subhead_stays_with_the_text_below_it(tiny: Tiny) -> None:
    found = made(tiny, ("小标题", "subhead"), ("字" * 30, "body"))
    assert keeps(found) == "++.+."
    assert found[0].before == 1


def test_what_is_set_to_the_right_begins_no_column(tiny: Tiny) -> None:
    assert keeps(made(tiny, ("字" * 30, "body"), ("来源", "byline"))) == "+.++."
    assert keeps(made(tiny, ("来源", "byline"), ("字" * 30, "body"))) == ".+.+."


def test_a_block_gives_up_a_quarter_line_of_white_before_it_takes_a_line_more(tiny: Tiny) -> None:
    heights = {before: close(tiny, before) for before in (0.25, 0.5, 0.75)}
    assert heights == {0.25: 1, 0.5: 2, 0.75: 2}


def close(tiny: Tiny, before: float) -> int:
    """Return the grid lines of one line as high as the grid's, with so much white above it."""
    caption = f'face = "kai"\nsize = 5\nheight = 2\nbefore = {before}'
    setter = Setter(tiny(caption=caption), Squares(), None)
    block = setter.block(Where(0, 0), Paragraph("图注", "caption"))
    assert block
    return rows([block], 10, 5)[0].height


def test_a_block_with_its_own_leading_takes_whole_grid_lines(tiny: Tiny) -> None:
    (row,) = made(tiny, ("字" * 40, "caption"))
    assert (row.lines, row.height) == (3, 3)


def test_a_block_too_high_for_that_goes_on_the_grid(tiny: Tiny) -> None:
    found = made(tiny, ("字" * 400, "caption"))
    assert len(found) > 10 and {row.height for row in found} == {1}


def rows_of(heights: list[tuple[int, int, bool]]) -> list[Row]:
    nobody: Block = None  # type: ignore[assignment]
    return [Row(nobody, 0, 1, height, before, keep) for height, before, keep in heights]


def plain(count: int) -> list[Row]:
    return rows_of([(1, 0, False)] * count)


def test_what_fits_is_balanced() -> None:
    assert [c.height for c in filled(plain(7), even(2, 10), False)] == [4, 3]
    assert [c.height for c in filled(plain(9), even(3, 10), False)] == [3, 3, 3]


def test_columns_beside_a_picture_are_balanced_whatever_it_leaves_of_the_others() -> None:
    beside = Area((0, 0, 9), (20, 20, 20))
    assert [c.height for c in filled(plain(10), beside, False)] == [5, 5, 0]


def test_a_column_ends_a_line_higher_where_that_leaves_more_for_the_last() -> None:
    assert [c.height for c in filled(plain(11), even(5, 20), False)] == [3, 2, 2, 2, 2]


def test_what_stays_together_is_as_low_as_it_is_and_the_columns_beside_it_are_level() -> None:
    tall = rows_of([(1, 0, False)] * 9 + [(8, 0, False)])
    assert [c.height for c in filled(tall, even(4, 20), False)] == [3, 3, 3, 8]
    first = rows_of([(8, 0, False)] + [(1, 0, False)] * 9)
    assert [c.height for c in filled(first, even(4, 20), False)] == [8, 3, 3, 3]


def test_no_column_stays_empty_before_one_that_is_not() -> None:
    pair = rows_of([(1, 0, True), (1, 0, False), (8, 0, False)])
    assert [c.height for c in filled(pair, Area((1, 0, 0), (20, 20, 20)), False)] == [2, 8, 0]


def test_what_does_not_fit_fills_the_columns() -> None:
    columns = filled(plain(30), even(2, 10), False)
    assert [(c.start, c.end) for c in columns] == [(0, 10), (10, 20)]


def test_rows_that_stay_together_move_together() -> None:
    given_rows = rows_of([(1, 0, False), (1, 0, False), (1, 0, True), (1, 0, False), (1, 0, False)])
    assert [(c.start, c.end) for c in filled(given_rows, even(2, 3), False)] == [(0, 2), (2, 5)]


def test_white_above_a_row_is_dropped_at_the_head_of_a_column() -> None:
    given_rows = rows_of([(1, 1, False), (1, 1, False), (1, 1, False)])
    assert [c.height for c in filled(given_rows, even(3, 9), False)] == [1, 1, 1]
    assert filled(given_rows, even(1, 9), False)[0].height == 5


def test_a_chain_longer_than_the_column_is_broken_only_where_nothing_else_helps() -> None:
    chain = rows_of([(1, 0, True)] * 20 + [(1, 0, False)])
    assert filled(chain, even(2, 5), False)[-1].end == 0
    assert filled(chain, even(2, 5), True)[-1].end == 10


_ROWS = st.lists(st.tuples(st.integers(1, 3), st.integers(0, 1), st.booleans()), max_size=40)


@given(_ROWS, st.integers(1, 4), st.integers(3, 12))
def test_no_column_is_too_high_and_none_breaks_what_is_kept(
    shapes: list[tuple[int, int, bool]], columns: int, height: int
) -> None:
    given_rows = rows_of(shapes)
    at = 0
    for column in filled(given_rows, even(columns, height), False):
        assert column.start == at and column.height <= height
        at = column.end
        assert at in (0, len(given_rows)) or at == column.start or not given_rows[at - 1].keep


@given(_ROWS, st.integers(1, 4))
def test_a_fresh_page_always_takes_something(shapes: list[tuple[int, int, bool]], columns: int) -> None:
    given_rows = rows_of(shapes)
    assert not given_rows or filled(given_rows, even(columns, 5), True)[-1].end > 0


def test_the_first_column_is_not_left_empty_for_what_is_kept_together() -> None:
    # Below the line that says where a story comes from there is room for two lines, and a paragraph has three.
    given_rows = rows_of([(1, 0, True), (1, 0, True), (1, 0, False)] * 4)
    columns = filled(given_rows, Area((1, 0, 0, 0), (20, 20, 20, 20)), False)
    assert [one.height for one in columns] == [3, 3, 3, 3]
    assert [one.height for one in filled(given_rows[:3], Area((1, 0), (20, 20)), False)] == [3, 0]


def test_columns_are_not_level_where_one_is_empty_before_the_others(tiny: Tiny) -> None:
    given_rows = made(tiny, *[("字" * 21, "body")] * 2)
    full, empty = Column(0, 3, 3), Column(0, 0, 0)
    assert apart(given_rows, (full, Column(3, 6, 3), Column(6, 6, 0))) == 0
    assert apart(given_rows, (empty, full, Column(3, 6, 3))) == 3
