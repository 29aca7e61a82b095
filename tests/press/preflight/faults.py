"""Faults to put into a finished PDF, each with what the preflight is to say of it; no writer of ours takes part."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from qingyang.press.profiles import digital, x4
from qingyang.press.xmp import packet

BLEED = 8.504


class Fault(NamedTuple):
    """A change to a file, and the findings it must cause: these and no others."""

    harm: Callable[[pikepdf.Pdf], None]
    found: frozenset[str]
    page: int = 0
    """The page they must name; 0: the whole file."""


FAULTS: list[Fault] = []
"""Faults for any file."""
TAGGED: list[Fault] = []
"""Faults of structures, for files that have one."""
SIMPLE: list[Fault] = []
"""Faults of simple fonts, for the file that has one of each kind."""
TYPE_1: list[Fault] = []
"""Faults of Type 1 programs, for LibreOffice's file."""
Harm = Callable[[pikepdf.Pdf], None]


def fault(*found: str, page: int = 0, among: list[Fault] = FAULTS) -> Callable[[Harm], Harm]:
    def listed(harm: Harm) -> Harm:
        among.append(Fault(harm, frozenset(f"press.{name}" for name in found), page))
        return harm

    return listed


def print_ready(pdf: pikepdf.Pdf) -> None:
    """Give a file of another program what it lacks for print: boxes, statement, output intent."""
    for page in pdf.pages:
        left, low, right, high = (float(edge) for edge in page.mediabox)
        page.obj.TrimBox = Array([left, low, right, high])
        page.obj.MediaBox = page.obj.BleedBox = Array(
            [left - BLEED, low - BLEED, right + BLEED, high + BLEED]
        )
    title = str(pdf.docinfo["/Title"])
    pdf.Root.Metadata = pdf.make_stream(
        packet(title, b"", for_print=True), Type=Name.Metadata, Subtype=Name.XML
    )
    pdf.docinfo["/Trapped"] = Name("/False")
    profile = pdf.make_stream(x4().icc, N=4)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier="FOGRA39",
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def in_black(pdf: pikepdf.Pdf) -> None:
    """Turn a file's RGB black into black: what LibreOffice knows no other way to say."""
    for page in pdf.pages:
        page.obj.Contents.write(page.obj.Contents.read_bytes().replace(b" 0 0 0 rg", b" 0 0 0 1 k"))


def draw(pdf: pikepdf.Pdf, operators: str, number: int = 0, tag: str = "/Artifact BMC") -> None:
    """Paint something more on a page, over all that is there."""
    page = pdf.pages[number]
    page.contents_coalesce()
    before = page.obj.Contents.read_bytes()
    page.obj.Contents = pdf.make_stream(b"q\n" + before + f"\nQ\n{tag}\n{operators}\nEMC".encode())


def resource(pdf: pikepdf.Pdf, kind: str, name: str, value: Any) -> None:
    """Give the first page one more resource."""
    found = pdf.pages[0].obj.Resources
    if kind not in found:
        found[kind] = Dictionary()
    found[kind][name] = value


def image(pdf: pikepdf.Pdf, pixel: bytes, space: str = "/DeviceCMYK", side: int = 400, **more: Any) -> None:
    """Give the first page a picture of one colour, named /New."""
    made = pdf.make_stream(
        zlib.compress(pixel * side * side),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=side,
        Height=side,
        BitsPerComponent=8,
        ColorSpace=Name(space),
        Filter=Name.FlateDecode,
        **more,
    )
    resource(pdf, "/XObject", "/New", made)


def font(pdf: pikepdf.Pdf) -> Any:
    """Return the first font of the first page."""
    return next(iter(pdf.pages[0].obj.Resources.Font.values()))


def codes(pdf: pikepdf.Pdf) -> str:
    """Return two codes of that font as a string."""
    return "<00010002>" if font(pdf).Subtype == Name.Type0 else "<0102>"


