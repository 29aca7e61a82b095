"""Preflight: every fault put into a finished file is found, on its page, and a clean file has none.

Most files are other programs': Typst's, the same written anew by Ghostscript, LibreOffice's, and simple fonts of
Ghostscript's.
"""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from tests.press.preflight.faults import FAULTS, SIMPLE, TAGGED, TYPE_1, Fault, in_black, print_ready, simple

from qingyang.compose import IssueFacts, Layout, Template, compose
from qingyang.compose.layout import Overset
from qingyang.errors import AppError
from qingyang.press import Faces, Finding, preflight, prepare, profile, write
from qingyang.press.preflight.stream import LARGEST
from qingyang.resources import resource
from qingyang.text.article import Article, Figure, Paragraph
from qingyang.wording import LANGUAGES, load

DATA = Path(__file__).parents[1] / "data"
WORDS = {language: load(resource("i18n"), language) for language in LANGUAGES}
OTHERS = ("typst", "ghostscript", "libreoffice")
ALREADY = {"ghostscript": {"press.untagged"}, "simple": {"press.untagged"}}
"""What is truly wrong with a file before it is harmed: this Ghostscript drops tags."""


@pytest.fixture(scope="session")
def layout(template: Template, faces: Faces) -> Layout:
    """Return a story with a picture and a subhead, on two pages."""
    body = "今年是“十四五”收官之年，GDP达192.6亿美元——占50%以上……气温38℃。" * 6
    paragraphs = [Paragraph("渝中开放", "headline"), Paragraph("开头", "subhead")]
    paragraphs += [Paragraph(f"{k}、{body}") for k in range(15)]
    article = Article((*paragraphs, Paragraph("夜景。", "caption")), (Figure("a", 900, 600, 17, "夜景"),))
    return compose([article], template, faces, None, IssueFacts("渝中简报", "1", "", "2025年1月1日"))


def picture(_: str) -> bytes:
    out = BytesIO()
    Image.effect_mandelbrot((900, 600), (-2, -1.5, 1, 1.5), 60).save(out, "PNG")
    return out.getvalue()


