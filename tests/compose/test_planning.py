"""Planning: where a plan thinks a column ends, it does end, headings and pictures among the paragraphs or not."""

import random

from tests.compose.test_filling import TWO_COLUMNS, WIDE

from qingyang.compose.blocks import Block, Where
from qingyang.compose.columns import Row, column, even, filled, rows
from qingyang.compose.filling import levelled
from qingyang.compose.metrics import Squares
from qingyang.compose.planning import units
from qingyang.compose.setting import Setter
from qingyang.text.article import Paragraph


def mixed(seed: int) -> tuple[Row, ...]:
    """Return the rows of paragraphs of all lengths with a subhead here and there."""
    chance = random.Random(seed)
    setter, blocks = Setter(TWO_COLUMNS, Squares(), None), []
    for k in range(60):
        role = "subhead" if chance.random() < 0.15 else "body"
        text = "小标题" if role == "subhead" else (WIDE * 20)[: chance.randint(3, 160)]
        blocks.append(setter.block(Where(0, k), Paragraph(text, role)))
    return rows([block for block in blocks if block], TWO_COLUMNS.leading, TWO_COLUMNS.lines // 2)


def test_a_heading_and_the_text_below_it_are_one_unit() -> None:
    setter = Setter(TWO_COLUMNS, Squares(), None)
    given = [("甲" * 50, "body"), ("小标题", "subhead"), ("乙" * 70, "body")]
    blocks = [setter.block(Where(0, k), Paragraph(*each)) for k, each in enumerate(given)]
    found = units(rows([block for block in blocks if block], TWO_COLUMNS.leading, 20), 0)
    assert [(unit.lines, bool(unit.block)) for unit in found] == [(3, True), (4, True)]
    assert found[1].head >= 1


def shorts(given: tuple[Row, ...], height: int, level: bool) -> tuple[int, int]:
    count, short = 0, 0
    left = given
    while True:
        if level:
            found = levelled(left, even(1, height), False, [height])
            left, one = tuple(found.rows), found.columns[0]
        else:
            one = column(left, 0, height, False)
        if one.end == len(left):
            return short, count
        count += 1
        short += one.height < height
        left = left[one.end :]


def test_few_columns_are_short_with_headings_and_short_paragraphs_among_them() -> None:
    plain = full = count = 0
    for seed in range(12):
        given = mixed(seed)
        for height in (22, 41):
            plain += shorts(given, height, False)[0]
            short, columns = shorts(given, height, True)
            full, count = full + short, count + columns
    assert plain / count > 0.3
    assert full / count < 0.06


def test_every_line_is_still_there_once() -> None:
    given = mixed(3)
    found = levelled(given, even(3, 30), False, [30])
    texts = [
        [row.block.items.text for row in some if isinstance(row.block, Block) and row.first == 0]
        for some in (given, found.rows)
    ]
    assert texts[0] == texts[1]


def test_a_heading_takes_a_line_of_white_more_where_nothing_else_fills_the_column() -> None:
    setter, line = Setter(TWO_COLUMNS, Squares(), None), "甲乙丙丁戊己庚辛壬癸" * 2
    # Two lines and a half each: none of them can be a line longer or shorter.
    texts = [(line * 3)[:50], *["小标题", (line * 3)[:50]], *[(line * 3)[:50]] * 3]
    roles = ["body", "subhead", *["body"] * 4]
    blocks = [
        setter.block(Where(0, k), Paragraph(*each)) for k, each in enumerate(zip(texts, roles, strict=True))
    ]
    given = rows([block for block in blocks if block], TWO_COLUMNS.leading, 20)
    plain = column(given, 0, 12, False)
    assert plain.height == 11 and plain.end < len(given)
    found = levelled(given, even(1, 12), False, [12])
    assert found.columns[0].height == 12
    (heading,) = [row for row in found.rows if isinstance(row.block, Block) and row.block.role == "subhead"]
    assert heading.before == 2 and [row.block for row in found.rows] == [row.block for row in given]
    # At the head of a column there is no white to take.
    alone = levelled(given[3:], even(1, 12), False, [12])
    assert alone.rows[0].before == given[3].before


def test_white_is_given_by_headings_and_where_another_kind_of_text_begins() -> None:
    setter = Setter(TWO_COLUMNS, Squares(), None)
    given = [("甲" * 50, "body"), ("小标题", "subhead"), *[("乙" * 70, "body")] * 2, ("丙" * 70, "people")]
    blocks = [setter.block(Where(0, k), Paragraph(*each)) for k, each in enumerate(given)]
    found = units(rows([block for block in blocks if block], TWO_COLUMNS.leading, 20), 0)
    assert [unit.give for unit in found] == [0, 2, 0, 1]


def test_a_heading_takes_two_lines_of_white_where_one_leaves_its_column_short() -> None:
    setter, line = Setter(TWO_COLUMNS, Squares(), None), "甲乙丙丁戊己庚辛壬癸" * 2
    # Three paragraphs of three lines under a heading reach the eleventh of thirteen lines.
    texts = ["小标题", *[(line * 3)[:50]] * 5]
    blocks = [
        setter.block(Where(0, k), Paragraph(text, "body" if k != 1 else "subhead"))
        for k, text in enumerate([texts[1], texts[0], *texts[1:]])
    ]
    given = rows([block for block in blocks if block], TWO_COLUMNS.leading, 20)
    assert column(given, 0, 13, False).height == 11
    assert levelled(given, even(1, 13), False, [13]).columns[0].height == 13


def test_a_column_above_the_others_is_opened_by_white_above_its_heading() -> None:
    setter, stiff = Setter(TWO_COLUMNS, Squares(), None), ("甲乙丙丁戊己庚辛壬癸" * 5)[:50]
    roles = ["body", "subhead", "body", *["subhead"] * 5, "body"]
    blocks = [
        setter.block(Where(0, k), Paragraph(stiff if role == "body" else "小标题", role))
        for k, role in enumerate(roles)
    ]
    given = rows([block for block in blocks if block], TWO_COLUMNS.leading, 20)
    assert [one.height for one in filled(given, even(2, 30), False)] == [8, 12]
    found = levelled(given, even(2, 30), False)
    assert [one.height for one in found.columns] == [10, 12]
    assert found.rows[3].before == given[3].before + 2
