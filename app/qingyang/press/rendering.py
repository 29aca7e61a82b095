"""Pages as pictures, for the window's preview."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2

_POINTS = 72


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
