"""The raw text as it came: immutable, known by the SHA-256 of its bytes.

Offsets everywhere in the house are code points of `Source.text`. Line breaks are ``\\n \\v \\f`` and U+2028,
never `str.splitlines`, which also breaks at U+0085 and U+001C to U+001E.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import NamedTuple, Protocol

LINE_BREAKS = "\n\v\f\u2028"
BREAK = re.compile(f"[{LINE_BREAKS}]")
LINE = re.compile(f"[^{LINE_BREAKS}]+")
_NEWLINES = re.compile("\r\n?")
_LOOK = 1_000
"""Characters looked through at a time for a line's end."""


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


class Characters(Protocol):
    """A text to be sliced: a string, or a rope."""

    def __len__(self) -> int: ...

    def __getitem__(self, k: int | slice, /) -> str: ...


def line_around(text: Characters, start: int, end: int) -> tuple[int, int]:
    """Return the span of the whole lines that hold text[start:end]."""
    return _line_start(text, start), _line_end(text, end)


def _line_start(text: Characters, at: int) -> int:
    while at:
        before = text[max(0, at - _LOOK) : at]
        found = max(map(before.rfind, LINE_BREAKS))
        at -= len(before)
        if found >= 0:
            return at + found + 1
    return 0


def _line_end(text: Characters, at: int) -> int:
    while at < len(text):
        found = BREAK.search(text[at : at + _LOOK])
        if found:
            return at + found.start()
        at += _LOOK
    return len(text)


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
