"""Pictures: whatever comes, a right picture or one clear error; what they are is told as it is."""

from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from qingyang.errors import AppError
from qingyang.ingest import picture
from qingyang.ingest.picture import Incoming, picture_of, read_picture
from qingyang.text.picture import CMYK, GREY, LAB, RGB

RED, BLUE = (200, 30, 30), (0, 0, 254)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("http://x")</script><image href="file:///etc/passwd"/></svg>'


def sample(mode: str = "RGB", size: tuple[int, int] = (300, 200)) -> Image.Image:
    """A red picture whose left half is blue."""
    made = Image.new("RGB", size, RED)
    made.paste(BLUE, (0, 0, size[0] // 2, size[1]))
    return made.convert(mode)


def packed(image: Image.Image, format: str, **how: Any) -> bytes:
    target = BytesIO()
    image.save(target, format, **how)
    return target.getvalue()


def png(depth: int, colour: int, width: int, height: int, rows: bytes) -> bytes:
    """A PNG made by hand: Pillow writes no 16-bit colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def shown(made: Incoming) -> Image.Image:
    return Image.open(BytesIO(made.thumbnail))


def near(image: Image.Image, at: tuple[int, int], wanted: tuple[int, ...]) -> bool:
    found = image.convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    return all(abs(a - b) < 40 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    ("format", "told"), [("JPEG", "JPEG"), ("PNG", "PNG"), ("TIFF", "TIFF"), ("WEBP", "WebP")]
)
def test_every_format_is_told_by_its_content(format: str, told: str) -> None:
    data = packed(sample(), format)
    made = picture_of(data, "mislabelled.gif")
    assert (made.picture.format, made.picture.width, made.picture.height) == (told, 300, 200)
    assert (made.picture.colours, made.picture.depth, made.picture.size) == (RGB, 8, len(data))
    assert made.data == data and made.picture.name == "mislabelled.gif"
    assert near(shown(made), (10, 10), BLUE) and near(shown(made), (290, 10), RED)


@pytest.mark.parametrize(("format", "dpi"), [("JPEG", 300), ("TIFF", 200), ("PNG", 96)])
def test_resolution_is_what_the_file_says(format: str, dpi: int) -> None:
    assert round(picture_of(packed(sample(), format, dpi=(dpi, dpi)), "").picture.dpi) == dpi
    assert picture_of(packed(sample(), format), "").picture.dpi == 0


def test_a_turned_picture_is_shown_and_measured_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6  # stored lying on its left side
    made = picture_of(packed(sample(), "JPEG", exif=turned), "")
    assert (made.picture.width, made.picture.height, made.picture.orientation) == (200, 300, 6)
    assert made.picture.dpi == 0
    assert shown(made).size == (200, 300)
    assert near(shown(made), (10, 10), BLUE) and near(shown(made), (10, 290), RED)


def test_a_large_turned_picture_is_shown_upright_too() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    made = picture_of(packed(sample(size=(3000, 2000)), "JPEG", exif=turned), "")
    assert shown(made).size == (427, 640)
    assert near(shown(made), (10, 10), BLUE) and near(shown(made), (10, 630), RED)


def test_a_turn_that_is_none_is_left() -> None:
    turned = Image.Exif()
    turned[0x0112] = 99
    assert picture_of(packed(sample(), "JPEG", exif=turned), "").picture.orientation == 1


@pytest.mark.parametrize("format", ["JPEG", "TIFF"])
def test_four_colours_come_out_right(format: str) -> None:
    made = picture_of(packed(sample("CMYK"), format), "")
    assert made.picture.colours == CMYK
    assert near(shown(made), (10, 10), BLUE) and near(shown(made), (290, 10), RED)


def test_lab_and_a_profile_come_out_right() -> None:
    made = picture_of(packed(Image.new("LAB", (20, 20), (128, 128, 128)), "TIFF"), "")
    assert made.picture.colours == LAB and near(shown(made), (5, 5), (119, 119, 119))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert picture_of(packed(sample(), "JPEG", icc_profile=profile), "").picture.profile
    broken = picture_of(packed(sample(), "JPEG", icc_profile=b"no profile"), "")
    assert near(shown(broken), (10, 10), BLUE)


@pytest.mark.parametrize("format", ["PNG", "TIFF"])
def test_sixteen_bits_of_grey_are_not_cut_to_white(format: str) -> None:
    made = picture_of(packed(Image.new("I;16", (30, 30), 0x8000), format), "")
    assert (made.picture.colours, made.picture.depth) == (GREY, 16)
    assert near(shown(made), (5, 5), (127, 127, 127))


def test_sixteen_bits_of_colour() -> None:
    made = picture_of(png(16, 2, 20, 20, (b"\0" + b"\xff\xff\x80\x00\0\0" * 20) * 20), "")
    assert (made.picture.colours, made.picture.depth) == (RGB, 16)
    assert near(shown(made), (5, 5), (255, 127, 0))


def test_what_is_transparent_lies_on_white_paper() -> None:
    assert near(shown(picture_of(packed(Image.new("RGBA", (9, 9)), "PNG"), "")), (1, 1), (255, 255, 255))
    assert near(
        shown(picture_of(packed(Image.new("LA", (9, 9), (0, 0)), "PNG"), "")), (1, 1), (255, 255, 255)
    )


@pytest.mark.parametrize("data", [SVG, b"", b"\x00" * 99, packed(sample(), "GIF"), packed(sample(), "BMP")])
def test_what_is_no_picture_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(AppError, match="picture_unknown"):
        picture_of(data, "x.jpg")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_picture_cut_short_is_refused(format: str) -> None:
    data = packed(Image.effect_noise((300, 300), 60).convert("RGB"), format)
    for kept in (0.95, 0.5, 0.2):
        with pytest.raises(AppError, match=r"picture_broken|picture_unknown"):
            picture_of(data[: int(kept * len(data))], "x")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_flipped_bytes_never_end_in_anything_but_a_picture_or_an_error(format: str) -> None:
    dice = random.Random(format)
    data = packed(sample(size=(60, 40)), format)
    for _ in range(150):
        forged = bytearray(data)
        for _ in range(dice.randint(1, 6)):
            forged[dice.randrange(min(len(forged), 400))] = dice.randrange(256)
        try:
            picture_of(bytes(forged), "x")
        except AppError as error:
            assert error.code in ("picture_broken", "picture_unknown", "picture_too_many_pixels")


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    # 400 million pixels in 48 KB; the second says 4 thousand million and holds nothing.
    for bomb in (png(1, 0, 20_000, 20_000, bytes(2_501) * 20_000), png(8, 6, 65_000, 65_000, b"")):
        assert len(bomb) < 100_000
        with pytest.raises(AppError, match="picture_too_many_pixels"):
            picture_of(bomb, "x")
    with pytest.raises(AppError, match="picture_too_many_pixels"):
        picture_of(png(1, 0, 10_001, 10_000, bytes(1_252) * 10_000), "x")


@pytest.mark.parametrize("mode", ["P", "I;16", "RGBA", "1"])
def test_large_pictures_of_every_mode_come_out_right(mode: str) -> None:
    whole = Image.new("I;16", (3000, 2000), 0xFFFF) if mode == "I;16" else sample(mode, (3000, 2000))
    if mode == "I;16":
        whole.paste(0, (0, 0, 1500, 2000))
    small = shown(picture_of(packed(whole, "PNG"), "")).convert("L")
    left, right = small.getpixel((20, 200)), small.getpixel((620, 200))
    assert isinstance(left, int) and isinstance(right, int) and left < 60 < right


def test_a_webp_takes_so_much_memory_that_fewer_pixels_are_taken() -> None:
    with pytest.raises(AppError, match="picture_too_many_pixels") as told:
        picture_of(packed(Image.new("L", (9000, 4000)), "WEBP", quality=1, method=0), "x")
    assert told.value.facts["limit"] == 33


def test_a_large_scan_is_taken() -> None:
    made = picture_of(png(1, 0, 10_000, 9_000, bytes(1_251) * 9_000), "x")
    assert (made.picture.width, made.picture.height, made.picture.depth) == (10_000, 9_000, 1)
    assert max(shown(made).size) == picture.SIDE


def test_a_file_too_large_or_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "LARGEST", 0)
    path = tmp_path / "x.png"
    path.write_bytes(packed(sample(), "PNG"))
    with pytest.raises(AppError, match="picture_too_large"):
        read_picture(path)
    with pytest.raises(AppError, match="cannot_read"):
        read_picture(tmp_path / "none.png")
