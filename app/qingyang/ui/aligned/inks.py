"""Colours, pens and brushes made once for a set of colours and a zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPen

from qingyang.ui.aligned.colours import Colours


def _pen(colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    return QPen(QColor(colour), width, style, Qt.PenCapStyle.FlatCap)


def _dashes(colour: str, width: float, *pattern: float) -> QPen:
    pen = _pen(colour, width)
    pen.setDashPattern(list(pattern))
    return pen


def _chequer(colour: str, size: int) -> QBrush:
    image = QImage(2 * size, 2 * size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    for x in range(2 * size):
        for y in range(2 * size):
            if (x // size + y // size) % 2 == 0:
                image.setPixelColor(x, y, QColor(colour))
    return QBrush(image)


class Inks:
    """What the painter dips into."""

    def __init__(self, colours: Colours, zoom: float) -> None:
        self.colours = colours
        thin = max(1.0, zoom)
        self._colours: dict[str, QColor] = {}
        self.joined = _pen(colours.joined, 1.2 * thin)
        self.tick = _pen(colours.change, 1.4 * thin)
        self.dotted = _dashes(colours.change, 1.6 * thin, 1.0, 1.4)
        self.solid = _pen(colours.hand, 1.4 * thin)
        self.double = _pen(colours.hand, 1.0 * thin)
        self.struck = _pen(colours.hand, 1.2 * thin)
        self.boxed = _pen(colours.hand, 1.0 * thin)
        self.likely = _dashes(colours.likely_frame, 1.0 * thin, 1.0, 2.0)
        self.ask = _dashes(colours.ask_frame, 1.0 * thin, 4.0, 2.5)
        self.ask_sign = _pen(colours.ask_frame, 1.2 * thin)
        self.cut = _dashes(colours.muted, 1.0 * thin, 3.0, 3.0)
        self.frame = _pen(colours.accent, 2.0 * thin)
        self.hit_frame = _pen(colours.ask_frame, 1.4 * thin)
        self.line = _pen(colours.line, 1.0)
        self.rule = _pen(colours.rule, max(1.0, round(1.5 * zoom)))
        self.chequer = _chequer(colours.joined, max(2, round(2 * zoom)))

    def colour(self, value: str) -> QColor:
        """Return a colour of `Colours` as Qt wants it."""
        found = self._colours.get(value)
        if found is None:
            found = self._colours[value] = QColor(value)
        return found
