"""Embedding: a face's used characters as one Type 0 font (ISO 32000-1, 9.7), whatever their number.

Every character has a code of its own, counted in code point order, so text read back is exact even where two
characters share a glyph, or where none has one and the geta mark is drawn. reportlab's own TrueType fonts come in
pieces of 256 glyphs and know no such thing.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from qingyang.compose import classes as kind
from qingyang.compose.cells import PLACEHOLDER
from qingyang.compose.layout import Run
from qingyang.press.faces import Face

_DROPPED = (
    "GSUB", "GPOS", "GDEF", "BASE", "vmtx", "vhea", "VORG", "STAT", "DSIG", "name", "OS/2", "post", "cmap",
    "gasp", "meta", "prep", "cvt ", "fpgm",
)  # fmt: skip
"""Tables a Type 0 font has no use for."""


class Embedded:
    """The characters of one face a bulletin uses, with codes from 1."""

    def __init__(self, number: int, face: Face, drawn: Iterable[str], missing: Iterable[str]) -> None:
        self.key = f"F{number}"
        self.face = face
        self.chars = sorted(set(drawn))
        self.missing = sorted(set(missing))
        listed = enumerate(self.chars + self.missing, 1)
        codes = {char: code for code, char in listed}
        self.hex = {ord(char): f"{code:04x}" for char, code in codes.items()}
        """Code point -> its code in four hexadecimal digits, for `str.translate`."""
        self._unseen = {char for char in self.missing if kind.class_of(char) == kind.JOINED}

    def moves(self, run: Run) -> Sequence[tuple[int, float]]:
        """Return the moves of a run; what is drawn as an unseen space takes no room."""
        if not self._unseen or self._unseen.isdisjoint(run.text):
            return run.moves
        found: dict[int, float] = dict(run.moves)
        for k, char in enumerate(run.text):
            if char in self._unseen:
                found[k] = found.get(k, 0.0) - self.face.advance(" ")
        return sorted(found.items())

    def add_to(self, document: Any) -> None:
        """Write the font into a reportlab document, under its key in the fonts every page shares."""
        glyphs = self._glyphs()
        program, renumbered = _subset(self.face, glyphs)
        compressed = [pdfdoc.PDFZCompress]
        file = pdfdoc.PDFStream(content=program, filters=compressed)
        file.dictionary["Length1"] = len(program)
        to_glyph = b"".join(struct.pack(">H", renumbered[glyph]) for glyph in [0, *glyphs])
        name = pdfdoc.PDFName(f"{_tag(self.chars)}+{self.face.name}")
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": _system(),
                "FontDescriptor": document.Reference(self._descriptor(name, document.Reference(file))),
                "DW": 1000,
                "W": pdfdoc.PDFArray(self._widths()),
                "CIDToGIDMap": document.Reference(pdfdoc.PDFStream(content=to_glyph, filters=compressed)),
            }
        )
        mapping = pdfdoc.PDFStream(content=_to_unicode(self.chars + self.missing), filters=compressed)
        whole = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": name,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(font)]),
                "ToUnicode": document.Reference(mapping),
            }
        )
        document.idToObject[pdfdoc.BasicFonts].dict[self.key] = document.Reference(whole)

    def _glyphs(self) -> list[int]:
        """Return the glyph of every code, from code 1 on."""
        absent = [self.face.glyph(" " if char in self._unseen else PLACEHOLDER) for char in self.missing]
        return [self.face.glyph(char) for char in self.chars] + absent

    def _widths(self) -> list[object]:
        """Return the W array: only what is not one em wide is named (ISO 32000-1, 9.7.4.3)."""
        advances = [self.face.advance(char) for char in self.chars]
        # What the font program says, even of what is not seen: PDF/A-2 holds the two against each other.
        advances += [self.face.advance(" " if char in self._unseen else PLACEHOLDER) for char in self.missing]
        found: list[object] = []
        run: list[int] = []
        for code, width in enumerate([*advances, 1000], 1):
            if width != 1000:
                run.append(width)
            elif run:
                found += [code - len(run), pdfdoc.PDFArray(run)]
                run = []
        return found

    def _descriptor(self, name: object, file: object) -> pdfdoc.PDFDictionary:
        head = self.face.face.reference_table("head").data
        hhea = self.face.face.reference_table("hhea").data
        box = struct.unpack(">4h", head[36:44])
        rise, fall = struct.unpack(">2h", hhea[4:8])
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray([self.face.scaled(edge) for edge in box]),
                "ItalicAngle": 0,
                "Ascent": self.face.scaled(rise),
                "Descent": self.face.scaled(fall),
                "CapHeight": 700,
                "StemV": 80,
                "FontFile2": file,
            }
        )


def _subset(face: Face, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
    """Return a font program with these glyphs alone, and old glyph number -> new one."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    plan = hb.SubsetPlan(face.face, wanted)
    made = plan.execute()
    return bytes(made.blob.data), dict(plan.old_to_new_glyph_mapping)


def _system() -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary(
        {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
    )


def _tag(chars: Iterable[str]) -> str:
    """Return the six letters that mark a subset, the same for the same characters (ISO 32000-1, 9.6.4)."""
    number = 0
    for char in chars:
        number = (number * 31 + ord(char)) % 26**6
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


SAME = {0xFEFF: 0x2060}
"""What a font may not map to (PDF/A-2, 6.2.11.7.2; PDF/UA-1, 7.21.7), and what means the same."""
_HUNDRED = 100
"""Entries a bfchar section may hold."""


def _to_unicode(chars: list[str]) -> bytes:
    """Return the CMap from codes to characters, code 1 first (ISO 32000-1, 9.10.3)."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for at in range(0, len(chars), _HUNDRED):
        part = chars[at : at + _HUNDRED]
        lines.append(f"{len(part)} beginbfchar")
        for code, char in enumerate(part, at + 1):
            lines.append(f"<{code:04X}> <{char.translate(SAME).encode('utf-16-be').hex().upper()}>")
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")
