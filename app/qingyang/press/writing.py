"""Writing a layout as a PDF file: whole or not at all, the same bytes for the same layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from qingyang.compose.layout import Entry, Layout
from qingyang.files import write_file
from qingyang.press.faces import Faces
from qingyang.press.finishing import finished
from qingyang.press.fonts import Embedded
from qingyang.press.marks import MARGIN
from qingyang.press.marks import marks as printers_marks
from qingyang.press.pictures import NONE, Prepared
from qingyang.press.profiles import Profile, digital
from qingyang.press.streams import Means, stream, used
from qingyang.press.tags import Recorder

Progress = Callable[[int, int], None]
"""Told pages done and pages in all; what it raises stops the writing and leaves no file."""


class _Sheet(Canvas):
    """reportlab's canvas without the Helvetica it puts on every page, which nobody would embed."""

    _doc: Any

    def _make_preamble(self) -> None:
        self._preamble = ""

    def add(self, operators: str) -> None:
        """Add a page of operators, a letter a byte: reportlab itself takes none that are not ASCII."""
        self.showPage()
        self._doc.Pages.pages[-1].stream = f"{operators}\n".encode("latin-1")


def write(
    layout: Layout,
    faces: Faces,
    out: Path | BytesIO,
    *,
    profile: Profile | None = None,
    pictures: Prepared = NONE,
    marks: bool = False,
    progress: Progress | None = None,
    title: str = "",
) -> None:
    """Write a layout to a file or into memory, as `pdf` makes it.

    A file is there whole or not at all. Raises `AppError` ``cannot_write``.
    """
    data = pdf(layout, faces, profile=profile, pictures=pictures, marks=marks, progress=progress, title=title)
    if isinstance(out, BytesIO):
        out.write(data)
        return
    write_file(out, data)


def pdf(
    layout: Layout,
    faces: Faces,
    *,
    profile: Profile | None = None,
    pictures: Prepared = NONE,
    marks: bool = False,
    progress: Progress | None = None,
    title: str = "",
) -> bytes:
    """Return a layout as the bytes of a PDF, made for a screen unless ``profile`` says otherwise.

    ``pictures`` are those of the layout, prepared for the same profile; ``marks`` adds crop and registration marks
    outside the bleed.
    """
    rl_config.useA85 = 0
    profile = profile or digital()
    fonts = embedded(used(layout.pages), faces)
    keys = {name: f"I{number}" for number, name in enumerate(pictures.pixels, 1)}
    means = Means(fonts, profile.space, keys, Recorder())
    around = layout.bleed + (MARGIN if marks else 0.0)
    title = title or layout.title or UNTITLED
    canvas = sheet(layout, around)
    before = f"1 0 0 1 {around:.3f} {around:.3f} cm"
    if marks:
        drawn = printers_marks(layout.width, layout.height, layout.bleed, profile.space)
        before += f"\n/Artifact BMC\n{drawn}\nEMC"
    for number, page in enumerate(layout.pages):
        for entry in layout.outline:
            if entry.page == number:
                _bookmark(canvas, entry, around)
        canvas.add(stream(page, means, before))
        if progress:
            progress(number + 1, len(layout.pages))
    document = canvas._doc
    for font in fonts.values():
        font.add_to(document)
    made = bytes(document.GetPDFData(canvas))
    return finished(
        made, profile, title, means.tags, {keys[n]: p for n, p in pictures.pixels.items()}, around
    )


UNTITLED = "清样"
"""PDF/UA asks for a title; a bulletin without a name has this one."""


def embedded(used: Mapping[str, set[str]], faces: Faces) -> Mapping[str, Embedded]:
    """Return fonts by face for the characters each draws; the empty face is drawn by the first one."""
    chars = dict(used)
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


def sheet(layout: Layout, around: float, packed: bool = True) -> _Sheet:
    """Return empty pages that reach so far beyond the trim; their streams are compressed if ``packed``."""
    width, height = layout.width + 2 * around, layout.height + 2 * around
    bleed = around - layout.bleed
    return _Sheet(
        BytesIO(),
        pagesize=(width, height),
        pageCompression=int(packed),
        invariant=1,
        pdfVersion=(1, 6),
        lang="zh-CN",
        trimBox=(around, around, width - around, height - around),
        bleedBox=(bleed, bleed, width - bleed, height - bleed),
    )


def _bookmark(canvas: _Sheet, entry: Entry, around: float) -> None:
    key = f"article{entry.article}"
    canvas.bookmarkPage(key, fit="XYZ", left=0, top=round(entry.y + around, 2), zoom=0)
    canvas.addOutlineEntry(entry.title, key)
