"""What a file says of itself: output intent, XMP, title, ids, and whether all that agrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

import pikepdf
from PIL import ImageCms

from qingyang.press.preflight.finding import Finding
from qingyang.wording import message

_NAMES = ("dc:title", "pdfxid:GTS_PDFXVersion", "pdfaid:part", "pdfaid:conformance", "pdfuaid:part")
_DATED = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")
_IDENTIFIED = ("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass")
_CLASSES = ("prtr",)
_CHANNELS = {"GRAY": 1, "RGB": 3, "CMYK": 4}


def purpose(pdf: pikepdf.Pdf) -> str:
    """Return what a file says it is for: digital where it is an archive's and no print house's, else x4."""
    said = _said(pdf)
    if said is None or "pdfxid:GTS_PDFXVersion" in said or _intents(pdf, "/GTS_PDFX"):
        return "x4"
    return "digital" if "pdfaid:part" in said else "x4"


def _said(pdf: pikepdf.Pdf) -> dict[str, str] | None:
    """Return a file's XMP, None where there is none or it is no XML."""
    found = pdf.Root.get("/Metadata")
    if not isinstance(found, pikepdf.Stream):
        return None
    try:
        # Read only: leaving a `with` would write back an empty packet in place of one that cannot be read.
        said = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False, strict=True)
        return {name: str(said[name]) for name in (*_NAMES, *_DATED, *_IDENTIFIED) if name in said}
    except Exception:
        # Whatever a stranger's XML makes the parser say: it cannot be read.
        return None


def _intents(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    found = pdf.Root.get("/OutputIntents")
    if not isinstance(found, pikepdf.Array):
        return []
    return [item for item in found if isinstance(item, pikepdf.Dictionary) and item.get("/S") == kind]


def check(pdf: pikepdf.Pdf, for_print: bool) -> Iterator[Finding]:
    """Yield what is wrong with what a file says of itself."""
    said = _said(pdf)
    if said is None:
        yield Finding(message("press.no_xmp"))
    else:
        yield from _packet(pdf, said, for_print)
    if for_print:
        yield from _printed(pdf)
    yield from _output(pdf, for_print)
    if "/ID" not in pdf.trailer:
        yield Finding(message("press.no_id"))


def _packet(pdf: pikepdf.Pdf, said: Mapping[str, str], for_print: bool) -> Iterator[Finding]:
    title, own = said.get("dc:title", ""), str(_information(pdf).get("/Title", ""))
    if not title:
        yield Finding(message("press.no_title"))
    elif own and own != title:
        yield Finding(message("press.two_titles", one=title, other=own))
    if for_print and said.get("pdfxid:GTS_PDFXVersion") != "PDF/X-4":
        yield Finding(message("press.no_x4"))
    lacking = [name for name in (*_DATED, *_IDENTIFIED) if name not in said]
    if for_print and lacking:
        yield Finding(message("press.xmp_lacks", names=", ".join(lacking)))


def _information(pdf: pikepdf.Pdf) -> Any:
    found = pdf.trailer.get("/Info")
    return found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()


def _printed(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    trapped = _information(pdf).get("/Trapped")
    if not isinstance(trapped, pikepdf.Name) or str(trapped) not in ("/True", "/False"):
        yield Finding(message("press.no_trapped"))


def _output(pdf: pikepdf.Pdf, for_print: bool) -> Iterator[Finding]:
    kind = "/GTS_PDFX" if for_print else "/GTS_PDFA1"
    found = _intents(pdf, kind)
    if not found:
        yield Finding(message("press.no_intent"))
        return
    if len(found) > 1:
        yield Finding(message("press.two_intents"))
    profiles = [
        intent.get("/DestOutputProfile")
        for intent in (*_intents(pdf, "/GTS_PDFX"), *_intents(pdf, "/GTS_PDFA1"))
    ]
    streams = [profile for profile in profiles if isinstance(profile, pikepdf.Stream)]
    if len({stream.objgen for stream in streams}) > 1:
        yield Finding(message("press.two_profiles"))
    profile = found[0].get("/DestOutputProfile")
    if not isinstance(profile, pikepdf.Stream):
        yield Finding(message("press.no_profile"))
    else:
        yield from _profile(profile, for_print)
    if not str(found[0].get("/OutputConditionIdentifier", "")):
        yield Finding(message("press.no_condition"))


def _profile(profile: pikepdf.Stream, for_print: bool) -> Iterator[Finding]:
    try:
        opened = ImageCms.ImageCmsProfile(BytesIO(profile.read_bytes())).profile
    except (ImageCms.PyCMSError, OSError, pikepdf.PdfError):
        yield Finding(message("press.bad_profile"))
        return
    space = opened.xcolor_space.strip()
    if _CHANNELS.get(space) != profile.get("/N"):
        yield Finding(message("press.bad_profile"))
    elif for_print and (space != "CMYK" or opened.device_class.strip() not in _CLASSES):
        yield Finding(message("press.not_cmyk_profile", space=space))
