"""What makes a file one that a print house, an archive and a screen reader take: added to a finished PDF, once.

Output intent, XMP, document information, structure tree, pictures, page labels and ids (ISO 15930-7, 19005-2, 14289-1).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from qingyang.press import colours
from qingyang.press.pictures import Pixels
from qingyang.press.profiles import Profile
from qingyang.press.tags import Mark, Recorder, Tag, walk
from qingyang.press.xmp import PRODUCER, packet

_MADE = "D:20000101000000Z"
_REGISTRY = "http://www.color.org"


def finished(
    data: bytes, profile: Profile, title: str, tags: Recorder, pictures: Mapping[str, Pixels], around: float
) -> bytes:
    """Return a PDF with all that a profile asks for; ``around`` is how far the sheet reaches beyond the trim."""
    with pikepdf.open(BytesIO(data)) as pdf:
        _name_filters(pdf.objects)
        pdf.Root.Metadata = pdf.make_stream(
            packet(title, data, for_print=profile.print), Type=Name.Metadata, Subtype=Name.XML
        )
        _information(pdf, title)
        pdf.Root.OutputIntents = _intents(pdf, profile)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        _resources(pdf, profile, pictures)
        pdf.Root.StructTreeRoot = _structure(pdf, tags, around)
        out = BytesIO()
        pdf.save(
            out,
            min_version="1.6",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
        return out.getvalue()


def pictured(data: bytes, pictures: Mapping[str, Pixels]) -> bytes:
    """Return a one-page PDF with its pictures and nothing else added."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = {f"/{key}": _picture(pdf, pixels) for key, pixels in pictures.items()}
        pdf.pages[0].obj.Resources.XObject = Dictionary(found)
        out = BytesIO()
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
        return out.getvalue()


def _name_filters(objects: Iterable[pikepdf.Object]) -> None:
    # qpdf compresses anew whatever has its one filter in an array.
    for item in objects:
        if isinstance(item, pikepdf.Stream) and isinstance(item.get("/Filter"), Array):
            item.Filter = item.Filter[0]


def _information(pdf: pikepdf.Pdf, title: str) -> None:
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=title,
            Creator=PRODUCER,
            Producer=PRODUCER,
            CreationDate=String(_MADE),
            ModDate=String(_MADE),
            Trapped=Name("/False"),
        )
    )


def _intents(pdf: pikepdf.Pdf, profile: Profile) -> Array:
    """Return the output intents; both point at the one profile, as PDF/A wants it."""
    colours_of = pdf.make_stream(
        _compressed(profile.icc), Filter=Name.FlateDecode, N=4 if profile.print else 3
    )
    kinds = ("/GTS_PDFX", "/GTS_PDFA1") if profile.print else ("/GTS_PDFA1",)
    return Array(
        pdf.make_indirect(
            Dictionary(
                Type=Name.OutputIntent,
                S=Name(kind),
                OutputConditionIdentifier=String(profile.condition),
                RegistryName=String(_REGISTRY),
                Info=String(profile.condition),
                DestOutputProfile=colours_of,
            )
        )
        for kind in kinds
    )


@lru_cache(maxsize=4)
def _compressed(icc: bytes) -> bytes:
    return zlib.compress(icc, 9)


def _resources(pdf: pikepdf.Pdf, profile: Profile, pictures: Mapping[str, Pixels]) -> None:
    """Give all pages the same fonts, graphics states and pictures."""
    shared = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
    if profile.print:
        over = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
        out = Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0)
        shared.ExtGState = Dictionary({f"/{colours.OVER}": over, f"/{colours.OUT}": out})
    if pictures:
        shared.XObject = Dictionary({f"/{key}": _picture(pdf, found) for key, found in pictures.items()})
    one = pdf.make_indirect(shared)
    for number, page in enumerate(pdf.pages):
        page.obj.Resources = one
        page.obj.StructParents = number
        page.obj.Tabs = Name.S


def _picture(pdf: pikepdf.Pdf, found: Pixels) -> pikepdf.Object:
    made = pdf.make_stream(
        found.data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=found.width,
        Height=found.height,
        BitsPerComponent=8,
        ColorSpace=Name(found.space),
        Filter=Name(found.filter),
    )
    if found.inverted:
        made.Decode = Array([1, 0] * 4)
    return made


def _structure(pdf: pikepdf.Pdf, tags: Recorder, around: float) -> pikepdf.Object:
    """Return the root of the structure tree, and the way back from every mark of every page."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pages = [page.obj for page in pdf.pages]
    kinds: dict[str, Name] = {}
    made: dict[Tag | None, pikepdf.Object] = {None: root}
    for tag in walk(tags.document):
        kind = kinds.setdefault(tag.kind, Name(f"/{tag.kind}"))
        made[tag] = pdf.make_indirect(
            Dictionary({"/S": kind, "/P": made[tag.parent], **_content(tag, pages)})
        )
        if tag.box:
            box = Array([round(edge + around, 2) for edge in tag.box])
            made[tag].Alt = tag.alt
            made[tag].A = Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block)
    # Elements that hold elements come last: only now is there something to point at.
    for tag in walk(tags.document):
        below = [made[kid] for kid in tag.kids if isinstance(kid, Tag)]
        if below:
            own = [made[tag].K] if "/K" in made[tag] else []
            made[tag].K = Array([*own, *below])
    found = [pdf.make_indirect(Array(made[tag] for tag in marked)) for marked in tags.pages]
    root.K = made[tags.document]
    root.ParentTree = pdf.make_indirect(
        Dictionary(Nums=Array(item for pair in enumerate(found) for item in pair))
    )
    root.ParentTreeNextKey = len(found)
    return root


def _content(tag: Tag, pages: Sequence[pikepdf.Object]) -> dict[str, object]:
    """Return the marks an element holds: those of its page as numbers, those of another one by a dictionary."""
    marks = [kid for kid in tag.kids if isinstance(kid, Mark)]
    if not marks:
        return {}
    home = marks[0].page
    if len(marks) == 1:
        return {"/Pg": pages[home], "/K": marks[0].number}
    kids = [
        number if page == home else Dictionary(Type=Name.MCR, Pg=pages[page], MCID=number)
        for page, number in marks
    ]
    return {"/Pg": pages[home], "/K": Array(kids)}
