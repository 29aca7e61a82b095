"""Preflight: each fault, made by changing a finished file, is found on its page; a clean file has none."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from qingyang.compose import Layout
from qingyang.errors import AppError
from qingyang.press import Faces, preflight, reading, write


@pytest.fixture(scope="module")
def clean(story: Layout, faces: Faces, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with nothing wrong."""
    path = tmp_path_factory.mktemp("preflight") / "clean.pdf"
    write(story, faces, path)
    return path


def no_trim(page: pikepdf.Page) -> None:
    del page.obj["/TrimBox"]


def no_bleed(page: pikepdf.Page) -> None:
    del page.obj["/BleedBox"]


def trim_outside(page: pikepdf.Page) -> None:
    page.obj["/TrimBox"] = pikepdf.Array([-5, 0, 100, 100])


def bleed_outside(page: pikepdf.Page) -> None:
    page.obj["/BleedBox"] = pikepdf.Array([-5, -5, 5000, 5000])


def not_embedded(page: pikepdf.Page) -> None:
    font = page.resources["/Font"]["/F1"]["/DescendantFonts"][0]
    del font["/FontDescriptor"]["/FontFile2"]


def no_unicode(page: pikepdf.Page) -> None:
    del page.resources["/Font"]["/F1"]["/ToUnicode"]


def text_differs(page: pikepdf.Page) -> None:
    page.Contents.write(page.Contents.read_bytes() + b"\nBT /F1 9 Tf [<0020>] TJ ET")


FAULTS: list[tuple[Callable[[pikepdf.Page], None], set[str]]] = [
    (no_trim, {"press.no_trim"}),
    (no_bleed, {"press.no_bleed"}),
    (trim_outside, {"press.trim_outside"}),
    (bleed_outside, {"press.bleed_outside"}),
    (not_embedded, {"press.not_embedded"}),
    (no_unicode, {"press.no_unicode", "press.unreadable", "press.text_differs"}),
    (text_differs, {"press.text_differs"}),
]


@pytest.mark.parametrize(("harm", "found"), FAULTS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_fault_is_found(
    harm: Callable[[pikepdf.Page], None], found: set[str], clean: Path, story: Layout, tmp_path: Path
) -> None:
    assert not preflight(clean, story.text)
    with pikepdf.open(clean) as file:
        harm(file.pages[1])
        file.save(tmp_path / "harmed.pdf")
    assert {finding.message.id for finding in preflight(tmp_path / "harmed.pdf", story.text)} == found


def test_a_finding_names_its_page(clean: Path, tmp_path: Path) -> None:
    with pikepdf.open(clean) as file:
        no_trim(file.pages[1])
        file.save(tmp_path / "harmed.pdf")
    (finding,) = preflight(tmp_path / "harmed.pdf")
    assert finding.page == 2


def test_a_page_left_out_is_found(clean: Path, story: Layout, tmp_path: Path) -> None:
    with pikepdf.open(clean) as file:
        del file.pages[-1]
        file.save(tmp_path / "short.pdf")
    assert [f.message.id for f in preflight(tmp_path / "short.pdf", story.text)] == ["press.text_short"]


def test_a_file_of_another_program(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "other.pdf"))
    canvas.drawString(72, 72, "Hello (world)")
    canvas.save()
    found = {finding.message.id for finding in preflight(tmp_path / "other.pdf")}
    assert found == {"press.no_trim", "press.no_bleed", "press.not_embedded"}
    assert reading(tmp_path / "other.pdf") == "Hello (world)\n"


def test_what_is_no_pdf(tmp_path: Path) -> None:
    (tmp_path / "no.pdf").write_bytes(b"no pdf at all")
    with pytest.raises(AppError) as error:
        preflight(tmp_path / "no.pdf")
    assert error.value.code == "not_a_pdf"
    with pytest.raises(AppError) as error:
        preflight(tmp_path / "missing.pdf")
    assert error.value.code == "cannot_read"
