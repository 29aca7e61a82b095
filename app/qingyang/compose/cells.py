"""How wide each character is set and where in that width its glyph stands.

Faces disagree about the marks Chinese and Western text share (Noto Serif SC: — .89 em, · .33 em; LXGW WenKai:
“ .35 em), so the composer owns their widths: half an em for a mark, a whole em for a dash, the glyph moved and,
for dashes, widened into place.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple
from weakref import WeakKeyDictionary, proxy

from qingyang.compose import classes as kind
from qingyang.compose.metrics import EM, Ink, Metrics
from qingyang.compose.sums import packed

PLACEHOLDER = "〓"
"""The geta mark, drawn where no face has a character (press draws it, the text keeps the character)."""
SOFT_HYPHEN = "\xad"
"""The hyphen at the end of a line that parts a word: no character of the text (ISO 32000-1, 14.8.2.2.3)."""
_HALF = EM // 2
_DASH_BEARING = 40
"""White kept at the outer ends of a dash."""
_OVERLAP = 4
"""How far two dashes reach into each other, so that no hairline shows between them."""


class Cell(NamedTuple):
    """One character as set, in 1/1000 em."""

    width: int
    """What the line counts."""
    shift: int
    """From the cell's left edge to the glyph's origin."""
    advance: int
    """How far the glyph moves the pen, its scale aside."""
    face: str
    """The face that draws it; empty where none has it."""
    scale: float = 1.0
    """Horizontal scale of the glyph."""
    packed: int = 0
    """The width as `sums` has it."""
    behind: int = 0
    """From where the glyph leaves the pen to the cell's right edge."""


class Cells:
    """The cells of one face at work, each reckoned once."""

    def __init__(self, face: str, metrics: Metrics) -> None:
        self.face = face
        self.metrics = metrics
        self._known: dict[tuple[str, str], Cell] = {}
        self._simple: dict[str, Cell] = _Simple(self)
        self._elsewhere: set[str] = set()
        self._nowhere: set[str] = set()
        self.hyphen = metrics.advance(face, SOFT_HYPHEN) if metrics.face(face, SOFT_HYPHEN) == face else 0
        """The width of a hyphen at a line's end, 0 where the face has none."""

    def of(self, text: str, found: str) -> list[Cell]:
        """Return the cell of every character of a text whose classes are given."""
        cells = list(map(self._simple.__getitem__, text))
        if kind.DASH in found or _SHARED.search(text):
            for match in _IN_CONTEXT.finditer(text):
                k = match.start()
                cells[k] = self._in_context(text, found, k)
        return cells

    def draws(self, text: str) -> bool:
        """Say whether this face draws all of a text whose cells were asked for, no other helping out."""
        return not self._elsewhere or self._elsewhere.isdisjoint(text)

    def missing(self, text: str) -> list[str]:
        """Return the characters no face has of a text whose cells were asked for, each once."""
        if not self._nowhere or self._nowhere.isdisjoint(text):
            return []
        return [char for char in dict.fromkeys(text) if char in self._nowhere]

    def cell(self, char: str, letter: str, joined: str = "") -> Cell:
        """Return the cell of a character of a class; ``joined`` says on which side a dash meets another."""
        key = (char, letter + joined)
        if key not in self._known:
            found = self._reckon(char, letter, joined)
            behind = found.width - found.shift - found.advance
            self._known[key] = found._replace(packed=packed(found.width), behind=behind)
        return self._known[key]

    def _in_context(self, text: str, found: str, k: int) -> Cell:
        if found[k] != kind.DASH:
            return self.cell(text[k], found[k])
        left = found[k - 1 : k] == kind.DASH
        right = found[k + 1 : k + 2] == kind.DASH
        return self.cell(text[k], kind.DASH, "<" * left + ">" * right)

    def _reckon(self, char: str, letter: str, joined: str) -> Cell:
        face = "" if unicodedata.category(char) == "Cf" else self.metrics.face(self.face, char)
        if face != self.face:
            self._elsewhere.add(char)
        if not face:
            if letter != kind.JOINED:
                self._nowhere.add(char)
            return Cell(0 if letter == kind.JOINED else EM, 0, 0 if letter == kind.JOINED else EM, "")
        advance = self.metrics.advance(face, char)
        if letter in _BLANK:
            return Cell(0, 0, advance, face)
        if letter in kind.CHINESE_MARKS:
            return Cell(_HALF, _into_half(self.metrics.ink(face, char), advance), advance, face)
        if letter == kind.DASH:
            return _dash(self.metrics.ink(face, char), advance, face, joined)
        if letter == kind.ELLIPSIS:
            return Cell(EM, (EM - advance) // 2, advance, face)
        if letter != kind.class_of(char):
            return _narrow(self.metrics.ink(face, char), advance, face)
        return Cell(advance, 0, advance, face)


_BLANK = kind.SPACE + kind.PHRASE + kind.SEAM
_SHARED = re.compile("[!-~][ ]?[“”‘’·…—―]")
"""A sign that Western text may have one of them."""
_IN_CONTEXT = re.compile("[“”‘’·…—―]")
"""Characters whose cell depends on their neighbours."""


_AT_WORK: WeakKeyDictionary[Metrics, dict[str, Cells]] = WeakKeyDictionary()


def cells(face: str, metrics: Metrics) -> Cells:
    """Return the cells of a face, the same ones for the same metrics, which never change."""
    known = _AT_WORK.setdefault(metrics, {})
    if face not in known:
        # Not the metrics themselves: they would keep their own entry alive.
        known[face] = Cells(face, proxy(metrics))
    return known[face]


class _Simple(dict[str, Cell]):
    """Character -> cell, where the class does not depend on the neighbours."""

    def __init__(self, cells: Cells) -> None:
        super().__init__()
        self.cells = cells

    def __missing__(self, char: str) -> Cell:
        found = self[char] = self.cells.cell(char, kind.class_of(char))
        return found


def _into_half(ink: Ink, advance: int) -> int:
    """Return the shift that brings a mark's black into its half em."""
    if advance >= EM * 9 // 10 and ink.right <= _HALF + 30:
        return 0
    if advance >= EM * 9 // 10 and ink.left >= _HALF - 30:
        return -_HALF
    return _HALF // 2 - (ink.left + ink.right) // 2


def _dash(ink: Ink, advance: int, face: str, joined: str) -> Cell:
    """Return a dash of a whole em whose black touches its neighbour dash."""
    left = -_OVERLAP if "<" in joined else _DASH_BEARING
    right = EM + _OVERLAP if ">" in joined else EM - _DASH_BEARING
    scale = round((right - left) / max(1, ink.right - ink.left), 4)
    return Cell(EM, round(left - ink.left * scale), advance, face, scale)


def _narrow(ink: Ink, advance: int, face: str) -> Cell:
    """Return a shared mark in Western text: its black and a little white on either side."""
    white = 60
    return Cell(ink.right - ink.left + 2 * white, white - ink.left, advance, face)
