from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qingyang.text.reading import Passage
from qingyang.ui.aligned.parts import LONGEST, Part, Parts

LENGTHS = st.lists(st.one_of(st.integers(1, 50), st.integers(LONGEST - 2, 5 * LONGEST)), max_size=12)


def passages(lengths: list[int]) -> list[Passage]:
    return [Passage(0, length) for length in lengths]


@given(LENGTHS)
def test_parts_cover_every_row_once(lengths: list[int]) -> None:
    parts = Parts(passages(lengths))
    every = [parts[number] for number in range(len(parts))]
    for row, length in enumerate(lengths):
        mine = [part for part in every if part.row == row]
        assert mine[0].start == 0 and mine[-1].end == length
        assert all(a.end == b.start for a, b in pairwise(mine))
        assert all(part.end - part.start <= LONGEST for part in mine)
        assert every[parts.first(row)] == mine[0]
        for part in mine:
            assert every[parts.at(row, part.start)] == part
    assert parts.lengths() == [part.end - part.start for part in every]
    assert parts.first(len(lengths)) == len(parts)


@given(LENGTHS, st.integers(0, 12), st.integers(0, 4), LENGTHS)
def test_splicing_is_cutting_anew(lengths: list[int], first: int, old: int, new: list[int]) -> None:
    first = min(first, len(lengths))
    old = min(old, len(lengths) - first)
    parts = Parts(passages(lengths))
    parts.splice(first, old, passages(new))
    wanted = Parts(passages(lengths[:first] + new + lengths[first + old :]))
    assert [parts[k] for k in range(len(parts))] == [wanted[k] for k in range(len(wanted))]


def test_the_part_being_edited_keeps_its_edges() -> None:
    parts = Parts(passages([5, 4 * LONGEST]))
    edited = parts[3]
    parts.splice(1, 1, passages([4 * LONGEST + 7]), edited)
    assert parts[3] == Part(1, edited.start, edited.end + 7)
    assert parts[2].end == edited.start
    assert parts[4].start == edited.end + 7
