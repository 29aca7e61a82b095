"""What a PDF is made for: a print house (``x4``) or a screen (``digital``)."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import ImageCms

from qingyang.errors import AppError
from qingyang.resources import resource

INK_LIMIT = 3.0
"""Ink inside the bleed box, all plates together; newsprint takes 2.4."""


class Profile(NamedTuple):
    """A purpose and all that follows from it."""

    name: str
    space: str
    """The one colour space of everything drawn: cmyk or rgb."""
    dpi: int
    """Pixels an inch that pictures are brought down to."""
    icc: bytes
    """The colours' profile, embedded as output intent."""
    condition: str
    """The printing condition's registered name, or the profile's own."""

    @property
    def print(self) -> bool:
        """Say whether the file is PDF/X-4."""
        return self.space == "cmyk"


NAMES = ("x4", "digital")
_SRGB_DATE = bytes.fromhex("07d0 0001 0001 0000 0000 0000")


@cache
def digital() -> Profile:
    """Return the purpose screen: sRGB, PDF/A-2u and PDF/UA-1."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # littleCMS writes the time into the head; the same input is to give the same bytes.
    made[24:36] = _SRGB_DATE
    made[84:100] = bytes(16)
    return Profile("digital", "rgb", 150, bytes(made), "sRGB IEC61966-2.1")


def x4(own: Path | bytes | None = None) -> Profile:
    """Return the purpose print: CMYK, PDF/X-4, PDF/A-2u and PDF/UA-1 in one file.

    ``own`` is the print house's profile or its bytes, Fogra's coated paper by default. Raises `AppError`
    ``cannot_read`` or ``not_a_cmyk_profile``.
    """
    path = own if isinstance(own, Path) else resource("icc") / "coated-fogra39l.icc"
    try:
        data = own if isinstance(own, bytes) else path.read_bytes()
        opened = ImageCms.ImageCmsProfile(BytesIO(data)).profile
    except (ImageCms.PyCMSError, OSError) as error:
        if isinstance(error, OSError) and error.strerror:
            raise AppError("cannot_read", path=path, reason=error.strerror) from None
        raise AppError("not_a_cmyk_profile", path=path) from None
    if opened.xcolor_space.strip() != "CMYK" or opened.device_class.strip() != "prtr":
        raise AppError("not_a_cmyk_profile", path=path)
    return Profile(
        "x4", "cmyk", 300, data, "FOGRA39" if own is None else opened.profile_description or path.stem
    )


def profile(name: str, icc: Path | bytes | None = None) -> Profile:
    """Return a purpose by its name, one of `NAMES`."""
    return x4(icc) if name == "x4" else digital()
