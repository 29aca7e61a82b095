"""The mouse over the view: pressing, selecting, dragging rows by their handles and selections by themselves."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from qingyang.ui.aligned.places import Place, Zone
from qingyang.ui.aligned.selection import Selection

_TICK = 30


class _Doing(Enum):
    NOTHING = 0
    SELECTING = 1
    TAKING_ROWS = 2
    TAKING_TEXT = 3


class Pointer(QObject):
    """What a press has begun, told to the view as signals."""

    row_pressed = Signal(int, bool)
    """A row, and whether the selection of rows reaches up to it."""
    label_clicked = Signal(QPoint)
    """The role of the row pressed just now, and where on the screen."""
    text_begun = Signal(int)
    text_drawn = Signal(int)
    text_selected = Signal()
    """The characters drawn over stand selected in the repaired text."""
    edit_asked = Signal(int, int)
    """A part, and the repaired offset for the caret."""
    rows_dropped = Signal(object, int)
    text_dropped = Signal(int)
    hovered = Signal(object)
    drop_shown = Signal(object)
    """The `Place` where what is being dragged would go, None for none."""
    scroll_asked = Signal(int)

    def __init__(
        self,
        parent: QObject,
        selection: Selection,
        place: Callable[[QPointF], Place | None],
        height: Callable[[], int],
    ) -> None:
        super().__init__(parent)
        self._selection = selection
        self._place = place
        self._height = height
        self._doing = _Doing.NOTHING
        self._from = self._last = QPointF()
        self._far = self._extends = False
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._creep)

    def press(self, event: QMouseEvent) -> None:
        """Begin; a mere click in the text edits there."""
        place = self._place(event.position())
        if place is None:
            return
        if event.button() != Qt.MouseButton.LeftButton:
            if place.row not in self._selection.rows and not self._selects(place):
                self.row_pressed.emit(place.row, False)
            return
        self._from = self._last = event.position()
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._far, self._extends = False, extend
        if extend and place.zone in (Zone.TEXT, Zone.RAW) and self._selection.draws_text:
            self._doing = _Doing.SELECTING
            self.text_drawn.emit(place.offset)
            return
        self._doing = self._begun(place)
        if self._doing is _Doing.TAKING_TEXT:
            return
        if self._doing is _Doing.TAKING_ROWS and place.row in self._selection.rows:
            return
        self.row_pressed.emit(place.row, extend)
        if self._doing is _Doing.SELECTING and not extend:
            self.text_begun.emit(place.offset)

    def _begun(self, place: Place) -> _Doing:
        if place.zone is Zone.HANDLE:
            return _Doing.TAKING_ROWS
        if self._selects(place):
            return _Doing.TAKING_TEXT
        return _Doing.SELECTING if place.zone in (Zone.TEXT, Zone.RAW) else _Doing.NOTHING

    def _selects(self, place: Place) -> bool:
        """Say whether the character at a place is selected."""
        span, at = self._selection.text, place.character
        return span is not None and at is not None and span[0] <= at < span[1]

    def move(self, event: QMouseEvent) -> None:
        """Go on with what was begun, or show what is under the pointer."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self.hovered.emit(self._place(event.position()))
            return
        self._last = event.position()
        distance = (self._last - self._from).manhattanLength()
        self._far = self._far or distance >= QApplication.startDragDistance()
        if self._far:
            self._draw()
            outside = not 0 <= self._last.y() < self._height()
            if outside != self._timer.isActive():
                self._timer.start() if outside else self._timer.stop()

    def take_over(self, offset: int) -> None:
        """Go on with a selection that began in the editor."""
        self._doing, self._far = _Doing.SELECTING, True
        self.text_begun.emit(offset)

    def take_hold(self, at: QPointF) -> None:
        """Begin to drag what is selected, pressed at a point."""
        self._doing, self._far, self._extends = _Doing.TAKING_TEXT, False, False
        self._from = self._last = at

    def _draw(self) -> None:
        place = self._place(self._last)
        if place is None:
            return
        if self._doing is _Doing.SELECTING:
            self.text_drawn.emit(place.offset)
        elif self._doing is not _Doing.NOTHING:
            self.drop_shown.emit(place)

    def _creep(self) -> None:
        y, height = self._last.y(), self._height()
        self.scroll_asked.emit(round(y if y < 0 else max(0.0, y - height)))
        self._draw()

    @property
    def takes_rows(self) -> bool:
        """Whether rows are being dragged, rather than text."""
        return self._doing is _Doing.TAKING_ROWS

    @property
    def dragging(self) -> bool:
        """Whether something is being dragged."""
        return self._far and self._doing in (_Doing.TAKING_ROWS, _Doing.TAKING_TEXT)

    def release(self, event: QMouseEvent) -> None:
        """End what was begun."""
        doing, far = self._doing, self._far
        place = self._place(event.position())
        self.cancel()
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if doing is _Doing.TAKING_ROWS and far:
            self.rows_dropped.emit(tuple(self._selection.rows), drop_row(place))
        elif doing is _Doing.TAKING_TEXT and far:
            self.text_dropped.emit(place.offset)
        elif place.zone is Zone.GUTTER and not far and doing is _Doing.NOTHING:
            self.label_clicked.emit(event.globalPosition().toPoint())
        elif doing is _Doing.SELECTING and (far or self._extends) and self._selection.text is not None:
            if place.zone is Zone.TEXT:
                self.text_selected.emit()
        elif doing is _Doing.SELECTING or (doing is _Doing.TAKING_TEXT and not far):
            self._clicked(place)

    def _clicked(self, place: Place) -> None:
        self.row_pressed.emit(place.row, False)
        if place.zone is Zone.TEXT:
            self.edit_asked.emit(place.number, place.offset)

    def double(self, event: QMouseEvent) -> None:
        """Edit where the double click was."""
        place = self._place(event.position())
        if (
            place is not None
            and event.button() == Qt.MouseButton.LeftButton
            and place.zone in (Zone.TEXT, Zone.RAW)
        ):
            self.cancel()
            self.edit_asked.emit(place.number, place.offset)

    def cancel(self) -> None:
        """Leave what was begun as it is."""
        self._timer.stop()
        self._doing, self._far = _Doing.NOTHING, False
        self.drop_shown.emit(None)


def drop_row(place: Place) -> int:
    """Return the row that dragged rows go before."""
    return place.row if place.upper else place.row + 1
