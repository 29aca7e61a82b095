"""Pages under one another: where their sheets stand, how large they are shown, and that those in sight are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from qingyang.ui.pages.drawn import DrawnPages, paint_page
from qingyang.ui.pages.geometry import GAP, INCH, LOGICAL, PAGE, WIDTH, Sheets, fitting, stepped
from qingyang.ui.theme import GRID, LIGHT, Theme

if TYPE_CHECKING:
    from qingyang.compose.layout import Page
    from qingyang.press import Raster
    from qingyang.services.paging import Paged

translate = QCoreApplication.translate
_DIM_AFTER = 150
"""Milliseconds before a page is dimmed: the usual change is on the screen sooner, and nothing blinks."""


class PageScroll(QAbstractScrollArea):
    """Pages under one another; old ones stay in sight until the new ones are drawn."""

    page_changed = Signal(int)
    scaled = Signal(float)
    """Shown at so much of actual size."""
    wanted = Signal()
    """Some page in sight is not drawn as it should be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.paged: Paged | None = None
        self.page = 0
        self._fit = WIDTH
        self._scale = LOGICAL / INCH
        self._drawn = DrawnPages()
        self._theme: Theme = LIGHT
        self._dim = False
        self._empty = ""
        self._waiting = QTimer(self, singleShot=True, interval=_DIM_AFTER)
        self._waiting.timeout.connect(self._grow_dim)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._scrolled)
        self._speak()

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_paged(self, paged: Paged | None) -> None:
        """Show an issue; what was drawn of it before stays until it is drawn anew."""
        before, self.paged = self.paged, paged
        if paged is None:
            self._drawn.all.clear()
        else:
            self._drawn.carry_over(before, paged)
        self._arrange()
        self.settle()

    def say_empty(self, sentence: str) -> None:
        """Say in the middle why there are no pages, and what to do."""
        self._empty = sentence
        self.viewport().update()

    def wait(self) -> None:
        """Dim what is shown, if the new pages take longer than a moment."""
        if not self._waiting.isActive() and not self._dim:
            self._waiting.start()

    def settle(self) -> None:
        """Show pages as they are: nothing newer is on its way."""
        self._waiting.stop()
        self._dim = False
        self._scrolled()

    def show_drawn(self, number: int, page: Page, scale: float, raster: Raster) -> None:
        """Take a drawn page in."""
        self._drawn.take(number, page, scale, raster, self.viewport().devicePixelRatioF())
        self._drawn.forget(self.in_sight())
        self.viewport().update()

    def in_sight(self) -> range:
        """Return the numbers of the pages of which something shows."""
        return self._sheets().visible(self.verticalScrollBar().value(), self.viewport().height())

    def next_wanted(self) -> tuple[int, float] | None:
        """Return a page in sight that is yet to be drawn, the current one first, and at how many pixels a point."""
        if self.paged is None:
            return None
        scale = self._pixels()
        for number in sorted(self.in_sight(), key=lambda n: n != self.page):
            if not self._drawn.holds(number, self.paged.layout.pages[number], scale):
                return number, scale
        return None

    def _pixels(self) -> float:
        return self._scale * self.viewport().devicePixelRatioF()

    # -- zoom ----------------------------------------------------------------------------------------------------

    def set_fit(self, fit: str) -> None:
        """Show pages as wide as there is room, whole, or at actual size; a window of another size keeps to it."""
        self._fit = fit
        self._arrange()
        if fit == PAGE and self.paged is not None:
            self.go_to_page(self.page)

    def zoom(self, by: int) -> None:
        """Show pages a step larger or smaller."""
        self._fit = ""
        self._scale = stepped(self._scale, by)
        self._arrange()

    @property
    def scale(self) -> float:
        """Return the share of actual size."""
        return self._scale * INCH / LOGICAL

    def _arrange(self) -> None:
        """Put sheets and scroll bars in their places; what was at the upper edge stays there."""
        before = self._sheets()
        at = self.verticalScrollBar().value()
        page = before.page_at(at) if before.count else 0
        share = (at - before.top(page)) / max(1, before.page_height)
        if self.paged is not None and self._fit:
            layout = self.paged.layout
            # A scroll bar takes its room whether it shows or not, or the pages would change their size with it.
            bar = self.verticalScrollBar()
            room = self.width() - bar.sizeHint().width(), self.height()
            self._scale = fitting(self._fit, layout.width, layout.height, room)
        after = self._sheets()
        view = self.viewport().size()
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(15 * GRID)
        self.verticalScrollBar().setRange(0, max(0, after.total_height - view.height()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, after.total_width - view.width()))
        if after.count and before.page_height != after.page_height:
            self.verticalScrollBar().setValue(after.top(page) + round(share * after.page_height))
        self.scaled.emit(self.scale)
        self._scrolled()

    def _sheets(self) -> Sheets:
        view = self.viewport().width()
        if self.paged is None:
            return Sheets(0, 1, 1, self._scale, view)
        layout = self.paged.layout
        return Sheets(len(layout.pages), layout.width, layout.height, self._scale, view)

    def _scrolled(self) -> None:
        sheets = self._sheets()
        self.viewport().update()
        if sheets.count:
            middle = self.verticalScrollBar().value() + self.viewport().height() // 3
            page = sheets.page_at(middle)
            if page != self.page:
                self.page = page
                self.page_changed.emit(page)
        self._speak()
        if self.next_wanted() is not None:
            self.wanted.emit()

    def go_to_page(self, page: int) -> None:
        """Bring the head of a page (from 0) into sight."""
        sheets = self._sheets()
        page = max(0, min(sheets.count - 1, page))
        self.verticalScrollBar().setValue(sheets.top(page) - GAP)

    def _speak(self) -> None:
        """Say to a screen reader which page this is and what it begins with."""
        if self.paged is None:
            self.setAccessibleName(translate("Pages", "Pages"))
            return
        pages = self.paged.layout.pages
        page = min(self.page, len(pages) - 1)
        told = translate("Pages", "Page {number} of {count}").format(number=page + 1, count=len(pages))
        heads = [entry.title for entry in self.paged.layout.outline if entry.page == page]
        headed = translate("Pages", "{page}: {headline}")
        name = headed.format(page=told, headline=heads[0]) if heads else told
        if name != self.accessibleName():
            self.setAccessibleName(name)

    # -- hands ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in pages:
            self._turn(pages[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self.go_to_page(0)
        elif key == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)

    def _turn(self, by: int) -> None:
        """Show the next or previous page; of one larger than the view, the part that follows first."""
        bar = self.verticalScrollBar()
        if self._sheets().page_height <= self.viewport().height():
            self.go_to_page(self.page + by)
        else:
            bar.setValue(bar.value() + by * (self.viewport().height() - 10 * GRID))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # -- painting ------------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Lay the pages on the theme's colour; paper stays white, as it prints."""
        self._theme = theme
        self.viewport().update()

    def _grow_dim(self) -> None:
        self._dim = True
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._theme.line))
        if self.paged is None:
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(
                self.viewport().rect().adjusted(8 * GRID, 0, -8 * GRID, 0),
                Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                self._empty,
            )
        sheets = self._sheets()
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for number in self.in_sight():
            self._paint_page(painter, number, sheets)
        painter.end()

    def _paint_page(self, painter: QPainter, number: int, sheets: Sheets) -> None:
        paper = QRectF(sheets.left, sheets.top(number), sheets.page_width, sheets.page_height)
        paint_page(painter, paper, self._drawn.all.get(number), self._pixels(), dim=self._dim)
