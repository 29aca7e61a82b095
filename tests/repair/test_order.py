"""Which joins stand, in what order paragraphs are read, and the moves that make it so."""

from __future__ import annotations

from array import array

from qingyang.repair.lines import NEXT, Lines
from qingyang.repair.order import NOWHERE, Join, chains_of, chosen, in_order, moves_of, offered, places_of
from qingyang.text.change import Draft
from qingyang.text.edit import Edit, Move, Proposals
from qingyang.text.source import source_of

RAW = "甲一甲一\n乙一\n甲二甲二甲二\n丙丙\n乙二乙二\n"


def lines_of(raw: str) -> Lines:
    texts = raw.strip("\n").split("\n")
    starts = [sum(len(t) + 1 for t in texts[:k]) for k in range(len(texts))]
    ends = [start + len(text) for start, text in zip(starts, texts, strict=True)]
    zeros = [0] * len(texts)
    return Lines(
        array("q", starts),
        array("q", ends),
        texts,
        [2 * len(t) for t in texts],
        zeros,
        zeros,
        [NEXT] * len(texts),
    )


def read(joins: list[Join], raw: str = RAW) -> list[str]:
    """Return the paragraphs with these joins in force."""
    lines = lines_of(raw)
    joined = chosen(joins, len(lines))
    ordered = in_order(chains_of(joined), lines)
    near = [k for k, after in enumerate(joined.after) if after == k + 1]
    edits = tuple(Edit(lines.ends[k], lines.starts[k + 1], "", "join", joined.p[k]) for k in near)
    moves = tuple(moves_of(ordered, joined, lines, places_of(lines)))
    reading = Draft(source_of(raw), Proposals("1", edits, moves)).reading()
    return [reading.text[p.start : p.end] for p in reading.passages()]


def test_without_joins_nothing_is_moved() -> None:
    assert read([]) == RAW.split("\n")[:-1]


def test_a_piece_is_read_behind_the_one_it_belongs_to() -> None:
    assert read([Join(0, 2, 0.9), Join(1, 4, 0.9)]) == ["甲一甲一甲二甲二甲二", "丙丙", "乙一乙二乙二"]


def test_a_paragraph_stands_where_its_longest_piece_does() -> None:
    raw = "首\n" + "别的事。\n" * 8 + "后面很长的一段话。\n"
    assert read([Join(0, 9, 0.9)], raw)[-1] == "首后面很长的一段话。"


def test_of_two_paragraphs_row_by_row_the_one_is_read_first_whose_middle_stands_higher() -> None:
    raw = "甲一甲一\n乙一乙一\n甲二甲二\n乙二乙二\n乙三乙三\n"
    joins = [Join(0, 2, 0.9), Join(1, 3, 0.9), Join(3, 4, 0.9)]
    assert read(joins, raw) == ["甲一甲一甲二甲二", "乙一乙一乙二乙二乙三乙三"]


def test_the_likelier_of_two_joins_stands_and_no_line_is_joined_twice() -> None:
    joined = chosen([Join(0, 2, 0.7), Join(1, 2, 0.8), Join(0, 3, 0.6), Join(1, 3, 0.9)], 4)
    assert list(joined.after) == [2, 3, NOWHERE, NOWHERE]
    assert list(joined.before) == [NOWHERE, NOWHERE, 0, 1]
    assert list(chosen([Join(0, 2, 0.8), Join(1, 2, 0.9)], 3).after) == [NOWHERE, 2, NOWHERE]


def test_of_two_joins_as_likely_the_one_higher_up_stands() -> None:
    assert list(chosen([Join(1, 2, 0.8), Join(0, 2, 0.8)], 3).after) == [2, NOWHERE, NOWHERE]
    assert list(chosen([Join(0, 2, 0.8), Join(0, 1, 0.8)], 3).after) == [1, NOWHERE, NOWHERE]


def test_no_paragraph_goes_round_in_a_circle() -> None:
    assert list(chosen([Join(0, 1, 0.9), Join(1, 2, 0.8), Join(2, 0, 0.7)], 3).after) == [1, 2, NOWHERE]


def test_what_is_offered_is_offered_once_a_side_and_between_whole_paragraphs() -> None:
    lines = lines_of(RAW)
    ordered = in_order(chains_of(chosen([Join(0, 2, 0.9)], len(lines))), lines)
    joins = [
        Join(1, 4, 0.4),
        Join(3, 4, 0.35),
        Join(1, 3, 0.3),
        Join(0, 3, 0.45),
        Join(3, 2, 0.45),
        Join(3, 3, 0.4),
    ]
    moves = list(offered(joins, ordered, lines, places_of(lines)))
    assert [(m.start, m.end, m.to, m.p) for m in moves] == [
        (lines.starts[4], lines.ends[4], lines.ends[1], 0.4)
    ]
    assert all(isinstance(m, Move) and m.after for m in moves)
