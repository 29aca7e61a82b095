"""The faces that ship: complete where it matters, small enough for a clone, and under their licences."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import fonts
from qingyang.resources import resource

LARGEST = 40_000_000


@pytest.mark.parametrize("face", fonts.FACES, ids=lambda face: face.file)
def test_a_face_has_every_common_character_as_a_truetype_outline(face: fonts.Face) -> None:
    font = TTFont(resource("fonts", face.file), lazy=True)
    common = {
        ord(character) for character in fonts.GENERAL_LIST.read_text(encoding="utf-8") if character != "\n"
    }
    assert len(common) == 8105
    assert not (common | fonts.encodable("gb2312")) - font.getBestCmap().keys()
    assert {"glyf", "hmtx", "OS/2", "name", "post"} <= set(font.keys())


def test_the_body_face_has_all_of_gbk() -> None:
    font = TTFont(resource("fonts", "NotoSerifSC-Regular.ttf"), lazy=True)
    assert not fonts.encodable("gbk") - font.getBestCmap().keys()


def test_the_sign_that_noto_lacks_stands_on_a_full_em() -> None:
    font = TTFont(resource("fonts", "NotoSerifSC-Regular.ttf"), lazy=True)
    glyph = font.getBestCmap()[fonts.ROUGHLY_EQUAL]
    assert font["hmtx"][glyph][0] == font["head"].unitsPerEm
    bars = font["glyf"][font.getBestCmap()[fonts.WIDE_EQUALS]]
    sign = font["glyf"][glyph]
    assert sign.yMin < bars.yMin
    assert sign.yMax > bars.yMax


def test_the_faces_are_small_enough_for_a_clone() -> None:
    folder = resource("fonts")
    assert {path.name for path in folder.glob("*.ttf")} == {face.file for face in fonts.FACES}
    assert sum(path.stat().st_size for path in folder.iterdir()) <= LARGEST


def test_the_faces_carry_their_licence() -> None:
    shipped = resource("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in shipped
    assert all(face.file in shipped for face in fonts.FACES)
    assert shipped == (fonts.ROOT / "packaging" / "licences" / "fonts-OFL.txt").read_text(encoding="utf-8")


def test_reserved_names_stay_with_uncut_faces() -> None:
    kai: Path = resource("fonts", "QingyangKai-Regular.ttf")
    presented = {
        record.toUnicode() for record in TTFont(kai)["name"].names if record.nameID in (1, 3, 4, 6, 16)
    }
    assert presented == {"Qingyang Kai", "Qingyang Kai Regular", "QingyangKai-Regular"}
