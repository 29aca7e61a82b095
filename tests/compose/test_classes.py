"""Classes: what a character is, and what its neighbours make of it."""

import pytest

from qingyang.compose.classes import ALL, class_of, classes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("中国，", "HHC"),
        ("《渝中》", "OHHE"),
        ("192.6亿", "NNNRNH"),
        ("占50%以上", "HNNPHH"),
        ("38℃％", "NNFF"),
        ("¥30", "QNN"),
        ("——……", "DDZZ"),
        ("卡尔·马克思", "HHMHHH"),
        ("𠮷野家", "HHH"),
        ("😀", "H"),
        ("e\u0301", "LX"),
        ("葛\U000e0100城", "HXH"),
    ],
)
def test_a_character_has_a_class(text: str, found: str) -> None:
    assert classes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("say “hi” to", "LLLWBLLRWLL"),
        ("It’s", "LLRL"),
        ("他说“APEC”好", "HHOLLLLEH"),
        ("A—B", "LLL"),
        ("中—B", "HDL"),
        ("A——B", "LDDL"),
        ("A·B", "LLL"),
    ],
)
def test_shared_marks_are_western_between_western_neighbours_only(text: str, found: str) -> None:
    assert classes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("记者 晏艳辉", "HHVHHH"),
        ("渝中 APP 图文", "HHKLLLKHH"),
        ("the end", "LLLWLLL"),
        ("， 今", "CUH"),
        ("“ 十", "OUH"),
        (" 开 ", "UHU"),
        ("开　放", "HVH"),
        ("开  放", "HVUH"),
        ("a\tb\nc", "LWLWL"),
    ],
)
def test_a_space_is_what_it_parts(text: str, found: str) -> None:
    assert classes(text) == found


def test_in_a_headline_a_space_beside_a_mark_is_kept() -> None:
    assert classes("战略 “十四五”", display=True) == "HHVOHHHE"
    assert classes("战略 “十四五” ", display=True).endswith("EU")


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x85", "\ud800", "\uffff", "\ufdd0"])
def test_control_characters_are_not_set(char: str) -> None:
    assert class_of(char) == "U"


def test_every_class_is_one_letter() -> None:
    assert len(set(ALL)) == len(ALL)
    assert set(classes("汉a1，。（）·—…％%～-¥([)] 　")) <= set(ALL)
