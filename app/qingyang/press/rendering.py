"""Pages as pictures, for the window's preview."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from qingyang.errors import AppError

_POINTS = 72
_SMALLEST = 0.02


class Raster(NamedTuple):
    """A drawn page: rows of four bytes a pixel, blue, green, red and one that means nothing."""

    width: int
    height: int
    stride: int
    """Bytes a row."""
    data: bytes


def raster(pdf: Path | bytes, page: int, scale: float, trim: float = 0.0) -> Raster:
    """Return one page (from 0) of a PDF at ``scale`` pixels a point, ``trim`` points cut off on all sides."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        drawn = document[page].render(scale=scale, crop=(trim, trim, trim, trim), prefer_bgrx=True)
        return Raster(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
    finally:
        document.close()


class Sheet(NamedTuple):
    """A page as it lies in its file, bleed and marks and all."""

    raster: Raster
    scale: float
    """Pixels a point."""
    left: float
    """How far the trimmed page's left edge is from the picture's, in pixels."""
    top: float


def sheet(pdf: Path, page: int, width: float, height: float) -> Sheet:
    """Return one page (from 0) of any PDF as large as so many pixels allow; raises `AppError` ``not_a_pdf``."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except (pypdfium2.PdfiumError, OSError):
        raise AppError("not_a_pdf", path=pdf) from None
    try:
        found = document[page]
        wide, high = found.get_size()
        scale = max(_SMALLEST, min(width / wide, height / high))
        left, _, _, top = found.get_cropbox()
        trim = found.get_trimbox()
        drawn = found.render(scale=scale, prefer_bgrx=True)
        shown = Raster(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
        return Sheet(shown, scale, (trim[0] - left) * scale, (top - trim[3]) * scale)
    finally:
        document.close()


def render(pdf: Path | bytes, page: int, dpi: float = 96) -> bytes:
    """Return one page (from 0) of a PDF as PNG bytes."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[page].render(scale=dpi / _POINTS).to_pil()
        out = BytesIO()
        picture.save(out, "PNG")
        return out.getvalue()
    finally:
        document.close()


def count(pdf: Path | bytes) -> int:
    """Return the number of pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
