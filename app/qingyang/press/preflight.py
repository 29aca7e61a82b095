"""What a print house would send back, looked for in any PDF: boxes, fonts, text. Findings, never exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf

from qingyang.press.fonts import SAME
from qingyang.press.reading import font, fonts, opened, page_texts
from qingyang.wording import Message, message

_SLACK = 0.01
"""Points by which boxes may differ from lying one in the other."""


class Finding(NamedTuple):
    """One thing to mend before print."""

    message: Message
    page: int
    """From 1; 0 for the whole file."""


def preflight(path: Path, expected: str | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a PDF, in page order.

    Every page has a TrimBox in a BleedBox in its MediaBox; every font is embedded and maps its codes to text;
    with ``expected`` (a layout's text) the file reads back as that text, spaces aside.
    Raises `AppError` ``not_a_pdf`` or ``cannot_read``.
    """
    with opened(path) as pdf:
        found = [finding for number, page in enumerate(pdf.pages, 1) for finding in _page(page, number)]
        if expected is not None:
            found += _round_trip(pdf, expected)
    return tuple(dict.fromkeys(found))


def _page(page: pikepdf.Page, number: int) -> Iterator[Finding]:
    yield from (Finding(said, number) for said in _boxes(page))
    for used in fonts(page).values():
        yield from (Finding(said, number) for said in _font(used))
    lost = sum(shown.count("\ufffd") for shown in page_texts(page))
    if lost:
        yield Finding(message("press.unreadable", count=lost), number)


def _boxes(page: pikepdf.Page) -> Iterator[Message]:
    media = _box(page, "/MediaBox")
    trim, bleed = _box(page, "/TrimBox"), _box(page, "/BleedBox")
    if trim is None:
        yield message("press.no_trim")
    if bleed is None:
        yield message("press.no_bleed")
    if trim and bleed and not _within(trim, bleed):
        yield message("press.trim_outside")
    if media and bleed and not _within(bleed, media):
        yield message("press.bleed_outside")


def _box(page: pikepdf.Page, name: str) -> tuple[float, ...] | None:
    """Return a box of the page, or inherited from its parents; None where there is none or it is no box."""
    holder: object = page.obj
    while isinstance(holder, pikepdf.Dictionary):
        box = holder.get(name)
        if isinstance(box, pikepdf.Array) and len(box) == 4:
            return tuple(float(edge) for edge in box)
        holder = holder.get("/Parent")
    return None


def _within(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    low = all(a >= b - _SLACK for a, b in zip(inner[:2], outer[:2], strict=True))
    return low and all(a <= b + _SLACK for a, b in zip(inner[2:], outer[2:], strict=True))


def _font(used: pikepdf.Object) -> Iterator[Message]:
    name = str(used.get("/BaseFont", "?")).removeprefix("/")
    if used.get("/Subtype") == "/Type3":
        return
    holder = used["/DescendantFonts"][0] if "/DescendantFonts" in used else used
    descriptor = holder.get("/FontDescriptor")
    if descriptor is None or not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        yield message("press.not_embedded", font=name)
    if not font(used).chars:
        yield message("press.no_unicode", font=name)


def _round_trip(pdf: pikepdf.Pdf, expected: str) -> Iterator[Finding]:
    """Compare the text read back with what was composed; tell the first place where they part."""
    wanted = "".join(expected.translate(SAME).split())
    at = 0
    for number, page in enumerate(pdf.pages, 1):
        got = "".join("".join(page_texts(page)).split())
        if wanted[at : at + len(got)] != got:
            yield Finding(message("press.text_differs", text=_parting(wanted[at:], got)), number)
            return
        at += len(got)
    if at != len(wanted):
        yield Finding(message("press.text_short", text=wanted[at : at + 20]), len(pdf.pages))


def _parting(wanted: str, got: str) -> str:
    for k, (a, b) in enumerate(zip(wanted, got, strict=False)):
        if a != b:
            return wanted[max(0, k - 5) : k + 15]
    return (
        wanted[len(got) - 5 : len(got) + 15]
        if len(wanted) > len(got)
        else got[len(wanted) : len(wanted) + 20]
    )
