"""What a file is made for: the boxes, colours and statements a print house, an archive and a reader look for."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageCms

from qingyang.compose import Layout
from qingyang.compose.layout import BLACK, Colour
from qingyang.errors import AppError
from qingyang.press import Faces, colours, pdf, profile, reading
from qingyang.press.profiles import digital, x4


@pytest.fixture(scope="module")
def printed(story: Layout, faces: Faces) -> bytes:
    """Return the story for a print house, with marks."""
    return pdf(story, faces, profile=x4(), marks=True, title="渝中 <第12期> & 增刊")


def test_the_output_intents_share_one_cmyk_profile(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as file:
        assert file.pdf_version == "1.6"
        intents = list(file.Root.OutputIntents)
        assert [str(intent.S) for intent in intents] == ["/GTS_PDFX", "/GTS_PDFA1"]
        assert len({intent.DestOutputProfile.objgen for intent in intents}) == 1
        stream = intents[0].DestOutputProfile
        assert stream.N == 4
        found = ImageCms.ImageCmsProfile(BytesIO(stream.read_bytes())).profile
        assert (found.xcolor_space.strip(), found.device_class.strip()) == ("CMYK", "prtr")
        assert str(intents[0].OutputConditionIdentifier) == "FOGRA39"
        assert str(file.docinfo["/Trapped"]) == "/False"
        assert len(file.trailer.ID) == 2


def test_what_the_file_says_of_itself(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as file:
        stream = file.Root.Metadata
        assert "/Filter" not in stream
        with file.open_metadata() as said:
            assert said["dc:title"] == str(file.docinfo["/Title"]) == "渝中 <第12期> & 增刊"
            assert said["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
            assert (said["pdfaid:part"], said["pdfaid:conformance"], said["pdfuaid:part"]) == ("2", "U", "1")
            assert said["pdf:Trapped"] == "False"
            assert said["xmpMM:DocumentID"].startswith("uuid:") and said["xmpMM:VersionID"] == "1"
        # What PDF/A does not know by itself is described.
        text = stream.read_bytes().decode()
        assert re.findall(r"<pdfaProperty:name>(\w+)<", text) == ["part", "GTS_PDFXVersion", "Trapped"]


def test_full_black_overprints_and_nothing_else_does(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as file:
        states = file.pages[0].obj.Resources.ExtGState
        assert states["/GO"]["/OPM"] == 1 and bool(states["/GO"]["/op"]) and bool(states["/GO"]["/OP"])
        assert not bool(states["/GK"]["/op"]) and not bool(states["/GK"]["/OP"])
        for page in file.pages:
            text = page.Contents.read_bytes().decode()
            assert not re.findall(r" (?:rg|RG|g|G|cs|CS|scn|SCN)\b", text)
            for state, colour in re.findall(r"/(G[OK]) gs ([\d. ]+) [kK]\b", text):
                assert (state == "GO") == (colour == "0 0 0 1")
            assert len(re.findall(r" gs ", text)) == len(re.findall(r" [kK]\b", text))


@pytest.mark.parametrize(
    "colour", [Colour(0, 0, 0, 0), Colour(0, 0, 0, 0.5), Colour(0, 1, 1, 0), Colour(1, 1, 1, 1)]
)
def test_what_is_not_full_black_knocks_out(colour: Colour) -> None:
    assert colours.fill("cmyk", colour).startswith("/GK gs")
    assert colours.fill("cmyk", BLACK).startswith("/GO gs")


def test_a_screen_file_is_rgb_throughout(story: Layout, faces: Faces) -> None:
    with pikepdf.open(BytesIO(pdf(story, faces, profile=digital()))) as file:
        (intent,) = list(file.Root.OutputIntents)
        assert (str(intent.S), int(intent.DestOutputProfile.N)) == ("/GTS_PDFA1", 3)
        for page in file.pages:
            assert not re.findall(rb" [kKgG]\b| gs ", page.Contents.read_bytes())
        with file.open_metadata() as said:
            assert "pdfxid:GTS_PDFXVersion" not in said and said["pdfuaid:part"] == "1"


@pytest.mark.parametrize("name", ["x4", "digital"])
def test_the_same_layout_gives_the_same_bytes_and_reads_back(
    name: str, story: Layout, faces: Faces, tmp_path: Path
) -> None:
    one, two = (pdf(story, faces, profile=profile(name)) for _ in range(2))
    assert one == two
    (tmp_path / "out.pdf").write_bytes(one)
    assert "".join(reading(tmp_path / "out.pdf").split()) == "".join(story.text.split())


def test_a_page_is_small(composed: object, story: Layout, faces: Faces) -> None:
    assert len(pdf(story, faces, profile=x4())) < 250_000


def test_pages_have_labels_and_the_text_a_language(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as file:
        assert [page.label for page in file.pages] == [str(n + 1) for n in range(len(file.pages))]
        assert file.Root.Lang == "zh-CN" and bool(file.Root.MarkInfo.Marked)
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)


def test_the_print_house_may_bring_its_own_profile(tmp_path: Path) -> None:
    own = tmp_path / "house.icc"
    own.write_bytes(x4().icc)
    assert x4(own).condition.startswith("Qingyang coated")


@pytest.mark.parametrize("content", [b"", b"no profile", digital().icc])
def test_what_is_no_cmyk_profile_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "bad.icc").write_bytes(content)
    with pytest.raises(AppError) as error:
        x4(tmp_path / "bad.icc")
    assert error.value.code == "not_a_cmyk_profile"
    with pytest.raises(AppError) as error:
        x4(tmp_path / "missing.icc")
    assert error.value.code == "cannot_read"
