"""The pages themselves: one paragraph is current, a click or Enter goes to its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from qingyang.compose.places import Block, block_at, blocks
from qingyang.ui.pages.drawn import paint_current, paint_under
from qingyang.ui.pages.geometry import GAP, Sheets
from qingyang.ui.pages.scroll import PageScroll

if TYPE_CHECKING:
    from qingyang.services.paging import Paged


class PageView(PageScroll):
    """Pages whose paragraphs are walked by the arrow keys and found under the mouse."""

    chosen = Signal(int, int)
    """Go to the text of this article's paragraph."""
    current_changed = Signal(int, int)
    """Another paragraph is current: its article and number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport().setMouseTracking(True)
        self.current: tuple[int, int] | None = None
        self._known: dict[int, tuple[Block, ...]] = {}
        """Paragraphs of the pages looked at so far."""
        self._under: tuple[int, Block] | None = None
        self._pressed: tuple[int, Block] | None = None

    def show_paged(self, paged: Paged | None) -> None:
        if paged is not None and self.current not in paged.pages:
            self.current = None
        self._known.clear()
        self._under = self._pressed = None
        super().show_paged(paged)

    # -- places --------------------------------------------------------------------------------------------------

    def go_to(self, article: int, paragraph: int, page: int = -1) -> bool:
        """Make a paragraph the current one and bring it into sight; say whether it is on any page."""
        if self.paged is None:
            return False
        page = page if page >= 0 else self.paged.page_of(article, paragraph)
        found = [b for b in self._blocks(page) if (b.article, b.paragraph) == (article, paragraph)]
        if not found:
            return False
        self._make_current((article, paragraph))
        self._show_box(self._box(page, found[0])[0])
        return True

    def _make_current(self, place: tuple[int, int]) -> None:
        if place != self.current:
            self.current = place
            self.setAccessibleDescription(self._first_line(place))
            self.current_changed.emit(*place)
        self.viewport().update()

    def _first_line(self, place: tuple[int, int]) -> str:
        assert self.paged is not None
        page = self.paged.layout.pages[self.paged.page_of(*place)]
        return next((line.text for line in page.lines if (line.article, line.paragraph) == place), "")

    def _show_box(self, box: QRectF) -> None:
        bar, view = self.verticalScrollBar(), self.viewport().height()
        if box.top() < bar.value() or box.bottom() > bar.value() + view:
            bar.setValue(round(box.top() - view / 4))
        side = self.horizontalScrollBar()
        if box.left() < side.value() or box.right() > side.value() + self.viewport().width():
            side.setValue(round(box.left() - GAP))

    def _blocks(self, page: int) -> tuple[Block, ...]:
        if self.paged is None or not 0 <= page < len(self.paged.layout.pages):
            return ()
        if page not in self._known:
            self._known[page] = blocks(self.paged.layout.pages[page])
        return self._known[page]

    def _box(self, page: int, block: Block) -> list[QRectF]:
        """Return where a paragraph stands, in the pixels of all there is to see."""
        sheets = self._sheets()
        left, top, scale = sheets.left, sheets.top(page), self._scale
        return [
            QRectF(
                left + box.left * scale,
                top + (sheets.height - box.top) * scale,
                (box.right - box.left) * scale,
                (box.top - box.bottom) * scale,
            )
            for box in block.boxes
        ]

    def _at(self, where: QPoint) -> tuple[int, Block] | None:
        sheets = self._sheets()
        if not sheets.count:
            return None
        x = where.x() + self.horizontalScrollBar().value()
        page, across, up = sheets.point(x, where.y() + self.verticalScrollBar().value())
        block = block_at(self._blocks(page), across, up)
        return (page, block) if block else None

    def _step(self, by: int) -> None:
        """Make the next or previous paragraph current, on the next page too; the first in sight where none is."""
        if self.paged is None:
            return
        order = list(self.paged.pages)
        if self.current in order:
            at = max(0, min(len(order) - 1, order.index(self.current) + by))
        else:
            at = next((k for k, place in enumerate(order) if self.paged.page_of(*place) >= self.page), 0)
        if order:
            self.go_to(*order[at])

    # -- hands ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in steps:
            self._step(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.chosen.emit(*self.current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = self._at(event.position().toPoint())
        if under != self._under:
            self._under = under
            shape = Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        there = self._at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and there is not None and there == self._pressed:
            self._make_current((there[1].article, there[1].paragraph))
            self.chosen.emit(there[1].article, there[1].paragraph)
        self._pressed = None

    # -- painting ------------------------------------------------------------------------------------------------

    def _paint_page(self, painter: QPainter, number: int, sheets: Sheets) -> None:
        super()._paint_page(painter, number, sheets)
        if self._under is not None and self._under[0] == number:
            paint_under(painter, self._box(number, self._under[1]))
        for block in self._blocks(number):
            if (block.article, block.paragraph) == self.current:
                paint_current(painter, self._box(number, block), focused=self.hasFocus())
