from hypothesis import given
from hypothesis import strategies as st

from qingyang.ui.aligned.utf16 import Units, showable

MIXED = st.text(st.sampled_from("a字𠮷😀\u2029\x85\ud800。"), max_size=30)


@given(MIXED)
def test_units_are_those_of_utf_16(text: str) -> None:
    units = Units(text)
    for point in range(len(text) + 1):
        unit = len(text[:point].encode("utf-16-le", "surrogatepass")) // 2
        assert units.unit(point) == unit
        assert units.point(unit) == point


def test_the_middle_of_a_character_is_the_character() -> None:
    units = Units("a𠮷b😀")
    assert [units.point(unit) for unit in range(7)] == [0, 1, 1, 2, 3, 3, 4]


@given(MIXED)
def test_what_is_shown_takes_as_many_units(text: str) -> None:
    shown = showable(text)
    assert len(shown) == len(text)
    assert Units(shown).unit(len(shown)) == Units(text).unit(len(text))
    assert not set(shown) & set("\u2029\x85\ud800")
