"""A digit is half as wide as a Chinese character on paper and as long as one for a program that counts."""

from __future__ import annotations

from qingyang.repair.measure import widths

ON_PAPER = (
    "去年冬天，全县的果农第一次",
    "把3600多亩橘园搬上了网，1284",
    "户人家开起小店，腊月里发出",
    "的包裹一天超过2万件，比前年",
    "多了三倍，邮车每天跑两趟。",
)
BY_CHARACTERS = (
    "去年冬天，全县的果农第一次",
    "把3600多亩橘园搬上了",
    "网，一千多户人家开起了小店",
    "腊月里发出1284万件包裹",
    "比前年多了三倍，邮车跑两趟",
)


def test_a_line_with_a_number_is_full_where_the_paper_ends():
    assert widths(ON_PAPER) == [26, 28, 26, 27, 26]


def test_a_line_with_a_number_is_full_where_a_program_has_counted_so_many_characters():
    assert widths(BY_CHARACTERS) == [26, 24, 26, 26, 26]


def test_a_line_with_a_number_at_the_edge_of_a_text_has_nothing_to_be_held_against():
    assert widths(("2024年", "去年冬天，全县的果农第一次", "1284万件")) == [6, 26, 8]


def test_no_line_has_no_width():
    assert widths(()) == []
