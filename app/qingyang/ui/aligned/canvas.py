"""The scroll area that draws the rows in view, and keeps what is read where it is while heights become known."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from qingyang.services.reviewing import Reviewing, Shown
from qingyang.text.edit import Move
from qingyang.text.row import Doubt
from qingyang.ui.aligned.colours import LIGHT, Colours
from qingyang.ui.aligned.columns import Columns
from qingyang.ui.aligned.doubt_boxes import raw_boxes, text_boxes
from qingyang.ui.aligned.faces import faces
from qingyang.ui.aligned.highlights import Highlights
from qingyang.ui.aligned.inks import Inks
from qingyang.ui.aligned.paint import draw_drop, draw_ground, draw_row
from qingyang.ui.aligned.parts import Part
from qingyang.ui.aligned.places import Place, place_at
from qingyang.ui.aligned.position import Position, Seen
from qingyang.ui.aligned.scene import Scene
from qingyang.ui.aligned.selection import Selection
from qingyang.ui.aligned.sheet import Sheet

ZOOMS = (0.5, 3.0)
_WHEEL = 3
"""Lines a notch of the wheel."""
_FEW = 20
"""Doubts up to which it is worth asking which rows show them."""


class Canvas(QAbstractScrollArea):
    """Rows of one sheet, scrolled by pixels."""

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 1.0
        self._colours = LIGHT
        self._names: Mapping[str, str] = {}
        self._signs: Mapping[int, Sequence[str]] = {}
        self._raw_in_place = False
        self._sheet: Sheet | None = None
        self._position: Position | None = None
        self._seen: list[Seen] = []
        self._stretches: dict[int, tuple[int, int]] = {}
        """Top and height of every part in view."""
        self._syncing = False
        self._selection = Selection()
        self._highlights = Highlights()
        self._inks = Inks(self._colours, self._zoom)
        self._drop: Place | None = None
        self._drops_rows = False
        self._handle = -1
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # -- the sheet ---

    def _lay(self, review: Reviewing | None) -> None:
        """Put another document on the canvas, or none."""
        self._seen, self._stretches = [], {}
        self.viewport().update()
        self._sheet = (
            Sheet(review, faces(self._zoom), self.viewport().width()) if review is not None else None
        )
        self._position = Position(self._sheet) if self._sheet is not None else None
        self._arrange()

    def _splice(self, shown: Shown, keep: Part | None) -> None:
        """Take up a change of rows; what stands at the top stays there."""
        if self._sheet is None or self._position is None:
            return
        first = self._sheet.parts.first(shown.first)
        old = self._sheet.parts.first(shown.first + shown.old) - first
        self._sheet.splice(shown, keep)
        self.viewport().update()
        new = self._sheet.parts.first(shown.first + shown.new) - first
        top = self._position.top
        if top >= first + old:
            self._position.top = top + new - old
        elif top >= first + max(1, new):
            self._position.top, self._position.into = first + max(0, new - 1), 0

    def _refit(self) -> None:
        """Lay the sheet out anew at another width or zoom; what stands at the top stays there."""
        if self._sheet is None or self._position is None:
            return
        self.viewport().update()
        old = max(1, self._sheet.heights[self._position.top]) if len(self._sheet.parts) else 1
        share = self._position.into / old
        self._sheet.fit(faces(self._zoom), self.viewport().width())
        if len(self._sheet.parts):
            self._sheet.layout(self._position.top)
            self._position.into = round(share * self._sheet.heights[self._position.top])
        self._arrange()

    def _arrange(self) -> None:
        """Lay out what is in view, and bring the scroll bar and the drawing up to date."""
        before = self._stretches
        if self._sheet is not None and self._position is not None:
            self._seen = self._position.settle(self.viewport().height())
            self._stretches = {number: (y, self._sheet.heights[number]) for number, y in self._seen}
            self._sync_bar()
        self._shift(before)
        self._arranged()

    def _shift(self, before: Mapping[int, tuple[int, int]]) -> None:
        """Move what is drawn already as far as the rows have moved; draw anew what does not fit."""
        after = self._stretches
        both = before.keys() & after.keys()
        moved = {after[number][0] - before[number][0] for number in both}
        if len(moved) != 1 or any(after[number][1] != before[number][1] for number in both):
            self.viewport().update()
        elif distance := moved.pop():
            self._scroll_drawn(distance)
        elif before.keys() != after.keys():
            self.viewport().update()

    def _scroll_drawn(self, distance: int) -> None:
        if (distance * self.devicePixelRatioF()).is_integer():
            self.viewport().scroll(0, distance)
        else:
            # Qt would move whole pixels of the screen only, and rows would part from their places.
            self.viewport().update()

    def _update_part(self, number: int) -> None:
        """Draw one part anew."""
        y, height = self._stretches.get(number, (0, 0))
        self.viewport().update(0, y, self.viewport().width(), height)

    def _update_rows(self, *rows: Container[int]) -> None:
        """Draw rows anew, those in view."""
        if self._sheet is not None:
            for number in self._stretches:
                row = self._sheet.parts[number].row
                if any(row in some for some in rows):
                    self._update_part(number)

    def _update_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Draw anew what shows doubts; where they stand in the text must not have changed since."""
        if self._sheet is None:
            return
        if len(doubts) > _FEW or any(isinstance(doubt.subject, Move) for doubt in doubts):
            # A move shows where it would put its text, too.
            self.viewport().update()
            return
        for number, y in self._seen:
            self.viewport().update(self._region_of(number, y, doubts))

    def _region_of(self, number: int, y: int, doubts: Sequence[Doubt]) -> QRegion:
        """Return where a part in view shows doubts; of a long paragraph that is little."""
        assert self._sheet is not None
        row, reading, region = self._sheet.layout(number), self._sheet.review.reading, QRegion()
        for doubt in doubts:
            # One between two characters takes in both of them, one behind the last stands behind it.
            if doubt.at - 1 <= row.end and row.start <= doubt.end + 1:
                for x, boxes in (
                    (self._sheet.columns.raw, raw_boxes(row, doubt)),
                    (self._sheet.columns.text, text_boxes(row, doubt, reading)),
                ):
                    for box in boxes:
                        region += box.translated(x, y + row.top).toAlignedRect().adjusted(-1, -1, 1, 1)
        return region

    def _arranged(self) -> None:
        """Hear that what is in view has changed."""

    def _reveal(self, number: int, low: int, high: int) -> None:
        """Scroll as little as it takes to see a stretch of a part, by heights from its top."""
        if self._position is not None and self._sheet is not None and len(self._sheet.parts):
            self._position.reveal(number, low, high, self.viewport().height())
            self._arrange()

    def _place_at(self, point: QPointF) -> Place | None:
        return place_at(self._sheet, self._seen, point) if self._sheet is not None else None

    # -- scrolling ---

    def _sync_bar(self) -> None:
        bar = self.verticalScrollBar()
        if self._position is None or bar.isSliderDown():
            # Under the hand the bar must not jump; it is put right when it is let go.
            return
        self._syncing = True
        height = self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(_WHEEL * faces(self._zoom).reading.line // 3)
        bar.setRange(0, max(0, self._position.reach - height))
        bar.setValue(self._position.y)
        self._syncing = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bar: by pixels for a step, by estimates for a leap."""
        if self._syncing or self._position is None:
            return
        if abs(dy) > 2 * self.viewport().height() or self.verticalScrollBar().isSliderDown():
            self._position.to(self.verticalScrollBar().value())
        else:
            self._position.by(-dy)
        self._arrange()

    def scroll_by(self, pixels: int) -> None:
        """Scroll down by so many pixels."""
        if self._position is not None:
            self._position.by(pixels)
            self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / 120
            self.set_zoom(round(self._zoom * 1.1**notches, 2))
            event.accept()
            return
        pixels = event.pixelDelta().y()
        if not pixels:
            pixels = round(event.angleDelta().y() / 120 * _WHEEL * faces(self._zoom).reading.line)
        self.scroll_by(-pixels)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size; heights stand while the width does."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._refit()
        else:
            self._arrange()

    # -- looks ---

    def set_zoom(self, factor: float) -> None:
        """Show everything larger or smaller; 1 is 16 pixels for the repaired text."""
        factor = max(ZOOMS[0], min(ZOOMS[1], factor))
        if factor == self._zoom:
            return
        self._zoom = factor
        self._inks = Inks(self._colours, factor)
        self._refit()
        self.zoom_changed.emit(factor)

    def columns(self) -> Columns | None:
        """Return where the columns stand, None where nothing is shown."""
        return self._sheet.columns if self._sheet is not None else None

    def zoom(self) -> float:
        """Return the zoom."""
        return self._zoom

    def set_colours(self, colours: Colours) -> None:
        """Take other colours."""
        self._colours = colours
        self._inks = Inks(colours, self._zoom)
        self.viewport().update()

    def set_role_names(self, names: Mapping[str, str]) -> None:
        """Take the labels of roles, by their ids."""
        self._names = names
        self.viewport().update()

    def _scene(self) -> Scene:
        assert self._sheet is not None
        return Scene(
            self._sheet,
            self._inks,
            self._highlights,
            self._names,
            current=self._selection.current,
            rows=self._selection.rows,
            selection=self._selection.text,
            handle=self._handle,
            signs=self._signs,
            raw_in_place=self._raw_in_place,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that the event asks for."""
        painter = QPainter(self.viewport())
        clip = QRectF(event.rect())
        if self._sheet is None:
            painter.fillRect(clip, self._inks.colour(self._colours.paper))
            return
        scene = self._scene()
        draw_ground(painter, scene, clip)
        region, width = event.region(), self.viewport().width()
        for number, y in self._seen:
            if region.intersects(QRect(0, y, width, self._sheet.heights[number])):
                draw_row(painter, scene, number, y, clip)
        if self._drop is not None:
            draw_drop(painter, scene, self._drop, self._seen, rows=self._drops_rows)
        painter.end()
