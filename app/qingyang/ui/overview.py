"""The whole document as a strip: where doubts, hits, bookmarks and remarks stand, and what is in view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from qingyang.services.reviewed import Hit
from qingyang.text.doubts import Doubts
from qingyang.text.row import Doubt
from qingyang.ui.aligned.paint_signs import BOOKMARK, REMARK
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.quiet import Quiet
from qingyang.ui.session import Session
from qingyang.ui.theme import GRID, LIGHT, Theme

translate = QCoreApplication.translate
_CROWD = 16
"""Doubts looked at for one pixel."""
_SOON = 60
"""Milliseconds until changes show: the text itself goes first."""


class Places(NamedTuple):
    """Pixels, from the top, at which marks stand, each once."""

    applied: list[int]
    """Doubts that are in force."""
    asked: list[int]
    """Doubts that are only asked."""
    hits: list[int]
    signs: list[int]


class Overview(QWidget):
    """Marks in three lanes: doubts left (filled where applied), hits in the middle, signs right; a click goes there."""

    def __init__(self, session: Session, view: AlignedView) -> None:
        super().__init__()
        self._view = view
        self._theme: Theme = LIGHT
        self._doubts = Doubts()
        self._hits: Sequence[Hit] = ()
        self._signs: Mapping[int, Sequence[str]] = {}
        self._places: Places | None = None
        """Pixels of the marks; None until they are worked out anew."""
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.update)
        self.setFixedWidth(4 * GRID)
        self.setAccessibleName(translate("Overview", "Overview of the document"))
        self.setToolTip(
            translate(
                "Overview", "Doubts at the left, hits in the middle, bookmarks and remarks at the right"
            )
        )
        # Tens of thousands of doubts fall on some hundred pixels: that is no work to be done between two keys.
        self._later = Quiet(session, self._take, self)
        view.marked.connect(self._later.wish)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._soon.start())

    def sizeHint(self) -> QSize:
        return QSize(4 * GRID, 100)

    def set_theme(self, theme: Theme) -> None:
        """Draw in a theme's colours."""
        self._theme = theme
        self.update()

    def _take(self) -> None:
        self._doubts, self._hits, self._signs = self._view.marks()
        self._places = None
        if not self._soon.isActive():
            self._soon.start()

    # -- places --------------------------------------------------------------------------------------------------

    def _lines(self, places: Iterable[int], length: int) -> list[int]:
        """Return the pixels, each once, of some places out of so many."""
        height = max(1, self.height() - 2)
        return sorted({place * height // max(1, length) for place in places})

    def _sparse(self, length: int) -> Iterable[Doubt]:
        """Return the doubts to be drawn: of a crowd that falls on one pixel the first ones."""
        doubts, height = self._doubts, max(1, self.height() - 2)
        if len(doubts) <= height * _CROWD:
            return list(doubts)
        edges = [doubts.before(-(-y * length // height)) for y in range(height + 1)]
        return [d for low, high in pairwise(edges) for d in doubts[low : min(high, low + _CROWD)]]

    def places(self) -> Places:
        """Return where marks stand."""
        if self._places is None:
            rows, length = self._view.extent()
            doubts = self._sparse(length)
            self._places = Places(
                self._lines((d.at for d in doubts if d.applied), length),
                self._lines((d.at for d in doubts if not d.applied), length),
                self._lines((hit.start for hit in self._hits), length),
                self._lines(
                    (row for row, signs in self._signs.items() if {BOOKMARK, REMARK} & set(signs)), rows
                ),
            )
        return self._places

    # -- events --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lanes and what is in view."""
        theme, width = self._theme, self.width()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.window))
        first, last = self._view.share_in_view()
        box = QRectF(0, first * self.height(), width, max(4.0, (last - first) * self.height()))
        painter.fillRect(box, QColor(theme.tint))
        applied, asked, hits, signs = self.places()
        lane = width // 3
        for y in applied:
            painter.fillRect(1, y, lane, 2, QColor(theme.accent))
        painter.setPen(QColor(theme.accent))
        for y in asked:
            painter.drawRect(1, y, lane - 1, 2)
        for y in hits:
            painter.fillRect(lane + 1, y, lane, 2, QColor(theme.removed))
        painter.setBrush(QColor(theme.text))
        painter.setPen(Qt.PenStyle.NoPen)
        for y in signs:
            painter.drawEllipse(2 * lane + 1, y - 1, 4, 4)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Work the places out for another height."""
        self._places = None
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place under the pointer."""
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        self._view.go_to_share(event.position().y() / max(1, self.height()))
