"""The codes of a simple font by the names of its glyphs (ISO 32000-1, 9.6.6 and annex D)."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Mapping
from typing import Any

import pikepdf
from reportlab.pdfbase.pdfmetrics import Encoding

NOTHING = ".notdef"
STANDARD = "StandardEncoding"
MAC_ROMAN = "MacRomanEncoding"
_PREDEFINED = (STANDARD, MAC_ROMAN, "WinAnsiEncoding", "MacExpertEncoding")
_CODED = re.compile(r"(?:uni|u)([0-9A-F]{4,6})")
_SYMBOLIC = 4


def listed(name: str) -> dict[int, str]:
    """Return the glyph names of a predefined encoding; none where there is no such one."""
    names: tuple[str | None, ...] = Encoding(name).vector if name in _PREDEFINED else ()
    return {code: glyph for code, glyph in enumerate(names) if glyph and glyph != NOTHING}


def _adobe() -> Mapping[str, int]:
    """Return the Adobe Glyph List, from reportlab's copy, which has no types."""
    found: Mapping[str, int] = importlib.import_module("reportlab.pdfbase._glyphlist")._glyphname2unicode
    return found


def symbolic(font: Any) -> bool:
    """Say whether a font's descriptor says that it numbers its glyphs as it likes (ISO 32000-1, 9.8.2)."""
    descriptor = font.get("/FontDescriptor")
    flags = descriptor.get("/Flags", 0) if isinstance(descriptor, pikepdf.Dictionary) else 0
    return isinstance(flags, int) and bool(flags & _SYMBOLIC)


def named(font: Any, own: Mapping[int, str] | None = None) -> dict[int, str] | None:
    """Return the glyph name of every code by a simple font's encoding, on top of its program's ``own``.

    None where neither says anything.
    """
    said = font.get("/Encoding")
    if isinstance(said, pikepdf.Name):
        return listed(str(said)[1:]) or (None if own is None else dict(own))
    if not isinstance(said, pikepdf.Dictionary):
        return None if own is None else dict(own)
    base = str(said.get("/BaseEncoding", "/"))[1:]
    nothing = symbolic(font) or font.get("/Subtype") == "/Type3"
    found = listed(base) if base else dict(own or ({} if nothing else listed(STANDARD)))
    code = 0
    for item in said.get("/Differences", ()):
        if isinstance(item, pikepdf.Name):
            found[code] = str(item)[1:]
            code += 1
        else:
            code = int(item)
    return found


def meaning(name: str) -> str:
    """Return the character a glyph name stands for (Adobe Glyph List), nothing where it stands for none."""
    plain = name.partition(".")[0]
    code = _adobe().get(plain)
    coded = _CODED.fullmatch(plain)
    if code is None and coded:
        code = int(coded[1], 16)
    return chr(code) if code and code <= sys.maxunicode else ""
