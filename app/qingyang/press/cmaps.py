"""CMaps: from a font's codes to characters, for reading, and to the glyphs of a program that numbers them itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

SAME = {0xFEFF: 0x2060}
"""What a font may not map to (PDF/A-2, 6.2.11.7.2; PDF/UA-1, 7.21.7), and what means the same."""
_HUNDRED = 100
"""Entries a section may hold."""
TO_CID = "Qingyang-H"
"""The name of the map to glyphs."""


def to_unicode(codes: Sequence[int], chars: Sequence[str]) -> bytes:
    """Return the map from codes to characters (ISO 32000-1, 9.10.3)."""
    entries = [
        f"<{code:04X}> <{char.translate(SAME).encode('utf-16-be').hex().upper()}>"
        for code, char in zip(codes, chars, strict=True)
    ]
    return _map("Adobe-Identity-UCS", "UCS", 2, _sections("bfchar", entries))


def to_cid(codes: Sequence[int], cids: Sequence[int]) -> bytes:
    """Return the map from codes to the numbers of a program's glyphs (ISO 32000-1, 9.7.5.4)."""
    entries = [f"<{code:04X}> {cid}" for code, cid in zip(codes, cids, strict=True)]
    return _map(TO_CID, "Identity", 1, _sections("cidchar", entries), "/WMode 0 def\n")


def _map(name: str, ordering: str, kind: int, sections: Iterator[str], mode: str = "") -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> def",
        f"{mode}/CMapName /{name} def /CMapType {kind} def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        *sections,
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    return "\n".join(lines).encode("ascii")


def _sections(kind: str, entries: Sequence[str]) -> Iterator[str]:
    for at in range(0, len(entries), _HUNDRED):
        part = entries[at : at + _HUNDRED]
        yield f"{len(part)} begin{kind}"
        yield from part
        yield f"end{kind}"
