"""What a picture is, apart from its pixels: what the desk shows of it and the press asks."""

from __future__ import annotations

from typing import NamedTuple

from qingyang.wording import Message, message

GREY, RGB, CMYK, LAB = "grey", "rgb", "cmyk", "lab"
"""Colour spaces."""
FINE_FROM, FAIR_FROM = 250.0, 150.0
"""Pixels an inch from which a picture prints sharp on coated paper, and from which well enough on newsprint."""
_INCH = 25.4


class Picture(NamedTuple):
    """One picture, known by the SHA-256 of its bytes as they came."""

    sha256: str
    format: str
    """Of its content, whatever its name says: JPEG, PNG, TIFF or WebP."""
    width: int
    """Pixels, as it is meant to be looked at."""
    height: int
    colours: str
    """One of the colour spaces."""
    depth: int
    """Bits a channel."""
    dpi: float
    """What the file says of its resolution; 0 if nothing."""
    orientation: int
    """Of EXIF, 1 to 8: how it was turned to be looked at."""
    profile: bool
    """Whether it brings a colour profile."""
    size: int
    """Bytes."""
    name: str = ""
    """Of the file it came from."""


def effective_dpi(picture: Picture, width: float) -> float:
    """Return the pixels an inch of a picture printed ``width`` millimetres wide."""
    return picture.width / width * _INCH if width > 0 else 0.0


def sharpness(picture: Picture, width: float) -> Message:
    """Return in words how a picture prints at a width in millimetres."""
    dpi = effective_dpi(picture, width)
    grade = "fine" if dpi >= FINE_FROM else "fair" if dpi >= FAIR_FROM else "poor"
    return message(f"picture.{grade}", dpi=round(dpi), width=f"{width:g}")


def facts(picture: Picture) -> Message:
    """Return in words what a picture is."""
    return message(
        "picture.facts",
        format=picture.format,
        width=picture.width,
        height=picture.height,
        colours=Message(f"picture.{picture.colours}"),
        depth=picture.depth,
        dpi=message("picture.dpi", dpi=round(picture.dpi)) if picture.dpi else Message("picture.no_dpi"),
    )
