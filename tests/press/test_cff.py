"""OpenType/CFF faces: set, embedded as CIDFontType0C, read back exactly, drawn and clean at the preflight."""

import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from qingyang.compose import IssueFacts, Layout, Template, compose
from qingyang.errors import AppError
from qingyang.press import Faces, load, preflight, profile, raster, reading, write
from qingyang.press.cff import cids, codes, names, widths
from qingyang.press.charstrings import Private, width
from qingyang.text.article import Article, Paragraph

DATA = Path(__file__).parent / "data"
TEXT = "今年是“十四五”收官之年，GDP达192.6亿美元——占50%以上……一⼀国报。"
"""一 and the radical ⼀ (U+2F00) are one glyph and must stay two characters."""


def named_by_glyph(path: Path) -> None:
    """Make a face whose CFF program names its glyphs, of boxes of ever more height."""
    chars = sorted(set(TEXT + "〓 -"))
    order = [".notdef", *(f"g{k}" for k in range(len(chars)))]

    made = FontBuilder(1000, isTTF=False)
    made.setupGlyphOrder(order)
    glyphs = {char: f"g{k}" for k, char in enumerate(chars)}
    made.setupCharacterMap({ord(char): glyphs[char] for char in chars} | {ord("⼀"): glyphs["一"]})
    made.setupCFF("Boxes", {}, {name: drawn(1000, 200 + 5 * k) for k, name in enumerate(order)}, {})
    made.setupHorizontalMetrics(dict.fromkeys(order, (1000, 100)))
    made.setupHorizontalHeader(ascent=880, descent=-120)
    made.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    made.setupOS2()
    made.setupPost()
    made.save(path)


@pytest.fixture(params=["cid", "names"])
def faces(request: pytest.FixtureRequest, tmp_path: Path, template: Template) -> Faces:
    """Return a template's faces, all drawn by one CFF face: cut from a big one (CIDs with holes), or made here."""
    path = DATA / "QingyangTestCID.otf"
    if request.param == "names":
        path = tmp_path / "Boxes.otf"
        named_by_glyph(path)
    return load(path.parent, [(name, path.stem) for name, _ in template.faces])


@pytest.fixture
def layout(template: Template, faces: Faces) -> Layout:
    """Return one page in it, a character among them the face lacks."""
    article = Article((Paragraph("国报", "headline"), Paragraph(TEXT * 8 + "龥")))
    return compose([article], template, faces, None, IssueFacts("国报", "1"))


@pytest.fixture
def printed(layout: Layout, faces: Faces, tmp_path: Path) -> Path:
    """Return it as a file for print."""
    write(layout, faces, tmp_path / "cff.pdf", profile=profile("x4"))
    return tmp_path / "cff.pdf"


def test_the_text_reads_back_exactly(printed: Path, layout: Layout) -> None:
    assert "".join(reading(printed).split()) == "".join(layout.text.split())
    assert "一⼀国" in reading(printed).replace("\n", "")


def test_the_outlines_are_embedded_as_cff_and_cut_to_size(printed: Path) -> None:
    with pikepdf.open(printed) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            below = font.DescendantFonts[0]
            program = below.FontDescriptor.FontFile3
            assert (below.Subtype, program.Subtype) == ("/CIDFontType0", "/CIDFontType0C")
            assert 1 < len(cids(program.read_bytes())) < 60


def test_the_preflight_has_nothing_to_say(printed: Path, layout: Layout) -> None:
    assert preflight(printed, composed=layout) == ()


def test_a_glyph_the_program_lacks_is_found(printed: Path, tmp_path: Path) -> None:
    with pikepdf.open(printed) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            told = font.Encoding.read_bytes().replace(b"<0003> ", b"<0003> 6")
            font.Encoding.write(told)
        pdf.save(tmp_path / "harmed.pdf")
    assert "press.no_glyph" in {finding.message.id for finding in preflight(tmp_path / "harmed.pdf")}


