from hypothesis import given
from hypothesis import strategies as st

from qingyang.text.edit import Edit, Move
from qingyang.text.piecing import read
from qingyang.ui.aligned.counterpart import raw_of, raw_spans_of, repaired_of

RAW = "甲 乙,丙\n丁𠮷戊己庚"
EDITS = [
    Edit(1, 2, "", "space"),
    Edit(3, 4, "，", "width"),
    Edit(5, 6, "", "join"),
    Edit(8, 9, "武功", id="1"),
    Edit(9, 9, "补", id="2"),
]
MOVES = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.integers(0, 11)), max_size=2)


@given(MOVES)
def test_there_and_back(found: list[tuple[int, int, int]]) -> None:
    moves = [Move(min(a, b), max(a, b), to, str(k)) for k, (a, b, to) in enumerate(found)]
    reading = read(RAW, EDITS, moves)
    for offset in range(len(reading.text)):
        start, end = raw_of(reading, offset)
        if end == start + 1 and RAW[start] == reading.text[offset]:
            assert repaired_of(reading, start) == (offset, offset + 1)


def test_what_an_edit_made_goes_together() -> None:
    reading = read(RAW, EDITS)
    assert str(reading.text) == "甲乙，丙丁𠮷武功补己庚"
    assert raw_of(reading, 2) == (3, 4)
    assert raw_of(reading, 6) == raw_of(reading, 7) == (8, 9)
    assert raw_of(reading, 8) == (9, 9)
    assert repaired_of(reading, 8) == (6, 8)
    assert repaired_of(reading, 1) == (1, 1)
    assert repaired_of(reading, 7) == (5, 6)


def test_a_selection_has_what_was_removed_inside_it() -> None:
    reading = read(RAW, EDITS)
    assert raw_spans_of(reading, 0, 5) == [(0, 7)]
    assert raw_spans_of(reading, 0, 1) == [(0, 1)]