# -- boxes -----------------------------------------------------------------------------------------------------------


@fault("no_trim", page=2)
def no_trim(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj["/TrimBox"]
    # What stands for the trim is larger then; that is told too, but not of this page's size.
    pdf.pages[1].obj.CropBox = pdf.pages[0].obj.TrimBox


@fault("no_bleed", page=2)
def no_bleed(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj["/BleedBox"]


@fault("trim_outside", page=2)
def trim_outside(pdf: pikepdf.Pdf) -> None:
    left, low, right, high = (float(edge) for edge in pdf.pages[1].obj.TrimBox)
    pdf.pages[1].obj.BleedBox = Array([left + 1, low + 1, right, high])


@fault("bleed_small", page=2)
def bleed_small(pdf: pikepdf.Pdf) -> None:
    left, low, right, high = (float(edge) for edge in pdf.pages[1].obj.TrimBox)
    pdf.pages[1].obj.BleedBox = Array([left - 5, low - 8.6, right + 8.6, high + 8.6])
    pdf.pages[1].obj.MediaBox = Array([-100, -100, 1000, 1000])


@fault("bleed_outside", page=2)
def bleed_outside(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.BleedBox = Array([-50, -50, 5000, 5000])


@fault("art_and_trim", page=1)
def art_and_trim(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.ArtBox = pdf.pages[0].obj.TrimBox


@fault("user_unit", page=1)
def user_unit(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.UserUnit = 2


@fault("other_size", page=1)
def other_size(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[1])
    left, low, right, high = (float(edge) for edge in pdf.pages[0].obj.TrimBox)
    pdf.pages[0].obj.TrimBox = Array([left + 10, low + 10, right - 10, high - 10])


@fault("other_size", page=1)
def a_page_on_its_side(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[1])
    pdf.pages[0].obj.Rotate = 90


@fault("stops_at_trim", page=1)
def stops_at_trim(pdf: pikepdf.Pdf) -> None:
    left, low, right, _ = (float(edge) for edge in pdf.pages[0].obj.TrimBox)
    draw(pdf, f".1 0 0 0 k {left} {low} {right - left} 5 re f")


# -- colours ---------------------------------------------------------------------------------------------------------


@fault("rgb", page=1)
def rgb_area(pdf: pikepdf.Pdf) -> None:
    draw(pdf, "1 0 0 rg 100 100 20 20 re f")


@fault("rgb", page=1)
def rgb_line_in_a_form(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(
        b"0 0 1 RG 0 0 m 50 50 l S", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 50, 50]
    )
    resource(pdf, "/XObject", "/Form", form)
    draw(pdf, "1 0 0 1 100 100 cm /Form Do")


@fault("rgb", page=1)
def rgb_picture(pdf: pikepdf.Pdf) -> None:
    image(pdf, b"\x10\x20\x30", "/DeviceRGB")
    draw(pdf, "q 50 0 0 50 100 100 cm /New Do Q")


@fault("rgb", page=1)
def rgb_shading(pdf: pikepdf.Pdf) -> None:
    ends = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 1, 0], N=1)
    shade = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 9, 9], Function=ends)
    resource(pdf, "/Shading", "/Shade", pdf.make_indirect(shade))
    draw(pdf, "q 100 100 20 20 re W n /Shade sh Q")


@fault("ink", page=1)
def too_much_ink(pdf: pikepdf.Pdf) -> None:
    draw(pdf, ".9 .9 .9 .9 k 100 100 20 20 re f")


@fault("ink", page=1)
def too_much_ink_in_a_pattern(pdf: pikepdf.Pdf) -> None:
    tile = pdf.make_stream(
        b"1 1 1 .5 k 0 0 5 5 re f",
        PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 5, 5], XStep=5, YStep=5, Resources=Dictionary(),
    )  # fmt: skip
    resource(pdf, "/Pattern", "/Tile", tile)
    draw(pdf, "/Pattern cs /Tile scn 100 100 20 20 re f")


