"""Writing: the file is whole, the same every time, its boxes and fonts right, and it reads back as composed."""

import ctypes
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from qingyang.compose import Layout
from qingyang.compose.layout import Run
from qingyang.errors import AppError
from qingyang.press import Faces, pdf, preflight, reading, write

Compose = Callable[..., Layout]


def flat(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def written(story: Layout, faces: Faces, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the story as a file."""
    path = tmp_path_factory.mktemp("press") / "bulletin.pdf"
    write(story, faces, path, title="渝中工作简报 第12期")
    return path


def test_the_text_reads_back_exactly(written: Path, story: Layout) -> None:
    assert flat(reading(written)) == flat(story.text)


def test_furniture_is_an_artifact_and_no_text(written: Path) -> None:
    assert "渝中工作简报" not in reading(written)
    with pikepdf.open(written) as file:
        for page in file.pages:
            stream = page.Contents.read_bytes()
            assert stream.count(b"/Artifact BMC") == 1
            assert stream.count(b"EMC") == 1 + stream.count(b"BDC")
            # What is printed beside the text comes first; after it only text.
            assert b"Artifact" not in stream[stream.index(b"EMC") :]


def test_another_reader_sees_the_same_text_in_the_same_order(written: Path, story: Layout) -> None:
    document = pypdfium2.PdfDocument(written)
    seen = "".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    words = [flat(line.text) for line in story.lines()]
    at = 0
    for line in words:
        at = flat(seen).index(line, at) + len(line)


def test_the_boxes_are_the_trimmed_page_and_its_bleed(written: Path, template: object) -> None:
    with pikepdf.open(written) as file:
        page = file.pages[0]
        trim, bleed, media = ([float(n) for n in page[box]] for box in ("/TrimBox", "/BleedBox", "/MediaBox"))
    assert [round((trim[k + 2] - trim[k]) / 72 * 25.4, 1) for k in (0, 1)] == [210, 297]
    assert [round((b - t) / 72 * 25.4, 1) for t, b in zip(trim, bleed, strict=True)] == [-3, -3, 3, 3]
    assert bleed == pytest.approx(media, abs=0.01)


def test_marks_stand_outside_the_bleed_and_are_artifacts(story: Layout, faces: Faces, tmp_path: Path) -> None:
    path = tmp_path / "marks.pdf"
    write(story, faces, path, marks=True)
    with pikepdf.open(path) as file:
        page = file.pages[0]
        stream = page.Contents.read_bytes().decode("ascii")
        bleed = [float(n) for n in page["/BleedBox"]]
        media = [float(n) for n in page["/MediaBox"]]
        trim = [float(n) for n in page["/TrimBox"]]
    drawn = stream[stream.index("/Artifact BMC") : stream.index("EMC")]
    lines = re.findall(r"([-\d.]+) ([-\d.]+) m ([-\d.]+) ([-\d.]+) l", drawn)
    assert len(lines) == 8 + 8
    for line in lines:
        x0, y0, x1, y1 = (float(n) + trim[k % 2] for k, n in enumerate(line))
        inside = [bleed[0] < x < bleed[2] and bleed[1] < y < bleed[3] for x, y in ((x0, y0), (x1, y1))]
        assert not any(inside)
        assert all(media[0] <= x <= media[2] for x in (x0, x1)) and all(
            media[1] <= y <= media[3] for y in (y0, y1)
        )
    assert flat(reading(path)) == flat(story.text)
    assert not preflight(path, story)


def test_every_font_is_a_subset_of_its_own_and_maps_to_text(written: Path) -> None:
    with pikepdf.open(written) as file:
        fonts = {name: font for page in file.pages for name, font in page.resources["/Font"].items()}
        assert set(fonts) == {"/F1", "/F2", "/F3", "/F4"}
        for font in fonts.values():
            assert font["/Subtype"] == "/Type0" and font["/Encoding"] == "/Identity-H"
            assert re.fullmatch(r"/[A-Z]{6}\+\w+-\w+", str(font["/BaseFont"]))
            below = font["/DescendantFonts"][0]
            assert len(below["/FontDescriptor"]["/FontFile2"].read_bytes()) > 1000
            assert b"beginbfchar" in font["/ToUnicode"].read_bytes()


def test_text_is_black_on_screens(written: Path) -> None:
    with pikepdf.open(written) as file:
        for page in file.pages:
            text = page.Contents.read_bytes().split(b"EMC", 1)[-1]
            assert set(re.findall(rb"([\d.]+ [\d.]+ [\d.]+) rg\b", text)) == {b"0 0 0"}
            assert not re.findall(rb"\b(?:k|K|g|G|sc|scn|cs|gs)\b", text)


def test_no_font_is_named_that_is_not_ours(written: Path) -> None:
    assert b"Helvetica" not in written.read_bytes()
    with pikepdf.open(written) as file:
        assert all(page.Contents.read_bytes().lstrip().startswith(b"1 0 0 1 ") for page in file.pages)
        assert all(page.Contents.read_bytes().count(b"BT ") == 2 for page in file.pages)


def test_every_glyph_stands_where_it_was_composed(written: Path, story: Layout, faces: Faces) -> None:
    wanted = [
        (char, round(x, 1), round(run.y, 1))
        for line in story.pages[0].lines
        for run in line.runs
        for char, x in zip(run.text, origins(run, faces), strict=True)
        if not char.isspace()
    ]
    page = pypdfium2.PdfDocument(written)[0].get_textpage()
    found = set()
    for k in range(page.count_chars()):
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(page, k, x, y)
        char = chr(pdfium.FPDFText_GetUnicode(page, k))
        found.add((char, round(x.value - story.bleed, 1), round(y.value - story.bleed, 1)))
    near = {(char, round(x + a, 1), round(y + b, 1)) for char, x, y in found for a in NEAR for b in NEAR}
    assert not [glyph for glyph in wanted if glyph not in near]


NEAR = (-0.1, 0, 0.1)


def origins(run: Run, faces: Faces) -> list[float]:
    """Return the x of every glyph of a run, reckoned from its moves."""
    out, x, moves = [], run.x, dict(run.moves)
    for k, char in enumerate(run.text):
        out.append(x)
        x += ((faces.advance(run.face, char) + moves.get(k, 0)) * run.scale + run.spacing) * run.size / 1000
    return out


def test_title_language_and_bookmarks(written: Path) -> None:
    with pikepdf.open(written) as file:
        assert file.Root["/Lang"] == "zh-CN"
        assert file.docinfo["/Title"] == "渝中工作简报 第12期"
        assert file.Root["/ViewerPreferences"]["/DisplayDocTitle"]
        with file.open_outline() as outline:
            assert [entry.title for entry in outline.root] == ["渝中开放取得阶段性成效"]


def test_the_same_layout_gives_the_same_bytes(story: Layout, faces: Faces, written: Path) -> None:
    assert pdf(story, faces, title="渝中工作简报 第12期") == written.read_bytes()


def test_a_page_is_small(written: Path, story: Layout) -> None:
    assert written.stat().st_size / len(story.pages) < 250_000


def test_into_memory(story: Layout, faces: Faces) -> None:
    out = BytesIO()
    write(story, faces, out)
    assert out.getvalue() == pdf(story, faces)


def test_progress_counts_pages_and_may_stop(story: Layout, faces: Faces, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    pdf(story, faces, progress=lambda done, count: seen.append((done, count)))
    assert seen == [(n, len(story.pages)) for n in range(1, len(story.pages) + 1)]

    def stop(done: int, count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(story, faces, tmp_path / "out.pdf", progress=stop)
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_leaves_nothing(story: Layout, faces: Faces, tmp_path: Path) -> None:
    for out in (tmp_path / "no" / "out.pdf", tmp_path):
        with pytest.raises(AppError) as error:
            write(story, faces, out)
        assert error.value.code == "cannot_write" and error.value.facts["path"] == out
    assert not list(tmp_path.parent.glob(".*.part"))
    assert not list(tmp_path.iterdir())


AWKWARD = {
    "markup": "<b>R&D</b> &amp; <img src='x'> \\(x\\) ) ( [a] %s {name}",
    "astral": "𠮷野家与𬱖",
    "emoji": "👨‍👩‍👧开会🇨🇳了",
    "right to left": "他说שלום和مرحبا。",
    "combining": "cafe\u0301 葛\U000e0100城",
    "joiners": "a\u200bb\u00adc\ufeffd\u202ee",
    "unknown": "龘\U0003134a\ue000",
    "two of one glyph": "Å Å · ・ Ω Ω",
    "shared marks": "It’s “A—B” … 他说“好”——对……",
    "tibetan": "བོད་ཡིག",
}


@pytest.mark.parametrize("case", AWKWARD)
def test_awkward_text_reads_back_as_itself(
    case: str, composed: Compose, faces: Faces, tmp_path: Path
) -> None:
    text = AWKWARD[case]
    found = composed((text, "headline"), (text, "body"), (text, "caption"))
    write(found, faces, tmp_path / "out.pdf")
    # A zero-width no-break space reads as the word joiner it means: PDF/A and PDF/UA forbid it in a map to text.
    assert flat(reading(tmp_path / "out.pdf")) == flat(text).replace("\ufeff", "\u2060") * 3
    assert not preflight(tmp_path / "out.pdf", found)


def test_control_characters_are_dropped_and_told(composed: Compose, faces: Faces, tmp_path: Path) -> None:
    found = composed(("甲\x00乙\x1b丙\x85丁", "body"))
    write(found, faces, tmp_path / "out.pdf")
    assert flat(reading(tmp_path / "out.pdf")) == "甲乙丙丁"
    assert [f.message.id for f in found.findings] == ["page.control"] * 3


def test_what_no_face_has_is_drawn_as_a_geta(composed: Compose, faces: Faces, tmp_path: Path) -> None:
    found = composed(("一\ue000二", "body"))
    assert [f.message.id for f in found.findings] == ["page.no_glyph"]
    write(found, faces, tmp_path / "out.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    page = document[0]
    line = next(found.lines())
    scale = 4.0
    picture = page.render(scale=scale).to_pil().convert("L")
    around = found.bleed
    x = (around + line.runs[1].x) * scale
    y = picture.height - (around + line.y) * scale
    box = picture.crop((int(x), int(y - 9 * scale), int(x + 10 * scale), int(y + scale)))
    assert box.getextrema()[0] < 128


def test_an_empty_bulletin_is_a_sound_file(composed: Compose, faces: Faces, tmp_path: Path) -> None:
    found = composed()
    write(found, faces, tmp_path / "out.pdf")
    assert not preflight(tmp_path / "out.pdf", found)
    assert flat(reading(tmp_path / "out.pdf")) == ""
