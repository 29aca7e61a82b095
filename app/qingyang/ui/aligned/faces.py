"""The faces of the aligned view: families named outright, simplified Chinese first, sizes in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

SERIF = ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", "SimSun", "STSong")
SANS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
)
_BASELINE = 0.8
"""Of the line height: where QTextEdit puts the baseline of lines with a fixed height."""


@dataclass(frozen=True)
class Face:
    """A font and the height of its lines."""

    font: QFont
    line: int
    em: int

    @property
    def baseline(self) -> float:
        """Where the baseline lies below a line's top."""
        return self.line * _BASELINE


@dataclass(frozen=True)
class Faces:
    """The faces at one zoom."""

    zoom: float
    reading: Face
    raw: Face
    label: Face
    number: Face

    def px(self, pixels: float) -> int:
        """Return a length on screen at this zoom."""
        return round(pixels * self.zoom)


def _face(families: tuple[str, ...], size: float, leading: float) -> Face:
    font = QFont(list(families))
    em = max(6, round(size))
    font.setPixelSize(em)
    return Face(font, round(size * leading), em)


def faces(zoom: float) -> Faces:
    """Return the faces at a zoom, 1 being 16 pixels for the repaired text."""
    return Faces(
        zoom,
        reading=_face(SERIF, 16 * zoom, 1.6),
        raw=_face(SANS, 13 * zoom, 1.54),
        label=_face(SANS, 12 * zoom, 1.5),
        number=_face(SANS, 11 * zoom, 1.6),
    )
