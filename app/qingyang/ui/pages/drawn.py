"""Pages as pictures: kept as long as they look the same, and put on the paper."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from qingyang.ui.theme import LIGHT

if TYPE_CHECKING:
    from qingyang.compose.layout import Page
    from qingyang.press import Raster
    from qingyang.services.paging import Paged

_DIMMED = 0.45
_KEPT = 12
"""Pages kept; one at 150 % takes some seven megabytes."""


class Drawn(NamedTuple):
    """One page as a picture."""

    page: Page
    scale: float
    """Pixels of the screen a point."""
    image: QImage


class DrawnPages:
    """The pictures there are, by page from 0."""

    def __init__(self) -> None:
        self.all: dict[int, Drawn] = {}

    def take(self, number: int, page: Page, scale: float, raster: Raster, ratio: float) -> None:
        """Keep a page as it was drawn, for a screen of so many pixels a logical one."""
        image = QImage(
            raster.data, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB32
        ).copy()
        image.setDevicePixelRatio(ratio)
        self.all.pop(number, None)
        self.all[number] = Drawn(page, scale, image)

    def forget(self, but: Container[int]) -> None:
        """Drop the oldest of too many pictures, but not those of the pages in sight."""
        spare = [number for number in self.all if number not in but]
        for number in spare[: max(0, len(self.all) - _KEPT)]:
            del self.all[number]

    def carry_over(self, before: Paged | None, paged: Paged) -> None:
        """Drop what is drawn of pages there are no longer; take those that look the same for the new ones."""
        same_pictures = before is not None and before.pictures.pixels is paged.pictures.pixels
        pages = paged.layout.pages
        self.all = {n: drawn for n, drawn in self.all.items() if n < len(pages)}
        for number, drawn in self.all.items():
            if drawn.page == pages[number] and (same_pictures or not drawn.page.pictures):
                self.all[number] = drawn._replace(page=pages[number])

    def holds(self, number: int, page: Page, scale: float) -> bool:
        """Say whether this very page is drawn at this size."""
        drawn = self.all.get(number)
        return drawn is not None and drawn.scale == scale and drawn.page is page


def paint_page(painter: QPainter, paper: QRectF, drawn: Drawn | None, scale: float, *, dim: bool) -> None:
    """Paint a sheet and what is drawn of it; dimmed where it is no longer true."""
    painter.fillRect(paper, QColor("#ffffff"))
    if drawn is None:
        return
    painter.setOpacity(_DIMMED if dim else 1.0)
    if drawn.scale == scale:
        # Pixel for pixel: a picture stretched by half a pixel has grey hairs.
        painter.drawImage(paper.topLeft(), drawn.image)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(paper, drawn.image)
    painter.setOpacity(1.0)


def paint_under(painter: QPainter, boxes: Sequence[QRectF]) -> None:
    """Show which paragraph a click would go to."""
    for box in boxes:
        painter.fillRect(box, _veil(0.05))


def paint_current(painter: QPainter, boxes: Sequence[QRectF], *, focused: bool) -> None:
    """Show which paragraph is current: by a bar beside it too, so that colour is not all that tells."""
    for box in boxes:
        painter.fillRect(box, _veil(0.12))
        painter.fillRect(QRectF(box.left() - 6, box.top(), 3, box.height()), QColor(LIGHT.accent))
        if focused:
            painter.setPen(QPen(QColor(LIGHT.accent), 1))
            painter.drawRect(box)


def _veil(share: float) -> QColor:
    # Paper is white in any theme, and so is what is laid on it the light one's.
    colour = QColor(LIGHT.accent)
    colour.setAlphaF(share)
    return colour