@pytest.fixture(scope="session")
def clean(layout: Layout, faces: Faces, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return files with nothing wrong: ours with and without marks and for screens, and those of other programs."""
    folder = tmp_path_factory.mktemp("clean")
    found = {name: folder / f"{name}.pdf" for name in ("ours", "marks", "digital", *OTHERS, "simple")}
    for name, purpose in (("ours", "x4"), ("marks", "x4"), ("digital", "digital")):
        made_for = profile(purpose)
        pictures = prepare(layout, made_for, picture)
        write(layout, faces, found[name], profile=made_for, pictures=pictures, marks=name == "marks")
    for name in (*OTHERS, "simple"):
        with pikepdf.open(DATA / f"{name}.pdf") as file:
            print_ready(file)
            if name == "libreoffice":
                in_black(file)
            file.save(found[name])
    return found


def ids(found: tuple[Finding, ...]) -> set[str]:
    return {finding.message.id for finding in found}


@pytest.mark.parametrize("name", ["ours", "marks", "digital", *OTHERS, "simple"])
def test_a_clean_file_has_no_finding(name: str, clean: dict[str, Path], layout: Layout) -> None:
    ours = name in ("ours", "marks", "digital")
    assert ids(preflight(clean[name], layout if ours else None)) == ALREADY.get(name, set())


CASES = [(name, fault) for name in ("ours", *OTHERS) for fault in FAULTS]
CASES += [(name, fault) for name in ("ours", "typst", "libreoffice") for fault in TAGGED]
CASES += [("simple", fault) for fault in SIMPLE] + [("libreoffice", fault) for fault in TYPE_1]
# LibreOffice writes simple fonts, and its paragraphs have tags of its own.
STRANGE = (
    "glyphs_that_are_not_there",
    "widths_of_another_font",
    "a_strange_tag",
    "a_paragraph_that_hangs_on_nothing",
)
CASES = [
    (name, fault) for name, fault in CASES if name != "libreoffice" or fault.harm.__name__ not in STRANGE
]


@pytest.mark.parametrize(
    ("name", "fault"), CASES, ids=[f"{name}-{fault.harm.__name__}" for name, fault in CASES]
)
def test_a_fault_is_found(name: str, fault: Fault, clean: dict[str, Path], tmp_path: Path) -> None:
    with pikepdf.open(clean[name]) as file:
        fault.harm(file)
        file.save(tmp_path / "harmed.pdf", fix_metadata_version=False)
    found = preflight(tmp_path / "harmed.pdf")
    assert ids(found) - ALREADY.get(name, set()) == fault.found
    for finding in found:
        if finding.message.id in fault.found and fault.page:
            assert finding.page == fault.page
        for words in WORDS.values():
            assert "press." not in words.say(finding.message) + words.say(finding.todo)


@pytest.mark.parametrize("name", ["ours", "libreoffice"])
def test_a_file_that_opens_without_a_password_is_still_locked(
    name: str, clean: dict[str, Path], tmp_path: Path
) -> None:
    with pikepdf.open(clean[name]) as file:
        file.save(
            tmp_path / "locked.pdf",
            encryption=pikepdf.Encryption(owner="owner"),
            fix_metadata_version=False,
        )
    assert ids(preflight(tmp_path / "locked.pdf")) - ALREADY.get(name, set()) == {"press.locked"}


def test_a_finding_names_its_place(clean: dict[str, Path], tmp_path: Path) -> None:
    with pikepdf.open(clean["ours"]) as file:
        page = file.pages[0]
        left, _, _, high = (float(edge) for edge in page.obj.TrimBox)
        inch = f"{left + 72} {high - 144} 72 72 re f"
        page.contents_add(f"/Artifact BMC 1 0 0 rg {inch} EMC".encode(), prepend=True)
        file.save(tmp_path / "harmed.pdf")
    (finding,) = preflight(tmp_path / "harmed.pdf")
    assert (finding.message.id, finding.page) == ("press.rgb", 1)
    assert finding.place == pytest.approx((25.4, 25.4, 25.4, 25.4), abs=0.1)


def test_every_finding_says_what_to_do() -> None:
    for words in WORDS.values():
        said = {id.removeprefix("press.") for id in words.sentences if id.startswith("press.")}
        faults = {id for id in said if not id.startswith("todo.")}
        assert {id.removeprefix("todo.") for id in said - faults} == faults


def test_text_that_is_not_what_was_composed(clean: dict[str, Path], layout: Layout, tmp_path: Path) -> None:
    with pikepdf.open(clean["ours"]) as file:
        page = file.pages[1]
        page.contents_add(b"BT /F1 9 Tf 100 200 Td [<0020>] TJ ET")
        file.save(tmp_path / "more.pdf")
    with pikepdf.open(clean["ours"]) as file:
        del file.pages[-1]
        file.save(tmp_path / "less.pdf")
    assert "press.text_differs" in ids(preflight(tmp_path / "more.pdf", layout))
    assert "press.text_short" in ids(preflight(tmp_path / "less.pdf", layout))


def test_text_that_found_no_room(clean: dict[str, Path], layout: Layout) -> None:
    left_over = replace(layout, overset=(Overset(0, 3, 10, 4),))
    (finding,) = preflight(clean["ours"], left_over)
    assert (finding.message.id, dict(finding.message.facts)) == ("press.overset", {"article": 1, "lines": 4})


def test_a_screen_file_is_held_against_print_on_request(clean: dict[str, Path]) -> None:
    found = ids(preflight(clean["digital"], purpose="x4"))
    assert {"press.rgb", "press.no_x4", "press.no_intent", "press.coarse"} <= found


# -- files made to do harm -------------------------------------------------------------------------------------------


def hostile(name: str, source: Path, out: Path) -> None:
    data = source.read_bytes()
    with pikepdf.open(source) as file:
        if name == "encrypted":
            file.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
        elif name == "loop":
            file.Root.Pages.Kids.append(file.Root.Pages)
            file.save(out)
        elif name == "bomb":
            file.pages[0].obj.Contents.write(b" " * (LARGEST + 1))
            file.save(out)
        elif name == "forms":
            form = file.make_stream(b"/F Do /F Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
            form.BBox = pikepdf.Array([0, 0, 9, 9])
            form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
            file.pages[0].obj.Resources.XObject.F = form
            file.pages[0].contents_add(b"/F Do")
            file.save(out)
        elif name == "truncated":
            out.write_bytes(data[: len(data) // 2])
        elif name == "nothing":
            out.write_bytes(b"")
        elif name == "text":
            out.write_bytes(b"no pdf at all")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("encrypted", "pdf_encrypted"), ("loop", "not_a_pdf"), ("bomb", "pdf_too_complex"),
        ("forms", "pdf_too_complex"), ("nothing", "not_a_pdf"), ("text", "not_a_pdf"), ("missing", "cannot_read"),
    ],
)  # fmt: skip
def test_a_hostile_file_gets_one_clear_error(
    name: str, code: str, clean: dict[str, Path], tmp_path: Path
) -> None:
    hostile(name, clean["ours"], tmp_path / "harmed.pdf")
    with pytest.raises(AppError) as error:
        preflight(tmp_path / "harmed.pdf")
    assert error.value.code == code
    for words in WORDS.values():
        assert "harmed.pdf" in words.explain(error.value)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_truncated_file_is_an_error_or_findings(
    share: float, clean: dict[str, Path], tmp_path: Path
) -> None:
    for name in ("ours", "typst", "ghostscript"):
        data = clean[name].read_bytes()
        (tmp_path / "cut.pdf").write_bytes(data[: int(len(data) * share)])
        try:
            assert preflight(tmp_path / "cut.pdf")
        except AppError as error:
            assert error.code == "not_a_pdf"


def test_objects_of_the_wrong_kind_are_no_exception(clean: dict[str, Path], tmp_path: Path) -> None:
    wrong = {
        "/Resources": 5, "/Contents": pikepdf.Name.Nothing, "/TrimBox": pikepdf.Array([1, 2]),
        "/MediaBox": pikepdf.Array([pikepdf.Name.A] * 4), "/Annots": 7, "/UserUnit": pikepdf.Name.B,
    }  # fmt: skip
    for key, value in wrong.items():
        with pikepdf.open(clean["typst"]) as file:
            file.pages[0].obj[key] = value
            file.save(tmp_path / "wrong.pdf")
        assert preflight(tmp_path / "wrong.pdf") is not None


def test_a_font_of_adobe_s_chinese_list_needs_no_map_of_its_own(
    clean: dict[str, Path], tmp_path: Path
) -> None:
    with pikepdf.open(clean["ghostscript"]) as file:
        for font in file.pages[0].obj.Resources.Font.values():
            del font["/ToUnicode"]
            font.Encoding = pikepdf.Name("/GBK-EUC-H")
            font.DescendantFonts[0].CIDSystemInfo.Ordering = pikepdf.String("GB1")
        file.save(tmp_path / "gbk.pdf")
    assert ids(preflight(tmp_path / "gbk.pdf")) == ALREADY["ghostscript"]


def test_the_marks_of_a_form_are_not_those_of_its_page(clean: dict[str, Path], tmp_path: Path) -> None:
    with pikepdf.open(clean["typst"]) as file:
        form = file.make_stream(b"/P <</MCID 900>> BDC 0 g 0 0 9 9 re f EMC")
        form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 9, 9]
        form.StructParents = 900
        file.pages[0].obj.Resources["/XObject"]["/Form"] = form
        file.pages[0].contents_add(b"q 1 0 0 1 100 100 cm /Form Do Q")
        file.save(tmp_path / "form.pdf")
    assert ids(preflight(tmp_path / "form.pdf")) == set()


def test_a_truetype_program_that_maps_no_codes_counts_as_right(
    clean: dict[str, Path], tmp_path: Path
) -> None:
    with pikepdf.open(clean["simple"]) as file:
        used = simple(file, "TrueType")
        program = TTFont(BytesIO(used.FontDescriptor.FontFile2.read_bytes()))
        out = BytesIO()
        del program["cmap"]
        program.save(out)
        used.FontDescriptor.FontFile2.write(out.getvalue())
        file.save(tmp_path / "unmapped.pdf")
    assert ids(preflight(tmp_path / "unmapped.pdf")) == ALREADY["simple"]


def test_a_file_of_reportlab(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "other.pdf"))
    canvas.drawString(72, 72, "Hello (world)")
    canvas.save()
    found = ids(preflight(tmp_path / "other.pdf"))
    assert {
        "press.no_trim",
        "press.no_bleed",
        "press.not_embedded",
        "press.no_xmp",
        "press.untagged",
    } <= found
