"""Lines, boxes and patterns that mark single characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from qingyang.ui.aligned.block import Block
from qingyang.ui.aligned.inks import Inks
from qingyang.ui.aligned.row_layout import Strokes


def draw_strokes(painter: QPainter, inks: Inks, strokes: Strokes, block: Block) -> None:
    """Draw the marks of one side."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in strokes.chequers:
        band = rect.adjusted(0, block.face.line * 0.32, 0, -block.face.line * 0.28)
        painter.fillRect(band, inks.chequer)
    for lines, pen in (
        (strokes.ticks, inks.tick),
        (strokes.dotted, inks.dotted),
        (strokes.solid, inks.solid),
        (strokes.struck, inks.struck),
    ):
        if lines:
            painter.setPen(pen)
            painter.drawLines(lines)
    if strokes.double:
        painter.setPen(inks.double)
        gap = max(2.0, block.face.em * 0.14)
        painter.drawLines([*strokes.double, *(line.translated(0, gap) for line in strokes.double)])
    outline(painter, inks.boxed, strokes.boxes)
    if not strokes.curves.isEmpty() or strokes.carets:
        _draw_curves(painter, inks, strokes, block)


def _draw_curves(painter: QPainter, inks: Inks, strokes: Strokes, block: Block) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(inks.joined)
    painter.drawPath(strokes.curves)
    painter.setPen(inks.struck)
    em = block.face.em
    for point in strokes.carets:
        painter.drawPolyline(
            [point + QPointF(-em * 0.2, em * 0.3), point, point + QPointF(em * 0.2, em * 0.3)]
        )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def draw_return(painter: QPainter, inks: Inks, box: QRectF) -> None:
    """Draw the sign of a paragraph's end into the box behind it: here the text may go on."""
    x, y, step = box.center().x(), box.center().y(), box.width() * 0.22
    sign = [(step, -1.4 * step), (step, step), (-step, step), (-step * 0.3, 0.3 * step)]
    points = [QPointF(x + dx, y + dy) for dx, dy in sign]
    painter.setPen(inks.ask_sign)
    painter.drawPolyline(points)
    painter.drawLine(points[2], QPointF(x - step * 0.3, y + 1.7 * step))


def fill(painter: QPainter, rects: Iterable[QRectF], colour: QColor) -> None:
    """Fill rectangles."""
    for rect in rects:
        painter.fillRect(rect, colour)


def outline(painter: QPainter, pen: QPen, rects: Iterable[QRectF]) -> None:
    """Draw rectangles, a little inside their edges."""
    painter.setPen(pen)
    for rect in rects:
        painter.drawRect(rect.adjusted(0.5, 1.5, -0.5, -1.5))


def tint(painter: QPainter, inks: Inks, rects: Sequence[QRectF], applied: bool) -> None:
    """Tint a doubt: dotted where it is applied already, dashed where it is only asked."""
    colours = inks.colours
    fill(painter, rects, inks.colour(colours.likely if applied else colours.ask))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outline(painter, inks.likely if applied else inks.ask, rects)