def test_a_width_the_program_does_not_have_is_found(printed: Path, tmp_path: Path) -> None:
    with pikepdf.open(printed) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            font.DescendantFonts[0].W = pikepdf.Array([3, pikepdf.Array([640])])
        pdf.save(tmp_path / "harmed.pdf")
    assert {finding.message.id for finding in preflight(tmp_path / "harmed.pdf")} == {"press.other_width"}


def test_a_whole_opentype_file_is_held_against_its_widths_too(printed: Path, tmp_path: Path) -> None:
    """What other programs embed: the face around the outlines as well (ISO 32000-1, 9.9, OpenType)."""
    with pikepdf.open(printed) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            below = font.DescendantFonts[0]
            program = below.FontDescriptor.FontFile3
            program.write(wrapped(program.read_bytes()))
            program.Subtype = pikepdf.Name.OpenType
        pdf.save(tmp_path / "wrapped.pdf")
        for font in pdf.pages[0].Resources.Font.values():
            font.DescendantFonts[0].DW = 700
        pdf.save(tmp_path / "harmed.pdf")
    assert preflight(tmp_path / "wrapped.pdf") == ()
    assert {finding.message.id for finding in preflight(tmp_path / "harmed.pdf")} == {"press.other_width"}


def wrapped(outlines: bytes) -> bytes:
    """Return an OpenType file with one table."""
    head = b"OTTO" + struct.pack(">4H", 1, 16, 0, 0)
    return head + b"CFF " + struct.pack(">3I", 0, 28, len(outlines)) + outlines


