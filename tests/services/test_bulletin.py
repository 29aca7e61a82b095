"""The manager's PDF: pictures come along, what is wrong with them is told by article and paragraph, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from qingyang.ingest.picture import read_picture
from qingyang.press import preflight, reading
from qingyang.services import bulletin
from qingyang.services.figuring import Figuring
from qingyang.services.project import Project
from qingyang.services.workbench import Workbench
from qingyang.text.article import Article, Figure, Paragraph

BENCH = Workbench()


def article(*figures: Figure) -> Article:
    texts = (
        Paragraph("洪崖洞亮灯", "headline"),
        Paragraph("游客多了起来。"),
        Paragraph("洪崖洞夜景。", "caption"),
    )
    return Article(texts, figures)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "夜景.jpg"
    Image.new("RGB", (900, 600), (40, 60, 90)).save(path)
    return path


@pytest.mark.parametrize("purpose", ["x4", "digital"])
def test_a_picture_is_printed_and_the_file_passes_the_preflight(
    purpose: str, picture: Path, tmp_path: Path
) -> None:
    figure = Figure(str(picture), 900, 600, 2, "江边吊脚楼亮着灯")
    out = tmp_path / "b.pdf"
    layout = bulletin.export(
        out, bulletin.Material([article(figure)]), BENCH, output=bulletin.Output(purpose)
    )
    assert not layout.findings and not preflight(out, layout)
    with pikepdf.open(out) as file:
        assert len(file.pages[0].get_images()) == 1


def test_what_is_wrong_with_pictures_is_told_where_they_stand(tmp_path: Path) -> None:
    figure = Figure(str(tmp_path / "gone.jpg"), 900, 600, 2)
    out = tmp_path / "b.pdf"
    layout = bulletin.export(out, bulletin.Material([article(), article(figure)]), BENCH)
    told = [(f.message.id, f.article, f.paragraph) for f in layout.findings]
    assert told == [("press.picture_unreadable", 1, 2), ("press.alt_missing", 1, 2)]
    assert "洪崖洞夜景。" in "".join(reading(out).split())
    assert not preflight(out, layout)
    with pikepdf.open(out) as file:
        (shown,) = [o for o in file.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        # No name of a file, no folder of somebody's machine: what stands below it.
        assert str(shown.Alt) == "洪崖洞夜景。"


def test_pictures_can_be_stopped_half_way(picture: Path) -> None:
    other = picture.with_name("b.jpg")
    other.write_bytes(picture.read_bytes())
    figures = [Figure(str(path), 900, 600, 2, "江边吊脚楼亮着灯") for path in (picture, other)]
    with pytest.raises(bulletin.Cancelled):
        bulletin.make(bulletin.Material([article(*figures)]), BENCH, progress=lambda share: share != 0.6)


def test_a_desk_s_pictures_are_printed_where_a_hand_put_them(picture: Path, tmp_path: Path) -> None:
    raw = "洪崖洞亮灯\n\n今晚，渝中区洪崖洞准时亮灯，游客多了起来。\n\n岸边人流如织，交警全员上岗。\n"
    with Project.open(tmp_path / "d.qy", create=True, person="甲", workbench=BENCH) as project:
        first, second = (
            project.import_text("别的文章\n\n今天天气很好。\n", "a"),
            project.import_text(raw, "b"),
        )
        incoming = read_picture(picture)
        project.put_picture(*incoming)
        figuring = Figuring(project.review(second))
        figuring.put(2, incoming.picture.sha256)
        figuring.describe(next(f for f in figuring.all() if not f.waits), alt="江边吊脚楼亮着灯", width=60)
        out = tmp_path / "b.pdf"
        layout = project.export_pdf(out)
        material = project.material()
        assert project.material([first]).articles[0].figures == ()
    (shown,) = [each for page in layout.pages for each in page.pictures]
    assert (shown.name, shown.alt, round(shown.width / 72 * 25.4)) == ("夜景.jpg", "江边吊脚楼亮着灯", 60)
    before = material.articles[shown.article].figures[0].before
    assert material.articles[shown.article].paragraphs[before].text.startswith("岸边")
    assert not layout.findings and not preflight(out, layout)
    with pikepdf.open(out) as file:
        assert len(file.pages[0].get_images()) == 1


def test_two_pictures_of_one_name_are_two(tmp_path: Path) -> None:
    with Project.open(tmp_path / "d.qy", create=True, person="甲", workbench=BENCH) as project:
        document = project.import_text("标题\n\n第一段说了一件事。\n\n第二段说了另一件事。\n", "a")
        for row, colour in ((1, "red"), (2, "blue")):
            folder = tmp_path / colour
            folder.mkdir()
            Image.new("RGB", (300, 200), colour).save(folder / "a.png")
            incoming = read_picture(folder / "a.png")
            project.put_picture(*incoming)
            Figuring(project.review(document)).put(row, incoming.picture.sha256)
        material = project.material()
    names = [figure.name for article in material.articles for figure in article.figures]
    assert names == ["a.png", "a.png (2)"]
