"""Character maps of TrueType programs: every format simple fonts use, as fontTools writes them."""

from io import BytesIO

import pytest
import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from qingyang.press.truetype import Maps

GLYPHS = [".notdef", "A", "eacute", "alpha", "square"]
Map = tuple[int, int, int, dict[int, str]]


def face(*maps: Map) -> hb.Face:
    """Return a face with character maps, each of a platform, an encoding and a format."""
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(GLYPHS)
    table = builder.font["cmap"] = newTable("cmap")
    table.tableVersion, table.tables = 0, []
    for platform, encoding, form, entries in maps:
        made = CmapSubtable.newSubtable(form)
        made.platformID, made.platEncID, made.language, made.cmap = platform, encoding, 0, entries
        table.tables.append(made)
    out = BytesIO()
    builder.font.save(out)
    return hb.Face(hb.Blob(out.getvalue()))


def first(made: hb.Face, code: int, name: str = "") -> str:
    """Return the first glyph a code may mean."""
    found = [glyph for glyph in Maps(made).glyphs(code, name) if glyph]
    return GLYPHS[found[0]] if found else ""


@pytest.mark.parametrize("form", [0, 4, 6])
def test_a_code_of_a_symbolic_font_goes_by_the_macintosh_map(form: int) -> None:
    made = face((1, 0, form, {0x41: "A", 0x42: "alpha", 0x8E: "eacute"}))
    assert [first(made, code) for code in (0x41, 0x42, 0x8E, 0x43)] == ["A", "alpha", "eacute", ""]


def test_or_by_the_map_of_symbols_wherever_that_has_its_codes() -> None:
    made = face((3, 0, 4, {0xF041: "A", 0xF142: "alpha", 0x43: "square"}))
    assert [first(made, code) for code in (0x41, 0x42, 0x43)] == ["A", "alpha", "square"]


def test_a_code_with_a_name_goes_by_what_the_name_means() -> None:
    made = face((3, 1, 4, {0xE9: "eacute", 0x3B1: "alpha"}))
    assert first(made, 7, "eacute") == "eacute" and first(made, 7, "alpha") == "alpha" and not first(made, 7)


def test_or_by_its_code_among_macintosh_characters() -> None:
    assert first(face((1, 0, 0, {0x8E: "eacute"})), 7, "eacute") == "eacute"


def test_a_program_without_a_map_tells_nothing() -> None:
    assert not Maps(face()).known() and not Maps(face((0, 3, 4, {0x41: "A"}))).known()
    assert Maps(face((3, 1, 4, {0x41: "A"}))).known()
