"""Simple fonts held against the program that is embedded: a glyph for every code, as wide as the font says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pikepdf
import uharfbuzz as hb

from qingyang.press import cff, type1
from qingyang.press.encodings import named, symbolic
from qingyang.press.reading import glyph_names
from qingyang.press.truetype import Maps

_BLANK = ("space", "nbspace", "nonbreakingspace", "")
"""Glyphs that draw nothing, which some programs leave out; and those whose name is not known."""
Ways = Iterator[list[float | None] | None]
"""Of every code, the widths it may have in 1/1000 em, None for one that cannot be told; none at all for no glyph."""


def ways(found: Any, codes: Sequence[int]) -> Ways:
    """Yield what the program of a simple font says of codes, None of one that is not known to be there or not.

    Raises `ValueError` for a program that is damaged.
    """
    descriptor = found.get("/FontDescriptor", pikepdf.Dictionary())
    if found.get("/Subtype") == "/Type3":
        return _procedures(found, codes)
    if isinstance(program := descriptor.get("/FontFile"), pikepdf.Stream):
        return _by_name(glyph_names(found) or {}, type1.widths(program.read_bytes()), codes)
    if isinstance(program := descriptor.get("/FontFile2"), pikepdf.Stream):
        return _by_map(found, hb.Face(hb.Blob(program.read_bytes())), codes)
    program = descriptor.get("/FontFile3")
    if isinstance(program, pikepdf.Stream) and program.get("/Subtype") == "/Type1C":
        data = program.read_bytes()
        drawn = dict(zip(cff.names(data), cff.widths(data), strict=True))
        return _by_name(glyph_names(found) or {}, drawn, codes)
    return iter([None] * len(codes))


def _by_name(names: Mapping[int, str], widths: Mapping[str, float | None], codes: Iterable[int]) -> Ways:
    for code in codes:
        name = names.get(code, ".notdef")
        yield [widths[name]] if name in widths and name != ".notdef" else None if name in _BLANK else []


def _by_map(found: Any, face: hb.Face, codes: Iterable[int]) -> Ways:
    maps, font = Maps(face), hb.Font(face)
    names = named(found) or {}
    for code in codes:
        name = names.get(code, "")
        there = [glyph for glyph in maps.glyphs(code, name) if 0 < glyph < face.glyph_count]
        if not there and (not maps.known() or (name in _BLANK and not symbolic(found))):
            yield None
        else:
            yield [font.get_glyph_h_advance(glyph) * 1000 / face.upem for glyph in there]


def _procedures(found: Any, codes: Iterable[int]) -> Ways:
    """Yield the widths of glyphs that are drawn by streams (ISO 32000-1, 9.6.5)."""
    drawn, names = found.get("/CharProcs", pikepdf.Dictionary()), named(found) or {}
    share = 1000 * float(found.get("/FontMatrix", [0.001])[0])
    for code in codes:
        stream = drawn.get(f"/{names.get(code, '')}")
        yield [_moved(stream, share)] if isinstance(stream, pikepdf.Stream) else []


def _moved(stream: pikepdf.Stream, share: float) -> float | None:
    """Return how far a glyph's stream says it moves the pen: its first operator is d0 or d1."""
    for step in pikepdf.parse_content_stream(stream, "d0 d1"):
        return float(step.operands[0]) * share
    return None
