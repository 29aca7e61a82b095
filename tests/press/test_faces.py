"""Faces and templates as they are found: fallback a character, and one clear error for what is not there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qingyang.compose import Layout, Template
from qingyang.errors import AppError
from qingyang.press import Faces, load, render
from qingyang.press.rendering import count
from qingyang.press.templates import load as load_template
from qingyang.press.templates import names
from qingyang.press.writing import pdf

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "resources" / "fonts"
TEMPLATES = ROOT / "resources" / "templates"


def test_a_face_draws_its_own_characters(faces: Faces) -> None:
    assert faces.face("kai", "国") == "kai"
    assert (faces.advance("song", "国"), faces.advance("song", "，")) == (1000, 1000)
    assert faces.ink("song", "“").left > 500 > faces.ink("song", "”").right


def test_a_character_a_face_lacks_is_drawn_by_another(faces: Faces) -> None:
    lacking = [name for name in faces.faces if not faces.faces[name].glyph("龥")]
    for name in lacking:
        assert faces.face(name, "龥") not in ("", name)
    assert faces.face("song", "\ue000") == ""


def test_a_missing_font_is_told_by_name(tmp_path: Path, template: Template) -> None:
    with pytest.raises(AppError) as error:
        load(tmp_path, template.faces)
    assert error.value.code == "font_missing"
    assert error.value.facts["font"] == "NotoSerifSC-Regular"


def test_a_font_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "Bad.ttf").write_bytes(b"not a font")
    with pytest.raises(AppError) as error:
        load(tmp_path, (("song", "Bad"),))
    assert error.value.code == "font_faulty"


def test_templates_are_found_in_both_folders(tmp_path: Path) -> None:
    own = (TEMPLATES / "a4-two-column.toml").read_text("utf-8").replace('"a4-two-column"', '"mine"', 1)
    (tmp_path / "mine.toml").write_text(own, "utf-8")
    assert names([tmp_path, TEMPLATES]) == tuple(sorted({"mine", *names([TEMPLATES])}))
    assert load_template([tmp_path, TEMPLATES], "mine").name == "mine"


@pytest.mark.parametrize("name", ["nowhere", "../templates/a4-two-column", ""])
def test_a_missing_template_is_told_with_those_there_are(name: str) -> None:
    with pytest.raises(AppError) as error:
        load_template([TEMPLATES], name)
    assert error.value.code == "template_missing"
    assert "a4-two-column" in str(error.value.facts["available"])


def test_a_page_as_a_picture(story: Layout, faces: Faces) -> None:
    data = pdf(story, faces)
    assert count(data) == len(story.pages)
    picture = render(data, 0, dpi=36)
    assert picture.startswith(b"\x89PNG")


def test_a_layout_of_a_face_of_one_font_alone(composed: Callable[..., Layout], faces: Faces) -> None:
    found = composed(("只有正文", "body"))
    assert b"QingyangKai" not in pdf(found, faces)
