"""Pictures in: JPEG, PNG, TIFF and WebP, told by their content. Only here and in `press` is Pillow known.

Whatever is wrong with a picture ends in an `AppError`; nothing in one is ever followed, run or fetched.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from math import isfinite
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from qingyang.errors import AppError
from qingyang.text.picture import CMYK, GREY, LAB, RGB, Picture

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
LARGEST = 100
"""Megabytes of a file."""
PIXELS = 100_000_000
"""The most a picture may have: a page scanned at 600 dpi has 70 million. At four bytes each this bounds the memory."""
_THIRSTY = {"WEBP": 3}
"""Formats whose decoder takes so many times the memory: so many times fewer pixels."""
SIDE = 640
"""Of the thumbnail's longer side, pixels."""
_NAMES = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "TIFF": "TIFF", "WEBP": "WebP"}
_COLOURS = {"CMYK": CMYK, "LAB": LAB, "RGB": RGB, "RGBA": RGB, "RGBX": RGB, "P": RGB, "PA": RGB, "YCbCr": RGB}
_ORIENTATION, _RESOLUTION, _BITS = 0x0112, 0x011A, 258
_TURNED_FROM = 5
_SANE_DPI = range(10, 10_000)


class Incoming(NamedTuple):
    """A picture on its way in."""

    picture: Picture
    data: bytes
    """As they came."""
    thumbnail: bytes
    """A small JPEG, turned upright, sRGB or grey."""


def read_picture(path: Path) -> Incoming:
    """Read a picture file.

    Raises `AppError` cannot_read, picture_too_large and all that `picture_of` raises.
    """
    try:
        with path.open("rb") as handle:
            data = handle.read(LARGEST * 1_000_000 + 1)
    except OSError as error:
        raise AppError("cannot_read", path=str(path), reason=error.strerror or str(error)) from error
    return picture_of(data, path.name)


def picture_of(data: bytes, name: str) -> Incoming:
    """Return what a picture's bytes hold, decoded once from end to end.

    Raises `AppError` picture_too_large, picture_unknown, picture_too_many_pixels, picture_broken.
    """
    if len(data) > LARGEST * 1_000_000:
        raise AppError("picture_too_large", path=name, limit=LARGEST)
    with _careful(name), Image.open(BytesIO(data), formats=FORMATS) as image:
        most = PIXELS // _THIRSTY.get(image.format or "", 1)
        if image.width * image.height > most:
            raise _too_many(name, most)
        facts = _facts(image, data, name)
        image.load()
        return Incoming(facts, data, _thumbnail(image))


@contextmanager
def _careful(name: str) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except AppError:
        raise
    except Image.DecompressionBombError as error:
        raise _too_many(name, PIXELS) from error
    except UnidentifiedImageError as error:
        raise AppError("picture_unknown", path=name) from error
    # What a decoder meets in a forged file can end in any exception; all of them mean the same to a user.
    except Exception as error:
        raise AppError("picture_broken", path=name) from error


def _too_many(name: str, most: int) -> AppError:
    return AppError("picture_too_many_pixels", path=name, limit=most // 1_000_000)


def _facts(image: Image.Image, data: bytes, name: str) -> Picture:
    orientation = image.getexif().get(_ORIENTATION, 1)
    orientation = orientation if orientation in range(1, 9) else 1
    width, height = image.size[::-1] if orientation >= _TURNED_FROM else image.size
    return Picture(
        sha256=hashlib.sha256(data).hexdigest(),
        format=_NAMES[image.format or ""],
        width=width,
        height=height,
        colours=_COLOURS.get(image.mode, GREY),
        depth=_depth(image, data),
        dpi=_dpi(image),
        orientation=orientation,
        profile=bool(image.info.get("icc_profile")),
        size=len(data),
        name=name,
    )


def _depth(image: Image.Image, data: bytes) -> int:
    """Return the bits a channel; Pillow itself reads 16-bit colour as 8."""
    if image.format == "PNG":
        return data[24]
    if image.format == "TIFF":
        bits = getattr(image, "tag_v2", {}).get(_BITS, 8)
        return int(bits[0] if isinstance(bits, tuple) else bits)
    return 8


def _dpi(image: Image.Image) -> float:
    told = image.info.get("dpi")
    if (
        image.format in ("JPEG", "MPO")
        and not image.info.get("jfif_unit")
        and _RESOLUTION not in image.getexif()
    ):
        # Pillow's own guess where the file says nothing.
        return 0.0
    first = told[0] if isinstance(told, tuple) and told else told
    try:
        dpi = float(first)  # type: ignore[arg-type]
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0
    return round(dpi, 2) if isfinite(dpi) and int(dpi) in _SANE_DPI else 0.0


def _thumbnail(image: Image.Image) -> bytes:
    # Small first, right colours then: the other way round takes a hundred times the work.
    profile = image.info.get("icc_profile")
    small = _eight_bit(_reduced(image))
    small.thumbnail((SIDE, SIDE))
    small = _displayed(ImageOps.exif_transpose(small), profile)
    target = BytesIO()
    small.save(target, "JPEG", quality=88)
    return target.getvalue()


def _reduced(image: Image.Image) -> Image.Image:
    """Return a picture no more than some times as large as its thumbnail, at no cost of memory."""
    factor = max(image.size) // (2 * SIDE)
    if factor < 2:
        return image
    if image.mode in ("1", "P", "PA") or image.mode.startswith("I;16"):
        size = (max(1, image.width // factor), max(1, image.height // factor))
        return image.resize(size, Image.Resampling.NEAREST)
    return image.reduce(factor)


def _eight_bit(image: Image.Image) -> Image.Image:
    """Return a picture of 8 bits a channel, with what is transparent kept."""
    if image.mode in ("I", "F") or image.mode.startswith("I;16"):
        low, high = (float(v) for v in image.getextrema())  # type: ignore[arg-type]
        wide = image.convert("F")
        scale = 255 / 65535 if low >= 0 and 255 < high <= 65535 else 255 / ((high - low) or 1)
        offset = 0.0 if scale == 255 / 65535 else -low * scale
        grey = wide.point(lambda value: value * scale + offset).convert("L")
        grey.getexif().update(image.getexif())
        return grey
    if image.mode in ("P", "PA"):
        return image.convert("RGBA")
    return image.convert("L") if image.mode == "1" else image


def _displayed(image: Image.Image, profile: object) -> Image.Image:
    """Return a picture as a screen shows it: sRGB or grey, on white paper."""
    if "A" in image.getbands() and image.mode != "LAB":
        plain = "L" if image.mode == "LA" else "RGB"
        paper = Image.new(plain, image.size, "white")
        paper.paste(image.convert(plain), mask=image.getchannel("A"))
        image = paper
    if isinstance(profile, bytes) and profile and image.mode in ("RGB", "CMYK"):
        try:
            made = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
            return made or image.convert("RGB")
        except (ImageCms.PyCMSError, OSError):
            # A broken profile: the picture itself is right.
            return image.convert("RGB")
    return image if image.mode in ("L", "RGB") else _plain(image)


def _plain(image: Image.Image) -> Image.Image:
    if image.mode == "LAB":
        lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, lab, srgb, outputMode="RGB") or image.convert("L")
    return image.convert("RGB")
