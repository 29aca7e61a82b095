"""The codes of a font: their bytes, their widths, what they read as, and whether a glyph stands for them."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pikepdf
import uharfbuzz as hb

from qingyang.press.cff import cids, widths
from qingyang.press.preflight.simple import ways
from qingyang.press.reading import font as readable

_SECTION = re.compile(rb"begincid(?:char|range)(.*?)endcid", re.DOTALL)
_ENTRY = re.compile(rb"<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>\s*)?(\d+)")
_MOST = 0x10000
_SLACK = 1.5
"""In 1/1000 em: widths are rounded."""


class Glyphs(NamedTuple):
    """What a font says of its codes."""

    step: int
    """Bytes a code."""
    widths: Mapping[int, float]
    usual: float
    """Width of a code without one of its own, in 1/1000 em."""
    chars: Mapping[int, str]

    def width(self, code: int) -> float:
        """Return how far a code moves the pen, in 1/1000 em."""
        return self.widths.get(code, self.usual)

    def codes(self, data: bytes) -> list[int]:
        """Return the codes of a string."""
        step = self.step
        return [int.from_bytes(data[k : k + step], "big") for k in range(0, len(data), step)]


def glyphs(found: Any) -> Glyphs:
    """Return what a font says of its codes; a damaged one says as little as it can."""
    known = readable(found)
    if found.get("/Subtype") == "/Type0":
        below = descendant(found)
        widths, usual = dict(_wide(below.get("/W", []))), float(below.get("/DW", 1000))
        named = _named(found)
        if named is not None:
            widths = {code: widths.get(cid, usual) for code, cid in named.items()}
        return Glyphs(2, widths, usual, known.chars)
    widths, first = found.get("/Widths", []), int(found.get("/FirstChar", 0))
    share = 1.0
    if found.get("/Subtype") == "/Type3":
        share = 1000 * float(found.get("/FontMatrix", [0.001])[0])
    listed = {first + k: float(width) * share for k, width in enumerate(widths)}
    return Glyphs(1, listed, 500 if not listed else 0, known.chars)


def descendant(found: Any) -> Any:
    """Return the font that holds the glyphs: of a composite one its descendant, else itself."""
    below = found.get("/DescendantFonts")
    if isinstance(below, pikepdf.Array) and len(below) and isinstance(below[0], pikepdf.Dictionary):
        return below[0]
    return found


def _wide(entries: Any) -> Iterator[tuple[int, float]]:
    """Yield (code, width) of a W array (ISO 32000-1, 9.7.4.3)."""
    items: Sequence[Any] = list(entries)
    k = 0
    while k + 1 < len(items):
        first, second = int(items[k]), items[k + 1]
        if isinstance(second, pikepdf.Array):
            yield from ((first + n, float(width)) for n, width in enumerate(second))
            k += 2
        elif k + 2 < len(items):
            last = min(int(second), first + 65535)
            yield from ((code, float(items[k + 2])) for code in range(first, last + 1))
            k += 3
        else:
            return


def _named(found: Any) -> dict[int, int] | None:
    """Return the CID of every code by a composite font's own CMap (ISO 32000-1, 9.7.5); None where it has none."""
    encoding = found.get("/Encoding")
    if not isinstance(encoding, pikepdf.Stream):
        return None
    named: dict[int, int] = {}
    for body in _SECTION.findall(encoding.read_bytes()):
        for first, last, cid in _ENTRY.findall(body):
            begins = int(first, 16)
            codes = range(begins, min(int(last or first, 16) + 1, begins + _MOST))
            named.update(zip(codes, range(int(cid), int(cid) + len(codes)), strict=True))
    return named


def lacking(found: Any, codes: Sequence[int]) -> tuple[int, int]:
    """Return how many of these codes have no glyph in the embedded program, and how many another width than it has.

    What is not known counts as right: a program of a rare kind, glyphs whose program reckons its width.
    """
    below = descendant(found)
    descriptor = below.get("/FontDescriptor")
    if found.get("/Subtype") != "/Type0":
        return _unlike_simple(found, codes)
    named = _named(found)
    if below is found or not isinstance(descriptor, pikepdf.Dictionary):
        return 0, 0
    if named is None and found.get("/Encoding") != "/Identity-H":
        return 0, 0
    numbers = codes if named is None else [named.get(code, 0) for code in codes]
    said = list(zip(numbers, map(glyphs(found).width, codes), strict=True))
    if isinstance(program := descriptor.get("/FontFile2"), pikepdf.Stream):
        return _unlike(hb.Face(hb.Blob(program.read_bytes())), below.get("/CIDToGIDMap"), said)
    program = descriptor.get("/FontFile3")
    if not isinstance(program, pikepdf.Stream):
        return 0, 0
    data = program.read_bytes()
    if program.get("/Subtype") == "/OpenType":
        face = hb.Face(hb.Blob(data))
        data = bytes(face.reference_table("CFF ").data)
        if not data:
            return _unlike(face, below.get("/CIDToGIDMap"), said)
    return _unlike_outlines(data, said)


def _unlike_simple(found: Any, codes: Sequence[int]) -> tuple[int, int]:
    try:
        told = list(zip(ways(found, codes), map(glyphs(found).width, codes), strict=True))
    except (ValueError, struct.error):
        return len(codes), 0
    absent = sum(there == [] for there, _ in told)
    unlike = sum(
        bool(there) and all(each is not None and abs(each - width) > _SLACK for each in there or ())
        for there, width in told
    )
    return absent, unlike


def _unlike(face: hb.Face, to_glyph: Any, said: Sequence[tuple[int, float]]) -> tuple[int, int]:
    font = hb.Font(face)
    table = to_glyph.read_bytes() if isinstance(to_glyph, pikepdf.Stream) else None
    absent = unlike = 0
    for cid, width in said:
        glyph = cid if table is None else int.from_bytes(table[2 * cid : 2 * cid + 2], "big")
        if not 0 < glyph < face.glyph_count:
            absent += 1
        elif abs(font.get_glyph_h_advance(glyph) * 1000 / face.upem - width) > _SLACK:
            unlike += 1
    return absent, unlike


def _unlike_outlines(program: bytes, said: Sequence[tuple[int, float]]) -> tuple[int, int]:
    try:
        there = dict(zip(cids(program), widths(program), strict=True))
    except ValueError:
        return len(said), 0
    there.pop(0, None)
    pairs = [(there[cid], width) for cid, width in said if cid in there]
    unlike = sum(found is not None and abs(found - width) > _SLACK for found, width in pairs)
    return len(said) - len(pairs), unlike
