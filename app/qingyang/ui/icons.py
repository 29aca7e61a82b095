"""The icons: line drawings in one colour, taken from the theme, sharp at every scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from qingyang.resources import resource
from qingyang.ui.theme import Theme

SIZE = 20


def icon(name: str, theme: Theme) -> QIcon:
    """Return an icon in the theme's colours, faded where its action is disabled."""
    made = QIcon()
    for mode, opacity in ((QIcon.Mode.Normal, 1.0), (QIcon.Mode.Disabled, 0.35)):
        for scale in (1, 2):
            made.addPixmap(_drawn(name, theme.text, scale, opacity), mode)
    return made


def emblem() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(resource("icons", "qingyang.svg")))


@cache
def _drawn(name: str, colour: str, scale: int, opacity: float) -> QPixmap:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(QSize(SIZE, SIZE) * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, SIZE * scale, SIZE * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
