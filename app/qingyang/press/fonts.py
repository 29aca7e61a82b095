"""Embedding: a face's used characters as one Type 0 font (ISO 32000-1, 9.7), whatever their number.

Every character has a code of its own, in code point order, so text read back is exact even where two
characters share a glyph, or where none has one and the geta mark is drawn. reportlab's own TrueType fonts come in
pieces of 256 glyphs and know no such thing.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice, product
from typing import Any, NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from qingyang.compose import classes as kind
from qingyang.compose.cells import PLACEHOLDER
from qingyang.compose.layout import Run
from qingyang.press.cff import cids
from qingyang.press.cmaps import TO_CID, to_cid, to_unicode
from qingyang.press.faces import Face

_DROPPED = (
    "GSUB", "GPOS", "GDEF", "BASE", "vmtx", "vhea", "VORG", "STAT", "DSIG", "name", "OS/2", "post", "cmap",
    "gasp", "meta", "prep", "cvt ", "fpgm",
)  # fmt: skip
"""Tables a Type 0 font has no use for."""


_PLAIN = tuple(byte for byte in range(256) if byte not in b"()\\\r\n")
"""What stands for itself in a string (ISO 32000-1, 7.3.4.2): a code is two of these."""


class Embedded:
    """The characters of one face a bulletin uses, each with a code of two bytes."""

    def __init__(self, number: int, face: Face, drawn: Iterable[str], missing: Iterable[str]) -> None:
        self.key = f"F{number}"
        self.face = face
        self.chars = sorted(set(drawn))
        self.missing = sorted(set(missing))
        listed = self.chars + self.missing
        # No character has code 0.
        pairs = list(islice(product(_PLAIN, _PLAIN), 1, len(listed) + 1))
        self._codes = [high << 8 | low for high, low in pairs]
        self.codes = {
            ord(char): chr(high) + chr(low) for char, (high, low) in zip(listed, pairs, strict=True)
        }
        """Code point -> its code, a letter a byte, for `str.translate`."""
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

    @cached_property
    def _program(self) -> _Program:
        return _subset(self.face, self._glyphs())

    def add_to(self, document: Any, packed: bool = True) -> None:
        """Write the font into a reportlab document, under its key in the fonts every page shares.

        One that is not ``packed`` is for a screen: written at once, and nothing can be read back from it.
        """
        filters = [pdfdoc.PDFZCompress] if packed else []

        def stream(content: bytes, **said: object) -> object:
            made = pdfdoc.PDFStream(content=content, filters=filters)
            made.dictionary.dict.update(said)
            return document.Reference(made)

        name = pdfdoc.PDFName(f"{_tag(self.chars)}+{self.face.name}")
        file, numbers = self._program
        if self.face.cff:
            encoding = stream(
                to_cid(self._codes, numbers),
                Type=pdfdoc.PDFName("CMap"),
                CMapName=pdfdoc.PDFName(TO_CID),
                CIDSystemInfo=_system(),
                WMode=0,
            )
            program = {"FontFile3": stream(file, Subtype=pdfdoc.PDFName("CIDFontType0C"))}
            ours: dict[str, object] = {"Subtype": pdfdoc.PDFName("CIDFontType0")}
            widths = self._widths(numbers)
        else:
            encoding = pdfdoc.PDFName("Identity-H")
            program = {"FontFile2": stream(file, Length1=len(file))}
            to_glyph = [0] * (self._codes[-1] + 1)
            for code, number in zip(self._codes, numbers, strict=True):
                to_glyph[code] = number
            ours = {
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "CIDToGIDMap": stream(struct.pack(f">{len(to_glyph)}H", *to_glyph)),
            }
            widths = self._widths(self._codes)
        font = {
            "Type": pdfdoc.PDFName("Font"),
            "BaseFont": name,
            "CIDSystemInfo": _system(),
            "FontDescriptor": document.Reference(self._descriptor(name, program)),
            "DW": 1000,
            "W": pdfdoc.PDFArray(widths),
        }
        whole = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": name,
            "Encoding": encoding,
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(pdfdoc.PDFDictionary(font | ours))]),
        }
        if packed:
            whole["ToUnicode"] = stream(to_unicode(self._codes, self.chars + self.missing))
        document.idToObject[pdfdoc.BasicFonts].dict[self.key] = document.Reference(
            pdfdoc.PDFDictionary(whole)
        )

    def _glyphs(self) -> list[int]:
        """Return the glyph of every code."""
        absent = [self.face.glyph(" " if char in self._unseen else PLACEHOLDER) for char in self.missing]
        return [self.face.glyph(char) for char in self.chars] + absent

    def _widths(self, numbers: Sequence[int]) -> list[object]:
        """Return the W array: only what is not one em wide is named (ISO 32000-1, 9.7.4.3).

        ``numbers`` are those of the glyphs, one a code; more than one code may have the same one.
        """
        advances = [self.face.advance(char) for char in self.chars]
        # What the font program says, even of what is not seen: PDF/A-2 holds the two against each other.
        advances += [self.face.advance(" " if char in self._unseen else PLACEHOLDER) for char in self.missing]
        found: list[object] = []
        run: list[int] = []
        end = 0
        for number, width in sorted(set(zip(numbers, advances, strict=True))):
            if width == 1000:
                continue
            if run and number != end:
                found += [end - len(run), pdfdoc.PDFArray(run)]
                run = []
            run.append(width)
            end = number + 1
        return [*found, end - len(run), pdfdoc.PDFArray(run)] if run else found

    def _descriptor(self, name: object, program: Mapping[str, object]) -> pdfdoc.PDFDictionary:
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
                **program,
            }
        )


class _Program(NamedTuple):
    """A font program cut to size."""

    file: bytes
    """All of it, or its CFF table alone."""
    numbers: Sequence[int]
    """What it calls the glyph of every code: its place, or in a CFF program its CID."""


def _subset(face: Face, glyphs: Sequence[int]) -> _Program:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    plan = hb.SubsetPlan(face.face, wanted)
    made = plan.execute()
    renumbered = plan.old_to_new_glyph_mapping
    places = [renumbered[glyph] for glyph in glyphs]
    if not face.cff:
        return _Program(bytes(made.blob.data), places)
    file = bytes(made.reference_table("CFF ").data)
    named = cids(file)
    return _Program(file, [named[place] for place in places])


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
