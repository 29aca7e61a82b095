"""One doubt laid out as a card: what it is and how likely, the place itself, the evidence.

Closed, every card is one height and cuts what is too long; open, it is as high as its words need.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPixmap,
    QPolygon,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from qingyang.ui.aligned.utf16 import Units, showable
from qingyang.ui.doubt_card import SIGNS, Card, Look, Place
from qingyang.ui.theme import GRID, NORMAL, SMALL, Theme, font

CLOSED = 19 * GRID
"""Height of a card that is closed, and of an open one whose words fit."""
_LEFT, _RIGHT, _ABOVE = 4 * GRID, 3 * GRID, 2 * GRID
_KIND, _PLACE = 4 * GRID, 6 * GRID
"""Where the kind begins, behind its lozenge; where the place begins, below the kind."""
_PLACE_LINE, _WHY_LINE = 5 * GRID, 18
_BAR = 3
"""Width of the bar at the left of the chosen card."""


class CardLayout:
    """A card at a width, ready to be drawn."""

    def __init__(self, card: Card, width: int, theme: Theme, *, opened: bool) -> None:
        self._applied, self._theme, self._width = card.applied, theme, width
        self._pictures: dict[tuple[bool, float], QPixmap] = {}
        inner = max(1, width - _LEFT - _RIGHT)
        self._chance = _Words(((card.chance, _ink(theme.muted)),), SMALL, inner, _WHY_LINE)
        self._chance_left = inner - self._chance.width
        kind_width = self._chance_left - _KIND - 2 * GRID
        self._kind = _Words(((card.kind, _ink(theme.text)),), NORMAL, kind_width, _PLACE_LINE, bold=True)
        self._place = _Words(_inked(card.place, theme), NORMAL, inner, _PLACE_LINE, wraps=opened)
        self._why = _Words(((card.why, _ink(theme.muted)),), SMALL, inner, _WHY_LINE, wraps=opened)
        self.height = CLOSED + (self._place.lines - 1) * _PLACE_LINE + (self._why.lines - 1) * _WHY_LINE

    def picture(self, *, chosen: bool, ratio: float) -> QPixmap:
        """Return the card as it looks on a screen of so many dots a pixel: it is drawn once, and moved at every key."""
        if (chosen, ratio) not in self._pictures:
            made = QPixmap(QSize(self._width, self.height) * ratio)
            made.setDevicePixelRatio(ratio)
            painter = QPainter(made)
            self._draw_ground(painter, chosen=chosen)
            self._draw_words(painter)
            painter.end()
            self._pictures[chosen, ratio] = made
        return self._pictures[chosen, ratio]

    def _draw_ground(self, painter: QPainter, *, chosen: bool) -> None:
        theme, width, height = self._theme, self._width, self.height
        painter.fillRect(0, 0, width, height, QColor(theme.tint if chosen else theme.raised))
        if chosen:
            painter.fillRect(0, 0, _BAR, height, QColor(theme.accent))
        painter.fillRect(0, height - 1, width, 1, QColor(theme.line))

    def _draw_words(self, painter: QPainter) -> None:
        at = QPoint(_LEFT, _ABOVE)
        self._draw_lozenge(painter, at + QPoint(GRID, 2 * GRID + 1))
        self._kind.draw(painter, at + QPoint(_KIND, 0))
        self._chance.draw(painter, at + QPoint(self._chance_left, 0))
        self._place.draw(painter, at + QPoint(0, _PLACE))
        self._why.draw(painter, at + QPoint(0, _PLACE + self._place.lines * _PLACE_LINE))

    def _draw_lozenge(self, painter: QPainter, middle: QPoint) -> None:
        accent = QColor(self._theme.accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(accent)
        # Applied already: a filled lozenge; only offered: an empty one.
        painter.setBrush(accent if self._applied else Qt.BrushStyle.NoBrush)
        corners = (QPoint(0, -4), QPoint(4, 0), QPoint(0, 4), QPoint(-4, 0))
        painter.drawPolygon(QPolygon([middle + corner for corner in corners]))


_Bits = Sequence[tuple[str, QTextCharFormat]]


class _Words:
    """Bits of text one behind the other: on one line and cut, or on as many as they need."""

    def __init__(
        self, bits: _Bits, size: int, width: int, line: int, *, bold: bool = False, wraps: bool = False
    ) -> None:
        face = font(size, bold=bold)
        metrics = QFontMetrics(face)
        whole = showable("".join(text for text, _ in bits))
        shown = whole if wraps else metrics.elidedText(whole, Qt.TextElideMode.ElideRight, max(0, width))
        self._layout = QTextLayout(shown, face)
        option = QTextOption()
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if wraps else QTextOption.WrapMode.NoWrap
        )
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(bits, whole))
        self._layout.setCacheEnabled(True)
        self._layout.beginLayout()
        while (each := self._layout.createLine()).isValid():
            each.setLineWidth(width)
            each.setPosition(
                QPointF(0, (self._layout.lineCount() - 1) * line + metrics.ascent() - each.ascent())
            )
        self._layout.endLayout()
        self.lines = max(1, self._layout.lineCount())
        self.width = round(self._layout.lineAt(0).naturalTextWidth()) if shown else 0

    def draw(self, painter: QPainter, at: QPoint) -> None:
        self._layout.draw(painter, QPointF(at), [], QRectF())


def _formats(bits: _Bits, whole: str) -> list[QTextLayout.FormatRange]:
    units, at, made = Units(whole), 0, []
    for text, look in bits:
        each = QTextLayout.FormatRange()
        each.start = units.unit(at)
        at += len(text)
        each.length = units.unit(at) - each.start
        each.format = look
        made.append(each)
    return made


def _inked(place: Place, theme: Theme) -> _Bits:
    colours = {
        Look.AROUND: theme.muted,
        Look.GONE: theme.removed,
        Look.NEW: theme.added,
        Look.MEANT: theme.text,
    }
    return [
        (text, _ink(colours[look], struck=look is Look.GONE and not set(text) <= SIGNS))
        for text, look in place
    ]


def _ink(colour: str, *, struck: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    made.setFontStrikeOut(struck)
    return made
