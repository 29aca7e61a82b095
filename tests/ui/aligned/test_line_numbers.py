from hypothesis import given
from hypothesis import strategies as st

from qingyang.text.row import line_starts
from qingyang.ui.aligned.line_numbers import LineNumbers


@given(st.text(st.sampled_from("甲\n\f\u2028\x85"), max_size=40), st.integers(0, 3))
def test_numbers_are_those_of_the_lines(text: str, stride: int) -> None:
    text = text * (1 + stride * 4_000)
    numbers, starts = LineNumbers(text), line_starts(text)
    assert numbers.last == len(starts)
    for number, start in list(enumerate(starts, 1))[:: max(1, len(starts) // 20)]:
        assert numbers.at(start) == number
