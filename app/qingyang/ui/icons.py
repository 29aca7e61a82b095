"""The icons: line drawings in one colour, taken from the theme, sharp at every scale."""

from __future__ import annotations

import math
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from qingyang.resources import resource
from qingyang.ui.theme import Theme

SIZE = 20
_FAINT = 0.35


def icon(name: str, theme: Theme) -> QIcon:
    """Return an icon in the theme's colours, faded where its action is disabled."""
    app = QGuiApplication.instance()
    scale = math.ceil(app.devicePixelRatio()) if isinstance(app, QGuiApplication) else 1
    drawn = _drawn(name, theme.text, scale)
    made = QIcon(drawn)
    made.addPixmap(_faded(drawn), QIcon.Mode.Disabled)
    return made


def emblem() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(resource("icons", "qingyang.svg")))


@cache
def _drawn(name: str, colour: str, scale: int) -> QPixmap:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(QSize(SIZE, SIZE) * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, SIZE * scale, SIZE * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _faded(drawn: QPixmap) -> QPixmap:
    pixmap = QPixmap(drawn.size())
    pixmap.setDevicePixelRatio(drawn.devicePixelRatio())
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(_FAINT)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return pixmap
