"""Which lines share a raw line: what a text wrote beside one another, and what only looks so."""

from __future__ import annotations

from array import array

from qingyang.repair.lines import CUT, NEXT, TURN, Lines
from qingyang.repair.rows import NOTHING, below, rows_of


def lines(*rows: tuple[str, ...], turns: list[int] | None = None) -> Lines:
    """Return lines of rows written with a space between their columns."""
    starts, ends, texts, told = array("q"), array("q"), [], []
    at = 0
    for row in rows:
        for n, text in enumerate(row):
            starts.append(at)
            at += len(text)
            ends.append(at)
            texts.append(text)
            told.append(CUT if n else NEXT)
            at += 1
    none = [0] * len(texts)
    return Lines(starts, ends, texts, [2 * len(text) for text in texts], none, none, turns or told)


def test_columns_of_one_line_are_a_row() -> None:
    rows = rows_of(lines(("渝中区", "全国铁路", "记者"), ("将推进",), ("开放", "发送旅客")))
    assert list(rows.numbers) == [0, 0, 0, 1, 2, 2]
    assert list(rows.offsets) == [0, 7, 16, 0, 0, 5]
    assert list(rows.places) == [0, 1, 2, 0, 0, 1]
    assert list(rows.sizes) == [3, 3, 3, 1, 2, 2]


def test_lines_one_after_the_other_are_rows_of_their_own() -> None:
    rows = rows_of(lines(("渝中区",), ("将推进",), ("开放",)))
    assert list(rows.numbers) == [0, 1, 2]
    assert set(rows.sizes) == {1} and set(rows.offsets) == set(rows.places) == {0}


def test_what_was_read_elsewhere_since_is_no_row() -> None:
    """Columns put in order keep the sign of the gap they stood behind; the line before them is another one now."""
    apart = lines(("渝中区",), ("将推进",), ("开放",), turns=[NEXT, TURN, CUT])
    far = Lines(apart.starts, apart.ends, apart.texts, apart.widths, apart.indents, apart.blanks, apart.turns)
    far.starts[2], far.ends[2] = 90, 92
    assert list(rows_of(far).sizes) == [1, 1, 1]


def test_no_lines_no_rows() -> None:
    assert list(rows_of(lines()).sizes) == []


def test_what_stands_under_a_line_begins_about_where_it_does() -> None:
    found = rows_of(lines(("渝中区将推进", "全国铁路发送"), ("开放与合作", "旅客若干人"), ("记者观察到",)))
    assert below(found, 1) == [2, 3, 4, NOTHING, NOTHING]
    assert below(found, 2) == [4, NOTHING, NOTHING, NOTHING, NOTHING]


def test_under_lines_alone_in_their_rows_nothing_is_looked_for() -> None:
    found = rows_of(lines(("渝中区将推进", "全国铁路"), ("将推进",), ("开放",)))
    assert below(found, 1) == [2, NOTHING, NOTHING, NOTHING]