def drawn(wide: int | None, height: int) -> T2CharString:
    pen = T2CharStringPen(wide, None)
    pen.moveTo((100, 0))
    for corner in ((900, 0), (900, height), (100, height)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.getCharString()


def outlines(charstrings: dict[str, T2CharString], private: dict[str, object], **top: object) -> bytes:
    """Return the CFF table of a face of some glyphs."""
    made = FontBuilder(1000, isTTF=False)
    made.setupGlyphOrder(list(charstrings))
    made.setupCFF("Wide", top, charstrings, private)
    out = BytesIO()
    made.font["CFF "].cff.compile(out, made.font)
    return out.getvalue()


def coded(*program: object) -> T2CharString:
    found = T2CharString(program=list(program))
    found.compile()
    return found


def test_widths_stand_before_whatever_operator_comes_first() -> None:
    said = {
        ".notdef": coded("endchar"),
        "move": coded(50, 10, 20, "rmoveto", 5, "hlineto", "endchar"),
        "across": coded(-50, 10, "hmoveto", 5, "vlineto", "endchar"),
        "down_as_usual": coded(10, "vmoveto", 5, "hlineto", "endchar"),
        "hints": coded(300, 1, 2, "hstem", 10, "vmoveto", 5, "hlineto", "endchar"),
        "hints_as_usual": coded(1, 2, 3, 4, "hstemhm", 1, 2, "hintmask", b"\x80", 10, "vmoveto", "endchar"),
        "blank": coded(-12.5, "endchar"),
    }
    found = widths(outlines(said, {"defaultWidthX": 640, "nominalWidthX": 500}))
    assert list(found) == [640, 550, 450, 640, 800, 640, 487.5]


def test_widths_are_told_in_the_units_of_the_face() -> None:
    boxes = {".notdef": drawn(1024, 9), "wide": drawn(2048, 9)}
    found = widths(outlines(boxes, {}, FontMatrix=[1 / 2048, 0, 0, 1 / 2048, 0, 0]))
    assert [round(wide or 0) for wide in found] == [500, 1000]


def test_widths_of_a_big_face_are_those_it_says_elsewhere() -> None:
    with TTFont(DATA / "QingyangTestCID.otf") as face:
        said = [face["hmtx"][name][0] for name in face.getGlyphOrder()]
        assert list(widths(face.reader["CFF "])) == said and len(set(said)) > 5


def test_a_subroutine_that_calls_itself_ends_and_tells_nothing() -> None:
    face = Private(500, 400, [b"\x20\x0a"])
    assert width(b"\x20\x0a", face, ()) is None
    assert width(b"\x8b\x8c\x20\x0a\x16\x0e", Private(500, 400, [b"\x0b"]), ()) == 400
    assert width(b"", face, ()) is None


def test_every_character_is_drawn_by_its_own_glyph(template: Template, faces: Faces, tmp_path: Path) -> None:
    def black(text: str) -> int:
        article = Article((Paragraph(text),))
        layout = compose([article], template, faces, None, IssueFacts(""))
        write(layout, faces, tmp_path / "one.pdf")
        return sum(255 - value for value in raster(tmp_path / "one.pdf", 0, 2).data[::4])

    alike = black("一一一一一一")
    assert black("⼀⼀⼀⼀⼀⼀") == alike
    assert alike != black("国国国国国国") != black("报报报报报报")


@pytest.mark.parametrize("read", [cids, widths])
@pytest.mark.parametrize("data", [b"", b"\x01\x00\x04\x01", b"not a program at all", bytes(40)])
def test_what_is_no_cff_program_is_told(data: bytes, read: Callable[[bytes], object]) -> None:
    with pytest.raises(ValueError):
        read(data)


def test_a_face_beside_the_newsrooms_templates_comes_first(tmp_path: Path) -> None:
    with pytest.raises(AppError):
        load(tmp_path, [("song", "QingyangTestCID")])
    assert load(tmp_path, [("song", "QingyangTestCID")], own=DATA).faces["song"].cff


def test_names_and_codes_of_a_program_are_those_fonttools_reads() -> None:
    with pikepdf.open(DATA / "simple.pdf") as file:
        (data,) = (
            item.read_bytes()
            for item in file.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Type1C"
        )
    read = CFFFontSet()
    read.decompile(BytesIO(data), None)
    top = read[0]
    assert list(names(data)) == list(top.charset) and len(names(data)) > 5
    own = StandardEncoding if top.Encoding == "StandardEncoding" else top.Encoding
    assert codes(data) == {code: name for code, name in enumerate(own) if name != ".notdef"}


@pytest.mark.parametrize("form", [0, 1])
def test_a_program_s_own_codes_one_by_one_in_ranges_and_more_than_once(form: int) -> None:
    """A hand-made program of three glyphs: 97 and 98 mean A and a name of its own, 200 means A once more."""
    listing = bytes([2, 97, 98]) if form == 0 else bytes([1, 97, 1])
    encoding = bytes([form | 0x80]) + listing + bytes([1, 200, 0, 34])
    charset = bytes([0, 0, 34, 1, 135])
    data = compact(encoding, charset, b"mine", 3)
    assert names(data) == [".notdef", "A", "mine"] and codes(data) == {97: "A", 98: "mine", 200: "A"}


def test_a_program_of_numbered_glyphs_has_no_names() -> None:
    source = TTFont(DATA / "QingyangTestCID.otf")
    with pytest.raises(ValueError, match="numbers"):
        names(source.getTableData("CFF "))


def compact(encoding: bytes, charset: bytes, own: bytes, glyphs: int) -> bytes:
    """Return a CFF program of empty glyphs with one string of its own."""

    def index(*parts: bytes) -> bytes:
        ends = [1]
        for part in parts:
            ends.append(ends[-1] + len(part))
        return struct.pack(">HB", len(parts), 1) + bytes(ends) + b"".join(parts)

    def number(value: int) -> bytes:
        return b"\x1d" + struct.pack(">i", value)

    def top(at: int) -> bytes:
        place = at + len(encoding)
        return number(at) + b"\x10" + number(place) + b"\x0f" + number(place + len(charset)) + b"\x11"

    def whole(at: int) -> bytes:
        return b"\x01\0\x04\x01" + index(b"Made") + index(top(at)) + index(own) + struct.pack(">H", 0)

    return whole(len(whole(0))) + encoding + charset + index(*[b"\x0e"] * glyphs)
