"""Pictures of every kind come out in the file's colours, upright, no finer than needed; a broken one is a finding."""

import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageCms

from qingyang.compose import IssueFacts, Layout, Template, compose
from qingyang.press import Faces, pdf, prepare, profile
from qingyang.press.pictures import NONE, Prepared
from qingyang.press.profiles import INK_LIMIT, x4
from qingyang.text.article import Article, Figure, Paragraph

RED, GREEN = (200, 30, 40), (20, 140, 60)


def saved(picture: Image.Image, form: str, **how: object) -> bytes:
    out = BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


def halves(size: tuple[int, int] = (600, 400)) -> Image.Image:
    """Return a picture whose left half is red and whose right half is green."""
    made = Image.new("RGB", size, RED)
    made.paste(GREEN, (size[0] // 2, 0, *size))
    return made


def noisy(mode: str = "RGB", size: tuple[int, int] = (1200, 800)) -> Image.Image:
    """Return something a photograph is like."""
    grey = Image.effect_mandelbrot(size, (-2, -1.5, 1, 1.5), 60)
    return Image.merge("RGB", (grey, grey.transpose(Image.Transpose.FLIP_LEFT_RIGHT), grey)).convert(mode)


@pytest.fixture(scope="module")
def layout_of(template: Template, faces: Faces) -> Callable[..., Layout]:
    """Return a composer of one article with pictures of these sizes."""

    def make(*figures: tuple[str, int, int]) -> Layout:
        article = Article(
            (Paragraph("题目", "headline"), Paragraph("正文。"), Paragraph("图注", "caption")),
            tuple(Figure(name, width, height, 2) for name, width, height in figures),
        )
        return compose([article], template, faces, None, IssueFacts("简报"))

    return make


def seen(data: bytes, layout: Layout) -> Image.Image:
    """Return what the first picture of a bulletin looks like."""
    (picture, *_) = layout.pages[0].pictures
    page = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("RGB")
    x, y = picture.x + layout.bleed, picture.y + layout.bleed
    box = (x, page.height / 2 - y - picture.height, x + picture.width, page.height / 2 - y)
    return page.crop(tuple(round(2 * edge) for edge in box))


def near(one: tuple[int, ...], other: tuple[int, ...], by: int = 40) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def turned() -> bytes:
    """Return the halves as a camera writes them: lying on their side, and a note to turn them."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(halves().transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif, quality=95)


def clear() -> bytes:
    """Return the halves on nothing: red and green where they are, transparent black around them."""
    made = Image.new("RGBA", (600, 400), (0, 0, 0, 0))
    made.paste(halves((600, 200)), (0, 0))
    return saved(made, "PNG")


KINDS: dict[str, Callable[[], bytes]] = {
    "jpeg": lambda: saved(halves(), "JPEG", quality=95),
    "png": lambda: saved(halves(), "PNG"),
    "tiff": lambda: saved(halves(), "TIFF", compression="tiff_lzw"),
    "webp": lambda: saved(halves(), "WEBP", lossless=True),
    "palette": lambda: saved(halves().quantize(8), "PNG"),
    "profiled": lambda: saved(halves(), "PNG", icc_profile=SRGB),
    "broken profile": lambda: saved(halves(), "PNG", icc_profile=b"no profile"),
    "exif": turned,
}


@pytest.mark.parametrize("purpose", ["x4", "digital"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_any_kind_looks_as_it_did(
    kind: str, purpose: str, layout_of: Callable[..., Layout], faces: Faces
) -> None:
    layout, made_for = layout_of(("a", 600, 400)), profile(purpose)
    pictures = prepare(layout, made_for, lambda name: KINDS[kind]())
    assert not pictures.findings
    assert pictures.pixels["a"].space == {"x4": "/DeviceCMYK", "digital": "/DeviceRGB"}[purpose]
    shown = seen(pdf(layout, faces, profile=made_for, pictures=pictures), layout)
    left = shown.getpixel((shown.width // 4, shown.height // 2))
    right = shown.getpixel((shown.width * 3 // 4, shown.height // 2))
    # Print has no such red and green: they are near, and never each other's.
    assert near(left, RED, 90) and near(right, GREEN, 90)


def test_what_is_transparent_is_paper(layout_of: Callable[..., Layout], faces: Faces) -> None:
    layout = layout_of(("a", 600, 400))
    for purpose in ("x4", "digital"):
        made_for = profile(purpose)
        pictures = prepare(layout, made_for, lambda name: clear())
        shown = seen(pdf(layout, faces, profile=made_for, pictures=pictures), layout)
        assert near(shown.getpixel((shown.width // 2, shown.height * 3 // 4)), (255, 255, 255), 4)
        assert not near(shown.getpixel((shown.width // 4, shown.height // 4)), (255, 255, 255))


def test_a_cmyk_photograph_keeps_its_plates(layout_of: Callable[..., Layout], faces: Faces) -> None:
    layout = layout_of(("a", 1200, 800))
    data = saved(noisy("CMYK"), "JPEG", quality=95)
    pictures = prepare(layout, x4(), lambda name: data)
    pixels = pictures.pixels["a"]
    assert (pixels.filter, pixels.inverted) == ("/DCTDecode", True)
    wanted = noisy("RGB").resize((60, 40))
    shown = seen(pdf(layout, faces, profile=x4(), pictures=pictures), layout).resize((60, 40))
    # Turned inside out, light would be dark.
    assert [shown.getpixel((3, 3))[0] > 128] == [wanted.getpixel((3, 3))[0] > 128]


def test_sixteen_bits_are_brought_to_eight(layout_of: Callable[..., Layout]) -> None:
    deep = Image.new("I;16", (400, 300), 0x8000)
    for form in ("PNG", "TIFF"):
        data = saved(deep, form)
        pixels = prepare(layout_of(("a", 400, 300)), profile("digital"), lambda name, data=data: data).pixels[
            "a"
        ]
        with Image.open(BytesIO(data)) as opened:
            assert opened.mode.startswith("I")
        assert set(zlib.decompress(pixels.data)) == {0x80}


def test_grey_is_black_ink_alone(layout_of: Callable[..., Layout]) -> None:
    data = saved(Image.linear_gradient("L").resize((600, 400)), "PNG")
    pixels = prepare(layout_of(("a", 600, 400)), x4(), lambda name: data).pixels["a"]
    plates = zlib.decompress(pixels.data)
    assert set(plates[0::4] + plates[1::4] + plates[2::4]) == {0}
    assert len(set(plates[3::4])) > 200


@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
def test_no_picture_has_too_much_ink(mode: str, layout_of: Callable[..., Layout], faces: Faces) -> None:
    picture = Image.new("CMYK", (900, 600), (255, 255, 255, 255)) if mode == "CMYK" else noisy()
    data = saved(picture, "TIFF")
    layout = layout_of(("a", 900, 600))
    made = pdf(layout, faces, profile=x4(), pictures=prepare(layout, x4(), lambda name: data))
    with pikepdf.open(BytesIO(made)) as file:
        (image,) = file.pages[0].get_images().values()
        plates = pikepdf.PdfImage(image).as_pil_image().convert("CMYK")
    values = plates.get_flattened_data() if hasattr(plates, "get_flattened_data") else plates.getdata()
    assert max(map(sum, values)) / 255 <= INK_LIMIT


def test_a_print_house_s_profile_may_lay_on_more_than_we_do(
    layout_of: Callable[..., Layout], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Ours stays within 300 % by itself; held to 200 %, it is one that does not.
    monkeypatch.setattr("qingyang.press.pictures._MOST", 2.0)
    data = saved(halves().point(lambda value: value // 8), "PNG")
    plates = zlib.decompress(prepare(layout_of(("a", 600, 400)), x4(), lambda name: data).pixels["a"].data)
    assert 1.8 < max(map(sum, zip(*[iter(plates)] * 4, strict=True))) / 255 <= 2.01


def test_pixels_come_down_to_what_the_profile_needs(layout_of: Callable[..., Layout]) -> None:
    layout = layout_of(("a", 6000, 4000))
    data = saved(noisy(size=(6000, 4000)), "JPEG")
    (picture,) = layout.pages[0].pictures
    for purpose, dpi in (("x4", 300), ("digital", 150)):
        pixels = prepare(layout, profile(purpose), lambda name: data).pixels["a"]
        assert pixels.width == pytest.approx(picture.width / 72 * dpi, abs=1)
    small = saved(halves((60, 40)), "PNG")
    assert prepare(layout_of(("a", 60, 40)), x4(), lambda name: small).pixels["a"].width == 60


@pytest.mark.parametrize(
    "data", [b"", b"no picture", saved(halves(), "PNG")[:300], saved(halves(), "GIF"), None]
)
def test_what_cannot_be_read_is_an_empty_frame_and_a_finding(
    data: bytes | None, layout_of: Callable[..., Layout], faces: Faces, tmp_path: Path
) -> None:
    def opened(name: str) -> bytes:
        return (tmp_path / "nowhere").read_bytes() if data is None else data

    layout = layout_of(("a", 600, 400))
    found = prepare(layout, x4(), opened)
    assert [said.id for _, said in found.findings] == ["press.picture_unreadable"] and not found.pixels
    with pikepdf.open(BytesIO(pdf(layout, faces, profile=x4(), pictures=found))) as file:
        assert b" re S EMC" in file.pages[0].Contents.read_bytes()


def test_a_layout_without_its_pictures_is_printed_all_the_same(
    layout_of: Callable[..., Layout], faces: Faces
) -> None:
    assert pdf(layout_of(("a", 600, 400)), faces, pictures=Prepared({})) == pdf(
        layout_of(("a", 600, 400)), faces, pictures=NONE
    )


def test_a_picture_shown_twice_is_kept_once(layout_of: Callable[..., Layout]) -> None:
    asked = []

    def opened(name: str) -> bytes:
        asked.append(name)
        return saved(halves(), "PNG")

    assert len(prepare(layout_of(("a", 600, 400), ("a", 600, 400)), x4(), opened).pixels) == 1
    assert asked == ["a"]
