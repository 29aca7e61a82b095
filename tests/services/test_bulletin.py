"""The manager's PDF: pictures come along, what is wrong with them is told by article and paragraph, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from qingyang.press import preflight, reading
from qingyang.services import bulletin
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
    layout = bulletin.export(out, [article(figure)], BENCH, output=bulletin.Output(purpose))
    assert not layout.findings and not preflight(out, layout)
    with pikepdf.open(out) as file:
        assert len(file.pages[0].get_images()) == 1


def test_what_is_wrong_with_pictures_is_told_where_they_stand(tmp_path: Path) -> None:
    figure = Figure(str(tmp_path / "gone.jpg"), 900, 600, 2)
    out = tmp_path / "b.pdf"
    layout = bulletin.export(out, [article(), article(figure)], BENCH)
    told = [(f.message.id, f.article, f.paragraph) for f in layout.findings]
    assert told == [("press.picture_unreadable", 1, 2), ("press.alt_missing", 1, 2)]
    assert "洪崖洞夜景。" in "".join(reading(out).split())
    assert not preflight(out, layout)
    with pikepdf.open(out) as file:
        (shown,) = [o for o in file.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        # No name of a file, no folder of somebody's machine: what stands below it.
        assert str(shown.Alt) == "洪崖洞夜景。"