@fault("ink", page=1)
def too_much_ink_by_overprinting(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "/ExtGState", "/Over", Dictionary(OP=True, op=True, OPM=1))
    draw(pdf, "1 1 .5 0 k 100 100 40 40 re f /Over gs 0 0 0 1 k 110 110 10 10 re f")


@fault("ink", page=1)
def too_much_ink_in_a_picture(pdf: pikepdf.Pdf) -> None:
    image(pdf, b"\xff\xff\xff\x80")
    draw(pdf, "q 50 0 0 50 100 100 cm /New Do Q")


@fault("spot", page=1)
def a_spot_colour(pdf: pikepdf.Pdf) -> None:
    ends = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
    space = Array([Name.Separation, Name("/House Red"), Name.DeviceCMYK, ends])
    resource(pdf, "/ColorSpace", "/Spot", space)
    draw(pdf, "/Spot cs 1 scn 100 100 20 20 re f")


@fault("rich_text", page=1)
def small_text_of_four_plates(pdf: pikepdf.Pdf) -> None:
    name = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
    draw(pdf, f".6 .5 .5 1 k BT {name} 9 Tf 100 120 Td {codes(pdf)} Tj ET")


@fault("hairline", page=1)
def a_hairline(pdf: pikepdf.Pdf) -> None:
    draw(pdf, "0 0 0 1 K 0 w 100 100 m 200 100 l S")


@fault("white_overprints", page=1)
def white_overprints(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "/ExtGState", "/Over", Dictionary(OP=True, op=True, OPM=1))
    draw(pdf, "/Over gs 0 0 0 0 k 100 100 20 20 re f")


@fault("black_knocks_out", page=1)
def black_on_colour_knocks_out(pdf: pikepdf.Pdf) -> None:
    name = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
    resource(pdf, "/ExtGState", "/Out", Dictionary(OP=False, op=False))
    draw(pdf, f"/Out gs 0 1 1 0 k 90 90 90 90 re f 0 0 0 1 k BT {name} 9 Tf 100 120 Td {codes(pdf)} Tj ET")


@fault("black_knocks_out", page=1)
def black_that_overprints_with_its_empty_plates_too(pdf: pikepdf.Pdf) -> None:
    name = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
    resource(pdf, "/ExtGState", "/Out", Dictionary(OP=False, op=False))
    resource(pdf, "/ExtGState", "/Over", Dictionary(OP=True, op=True, OPM=0))
    text = f"0 0 0 1 k BT {name} 9 Tf 100 120 Td {codes(pdf)} Tj ET"
    draw(pdf, f"/Out gs 0 1 1 0 k 90 90 90 90 re f /Over gs {text}")


# -- transparency and pictures ---------------------------------------------------------------------------------------


@fault("transparent", page=1)
def half_transparent(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "/ExtGState", "/Half", Dictionary(ca=0.5))
    draw(pdf, "/Half gs 0 .5 0 0 k 100 100 20 20 re f")


@fault("transparent", page=1)
def a_blend_mode(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "/ExtGState", "/Multiply", Dictionary(BM=Name.Multiply))
    draw(pdf, "/Multiply gs 0 .5 0 0 k 100 100 20 20 re f")


