"""Columns written row by row: which lines stand under one another, and what two looks at them say together."""

from __future__ import annotations

from typing import Any

import pytest

from qingyang.lexicon import PlainWords
from qingyang.repair.boundary import Decided
from qingyang.repair.evidence import evidence_of
from qingyang.repair.lines import NEXT, TURN, Lines, lines_of
from qingyang.repair.links import Pair
from qingyang.repair.woven import Order, both, reordered, unwoven

from .test_columns import LONG, column

LIKELY, UNLIKELY = 0.9, 0.02


def plain(count: int) -> Lines:
    return lines_of("\n".join(f"第{n:02}行" for n in range(count)), PlainWords())


def order(lines: Lines | int, joins: list[tuple[int, int]], p: float = LIKELY) -> Order | None:
    """Return the order of lines of which these go on in one another; no other does."""
    lines = plain(lines) if isinstance(lines, int) else lines
    near = [p if (line, line + 1) in joins else UNLIKELY for line in range(len(lines) - 1)]
    pairs = [(Pair(a, b), p) for a, b in sorted(joins) if b > a + 1]
    return unwoven(lines, Decided(near, pairs), evidence_of(lines, PlainWords()))


def step(k: int, lines: range) -> list[tuple[int, int]]:
    return [(n, n + k) for n in lines]


def test_columns_row_by_row_are_read_one_after_the_other() -> None:
    assert order(12, step(3, range(9))) == Order([0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11], {1, 2})


def test_what_stands_around_them_stays() -> None:
    found = order(14, [(0, 1), *step(2, range(2, 10)), (12, 13)])
    assert found == Order([0, 1, 2, 4, 6, 8, 10, 3, 5, 7, 9, 11, 12, 13], {3})


def test_two_woven_stretches_are_taken_apart_each_for_itself() -> None:
    found = order(16, [*step(2, range(6)), *step(2, range(8, 14))])
    assert found == Order([0, 2, 4, 6, 1, 3, 5, 7, 8, 10, 12, 14, 9, 11, 13, 15], {1, 9})


def test_a_line_nobody_is_sure_of_stands_where_the_lines_around_it_do() -> None:
    joins = [join for join in step(3, range(12)) if join != (4, 7)]
    assert order(15, joins) == order(15, step(3, range(12)))


def test_a_column_that_stops_above_the_others_leaves_them_in_theirs() -> None:
    found = order(13, [*step(3, range(6)), (6, 9), (7, 10), (9, 11), (10, 12)])
    assert found == Order([0, 3, 6, 9, 11, 1, 4, 7, 10, 12, 2, 5, 8], {1, 2})


def test_a_column_that_begins_below_the_others_stands_right_of_the_one_written_before_it() -> None:
    found = order(14, [(0, 2), (1, 4), *step(3, range(2, 11))])
    assert found == Order([0, 2, 5, 8, 11, 3, 6, 9, 12, 1, 4, 7, 10, 13], {1, 3})


def test_a_line_with_a_dateline_begins_the_first_row_of_its_story() -> None:
    texts = [f"第{n:02}行文字排得一样长" for n in range(14)]
    texts[0], texts[1], texts[2] = "一个大标题在上面", "本报讯（记者陈刚）", "这里成效显著。"
    lines = lines_of("\n".join(texts), PlainWords())
    found = order(lines, step(3, range(3, 10)))
    assert found == Order([0, 1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12, 13], {2, 3})


def test_a_headline_across_them_ends_all_columns() -> None:
    texts = [f"第{n:02}行文字排得一样长" for n in range(18)]
    texts[9] = "一个标题"
    lines = lines_of("\n".join(texts), PlainWords())
    maybe = [(6, 9), (7, 10), (8, 11), (9, 12)]
    found = order(lines, [*step(3, range(6)), *step(2, range(10, 16))])
    assert found is not None and found.lines[9] == 9
    joins = dict.fromkeys([*step(3, range(6)), *step(3, range(10, 15))], LIKELY)
    pairs = sorted({**joins, **dict.fromkeys(maybe, 0.2)}.items())
    weak = Decided([UNLIKELY] * 17, [(Pair(*pair), p) for pair, p in pairs])
    found = unwoven(lines, weak, evidence_of(lines, PlainWords()))
    assert found is not None and sorted(found.lines[:9]) == list(range(9)) and found.lines[9] == 9


