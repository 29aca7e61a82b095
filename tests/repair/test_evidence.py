"""What is counted on lines, and the trees that add it up."""

from __future__ import annotations

import random

import pytest

from qingyang.lexicon import PlainWords
from qingyang.repair import seams
from qingyang.repair.evidence import SIZES, evidence_of
from qingyang.repair.fitted import boundaries as fitted
from qingyang.repair.forest import Forest
from qingyang.repair.kinds import KINDS, clauses, kind
from qingyang.repair.lines import lines_of
from qingyang.repair.measure import width
from qingyang.repair.pairs import (
    CLOSES,
    OPEN,
    OPEN_AND_CLOSES,
    REACH,
    SHUT,
    bracket_ends,
    pair_states,
    quote_ends,
)
from qingyang.repair.shape import column_widths, share_around


@pytest.mark.parametrize(
    ("line", "halves"),
    [("渝中区", 6), ("1 月 25 日", 7), ("渝中 APP 图文", 11), ("表 格", 5), ("𠮷野家", 6), ("", 0)],
)
def test_width_counts_half_ems_and_no_gap_at_numbers(line: str, halves: int) -> None:
    assert width(line) == halves


def test_lines_know_their_blank_lines_and_indents() -> None:
    lines = lines_of("\n\n标题\n \n\u3000正文\u2028\f末行\n", PlainWords())
    assert lines.texts == ["标题", "正文", "末行"]
    assert lines.blanks[1:] == [1, 1]
    assert lines.indents == [0, 2, 0]


def test_a_column_is_as_wide_as_most_of_its_lines() -> None:
    columns, firm = column_widths([16] * 6 + [4] + [30] * 7)
    assert columns[0] == columns[5] == 17
    assert columns[-1] == 31
    assert firm[2] >= 5


def test_shares_leave_the_place_itself_out() -> None:
    assert share_around([1, 0, 0], 1) == [0, 4, 0]
    assert share_around([1], 4) == [0]
    assert share_around([1, 1, 1], 5) == [8, 8, 8]


@pytest.mark.parametrize("seed", range(20))
def test_shares_are_what_a_window_walked_by_hand_gives(seed: int) -> None:
    chance = random.Random(seed)
    flags = [chance.randint(0, 1) for _ in range(seed)]
    for reach in (1, 3, 8):
        walked = []
        for k in range(len(flags)):
            near = flags[max(0, k - reach) : k] + flags[k + 1 : k + reach + 1]
            walked.append(8 * sum(near) // len(near) if near else 0)
        assert share_around(flags, reach) == walked


def test_quotes_and_brackets_stand_open_over_line_ends() -> None:
    quotes, brackets = pair_states(["他说：“我们", "会加强（基", "础）设施。”", "完。"])
    assert [*quotes] == [OPEN_AND_CLOSES, OPEN_AND_CLOSES, SHUT]
    assert [*brackets] == [SHUT, OPEN_AND_CLOSES, SHUT]
    assert [*pair_states(["“甲", "乙"])[0]] == [OPEN]
    assert [*pair_states(["甲", "乙”"])[0]] == [CLOSES]


def test_a_line_leaves_its_marks_and_takes_them_up() -> None:
    assert quote_ends("没有") == bracket_ends("“甲”") == (0, 0)
    assert quote_ends("甲”乙“丙") == (2, 2)
    assert bracket_ends("《甲》（乙") == (2, 1)
    assert bracket_ends("甲）") == (1, 2)


def test_a_mark_that_never_closed_is_lost_after_some_lines() -> None:
    opened, closed = ["“甲", *"乙" * 40], [*"乙" * 40, "甲”"]
    assert [*pair_states(opened)[0]] == [OPEN] * REACH + [SHUT] * (40 - REACH)
    assert [*pair_states(closed)[0]] == [SHUT] * (40 - REACH) + [CLOSES] * REACH
    assert [*pair_states(["“甲”", "乙", "“丙”", "丁"])[0]] == [SHUT, SHUT, SHUT]


def test_a_word_across_a_seam_is_found_whole_or_not() -> None:
    words = PlainWords(("塑料", "塑料薄膜", "中国"))
    tails, heads = seams.tails(["覆盖塑", "我在中", "完。", "a"]), seams.heads(["料薄膜", "外", "他", "b"])
    assert tails == ["覆盖塑", "我在中", "", ""]
    assert [*seams.across(tails, heads, words)] == [seams.ACROSS_LONG, seams.APART, seams.NONE, seams.NONE]
    assert [*seams.across(["中"], ["国"], words)] == [seams.ACROSS_TWO]
    assert seams.rate(bytes([seams.ACROSS_TWO, seams.APART, seams.NONE])) == 0.5


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("记者 晏艳辉 通讯员 张三", "people"),
        ("渝中区委改革办副主任 何奇", "people"),
        ("快递员分拣包裹。 记者 晏艳辉 摄", "credit"),
        ("（来源：巫溪县融媒体中心）", "source"),
        ("第3版 文旅 2025年3月11日 星期日", "folio"),
        ("本报讯（记者 晏艳辉）11月13日", "dateline"),
        ("问：取得哪些成效？", "question"),
        ("（二）健全保障机制", "item"),
        ("访谈嘉宾", "label"),
        ("扫码关注重庆渝中 APP 图文报道", "notice"),
        ("研学线路：文殊坊非遗街区—宽窄巷子", "field"),
        ("return x + 1", "western"),
        ("包裹  1200  3600", "cells"),
        ("渝中区将进一步升级改造", "plain"),
    ],
)
def test_a_line_is_known_by_its_looks(line: str, name: str) -> None:
    assert KINDS[kind(line)] == name


