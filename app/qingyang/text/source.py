"""The raw text as it came: immutable, known by the SHA-256 of its bytes.

Offsets everywhere in the house are code points of `Source.text`. Line breaks are ``\\n \\v \\f`` and U+2028,
never `str.splitlines`, which also breaks at U+0085 and U+001C to U+001E.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import NamedTuple

LINE_BREAKS = "\n\v\f\u2028"
BREAK = re.compile(f"[{LINE_BREAKS}]")
LINE = re.compile(f"[^{LINE_BREAKS}]+")
_NEWLINES = re.compile("\r\n?")


@dataclass(frozen=True, slots=True)
class Source:
    """One raw text and where it came from."""

    text: str
    """Decoded, byte order mark dropped, ``\\r\\n`` and lone ``\\r`` read as ``\\n``."""
    sha256: str
    """Of the bytes as they came."""
    decoder: str = "utf-8"
    """Part of the identity: other decoder, other text."""
    name: str = ""


def source_of(text: str, name: str = "") -> Source:
    """Return the Source of a text that is already decoded (pasted, or made in a test)."""
    text = unify_newlines(text)
    return Source(text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), "utf-8", name)


def unify_newlines(text: str) -> str:
    """Return the text with every ``\\r\\n`` and lone ``\\r`` as ``\\n``, one leading byte order mark dropped."""
    return _NEWLINES.sub("\n", text.removeprefix("\ufeff"))


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the whole lines that hold text[start:end]."""
    first = max(text.rfind(mark, 0, start) for mark in LINE_BREAKS) + 1
    after = BREAK.search(text, end)
    return first, after.start() if after else len(text)


class BareLine(NamedTuple):
    """One line with something on it: its span without surrounding white space."""

    start: int
    end: int
    indent: int
    """Spaces before the first character; an ideographic space counts two."""


def raw_lines(text: str) -> list[BareLine]:
    """Return every line that is not blank, in raw order."""
    lines = []
    for match in LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if bare:
            lead = len(line) - len(line.lstrip())
            start = match.start() + lead
            lines.append(BareLine(start, start + len(bare), lead + line[:lead].count("\u3000")))
    return lines
