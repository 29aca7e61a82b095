"""Reading a PDF back: the text in content order, artifacts aside, by the file's own ToUnicode maps.

Not by a viewer's guesses: PDFium turns right-to-left text around and drops what it takes for hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pikepdf

from qingyang.errors import AppError
from qingyang.press import cff, type1
from qingyang.press.encodings import meaning, named, symbolic

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_CODES = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[|\])")
_MARKS = ("BMC", "BDC")


class Font(NamedTuple):
    """How a font's codes read."""

    width: int
    """Bytes a code."""
    chars: Mapping[int, str]


def opened(path: Path) -> pikepdf.Pdf:
    """Open a PDF for reading; raises `AppError` ``not_a_pdf``, ``pdf_encrypted`` or ``cannot_read``."""
    try:
        found = pikepdf.open(path)
        # A tree of pages that bites its own tail is found out here, not in the middle of the work.
        len(found.pages)
        return found
    except pikepdf.PasswordError:
        raise AppError("pdf_encrypted", path=path) from None
    except pikepdf.PdfError:
        raise AppError("not_a_pdf", path=path) from None
    except OSError as error:
        raise AppError("cannot_read", path=path, reason=error.strerror or str(error)) from None


def reading(path: Path) -> str:
    """Return the text of a PDF in content order without artifacts, a line break after every shown string."""
    with opened(path) as pdf:
        return "".join(f"{shown}\n" for page in pdf.pages for shown in page_texts(page))


def page_texts(page: pikepdf.Page) -> Iterator[str]:
    """Yield what each text operator of a page shows, artifacts aside; a code without a meaning is U+FFFD."""
    known = {name: font(found) for name, found in fonts(page).items()}
    now, nested = Font(1, {}), []
    for step in pikepdf.parse_content_stream(page):
        operands, name = step.operands, str(step.operator)
        if name in _MARKS:
            nested.append(str(operands[0]) == "/Artifact")
        elif name == "EMC" and nested:
            nested.pop()
        elif name == "Tf":
            now = known.get(str(operands[0]), Font(1, {}))
        elif name in ("Tj", "TJ", "'", '"') and not any(nested):
            yield _shown(operands[-1], now)


def fonts(page: pikepdf.Page) -> dict[str, pikepdf.Object]:
    """Return the fonts a page names."""
    found = page.resources.get("/Font")
    return dict(found.items()) if isinstance(found, pikepdf.Dictionary) else {}


def _shown(operand: object, font: Font) -> str:
    strings = operand if isinstance(operand, pikepdf.Array) else [operand]
    return "".join(_decoded(bytes(item), font) for item in strings if isinstance(item, pikepdf.String))


def _decoded(data: bytes, font: Font) -> str:
    step = font.width
    codes = (int.from_bytes(data[k : k + step], "big") for k in range(0, len(data), step))
    return "".join(font.chars.get(code, "\ufffd") for code in codes)


def font(found: pikepdf.Object) -> Font:
    """Return how a font's codes read: as its map says, else by the names of a simple font's glyphs.

    A simple one that says neither is taken as Latin-1, save where it is symbolic.
    """
    width = 2 if found.get("/Subtype") == "/Type0" else 1
    chars = {} if width == 2 else _simple(found)
    table = found.get("/ToUnicode")
    return Font(
        width, chars | dict(_table(table.read_bytes())) if isinstance(table, pikepdf.Stream) else chars
    )


def _simple(found: pikepdf.Object) -> dict[int, str]:
    names = glyph_names(found)
    if names is not None:
        return {code: char for code, name in names.items() if (char := meaning(name))}
    # As subsets of many programs do, it numbers its glyphs as it likes.
    return {} if symbolic(found) or "/ToUnicode" in found else {code: chr(code) for code in range(256)}


def glyph_names(found: pikepdf.Object) -> dict[int, str] | None:
    """Return the glyph name of every code of a simple font, None where neither font nor program tell."""
    descriptor = found.get("/FontDescriptor", pikepdf.Dictionary())
    own = None
    if isinstance(program := descriptor.get("/FontFile"), pikepdf.Stream):
        own = type1.codes(program.read_bytes())
    elif isinstance(program := descriptor.get("/FontFile3"), pikepdf.Stream):
        with suppress(ValueError):
            own = cff.codes(program.read_bytes())
    return named(found, own)


def _table(data: bytes) -> Iterator[tuple[int, str]]:
    """Yield (code, characters) of a ToUnicode map (ISO 32000-1, 9.10.3)."""
    for kind, body in _SECTION.findall(data):
        codes = [_hex(text) if text or not bracket else bracket for text, bracket in _CODES.findall(body)]
        if kind == b"bfchar":
            yield from ((_int(a), _chars(b)) for a, b in zip(codes[::2], codes[1::2], strict=False))
        else:
            yield from _ranges(codes)


def _ranges(codes: list[bytes]) -> Iterator[tuple[int, str]]:
    at = 0
    while at + 2 < len(codes):
        first, last, target = _int(codes[at]), _int(codes[at + 1]), codes[at + 2]
        if target == b"[":
            close = codes.index(b"]", at)
            yield from ((first + k, _chars(item)) for k, item in enumerate(codes[at + 3 : close]))
            at = close + 1
        else:
            base = _chars(target)
            yield from (
                (first + k, base[:-1] + chr(ord(base[-1]) + k)) for k in range(last - first + 1) if base
            )
            at += 3


def _hex(text: bytes) -> bytes:
    return bytes.fromhex(text.decode("ascii"))


def _int(code: bytes) -> int:
    return int.from_bytes(code, "big")


def _chars(code: bytes) -> str:
    return code.decode("utf-16-be", errors="replace")