def test_clauses_are_measured_to_the_nearest_mark() -> None:
    assert clauses("完成了，正在推进") == (1, 3, 4)
    assert clauses("新城建设，完成") == (1, 4, 2)
    assert clauses("完成。").after == 0
    assert clauses("没有标点") == (0, 4, 4)
    assert clauses("，".join(["很" * 30] * 8)) == (1, 30, 30)
    assert clauses("，".join(["长" * 50] * 8)) == (3, 40, 40)


def test_signs_stay_within_their_sizes_and_the_table_was_fitted_on_them() -> None:
    lines = lines_of("标题\n　　正文第一行“开\n放”第二行。\n\n\n3、列表 a\n" * 9, PlainWords())
    signs = evidence_of(lines, PlainWords()).signs
    assert tuple(signs) == tuple(SIZES) == fitted.SIGNS
    for name, values in signs.items():
        assert len(values) == len(lines) - 1
        assert min(values) >= 0 and max(values) < SIZES[name], name


def test_trees_read_as_bits_add_up_to_what_walking_them_gives() -> None:
    chance = random.Random(7)
    sizes = [
        2,
        5,
        9,
        40,
        3,
        7,
        12,
    ]  # there is room for some of them together

    def grown(depth: int) -> list | int:
        if not depth or chance.random() < 0.2:
            return chance.randint(-99, 99)
        sign = chance.randrange(len(sizes))
        return [sign, chance.getrandbits(sizes[sign]), grown(depth - 1), grown(depth - 1)]

    def walked(tree: list | int, row: tuple[int, ...]) -> int:
        while not isinstance(tree, int):
            tree = tree[2] if tree[1] >> row[tree[0]] & 1 else tree[3]
        return tree

    for count in (1, 2, 7):
        trees = [grown(3) for _ in range(count)]
        rows = [tuple(chance.randrange(size) for size in sizes) for _ in range(50)]
        found = list(Forest(trees, sizes).sums(list(zip(*rows, strict=True))))
        assert found == [sum(walked(t, row) for t in trees) for row in rows]
        last = tuple(size - 1 for size in sizes[1:])
        alike = list(Forest(trees, sizes).sums([[0, 1, 1], *([value] * 3 for value in last)]))
        assert alike == [sum(walked(t, (first, *last)) for t in trees) for first in (0, 1, 1)]
        assert list(Forest(trees, sizes).sums([[1], *([value] for value in last)])) == alike[1:2]
        assert not Forest(trees, sizes).sums([[]] * len(sizes))
