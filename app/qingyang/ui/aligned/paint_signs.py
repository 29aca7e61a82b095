"""Signs beside a row, told apart by shape: a ribbon for a bookmark, a balloon for a remark, a cross for a mistake."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

BOOKMARK, REMARK, SLIP = "bookmark", "remark", "slip"


def draw_sign(painter: QPainter, sign: str, box: QRectF, pen: QPen) -> None:
    """Draw one sign into a box, in the pen's colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    _DRAWN[sign](painter, box)
    painter.restore()


def _ribbon(painter: QPainter, box: QRectF) -> None:
    left, right, middle = box.left() + box.width() * 0.2, box.right() - box.width() * 0.2, box.center().x()
    shape = QPolygonF(
        [
            QPointF(left, box.top()),
            QPointF(right, box.top()),
            QPointF(right, box.bottom()),
            QPointF(middle, box.bottom() - box.height() * 0.3),
            QPointF(left, box.bottom()),
        ]
    )
    painter.setBrush(painter.pen().color())
    painter.drawPolygon(shape)


def _balloon(painter: QPainter, box: QRectF) -> None:
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(0, 0, 0, -box.height() * 0.3), 2, 2)
    tail = box.bottom() - box.height() * 0.3
    path.moveTo(box.left() + box.width() * 0.25, tail)
    path.lineTo(box.left() + box.width() * 0.25, box.bottom())
    path.lineTo(box.left() + box.width() * 0.6, tail)
    painter.drawPath(path)


def _cross(painter: QPainter, box: QRectF) -> None:
    painter.drawLine(box.topLeft(), box.bottomRight())
    painter.drawLine(box.topRight(), box.bottomLeft())


_DRAWN: dict[str, Callable[[QPainter, QRectF], None]] = {BOOKMARK: _ribbon, REMARK: _balloon, SLIP: _cross}
