"""A newsroom's table becomes a list, and what is wrong with one is told by row and column."""

from __future__ import annotations

import pytest

from qingyang.errors import AppError
from qingyang.text.house import CAUTIOUS, FORBIDDEN, Entry, house_list

LEADERS = [
    (1, ["姓名", "职务", "顺序"]),
    (2, ["张大山", "区委书记", "1"]),
    (3, ["", "", ""]),
    (4, ["李小河", "区长", "2"]),
]


def test_the_headings_say_which_kind_it_is_in_whatever_order() -> None:
    made = house_list("L", "领导", LEADERS)
    assert made.kind == "leaders"
    assert made.entries == (
        Entry(2, "张大山", post="区委书记", rank=1),
        Entry(4, "李小河", post="区长", rank=2),
    )
    assert house_list(
        "L", "x", [(1, ["改为", "级别", "词语"]), (2, ["甲；乙", "慎用", "国内唯一"])]
    ).entries == (Entry(2, "国内唯一", ("甲", "乙"), CAUTIOUS, rank=2),)
    assert house_list("L", "x", [(1, ["Right", "Wrong"]), (2, ["倡议", "战略、计划"])]).kind == "wordings"


def test_several_terms_in_one_cell_are_several_entries_of_one_row() -> None:
    made = house_list("L", "地名", [(1, ["名称", "误写"]), (2, ["解放碑", "解放牌、解放杯"])])
    assert [(e.row, e.term, e.instead, e.level) for e in made.entries] == [
        (2, "解放牌", ("解放碑",), FORBIDDEN),
        (2, "解放杯", ("解放碑",), FORBIDDEN),
    ]


@pytest.mark.parametrize(
    ("rows", "code", "row", "column"),
    [
        ([(1, ["姓名", "职务"])], "list_empty", None, None),
        ([(1, ["谁", "什么"]), (2, ["a", "b"])], "list_headings", None, None),
        ([*LEADERS, (9, ["王五", "", "3"])], "list_cell_empty", 9, "职务"),
        ([*LEADERS, (9, ["王五", "区长", "x"])], "list_cell_number", 9, "顺序"),
        ([*LEADERS, (9, ["王", "区长", "3"])], "list_cell_short", 9, "姓名"),
        ([(1, ["词语", "级别"]), (7, ["首家", "也许"])], "list_cell_level", 7, "级别"),
    ],
)
def test_what_is_wrong_is_told_by_row_and_column(
    rows: list, code: str, row: int | None, column: str | None
) -> None:
    with pytest.raises(AppError) as caught:
        house_list("L", "表", rows)
    assert caught.value.code == code
    assert caught.value.facts["list"] == "表"
    assert (caught.value.facts.get("row"), caught.value.facts.get("column")) == (row, column)