def test_a_few_far_joins_are_no_columns() -> None:
    assert order(12, [(0, 3)]) is None
    assert order(12, [(0, 11), *step(1, range(1, 10))]) is None
    assert order(40, [(k, k - 3) for k in range(9, 30, 6)]) is None


def test_lines_that_go_on_in_the_next_one_stay() -> None:
    assert order(30, step(1, range(29))) is None


@pytest.mark.parametrize(
    ("before", "p", "first"),
    [
        ("第00行文字排得", 0.1, [0, 3]),
        ("第00行文字", 0.1, [0, 3]),
        ("第00行文", 0.1, [0, 1]),
        ("第00行文字排得", 0.001, [0, 1]),
    ],
    ids=["as long", "indented", "too short", "unlikely"],
)
def test_a_column_begins_with_a_line_before_the_first_row_that_may_go_on_there(
    before: str, p: float, first: list[int]
) -> None:
    texts = [before, *(f"第{n:02}行文字排得" for n in range(1, 12))]
    lines = lines_of("\n".join(texts), PlainWords())
    joins = dict.fromkeys(step(3, range(1, 9)), LIKELY) | {(0, 3): p}
    decided = Decided([UNLIKELY] * 11, [(Pair(*pair), chance) for pair, chance in sorted(joins.items())])
    found = unwoven(lines, decided, evidence_of(lines, PlainWords()))
    assert found is not None and found.lines[:2] == first


def test_no_line_is_in_two_stretches() -> None:
    for far in ((7, 10), (8, 11)):
        found = order(18, [*step(3, range(6)), far, *step(3, range(9, 15))])
        assert found is not None
        assert sorted(found.lines) == list(range(18))


def test_lines_in_another_order_keep_their_places_and_say_where_columns_turn() -> None:
    lines = lines_of("\n甲甲\n\n乙乙乙\n丙\n", PlainWords())
    found = reordered(lines, Order([0, 2, 1], {1}))
    assert found.texts == ["甲甲", "丙", "乙乙乙"]
    assert list(found.starts) == [1, 9, 5]
    assert found.widths == [4, 2, 6]
    assert found.turns == [NEXT, NEXT, TURN]
    assert found.blanks[1:] == [0, 0]


def test_two_looks_at_one_join_make_it_surer_and_never_less_sure() -> None:
    woven = Decided([0.1, 0.1, 0.1], [(Pair(0, 2), 0.4), (Pair(1, 3), 0.9), (Pair(0, 3), 0.2)])
    found = both(woven, Decided([0.9, 0.8, 0.3], []), Order([0, 2, 1, 3], {1}))
    assert [round(p, 3) for p in found.p_next] == [0.71, 0.0, 0.9]
    assert found.pairs == [(Pair(0, 2), 0.1), (Pair(0, 3), 0.2), (Pair(1, 3), 0.1), (Pair(2, 1), 0.1)]


def test_the_head_of_a_column_goes_on_from_the_one_before_where_that_is_sure() -> None:
    woven = Decided([0.1, 0.1, 0.1], [])
    sure, likely = (both(woven, Decided([0.9, p, 0.3], []), Order([0, 2, 1, 3], {1})) for p in (0.98, 0.9))
    assert sure.p_next[1] == 0.98
    assert likely.p_next[1] == 0.0


def test_looks_that_exclude_one_another_leave_the_first() -> None:
    woven = Decided([0.0, 0.0, 0.0], [(Pair(0, 2), 1.0), (Pair(1, 3), 0.0)])
    found = both(woven, Decided([0.0, 0.0, 1.0], []), Order([0, 2, 1, 3], {1}))
    assert found.p_next == [1.0, 0.0, 0.0]


def test_paragraphs_of_woven_columns_are_whole_and_in_the_order_of_columns(paragraphs: Any) -> None:
    columns = [[line.strip() for text in pair for line in column(text, 15)] for pair in (LONG[:2], LONG[3:5])]
    rows = min(map(len, columns))
    raw = "\n".join(cell for row in zip(*columns, strict=False) for cell in row)
    found = paragraphs(raw)
    cut = ["".join(lines[:rows]) for lines in columns]
    assert found[0] == LONG[0] and LONG[3] in found
    assert "".join(found) == "".join(cut)
