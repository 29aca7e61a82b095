"""A canvas to read in: the current row, what is selected, doubts and hits, the same characters on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from qingyang.services.reviewed import Hit
from qingyang.services.reviewing import Shown
from qingyang.text.article import Anchor
from qingyang.text.doubts import Doubts, others
from qingyang.text.row import Doubt
from qingyang.ui.aligned.canvas import Canvas
from qingyang.ui.aligned.counterpart import raw_of, raw_spans_of, repaired_of
from qingyang.ui.aligned.doubt_boxes import span_of
from qingyang.ui.aligned.highlights import Hover
from qingyang.ui.aligned.pins import followed, pin
from qingyang.ui.aligned.places import Place, Zone

_AROUND = 2
"""Lines shown above and below what is gone to."""
_CURSORS = {
    Zone.TEXT: Qt.CursorShape.IBeamCursor,
    Zone.HANDLE: Qt.CursorShape.OpenHandCursor,
    Zone.GUTTER: Qt.CursorShape.PointingHandCursor,
}


class Browser(Canvas):
    """Rows to go through and select."""

    current_row_changed = Signal(int)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins: tuple[Anchor | None, Anchor | None] = (None, None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # -- doubts and hits ---

    def set_doubts(self, doubts: Doubts) -> None:
        """Tint doubts, given in text order: dotted where applied, dashed where only asked.

        A role in doubt shows at its label, not in the text.
        """
        before = self._highlights.doubts
        self._highlights.set_doubts(doubts)
        first, last, until = others(before, doubts)
        self._update_doubts((*before[first:last], *doubts[first:until]))

    def set_current_doubt(self, doubt: Doubt | None) -> None:
        """Frame a doubt and scroll to it."""
        framed = (self._highlights.current_doubt, doubt)
        self._highlights.current_doubt = doubt
        if doubt is not None and self._sheet is not None and len(self._sheet.parts):
            start, end = span_of(doubt, self._sheet.review.reading)
            self._select(self._sheet.review.row_at(start), reveal=False)
            self._reveal_span(start, end)
        self._update_doubts([each for each in framed if each is not None])

    def set_hits(self, hits: Sequence[Hit], current: int) -> None:
        """Show what was found, given in text order, and scroll to the hit number ``current`` (-1: none)."""
        self._highlights.set_hits(hits, current)
        hit = self._highlights.current_hit
        if hit is not None and self._sheet is not None and len(self._sheet.parts):
            self._select(hit.row, reveal=False)
            self._reveal_span(hit.start, hit.end)
        self.viewport().update()

    def _reveal_span(self, start: int, end: int) -> None:
        assert self._sheet is not None
        number = self._sheet.part_at(start)
        row = self._sheet.layout(number)
        line = row.text.face.line
        first = row.text.line_of(max(0, start - row.start))
        last = row.text.line_of(max(0, min(end, row.end) - row.start))
        # What stands around it is wanted to judge it.
        self._reveal(number, row.top + (first - _AROUND) * line, row.top + (last + 1 + _AROUND) * line)

    # -- rows ---

    def current_row(self) -> int:
        """Return the current row, -1 in an empty document."""
        return self._selection.current

    def go_to_row(self, row: int) -> None:
        """Make a row current and scroll to it."""
        self._select(row)

    def selected_rows(self) -> tuple[int, ...]:
        """Return the selected rows: those of the selected characters, if there are any."""
        span = self.selection()
        if span is None or self._sheet is None:
            return tuple(self._selection.rows)
        review = self._sheet.review
        return tuple(range(review.row_at(span[0]), review.row_at(max(span[0], span[1] - 1)) + 1))

    def _select(self, row: int, *, extend: bool = False, reveal: bool = True) -> None:
        if self._sheet is None or not self._sheet.parts.rows:
            return
        row = max(0, min(row, self._sheet.parts.rows - 1))
        old, rows, text = self._selection.current, self._selection.rows, self._selection.text
        self._selection.go(row, extend=extend)
        self._pin()
        if reveal:
            number = self._sheet.parts.first(row)
            self._reveal(number, 0, min(self._sheet.layout(number).height, self.viewport().height()))
        if row != old:
            self._tell_row()
        self.selection_changed.emit()
        if text is not None:
            self.viewport().update()
        elif (row, self._selection.rows) != (old, rows):
            self._update_rows(rows, self._selection.rows)

    def _pin(self) -> None:
        """Hold the selected rows by their first characters."""
        if self._sheet is not None:
            selection, review = self._selection, self._sheet.review
            self._pins = pin(review, selection.current), pin(review, selection.anchor)

    def _follow(self, shown: Shown) -> None:
        """Keep the same rows selected through a change."""
        if self._sheet is not None:
            selection, review = self._selection, self._sheet.review
            current = followed(review, selection.current, self._pins[0], shown)
            selection.put(current, followed(review, selection.anchor, self._pins[1], shown))
            self._pin()

    def _tell_row(self) -> None:
        words = self.words_of(self.current_row())
        self.setAccessibleDescription(words)
        if QAccessible.isActive() and words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.current_row_changed.emit(self.current_row())

    def words_of(self, row: int) -> str:
        """Return what a screen reader says of a row: its role and its text."""
        if self._sheet is None or not 0 <= row < self._sheet.parts.rows:
            return ""
        role = self._sheet.review.tags[row].role
        return f"{self._names.get(role, role)} {self._sheet.review.text(row)[:2000]}"

    def step(self, rows: int, *, extend: bool = False) -> None:
        """Go so many rows down."""
        self._select(self.current_row() + rows, extend=extend)

    def turn(self, pages: int, *, extend: bool = False) -> None:
        """Go so many pages down."""
        row = self._row_after(pages)
        self.scroll_by(pages * (self.viewport().height() - 2 * self.verticalScrollBar().singleStep()))
        self._select(row, extend=extend)

    def _row_after(self, pages: int) -> int:
        if self._sheet is None or not len(self._sheet.parts):
            return -1
        sheet, height = self._sheet, pages * self.viewport().height()
        number = sheet.heights.row_at(
            max(0, sheet.heights.top(sheet.parts.first(max(0, self.current_row()))) + height)
        )
        row = sheet.parts[number].row
        return row if row != self.current_row() else row + pages

    def select_all(self) -> None:
        """Select every row."""
        if self._sheet is not None:
            self._select(0, reveal=False)
            self._select(self._sheet.parts.rows - 1, extend=True, reveal=False)

    # -- characters ---

    def selection(self) -> tuple[int, int] | None:
        """Return the selected repaired characters, None if there are none."""
        return self._selection.text

    def selected_text(self) -> str:
        """Return the selected characters, or else the selected rows, a line a paragraph."""
        if self._sheet is None:
            return ""
        review, span = self._sheet.review, self.selection()
        if span is None:
            return "\n".join(review.text(row) for row in self._selection.rows)
        low, high = review.row_at(span[0]), review.row_at(max(span[0], span[1] - 1))
        lines = []
        for passage in review.passages[low : high + 1]:
            lines.append(review.reading.text[max(span[0], passage.start) : min(span[1], passage.end)])
        return "\n".join(lines)

    def raw_selected_text(self) -> str:
        """Return the raw text behind the selected characters, or else behind the selected rows."""
        if self._sheet is None:
            return ""
        review, span = self._sheet.review, self.selection()
        raw = review.draft.source.text
        if span is not None:
            return "".join(raw[a:b] for a, b in raw_spans_of(review.reading, *span))
        lines = (line for row in self._selection.rows for line in review.raw_lines(row))
        return "\n".join(raw[line.start : line.end] for line in lines)

    def row_place(self, row: int) -> QPoint:
        """Return where a row's role stands on the screen; the view's corner where the row is out of sight."""
        if self._sheet is None or not 0 <= row < self._sheet.parts.rows:
            return self.viewport().mapToGlobal(QPoint(0, 0))
        y, _ = self._stretches.get(self._sheet.parts.at(row, 0), (0, 0))
        below = y + self._sheet.faces.reading.line
        return self.viewport().mapToGlobal(QPoint(self._sheet.columns.gutter, max(0, below)))

    def row_under(self, point: QPoint) -> int | None:
        """Return the row under a point of the screen, None where there is none."""
        local = self.viewport().mapFromGlobal(point)
        place = self._place_at(QPointF(local)) if self.viewport().rect().contains(local) else None
        return place.row if place is not None else None

    def copy(self) -> None:
        """Copy what is selected, as plain text."""
        QGuiApplication.clipboard().setText(self.selected_text())

    def _draw_selection(self, offset: int) -> None:
        """Draw the selection of characters up to a place; its row becomes current."""
        self._selection.extend_text(offset)
        self.selection_changed.emit()
        self.viewport().update()

    # -- the same characters on both sides ---

    def _hover(self, place: Place | None) -> None:
        handle = place.row if place is not None else -1
        hover = self._counterpart(place)
        shape = _CURSORS.get(place.zone, Qt.CursorShape.ArrowCursor) if place else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        if handle != self._handle or hover != self._highlights.hover:
            self._handle, self._highlights.hover = handle, hover
            self.viewport().update()

    def _counterpart(self, place: Place | None) -> Hover | None:
        if place is None or self._sheet is None:
            return None
        reading = self._sheet.review.reading
        if place.raw is not None:
            return Hover(repaired_of(reading, place.raw), (place.raw, place.raw + 1))
        if place.character is not None:
            return self._hover_of(place.character)
        return None

    def _hover_of(self, character: int) -> Hover:
        """Return one repaired character and what is behind it; all that one edit has made goes together."""
        assert self._sheet is not None
        reading = self._sheet.review.reading
        piece = reading.piece_at(character)
        if piece is not None and piece.edit is not None:
            return Hover((piece.at, piece.at + len(piece.text)), (piece.start, piece.end))
        return Hover((character, character + 1), raw_of(reading, character))
