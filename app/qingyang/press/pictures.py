"""Pictures: through their own profile into the file's colours, no finer than it needs; what cannot be read is told."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageCms, ImageMath, ImageOps

from qingyang.compose.layout import Layout, Picture
from qingyang.errors import AppError
from qingyang.press.profiles import INK_LIMIT, Profile, x4
from qingyang.wording import Message, message

Open = Callable[[str], bytes]
"""Returns the bytes of a picture by its name; raises OSError or `AppError`."""
INCH = 72
_QUALITY = 88
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
_PHOTO = 4096
"""Distinct colours from which a picture is a photograph, and kept as one (JPEG)."""
_SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK", "LAB": "Lab"}
"""Mode of a picture -> the colour space its profile must be of."""
_MOST = INK_LIMIT - 0.1
"""Ink a picture may have: JPEG swings a little about what it is given."""


class Pixels(NamedTuple):
    """A picture as a PDF holds it."""

    data: bytes
    """Compressed."""
    filter: str
    width: int
    height: int
    space: str
    """A PDF's name of it."""
    inverted: bool = False
    """Whether 255 is no ink, as a CMYK JPEG has it."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The pictures of a layout by name, and what is wrong with some of them."""

    pixels: Mapping[str, Pixels]
    findings: tuple[tuple[Picture, Message], ...] = ()


NONE = Prepared({})


def prepare(
    layout: Layout, profile: Profile, opened: Open, progress: Callable[[int, int], None] | None = None
) -> Prepared:
    """Return every picture of a layout, read once and brought to the largest size it is printed at.

    ``progress`` is told pictures done and pictures in all; what it raises stops the work.
    """
    shown: dict[str, list[Picture]] = {}
    for page in layout.pages:
        for picture in page.pictures:
            shown.setdefault(picture.name, []).append(picture)
    found: dict[str, Pixels] = {}
    findings: list[tuple[Picture, Message]] = []
    for done, (name, places) in enumerate(shown.items()):
        if progress:
            progress(done, len(shown))
        try:
            found[name] = _prepared(opened(name), places, profile)
        except Exception as error:
            # Whatever a decoder says of a stranger's bytes: the page goes on with an empty frame.
            findings.append(
                (places[0], message("press.picture_unreadable", name=name, reason=_reason(error)))
            )
    return Prepared(found, tuple(findings))


def _reason(error: Exception) -> str | Message:
    if isinstance(error, AppError):
        return message(f"error.{error.code}", **{name: str(value) for name, value in error.facts.items()})
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _prepared(data: bytes, places: list[Picture], profile: Profile) -> Pixels:
    with Image.open(BytesIO(data), formats=_FORMATS) as raw:
        icc = raw.info.get("icc_profile")
        picture = ImageOps.exif_transpose(raw)
        flat = _flat(picture)
    size = _size(flat, places, profile.dpi)
    if size != flat.size:
        flat = flat.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return _packed(_converted(flat, icc, profile))


def _size(picture: Image.Image, places: list[Picture], dpi: int) -> tuple[int, int]:
    """Return the pixels it takes at the largest place, never more than there are."""
    width = max(place.width for place in places) * dpi / INCH
    height = max(place.height for place in places) * dpi / INCH
    share = min(1.0, max(width / picture.width, height / picture.height))
    return max(1, round(picture.width * share)), max(1, round(picture.height * share))


def _flat(picture: Image.Image) -> Image.Image:
    """Return a picture of eight bits a channel, on white where it is transparent."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda v: v * (1 / 256)).convert("L")
    if picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        flat = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)
        return flat.convert("L" if picture.mode in ("L", "LA", "La", "1") else "RGB")
    if picture.mode in ("L", "CMYK", "LAB"):
        return picture.copy()
    return picture.convert("L" if picture.mode in ("1", "F") else "RGB")


def _converted(picture: Image.Image, icc: bytes | None, profile: Profile) -> Image.Image:
    """Return a picture in the file's colours: relative colorimetric, with black point compensation."""
    source = _source(icc, picture.mode)
    if source is None and picture.mode == "L":
        # Grey stays on the black plate alone: no colour cast, and within any ink limit.
        return picture.convert("RGB") if profile.space == "rgb" else _black_plate(picture)
    if source is None and picture.mode == "CMYK" and profile.space == "cmyk":
        return _limited(picture)
    made = ImageCms.profileToProfile(
        picture,
        source or _assumed(picture.mode),
        ImageCms.ImageCmsProfile(BytesIO(profile.icc)),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode=profile.space.upper(),
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert made is not None
    return _limited(made) if profile.space == "cmyk" else made


def _source(icc: bytes | None, mode: str) -> ImageCms.ImageCmsProfile | None:
    """Return the profile a picture carries, None where it has none or one that does not fit it."""
    if not icc:
        return None
    try:
        found = ImageCms.ImageCmsProfile(BytesIO(icc))
    except (ImageCms.PyCMSError, OSError):
        return None
    return found if found.profile.xcolor_space.strip() == _SPACES[mode] else None


def _assumed(mode: str) -> ImageCms.ImageCmsProfile:
    """Return what a picture without a profile is taken for."""
    if mode == "CMYK":
        return ImageCms.ImageCmsProfile(BytesIO(x4().icc))
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB"))


def _black_plate(grey: Image.Image) -> Image.Image:
    none = Image.new("L", grey.size, 0)
    return Image.merge("CMYK", (none, none, none, ImageOps.invert(grey)))


def _limited(picture: Image.Image) -> Image.Image:
    """Return a CMYK picture whose ink nowhere exceeds the limit; what is too much goes from the colours."""
    c, m, y, k = (band.convert("I") for band in picture.split())
    most = round(_MOST * 255)
    coloured = ImageMath.lambda_eval(lambda a: a["c"] + a["m"] + a["y"], c=c, m=m, y=y)
    total = ImageMath.lambda_eval(lambda a: a["s"] + a["k"], s=coloured, k=k)
    if total.getextrema()[1] <= most:
        return picture

    def less(band: Image.Image) -> Image.Image:
        room = ImageMath.lambda_eval(
            lambda a: a["min"](a["b"], a["b"] * a["max"](most - a["k"], 0) / a["max"](a["s"], 1)),
            b=band,
            s=coloured,
            k=k,
        )
        fitted: Image.Image = room.convert("L")
        return fitted

    return Image.merge("CMYK", (less(c), less(m), less(y), k.convert("L")))


def _packed(picture: Image.Image) -> Pixels:
    """Return a picture compressed: a photograph as JPEG, a drawing exactly."""
    inverted = False
    if picture.getcolors(_PHOTO) is None:
        out = BytesIO()
        picture.save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
        # Pillow writes CMYK as Adobe's programs do, 255 for no ink.
        data, filter, inverted = out.getvalue(), "/DCTDecode", picture.mode == "CMYK"
    else:
        data, filter = zlib.compress(picture.tobytes(), 6), "/FlateDecode"
    return Pixels(data, filter, *picture.size, f"/Device{picture.mode}", inverted)
