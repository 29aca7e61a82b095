"""OpenType/CFF faces: set, embedded as CIDFontType0C, read back exactly, drawn and clean at the preflight."""

from pathlib import Path

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from qingyang.compose import IssueFacts, Layout, Template, compose
from qingyang.errors import AppError
from qingyang.press import Faces, load, preflight, profile, raster, reading, write
from qingyang.press.cff import cids
from qingyang.text.article import Article, Paragraph

DATA = Path(__file__).parent / "data"
TEXT = "今年是“十四五”收官之年，GDP达192.6亿美元——占50%以上……一⼀国报。"
"""一 and the radical ⼀ (U+2F00) are one glyph and must stay two characters."""


def named_by_glyph(path: Path) -> None:
    """Make a face whose CFF program names its glyphs, of boxes of ever more height."""
    chars = sorted(set(TEXT + "〓 -"))
    order = [".notdef", *(f"g{k}" for k in range(len(chars)))]

    def box(height: int) -> object:
        pen = T2CharStringPen(1000, None)
        pen.moveTo((100, 0))
        for corner in ((900, 0), (900, height), (100, height)):
            pen.lineTo(corner)
        pen.closePath()
        return pen.getCharString()

    made = FontBuilder(1000, isTTF=False)
    made.setupGlyphOrder(order)
    glyphs = {char: f"g{k}" for k, char in enumerate(chars)}
    made.setupCharacterMap({ord(char): glyphs[char] for char in chars} | {ord("⼀"): glyphs["一"]})
    made.setupCFF("Boxes", {}, {name: box(200 + 5 * k) for k, name in enumerate(order)}, {})
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


def test_every_character_is_drawn_by_its_own_glyph(template: Template, faces: Faces, tmp_path: Path) -> None:
    def black(text: str) -> int:
        article = Article((Paragraph(text),))
        layout = compose([article], template, faces, None, IssueFacts(""))
        write(layout, faces, tmp_path / "one.pdf")
        return sum(255 - value for value in raster(tmp_path / "one.pdf", 0, 2).data[::4])

    alike = black("一一一一一一")
    assert black("⼀⼀⼀⼀⼀⼀") == alike
    assert alike != black("国国国国国国") != black("报报报报报报")


@pytest.mark.parametrize("data", [b"", b"\x01\x00\x04\x01", b"not a program at all", bytes(40)])
def test_what_is_no_cff_program_is_told(data: bytes) -> None:
    with pytest.raises(ValueError):
        cids(data)


def test_a_face_beside_the_newsrooms_templates_comes_first(tmp_path: Path) -> None:
    with pytest.raises(AppError):
        load(tmp_path, [("song", "QingyangTestCID")])
    assert load(tmp_path, [("song", "QingyangTestCID")], own=DATA).faces["song"].cff
