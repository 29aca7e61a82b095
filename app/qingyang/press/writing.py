"""Writing a layout as a PDF file: whole or not at all, the same bytes for the same layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from qingyang.compose.layout import Entry, Layout
from qingyang.errors import AppError
from qingyang.press.faces import Faces
from qingyang.press.fonts import Embedded
from qingyang.press.marks import MARGIN
from qingyang.press.marks import marks as printers_marks
from qingyang.press.streams import stream, used

Progress = Callable[[int, int], None]
"""Told pages done and pages in all; what it raises stops the writing and leaves no file."""


class _Sheet(Canvas):
    """reportlab's canvas without the Helvetica it puts on every page, which nobody would embed."""

    _doc: Any
    _code: list[str]

    def _make_preamble(self) -> None:
        self._preamble = ""


def write(
    layout: Layout,
    faces: Faces,
    out: Path | BytesIO,
    *,
    marks: bool = False,
    progress: Progress | None = None,
    title: str = "",
) -> None:
    """Write a layout to a file or into memory; ``marks`` adds crop and registration marks outside the bleed.

    A file is written beside its place and moved there when it is whole. Raises `AppError` ``cannot_write``.
    """
    data = pdf(layout, faces, marks=marks, progress=progress, title=title)
    if isinstance(out, BytesIO):
        out.write(data)
        return
    part = out.with_name(f".{out.name}.part")
    try:
        part.write_bytes(data)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise AppError("cannot_write", path=out, reason=error.strerror or str(error)) from None


def pdf(
    layout: Layout, faces: Faces, *, marks: bool = False, progress: Progress | None = None, title: str = ""
) -> bytes:
    """Return a layout as the bytes of a PDF."""
    rl_config.useA85 = 0
    fonts = embedded(layout, faces)
    around = layout.bleed + (MARGIN if marks else 0.0)
    sheet = _sheet(layout, around, title or layout.title)
    before = f"1 0 0 1 {around:.3f} {around:.3f} cm"
    if marks:
        drawn = printers_marks(layout.width, layout.height, layout.bleed)
        before += f"\n/Artifact BMC\n{drawn}\nEMC"
    for number, page in enumerate(layout.pages):
        for entry in layout.outline:
            if entry.page == number:
                _bookmark(sheet, entry, around)
        sheet._code.append(stream(page, fonts, before))
        sheet.showPage()
        if progress:
            progress(number + 1, len(layout.pages))
    document = sheet._doc
    for font in fonts.values():
        font.add_to(document)
    return bytes(document.GetPDFData(sheet))


def embedded(layout: Layout, faces: Faces) -> Mapping[str, Embedded]:
    """Return the fonts of a layout by face; the empty face is drawn by the first one."""
    chars = used(layout)
    missing = chars.pop("", set())
    if missing:
        chars.setdefault(faces.first, set())
    order = [name for name in faces.faces if name in chars]
    found = {
        name: Embedded(number, faces.faces[name], chars[name], missing if name == faces.first else ())
        for number, name in enumerate(order, 1)
    }
    if missing:
        found[""] = found[faces.first]
    return found


def _sheet(layout: Layout, around: float, title: str) -> _Sheet:
    width, height = layout.width + 2 * around, layout.height + 2 * around
    bleed = around - layout.bleed
    sheet = _Sheet(
        BytesIO(),
        pagesize=(width, height),
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 6),
        lang="zh-CN",
        trimBox=(around, around, width - around, height - around),
        bleedBox=(bleed, bleed, width - bleed, height - bleed),
    )
    sheet.setTitle(title)
    sheet.setAuthor("")
    sheet.setSubject("")
    sheet.setCreator("清样 Qingyang")
    sheet.setViewerPreference("DisplayDocTitle", "true")
    return sheet


def _bookmark(sheet: _Sheet, entry: Entry, around: float) -> None:
    key = f"article{entry.article}"
    sheet.bookmarkPage(key, fit="XYZ", left=0, top=round(entry.y + around, 2), zoom=0)
    sheet.addOutlineEntry(entry.title, key)
