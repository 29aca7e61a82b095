"""What a file says of itself in XMP: title, dates, ids, and the standards it keeps (ISO 19005-2, 6.6).

Properties that PDF/A does not know by itself are described in the packet (pdfaExtension).
"""

from __future__ import annotations

import uuid
from hashlib import sha256
from typing import NamedTuple
from xml.sax.saxutils import escape

MADE = "2000-01-01T00:00:00Z"
"""The same date for all: the same input gives the same bytes. It is reportlab's, in the document information too."""
PRODUCER = "清样 Qingyang"


class Described(NamedTuple):
    """A property PDF/A must be told of."""

    schema: str
    uri: str
    prefix: str
    name: str
    type: str
    category: str
    said: str


_UA = Described(
    "PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "part", "Integer", "internal",
    "Part of ISO 14289",
)  # fmt: skip
_X = Described(
    "PDF/X identification", "http://www.npes.org/pdfx/ns/id/", "pdfxid", "GTS_PDFXVersion", "Text", "internal",
    "Version of PDF/X",
)  # fmt: skip
_TRAPPED = Described(
    "Adobe PDF", "http://ns.adobe.com/pdf/1.3/", "pdf", "Trapped", "Text", "internal", "Whether it is trapped"
)


def packet(title: str, content: bytes, *, for_print: bool) -> bytes:
    """Return the packet of a file with this title and, for its ids, this content."""
    extra = (_UA, _X, _TRAPPED) if for_print else (_UA,)
    id = uuid.UUID(bytes=sha256(content + title.encode()).digest()[:16])
    printed = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped>"
    text = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="{_UA.uri}" xmlns:pdfxid="{_X.uri}">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>{MADE}</xmp:CreateDate><xmp:ModifyDate>{MADE}</xmp:ModifyDate>
<xmp:MetadataDate>{MADE}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID><xmpMM:InstanceID>uuid:{id}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
{printed if for_print else ""}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>{"".join(map(_described, extra))}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
    return text.encode("utf-8")


def _described(what: Described) -> str:
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaSchema:schema>{what.schema}</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{what.uri}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{what.prefix}</pdfaSchema:prefix>"
        '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{what.name}</pdfaProperty:name>"
        f"<pdfaProperty:valueType>{what.type}</pdfaProperty:valueType>"
        f"<pdfaProperty:category>{what.category}</pdfaProperty:category>"
        f"<pdfaProperty:description>{what.said}</pdfaProperty:description>"
        "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"
    )
