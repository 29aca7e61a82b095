"""What neither a press nor an archive can do anything with: locks, scripts, forms, hidden layers, old compression."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from qingyang.press.preflight.finding import Finding
from qingyang.press.preflight.matrix import common, empty
from qingyang.press.preflight.view import box
from qingyang.wording import Message, message

_DEEDS = ("/JavaScript", "/Launch", "/Sound", "/Movie", "/ImportData", "/ResetForm", "/Hide", "/Rendition")
_BY_PRESS = ("/TrapNet", "/PrinterMark", "/Popup")


def check(pdf: pikepdf.Pdf, for_print: bool) -> Iterator[Finding]:
    """Yield what must not be in a file."""
    root = pdf.Root
    names = root.get("/Names", pikepdf.Dictionary())
    if _acts(root) or "/JavaScript" in names:
        yield Finding(message("press.script"))
    if pdf.is_encrypted:
        yield Finding(message("press.locked"))
    if "/EmbeddedFiles" in names:
        yield Finding(message("press.attachment"))
    if "/AcroForm" in root:
        yield Finding(message("press.form"))
    hidden = root.get("/OCProperties", pikepdf.Dictionary()).get("/D", pikepdf.Dictionary()).get("/OFF")
    if isinstance(hidden, pikepdf.Array) and len(hidden):
        yield Finding(message("press.hidden_layer", count=len(hidden)))
    yield from _objects(pdf)
    if for_print:
        for number, page in enumerate(pdf.pages, 1):
            yield from _annotations(page, number)


def _acts(root: Any) -> bool:
    deed = root.get("/OpenAction")
    return "/AA" in root or (isinstance(deed, pikepdf.Dictionary) and str(deed.get("/S", "")) in _DEEDS)


def _objects(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Yield what single objects must not be, each kind once."""
    told: set[Message] = set()
    for item in pdf.objects:
        said = _object(item)
        if said is not None and said not in told:
            told.add(said)
            yield Finding(said)


def _object(item: Any) -> Message | None:
    if isinstance(item, pikepdf.Stream):
        if "/LZWDecode" in str(item.get("/Filter", "")):
            return message("press.lzw")
        if "/F" in item:
            return message("press.elsewhere")
        return message("press.postscript") if item.get("/Subtype") == "/PS" else None
    if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/ExtGState":
        return (
            message("press.transfer") if "/TR" in item or item.get("/TR2", "/Default") != "/Default" else None
        )
    return None


def _annotations(page: pikepdf.Page, number: int) -> Iterator[Finding]:
    area = box(page, "/BleedBox") or box(page, "/TrimBox") or box(page, "/MediaBox")
    for note in page.obj.get("/Annots", []):
        if not isinstance(note, pikepdf.Dictionary) or str(note.get("/Subtype", "")) in _BY_PRESS:
            continue
        left, low, right, high = (float(edge) for edge in note.get("/Rect", [0, 0, 0, 0]))
        if area and not empty(common((left, low, right, high), area)):
            yield Finding(message("press.annotation"), number)
            return
