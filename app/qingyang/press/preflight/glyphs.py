"""The codes of a font: their bytes, their widths, what they read as, and whether a glyph stands for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pikepdf
import uharfbuzz as hb

from qingyang.press.reading import font as readable


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
        return Glyphs(2, dict(_wide(below.get("/W", []))), float(below.get("/DW", 1000)), known.chars)
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


def lacking(found: Any, codes: Sequence[int]) -> tuple[int, int]:
    """Return how many of these codes have no glyph in the embedded program, and how many another width than it has.

    Known for TrueType programs of composite fonts; others count as right.
    """
    below = descendant(found)
    descriptor = below.get("/FontDescriptor")
    program = descriptor.get("/FontFile2") if isinstance(descriptor, pikepdf.Dictionary) else None
    if below is found or not isinstance(program, pikepdf.Stream) or found.get("/Encoding") != "/Identity-H":
        return 0, 0
    face = hb.Face(hb.Blob(program.read_bytes()))
    font, said = hb.Font(face), glyphs(found)
    to_glyph = below.get("/CIDToGIDMap")
    table = to_glyph.read_bytes() if isinstance(to_glyph, pikepdf.Stream) else None
    absent = unlike = 0
    for code in codes:
        glyph = code if table is None else int.from_bytes(table[2 * code : 2 * code + 2], "big")
        if not 0 < glyph < face.glyph_count:
            absent += 1
        elif abs(font.get_glyph_h_advance(glyph) * 1000 / face.upem - said.width(code)) > 1.5:
            unlike += 1
    return absent, unlike
