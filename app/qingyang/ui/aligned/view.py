"""The aligned view: raw lines on the left, the paragraph they became on the right, row by row.

One scroll area draws the rows in view; a native editor lies over the one being edited. The view shows a
`Reviewing` and asks for changes by signals; it never changes anything itself.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from qingyang.ui.aligned import browsing, pasting
from qingyang.ui.aligned.editable import Editable
from qingyang.ui.aligned.places import Place
from qingyang.ui.aligned.pointer import Pointer
from qingyang.ui.carried import clipboard_text


class AlignedView(Editable):
    """Raw and repaired text side by side, in rows that never part; hands select, cut, paste and drag in it."""

    move_rows_asked = Signal(object, int)
    replace_asked = Signal(int, int, str)
    """Other text is to stand in place of a stretch of the repaired text."""
    untyped = Signal()
    """A key was typed that would change text, and nothing is selected for it to change."""
    role_asked = Signal(QPoint)
    """The role of the selected rows is to be another; where on the screen to ask."""
    let_go = Signal()
    """Escape was pressed and there was nothing here to let go of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointer = Pointer(self, self._selection, self._place_at, lambda: self.viewport().height())
        self.setAccessibleName(QCoreApplication.translate("AlignedView", "Raw and repaired text"))
        self._wire_pointer()
        self.selection_changed.connect(self._take_input)
        self.set_colours(self._colours)

    def _wire_pointer(self) -> None:
        pointer = self._pointer
        pointer.row_pressed.connect(lambda row, extend: self._select(row, extend=extend, reveal=False))
        pointer.label_clicked.connect(self.role_asked)
        pointer.text_begun.connect(self._selection.begin_text)
        pointer.text_drawn.connect(self._draw_selection)
        pointer.text_selected.connect(self._take_up)
        pointer.edit_asked.connect(self._edit_at)
        pointer.rows_dropped.connect(self._drop_rows)
        pointer.text_dropped.connect(self._drop_text)
        pointer.hovered.connect(self._hover)
        pointer.drop_shown.connect(self._show_drop)
        pointer.scroll_asked.connect(self.scroll_by)
        self._editing.dragged.connect(pointer.take_over)
        self._editing.grasp.connect(self._take_hold)

    # -- cutting, pasting, dragging ---

    def cut(self) -> None:
        """Take the selected characters, to be put in elsewhere; they stay until then."""
        self.commit()
        span = self.selection()
        if span is not None and self._sheet is not None:
            self._clip.take(self._sheet.review.reading, *span)
            self._show_cut()
            self.cut_out.emit()

    def paste(self) -> None:
        """Put the clipboard's text at the caret, else behind the current row as new rows; what was cut here moves."""
        text = clipboard_text()
        if self._sheet is None or not text.strip():
            return
        if self._editing.active:
            pasting.paste(self._editing, text)
            return
        review, row = self._sheet.review, self.current_row()
        span = self._clip.span(review.reading) if self._clip.holds(text) else None
        if span is not None and row >= 0:
            self._clip.clear()
            self.move_selection_asked.emit(*span, review.passages[row].end)
            return
        paragraphs = pasting.paragraphs_of(text)
        if len(paragraphs) > 1 and row >= 0:
            self.edited.emit(row, "\n".join([review.text(row), *paragraphs]))
        else:
            self.insert_asked.emit(row + 1, " ".join(paragraphs))

    def escape(self) -> None:
        """Let go of what was begun or selected."""
        if not (
            self._pointer.dragging or self._clip.held or len(self.selected_rows()) > 1 or self.selection()
        ):
            self.let_go.emit()
        self._pointer.cancel()
        self._clip.clear()
        self._show_cut()
        self._selection.go(self.current_row())
        self.selection_changed.emit()
        self.viewport().update()

    def _drop_rows(self, rows: tuple[int, ...], before: int) -> None:
        if rows and not rows[0] <= before <= rows[-1] + 1:
            self.move_rows_asked.emit(rows, before)

    def _drop_text(self, to: int) -> None:
        span = self._selection.text
        if span is not None and not span[0] <= to <= span[1]:
            self.move_selection_asked.emit(*span, to)

    def _show_drop(self, place: Place | None) -> None:
        self._drop, self._drops_rows = place, self._pointer.takes_rows
        self.viewport().update()

    def _take_hold(self, start: int, end: int, at: QPointF) -> None:
        self._selection.begin_text(start)
        self._draw_selection(end)
        self._pointer.take_hold(QPointF(self.viewport().mapFromGlobal(at)))

    # -- typing over what is selected ---

    def _take_up(self) -> None:
        """Let what was selected within one part be typed over."""
        span = self.selection()
        if span is not None:
            self.edit_span(*span)

    def enter(self, *, last: bool) -> None:
        """Put the caret at an end of what is selected, or of the current row."""
        if self._sheet is None or not self._sheet.parts.rows:
            return
        passage = self._sheet.review.passages[self.current_row()]
        at = (self.selection() or (passage.start, passage.end))[last]
        self.edit_span(at, at)

    def remove(self) -> None:
        """Take the selected characters out, or several selected rows; a row that is only current stays."""
        span = self.selection() or self._rows_span()
        if span is None:
            self.untyped.emit()
        else:
            self._put(*span, "")

    def _rows_span(self) -> tuple[int, int] | None:
        """Return what several selected rows take up, with what parts them from the next row, or the one before."""
        rows = self._selection.rows
        if self._sheet is None or len(rows) < 2:
            return None
        passages = self._sheet.review.passages
        start, end = passages[rows[0]].start, passages[rows[-1]].end
        if rows[-1] + 1 < len(passages):
            return start, passages[rows[-1] + 1].start
        return (passages[rows[0] - 1].end if rows[0] else start), end

    def type(self, text: str) -> None:
        """Put text in place of the selected characters."""
        span = self.selection()
        if span is None:
            self.untyped.emit()
        else:
            self._put(*span, text)

    def _take_input(self) -> None:
        """Let an input method type over characters selected here: without any, keys mean what they say."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self._selection.text is not None)

    def _put(self, start: int, end: int, text: str) -> None:
        self.replace_asked.emit(start, end, text)
        if self._sheet is not None and self._sheet.parts.rows:
            at = min(start + len(text), len(self._sheet.review.reading.text))
            self.edit_span(at, at)

    # -- events ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, or begin to drag."""
        left_at, self._editing.left_at = self._editing.left_at, None
        anchor = self._editing.anchor() if left_at is None else left_at
        self._editing.close()
        if anchor is not None:
            self._selection.begin_text(anchor)
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select or drag on, or show what is under the pointer."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit at this point, the word there selected."""
        self._pointer.double(event)
        editor, point = self._editing.editor, event.position().toPoint()
        if self._editing.active:
            over = editor.geometry().contains(point)
            editor.ask_word(editor.viewport().mapFrom(self.viewport(), point) if over else None)

    def viewportEvent(self, event: QEvent) -> bool:
        """Forget what was under the pointer once it has gone."""
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the window's menu on a row."""
        row = self.current_row()
        if row >= 0:
            asked_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self.context_menu_asked.emit(row, self._below(row) if asked_by_key else event.globalPos())

    def _below(self, row: int) -> QPoint:
        """Return the point of the screen below the first line of a row; the top of the text where it is out of view."""
        assert self._sheet is not None
        faces, number = self._sheet.faces, self._sheet.parts.first(row)
        y = self._stretches.get(number, (0, 0))[0] + self._sheet.layout(number).top + faces.reading.line
        return self.viewport().mapToGlobal(QPoint(self._sheet.columns.text, max(0, y)))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Put what an input method has made in place of what is selected."""
        if event.commitString():
            self.type(event.commitString())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the rows."""
        if not browsing.take_key(self, event):
            event.ignore()