@fault("transparent", page=1)
def a_picture_with_a_soft_mask(pdf: pikepdf.Pdf) -> None:
    mask = pdf.make_stream(b"\x80", Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    mask.ColorSpace = Name.DeviceGray
    image(pdf, b"\x10\0\0\0", SMask=mask)
    draw(pdf, "q 50 0 0 50 100 100 cm /New Do Q")


@fault("coarse", page=1)
def a_coarse_picture(pdf: pikepdf.Pdf) -> None:
    image(pdf, b"\x10\0\0\0", side=100)
    draw(pdf, "q 100 0 0 100 100 100 cm /New Do Q")


@fault("coarse", page=1)
def a_coarse_bitmap_in_the_stream(pdf: pikepdf.Pdf) -> None:
    draw(pdf, "q 0 0 0 1 k 40 0 0 40 100 100 cm BI /W 8 /H 1 /IM true ID \x20 EI Q")


@fault("interpolate", page=1)
def an_interpolated_picture(pdf: pikepdf.Pdf) -> None:
    image(pdf, b"\x10\0\0\0", Interpolate=True)
    draw(pdf, "q 50 0 0 50 100 100 cm /New Do Q")


@fault("stand_in", page=1)
def a_picture_that_stands_for_another(pdf: pikepdf.Pdf) -> None:
    image(pdf, b"\x10\0\0\0", Alternates=Array([]))
    draw(pdf, "q 50 0 0 50 100 100 cm /New Do Q")


# -- fonts and text --------------------------------------------------------------------------------------------------


@fault("not_embedded")
def not_embedded(pdf: pikepdf.Pdf) -> None:
    descriptor = font(pdf).get("/DescendantFonts", [font(pdf)])[0].FontDescriptor
    for key in {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor):
        del descriptor[key]


@fault("no_unicode", "unreadable")
def no_unicode(pdf: pikepdf.Pdf) -> None:
    del font(pdf)["/ToUnicode"]


@fault("unreadable")
def one_code_without_meaning(pdf: pikepdf.Pdf) -> None:
    for used in pdf.pages[0].obj.Resources.Font.values():
        # 今 begins the text; what stood for it now means nothing.
        table = re.sub(rb"<(\w+)>(?=\s*<4eca>)", b"<FFF0>", used.ToUnicode.read_bytes(), flags=re.IGNORECASE)
        used.ToUnicode = pdf.make_stream(re.sub(rb"<\w{4}>(?=\s*<FFF0>)", b"<FFF0>", table))


@fault("bad_unicode")
def a_meaning_no_character_has(pdf: pikepdf.Pdf) -> None:
    table = font(pdf).ToUnicode.read_bytes()
    codes = b"".join(b"<%04X> <FEFF>\n" % code for code in range(1, 90))
    font(pdf).ToUnicode = pdf.make_stream(table + b"\n89 beginbfchar\n" + codes + b"endbfchar")


@fault("no_glyph")
def glyphs_that_are_not_there(pdf: pikepdf.Pdf) -> None:
    font(pdf).DescendantFonts[0].CIDToGIDMap = pdf.make_stream(bytes(400))


@fault("other_width")
def widths_of_another_font(pdf: pikepdf.Pdf) -> None:
    below = font(pdf).DescendantFonts[0]
    below.W = Array([0, 2000, 990])


# -- simple fonts ----------------------------------------------------------------------------------------------------


def simple(pdf: pikepdf.Pdf, kind: str) -> Any:
    """Return the font of a kind on the first page."""
    return next(font for font in pdf.pages[0].obj.Resources.Font.values() if font.Subtype == f"/{kind}")


def wider(font: Any, code: str) -> None:
    """Let a font say that a code is wider than it is."""
    at = ord(code) - int(font.FirstChar)
    font.Widths[at] = float(font.Widths[at]) + 40


def renamed(font: Any, code: str, name: str) -> None:
    """Let a code of a font mean a glyph of another name."""
    font.Encoding = Dictionary(
        BaseEncoding=Name.WinAnsiEncoding, Differences=Array([ord(code), Name(f"/{name}")])
    )


@fault("other_width", page=1, among=SIMPLE)
def widths_beside_a_compact_program(pdf: pikepdf.Pdf) -> None:
    wider(simple(pdf, "Type1"), "T")


@fault("no_glyph", page=1, among=SIMPLE)
def a_glyph_a_compact_program_lacks(pdf: pikepdf.Pdf) -> None:
    renamed(simple(pdf, "Type1"), "T", "Z")


@fault("unreadable", "no_glyph", page=1, among=SIMPLE)
def a_glyph_whose_name_says_nothing(pdf: pikepdf.Pdf) -> None:
    renamed(simple(pdf, "Type1"), "T", "g17")


@fault("no_glyph", page=1, among=SIMPLE)
def a_compact_program_that_is_damaged(pdf: pikepdf.Pdf) -> None:
    simple(pdf, "Type1").FontDescriptor.FontFile3.write(b"\x01\0\x04\x01nothing")


@fault("not_embedded", page=1, among=SIMPLE)
def a_compact_program_that_is_missing(pdf: pikepdf.Pdf) -> None:
    del simple(pdf, "Type1").FontDescriptor["/FontFile3"]


@fault("other_width", page=1, among=SIMPLE)
def widths_beside_a_truetype_program(pdf: pikepdf.Pdf) -> None:
    wider(simple(pdf, "TrueType"), "T")


@fault("no_glyph", "unreadable", page=1, among=SIMPLE)
def a_code_a_truetype_program_does_not_map(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    name = next(key for key, font in page.obj.Resources.Font.items() if font.Subtype == "/TrueType")
    draw(pdf, f"0 g BT {name} 9 Tf 100 120 Td (~) Tj ET", tag="/Span BMC")
    font = page.obj.Resources.Font[name]
    font.LastChar = ord("~")
    font.Widths = Array([*font.Widths, *[0] * (ord("~") - int(font.FirstChar) + 1 - len(font.Widths))])


@fault("no_unicode", "unreadable", page=1, among=SIMPLE)
def a_symbolic_font_that_says_no_meaning(pdf: pikepdf.Pdf) -> None:
    del simple(pdf, "TrueType")["/ToUnicode"]


@fault("not_embedded", page=1, among=SIMPLE)
def a_truetype_program_that_is_missing(pdf: pikepdf.Pdf) -> None:
    del simple(pdf, "TrueType").FontDescriptor["/FontFile2"]


@fault("other_width", page=1, among=SIMPLE)
def widths_beside_drawn_glyphs(pdf: pikepdf.Pdf) -> None:
    wider(simple(pdf, "Type3"), "B")


@fault("no_glyph", page=1, among=SIMPLE)
def a_drawn_glyph_that_is_missing(pdf: pikepdf.Pdf) -> None:
    del simple(pdf, "Type3").CharProcs["/B"]


@fault("no_unicode", "unreadable", page=1, among=SIMPLE)
def drawn_glyphs_whose_names_say_nothing(pdf: pikepdf.Pdf) -> None:
    font = simple(pdf, "Type3")
    font.Encoding.Differences = Array([65, Name.g1, Name.g2])
    for old, new in (("/A", "/g1"), ("/B", "/g2")):
        font.CharProcs[new] = font.CharProcs[old]


@fault("other_width", page=1, among=TYPE_1)
def widths_beside_a_type_1_program(pdf: pikepdf.Pdf) -> None:
    used = font(pdf)
    used.Widths = Array([float(width) + 3 for width in used.Widths])


@fault("no_glyph", page=1, among=TYPE_1)
def glyphs_a_type_1_program_lacks(pdf: pikepdf.Pdf) -> None:
    font(pdf).Encoding = Dictionary(Differences=Array([1, Name.nothing, Name.nowhere]))


@fault("no_glyph", page=1, among=TYPE_1)
def a_type_1_program_that_is_damaged(pdf: pikepdf.Pdf) -> None:
    font(pdf).FontDescriptor.FontFile.write(b"%!PS-AdobeFont-1.0: Nothing")


@fault("text_cut", page=1)
def text_over_the_edge(pdf: pikepdf.Pdf) -> None:
    name = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
    low = float(pdf.pages[0].obj.TrimBox[1])
    draw(pdf, f"0 0 0 1 k BT {name} 9 Tf 100 {low - 3} Td {codes(pdf)} Tj ET", tag="/Span <</MCID 0>> BDC")


# -- what the file says of itself ------------------------------------------------------------------------------------


@fault("no_xmp")
def no_xmp(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Metadata"]


@fault("no_xmp")
def xmp_that_is_no_xml(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(b"<x:xmpmeta", Type=Name.Metadata, Subtype=Name.XML)


@fault("no_title")
def no_title(pdf: pikepdf.Pdf) -> None:
    text = pdf.Root.Metadata.read_bytes()
    start, end = text.index(b"<dc:title>"), text.index(b"</dc:title>") + len(b"</dc:title>")
    pdf.Root.Metadata.write(text[:start] + text[end:])


@fault("two_titles")
def two_titles(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "另一个标题"


@fault("no_x4")
def another_standard(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b">PDF/X-4<", b">PDF/X-1<"))


@fault("xmp_lacks")
def no_date_of_change(pdf: pikepdf.Pdf) -> None:
    said = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(re.sub(rb"<xmp:ModifyDate>.*?</xmp:ModifyDate>", b"", said))


@fault("xmp_lacks")
def no_id_of_the_document(pdf: pikepdf.Pdf) -> None:
    said = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(re.sub(rb"<xmpMM:DocumentID>.*?</xmpMM:DocumentID>", b"", said))


@fault("no_trapped")
def trapped_is_unknown(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Trapped"] = Name.Unknown


@fault("no_intent")
def no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


@fault("two_intents")
def two_intents(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


@fault("two_profiles")
def two_profiles(pdf: pikepdf.Pdf) -> None:
    other = Dictionary(S=Name.GTS_PDFA1, DestOutputProfile=pdf.make_stream(x4().icc, N=4))
    pdf.Root.OutputIntents.append(pdf.make_indirect(other))


def of_print(pdf: pikepdf.Pdf) -> Any:
    return next(intent for intent in pdf.Root.OutputIntents if intent.S == "/GTS_PDFX")


@fault("no_profile")
def no_profile(pdf: pikepdf.Pdf) -> None:
    del of_print(pdf)["/DestOutputProfile"]


@fault("bad_profile")
def a_damaged_profile(pdf: pikepdf.Pdf) -> None:
    of_print(pdf).DestOutputProfile.write(b"no profile")


@fault("bad_profile")
def a_profile_of_another_space_than_said(pdf: pikepdf.Pdf) -> None:
    of_print(pdf).DestOutputProfile.write(digital().icc)


@fault("not_cmyk_profile")
def a_screens_profile(pdf: pikepdf.Pdf) -> None:
    of_print(pdf).DestOutputProfile.write(digital().icc)
    of_print(pdf).DestOutputProfile.N = 3


@fault("no_condition")
def no_condition(pdf: pikepdf.Pdf) -> None:
    of_print(pdf).OutputConditionIdentifier = String("")


# -- what must not be there ------------------------------------------------------------------------------------------


@fault("script")
def a_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@fault("attachment")
def an_attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = b"text"


@fault("form")
def a_form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([]))


@fault("absent", page=1)
def a_font_that_is_not_there(pdf: pikepdf.Pdf) -> None:
    draw(pdf, "BT /Lost 9 Tf 90 90 Td (x) Tj ET")


@fault("absent", page=1)
def a_picture_that_is_not_there(pdf: pikepdf.Pdf) -> None:
    draw(pdf, "/Lost Do")


@fault("absent", page=1)
def a_colour_space_that_is_not_there(pdf: pikepdf.Pdf) -> None:
    draw(pdf, "/Lost cs")


@fault("hidden_layer")
def a_hidden_layer(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("草稿")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


@fault("postscript")
def postscript_inside(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "/XObject", "/Old", pdf.make_stream(b"showpage", Type=Name.XObject, Subtype=Name.PS))


@fault("elsewhere")
def content_outside_the_file(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "/XObject", "/Far", pdf.make_stream(b"", Subtype=Name.Image, F=String("picture.tif")))


@fault("transfer")
def a_transfer_curve(pdf: pikepdf.Pdf) -> None:
    state = Dictionary(Type=Name.ExtGState, TR=Name.Identity)
    resource(pdf, "/ExtGState", "/Curve", pdf.make_indirect(state))


@fault("annotation", page=1)
def a_note_on_the_page(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[100, 100, 120, 120])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


@fault("damaged", page=1)
def damaged_content(pdf: pikepdf.Pdf) -> None:
    draw(pdf, "0 0 0 1 k (never closed")


# -- tags ------------------------------------------------------------------------------------------------------------


@fault("untagged", among=TAGGED)
def not_marked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


@fault("no_language", among=TAGGED)
def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


@fault("title_hidden", among=TAGGED)
def title_hidden(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@fault("no_parent_tree", among=TAGGED)
def no_parent_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot["/ParentTree"]


def elements(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    return [item for item in pdf.objects if isinstance(item, Dictionary) and item.get("/S") == kind]


@fault("strange_tag", among=TAGGED)
def a_strange_tag(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/P")[0].S = Name.Absatz


@fault("no_alt", among=TAGGED)
def a_picture_without_words(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "/Figure")[0]["/Alt"]


@fault("no_alt", among=TAGGED)
def a_picture_with_a_blank_for_words(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/Figure")[0].Alt = String(" ")


@fault("lost_tag", page=1, among=TAGGED)
def a_paragraph_that_hangs_on_nothing(pdf: pikepdf.Pdf) -> None:
    found = elements(pdf, "/P")[0]
    kids = found.P.K
    found.P.K = Array([kid for kid in kids if kid.objgen != found.objgen])


@fault("lost_tag", page=1, among=TAGGED)
def a_page_that_does_not_know_its_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/StructParents"]


@fault("lost_tag", page=1, among=TAGGED)
def a_page_with_the_number_of_no_tags(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.StructParents = 4711


def marks(pdf: pikepdf.Pdf) -> Array:
    """Return the elements of the first page's marks, from however deep in the tree."""
    own, waiting = int(pdf.pages[0].obj.StructParents), [pdf.Root.StructTreeRoot.ParentTree]
    while waiting:
        node = waiting.pop()
        waiting += list(node.get("/Kids", []))
        numbers = list(node.get("/Nums", []))
        for key, found in zip(numbers[::2], numbers[1::2], strict=True):
            if int(key) == own:
                return found
    raise LookupError


@fault("lost_tag", page=1, among=TAGGED)
def a_mark_whose_element_is_null(pdf: pikepdf.Pdf) -> None:
    marks(pdf)[1] = None


@fault("lost_tag", page=1, among=TAGGED)
def a_mark_beyond_the_last_element(pdf: pikepdf.Pdf) -> None:
    found = marks(pdf)
    del found[len(found) - 1]


@fault("lost_tag", page=1, among=TAGGED)
def a_mark_whose_element_is_a_number(pdf: pikepdf.Pdf) -> None:
    marks(pdf)[0] = 7


@fault("heading_skipped", among=TAGGED)
def a_heading_that_skips(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/H2")[0].S = Name.H4


@fault("untagged_text", page=1, among=TAGGED)
def text_outside_the_tags(pdf: pikepdf.Pdf) -> None:
    name = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
    draw(pdf, f"0 0 0 1 k BT {name} 9 Tf 100 120 Td {codes(pdf)} Tj ET", tag="/Span BMC")


@fault("untagged_paint", page=1, among=TAGGED)
def a_line_outside_the_tags(pdf: pikepdf.Pdf) -> None:
    draw(pdf, "0 0 0 1 K 100 100 m 200 100 l S", tag="/Span BMC")
