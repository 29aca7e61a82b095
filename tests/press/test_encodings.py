"""Codes of simple fonts: predefined encodings, differences, a program's own names, and what names mean."""

import pytest
from fontTools.agl import AGL2UV
from fontTools.cffLib import cffStandardStrings
from pikepdf import Array, Dictionary, Name

from qingyang.press import cff
from qingyang.press.encodings import listed, meaning, named


def test_predefined_encodings_and_none() -> None:
    assert listed("WinAnsiEncoding")[0xE9] == "eacute" and listed("MacRomanEncoding")[0x8E] == "eacute"
    assert listed("StandardEncoding")[0x27] == "quoteright" and not listed("Identity-H")


def test_differences_stand_on_a_base_or_on_the_program_s_own_names() -> None:
    font = Dictionary(Encoding=Dictionary(Differences=Array([65, Name.alpha, Name.beta, 97, Name.A])))
    found = named(font)
    assert found and [found[code] for code in (65, 66, 67, 97)] == ["alpha", "beta", "C", "A"]
    assert named(font, {67: "gamma"}) == {65: "alpha", 66: "beta", 67: "gamma", 97: "A"}
    font.Encoding.BaseEncoding = Name.WinAnsiEncoding
    assert (named(font, {67: "gamma"}) or {})[67] == "C"


def test_a_font_without_an_encoding_has_its_program_s_names_or_none() -> None:
    assert named(Dictionary()) is None and named(Dictionary(), {1: "a"}) == {1: "a"}
    drawn = Dictionary(Subtype=Name.Type3, Encoding=Dictionary(Differences=Array([65, Name.A])))
    assert named(drawn) == {65: "A"}


@pytest.mark.parametrize(
    ("name", "char"),
    [
        ("A", "A"),
        ("Aogonek", "Ą"),
        ("uni4E2D", "中"),
        ("u20BB7", "𠮷"),
        ("a.alt", "a"),
        ("g17", ""),
        (".notdef", ""),
    ],
)
def test_names_mean_characters(name: str, char: str) -> None:
    assert meaning(name) == char


def test_every_name_of_adobe_s_list_has_a_meaning() -> None:
    assert all(meaning(name) == chr(code) for name, code in AGL2UV.items())


def test_the_first_strings_of_a_compact_program_are_adobe_s() -> None:
    assert list(cff._NAMES) == cffStandardStrings[: len(cff._NAMES)] and len(cff._NAMES) == 229
