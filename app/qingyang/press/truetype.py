"""Which glyphs of a TrueType program a simple font's code may mean (ISO 32000-1, 9.6.6.4)."""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from

import uharfbuzz as hb

from qingyang.press.encodings import MAC_ROMAN, listed, meaning

_UNICODE, _SYMBOLS, _MAC = (3, 1), (3, 0), (1, 0)
_PAGES = (0, 0xF000, 0xF100, 0xF200)
"""Where programs of symbols may have their codes."""
_BYTES, _SEGMENTS, _TRIMMED = 0, 4, 6
"""Formats of a character map of sixteen bits or fewer."""


class Maps:
    """The character maps of a font program; empty ones where it is damaged."""

    def __init__(self, face: hb.Face) -> None:
        data = bytes(face.reference_table("cmap").data)
        self._maps: dict[tuple[int, int], dict[int, int]] = {}
        self._roman = listed(MAC_ROMAN)
        count = unpack_from(">H", data, 2)[0] if len(data) > 3 else 0
        for k in range(count):
            platform, encoding, at = unpack_from(">HHI", data, 4 + 8 * k)
            self._maps[platform, encoding] = dict(_entries(data, at))

    def known(self) -> bool:
        """Say whether there is any map that codes of simple fonts go by."""
        return any(self._maps.get(key) for key in (_UNICODE, _SYMBOLS, _MAC))

    def glyphs(self, code: int, name: str) -> Iterator[int]:
        """Yield the glyphs a code may mean that is named so; the empty name for none."""
        if char := meaning(name):
            yield self._maps.get(_UNICODE, {}).get(ord(char), 0)
            yield from (
                self._maps.get(_MAC, {}).get(at, 0) for at, said in self._roman.items() if said == name
            )
        for page in _PAGES:
            yield self._maps.get(_SYMBOLS, {}).get(page + code, 0)
        yield self._maps.get(_MAC, {}).get(code, 0)


def _entries(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield (code, glyph) of one character map; nothing of a format with longer codes."""
    form = unpack_from(">H", data, at)[0]
    if form == _BYTES:
        yield from enumerate(data[at + 6 : at + 262])
    elif form == _TRIMMED:
        first, count = unpack_from(">HH", data, at + 6)
        yield from enumerate(unpack_from(f">{count}H", data, at + 10), first)
    elif form == _SEGMENTS:
        yield from _segments(data, at)


def _segments(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    size = unpack_from(">H", data, at + 6)[0]
    for k in range(0, size, 2):
        last = unpack_from(">H", data, at + 14 + k)[0]
        first, delta = (
            unpack_from(">H", data, at + 16 + size + k)[0],
            unpack_from(">H", data, at + 16 + 2 * size + k)[0],
        )
        place = at + 16 + 3 * size + k
        offset = unpack_from(">H", data, place)[0]
        for code in range(first, min(last + 1, 0xFFFF)):
            glyph = unpack_from(">H", data, place + offset + 2 * (code - first))[0] if offset else code
            yield code, glyph + delta & 0xFFFF if glyph else 0
