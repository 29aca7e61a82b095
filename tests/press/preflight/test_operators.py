"""What a page paints, read from its operators: where, in what ink, how, under which tag."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from qingyang.press.preflight.operators import paints
from qingyang.press.preflight.stream import Paint

FONT = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.A, FirstChar=65, Widths=[500, 1000])


def painted(content: str, **resources: Any) -> list[Paint]:
    """Return what a page of this content paints; its font F has A half an em wide and B one em."""
    with pikepdf.new() as file:
        page = file.add_blank_page(page_size=(600, 800))
        page.obj.Resources = Dictionary(Font=Dictionary(F=FONT), **resources)
        page.obj.Contents = file.make_stream(content.encode("latin-1"))
        return list(paints(page))


def one(content: str, **resources: Any) -> Paint:
    (paint,) = painted(content, **resources)
    return paint


def near(box: tuple[float, ...]) -> Any:
    return pytest.approx(box, abs=0.01)


def test_a_rectangle_stands_where_its_matrices_put_it() -> None:
    turned = "2 0 0 2 10 20 cm q 0 1 -1 0 100 0 cm 0 0 10 5 re f Q"
    assert one(turned).box == near((2 * 95 + 10, 20, 2 * 100 + 10, 2 * 10 + 20))
    assert one("q 9 0 0 9 0 0 cm Q 1 2 3 4 re f").box == near((1, 2, 4, 6))


def test_a_line_is_as_wide_as_its_matrix_makes_it() -> None:
    line = one("3 0 0 3 0 0 cm 2 w 0 10 m 50 10 l S")
    assert (line.kind, line.size) == ("stroke", pytest.approx(6))
    assert line.box[1] == pytest.approx(27) and line.box[3] == pytest.approx(33)


def test_text_moves_on_as_it_is_shown() -> None:
    first, second, third = painted("BT /F 10 Tf 100 200 Td (AB) Tj [(A) -1000 (B)] TJ 12 TL T* (A) Tj ET")
    assert first.box[::2] == near((100, 115)) and second.box[::2] == near((115, 140))
    assert third.box[:2] == near((100, 188 - 1.5))


def test_spacing_scale_and_rise_count() -> None:
    shown = one("BT /F 10 Tf 2 Tc 50 Tz 3 Ts 0 0 Td (AB) Tj ET")
    assert shown.box == near((0, 3 - 1.5, (5 + 10 + 4) / 2, 3 + 8.5))
    assert one("BT /F 1 Tf 20 0 0 20 5 5 Tm (A) Tj ET").size == pytest.approx(20)


def test_what_is_clipped_away_is_not_painted() -> None:
    assert painted("q 0 0 10 10 re W n 20 20 5 5 re f Q") == []
    assert one("q 0 0 10 10 re W n 5 5 50 50 re f Q").box == near((5, 5, 10, 10))
    assert one("q 0 0 10 10 re W n Q 5 5 50 50 re f").box == near((5, 5, 55, 55))


def test_fill_and_stroke_overprint_each_for_itself() -> None:
    state = Dictionary(
        A=Dictionary(OP=True, op=False, OPM=1), B=Dictionary(OP=True), C=Dictionary(OP=False, op=True)
    )
    fill, stroke = painted("/A gs 0 0 5 5 re B", ExtGState=state)
    assert (fill.overprints, stroke.overprints, fill.mode) == (False, True, 1)
    # Where only strokes are spoken of, fills do as they do.
    fill, stroke = painted("/B gs 0 0 5 5 re B", ExtGState=state)
    assert (fill.overprints, stroke.overprints) == (True, True)
    fill, stroke = painted("/C gs 0 0 5 5 re B", ExtGState=state)
    assert (fill.overprints, stroke.overprints) == (True, False)


def test_the_heaviest_end_of_a_shading_is_its_ink() -> None:
    ends = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0.9, 0.9, 0.9, 0.9], N=1)
    stitched = Dictionary(FunctionType=3, Domain=[0, 1], Functions=[ends], Bounds=[], Encode=[0, 1])
    for function in (ends, stitched):
        shade = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 9, 9], Function=function)
        paint = one("q 0 0 9 9 re W n /S sh Q", Shading=Dictionary(S=shade))
        assert (paint.kind, round(paint.ink.total, 2)) == ("shading", 3.6)
        pattern = Dictionary(P=Dictionary(PatternType=2, Shading=shade))
        assert round(one("/Pattern cs /P scn 0 0 9 9 re f", Pattern=pattern).ink.total, 2) == 3.6


def test_colours_of_every_space() -> None:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0], C1=[1], N=1)
    spaces = Dictionary(
        Spot=Array([Name.Separation, Name.Gold, Name.DeviceCMYK, function]),
        Every=Array([Name.Separation, Name.All, Name.DeviceCMYK, function]),
        Two=Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), Name.DeviceCMYK, function]),
    )
    found = {
        ".25 g": ("gray", {"Black": 0.75}),
        "1 0 0 rg": ("rgb", {}),
        "0 .5 1 .1 k": ("cmyk", {"Cyan": 0, "Magenta": 0.5, "Yellow": 1, "Black": 0.1}),
        "/Spot cs .3 scn": ("spot", {"Gold": 0.3}),
        "/Spot cs": ("spot", {"Gold": 1}),
        "/Every cs 1 scn": ("spot", dict.fromkeys(("Cyan", "Magenta", "Yellow", "Black"), 1)),
        "/Two cs .2 .4 scn": ("spot", {"Cyan": 0.2, "Gold": 0.4}),
        "/DeviceCMYK cs": ("cmyk", {"Cyan": 0, "Magenta": 0, "Yellow": 0, "Black": 1}),
    }
    for operators, (space, plates) in found.items():
        ink = one(f"{operators} 0 0 5 5 re f", ColorSpace=spaces).ink
        assert (ink.space, dict(ink.plates)) == (space, pytest.approx(plates)), operators


def test_a_default_space_stands_for_the_device_s() -> None:
    with pikepdf.new() as file:
        profile = file.make_stream(b"", N=3)
        spaces = Dictionary(DefaultRGB=Array([Name.ICCBased, profile]))
        page = file.add_blank_page()
        page.obj.Resources = Dictionary(ColorSpace=spaces)
        page.obj.Contents = file.make_stream(b"1 0 0 rg 0 0 5 5 re f")
        (paint,) = paints(page)
    assert paint.ink.space == "icc-rgb"


def test_marks_are_kept_in_their_order() -> None:
    content = "/Artifact BMC 0 0 1 1 re f EMC /P <</MCID 0>> BDC 0 0 2 2 re f /Span BMC 0 0 3 3 re f EMC EMC"
    assert [paint.tag for paint in painted(f"{content} 0 0 4 4 re f")] == ["artifact", "tagged", "tagged", ""]


def test_wrong_operands_are_passed_over() -> None:
    assert len(painted("(x) cm /Nothing gs /Nothing Do 1 k (a) re /F Tf Q Q 0 0 5 5 re f EMC")) == 1
