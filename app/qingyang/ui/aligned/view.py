"""The aligned view: raw lines on the left, the paragraph they became on the right, row by row.

One scroll area draws the rows in view; a native editor lies over the one being edited. The view shows a
`Reviewing` and asks for changes by signals; it never changes anything itself.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from qingyang.services.reviewing import Reviewing, Shown
from qingyang.ui.aligned import browsing, crossing, pasting
from qingyang.ui.aligned.clip import Clip
from qingyang.ui.aligned.colours import Colours
from qingyang.ui.aligned.counterpart import raw_of
from qingyang.ui.aligned.editing import Editing
from qingyang.ui.aligned.highlights import Highlights, Hover
from qingyang.ui.aligned.places import Place
from qingyang.ui.aligned.pointer import Pointer
from qingyang.ui.aligned.raw_strip import RawStrip
from qingyang.ui.aligned.scene import Scene
from qingyang.ui.aligned.survey import Survey


class AlignedView(Survey):
    """Raw and repaired text side by side, in rows that never part."""

    editing_changed = Signal(bool)
    edited = Signal(int, str)
    word_asked = Signal(str, int)
    """A word of the row being edited is to be chosen: its text as shown, and a character of the word."""
    split_asked = Signal(int)
    join_asked = Signal(int)
    move_rows_asked = Signal(object, int)
    move_selection_asked = Signal(int, int, int)
    insert_asked = Signal(int, str)
    context_menu_asked = Signal(int, QPoint)
    role_asked = Signal(QPoint)
    let_go = Signal()
    """Escape was pressed and there was nothing here to let go of."""
    """The role of the selected rows is to be another; where on the screen to ask."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clip = Clip()
        self._editing = Editing(self.viewport(), self._clip)
        self._strip = RawStrip(self.viewport())
        self._editing.keys = partial(crossing.take_key, self._editing)
        self._editing.pastes = partial(pasting.paste, self._editing)
        self._pointer = Pointer(self, self._selection, self._place_at, lambda: self.viewport().height())
        say = QCoreApplication.translate
        self.setAccessibleName(say("AlignedView", "Raw and repaired text"))
        self._editing.editor.setAccessibleName(say("AlignedView", "Repaired paragraph"))
        self._wire_editing()
        self._wire_pointer()
        self.set_colours(self._colours)

    def _wire_editing(self) -> None:
        editing = self._editing
        editing.edited.connect(self.edited)
        editing.editor.word_asked.connect(self.word_asked)
        editing.insert_asked.connect(self.insert_asked)
        editing.insert_asked.connect(lambda row, text: self._select(row, reveal=False))
        editing.split_asked.connect(self.split_asked)
        editing.join_asked.connect(self.join_asked)
        editing.move_asked.connect(self.move_selection_asked)
        editing.toggled.connect(self.editing_changed)
        editing.toggled.connect(self._show_cut)
        editing.toggled.connect(self._show_strip)
        editing.grown.connect(self._arrange)
        editing.caret_moved.connect(self._caret_moved)
        editing.selected.connect(self.selection_changed)
        editing.page_asked.connect(self._turn_editing)
        editing.extend_asked.connect(lambda step: self.step(step, extend=True))
        editing.menu_asked.connect(lambda at: self.context_menu_asked.emit(self.current_row(), at))
        editing.dragged.connect(self._take_over)

    def _wire_pointer(self) -> None:
        pointer = self._pointer
        pointer.row_pressed.connect(lambda row, extend: self._select(row, extend=extend, reveal=False))
        pointer.label_clicked.connect(self.role_asked)
        pointer.text_begun.connect(self._selection.begin_text)
        pointer.text_drawn.connect(self._draw_selection)
        pointer.edit_asked.connect(self._edit_at)
        pointer.rows_dropped.connect(self._drop_rows)
        pointer.text_dropped.connect(self._drop_text)
        pointer.hovered.connect(self._hover)
        pointer.drop_shown.connect(self._show_drop)
        pointer.scroll_asked.connect(self.scroll_by)

    # -- the document ---

    def set_review(self, review: Reviewing | None) -> None:
        """Show a document from its beginning, or none; what was typed and not committed is committed first."""
        self._editing.close()
        self._editing.drop()
        self._clip.clear()
        self._highlights = Highlights()
        self._selection.go(0 if review is not None and len(review) else -1)
        self._lay(review)
        self._pin()
        self._editing.sheet = self._sheet
        self._tell_row()

    def refresh(self, shown: Shown) -> None:
        """Show a change; what is being read and edited stays where it is."""
        if self._sheet is None:
            return
        if not shown.old and not shown.new:
            # A word on what stands anyway: no row is another one, and what is still in doubt is told next.
            return
        shown = self._sheet.narrowed(shown)
        current, part = self.current_row(), self._editing.part
        self._splice(shown, part if part is not None and part.row == shown.first else None)
        self._follow(shown)
        self._highlights.hover = None
        self._editing.spliced(shown)
        self._show_cut()
        self._arrange()
        if current != self.current_row():
            self._tell_row()

    # -- editing ---

    def edit_row(self, row: int, caret: int | None = None) -> None:
        """Begin editing a row, the caret before one of its characters or at its end."""
        if self._sheet is None or not 0 <= row < self._sheet.parts.rows:
            return
        number = self._sheet.parts.at(row, len(self._sheet.review.text(row)) if caret is None else caret)
        self._editing.open(number, None if caret is None else caret - self._sheet.parts[number].start)

    def new_row(self, before: int) -> None:
        """Open an empty row before a row, to write a paragraph of one's own; asked for when it is committed."""
        self._editing.open_new(before)

    def _edit_at(self, number: int, offset: int) -> None:
        if self._sheet is not None:
            self._editing.open(number, offset - self._sheet.layout(number).start)

    def choose_word(self, text: str, start: int, end: int) -> None:
        """Select characters of the row being edited, while it reads so."""
        if self._editing.active and self._editing.editor.shown() == text:
            self._editing.editor.choose(start, end)

    def commit(self) -> None:
        """Send out what was typed, if anything; to be called before any other change."""
        self._editing.commit()

    def is_editing(self) -> bool:
        """Say whether the editor is open."""
        return self._editing.active

    def caret_offset(self) -> int | None:
        """Return the repaired offset of the caret, None while nothing is being edited."""
        if self._editing.part is None:
            return None
        return self._editing.offset(self._editing.editor.caret())

    def selection(self) -> tuple[int, int] | None:
        """Return the selected repaired characters, None if there are none."""
        if self._editing.part is None:
            return self._selection.text
        selected = self._editing.editor.selected()
        return (self._editing.offset(selected[0]), self._editing.offset(selected[1])) if selected else None

    def selected_text(self) -> str:
        """Return the selected characters, or else the selected rows, a line a paragraph."""
        typed = self._editing.editor.textCursor().selectedText() if self._editing.active else ""
        return typed or super().selected_text()

    def show_raw_in_place(self, on: bool) -> None:
        """Show the raw lines where the repaired text stands, or the repaired text again."""
        if on != self._raw_in_place:
            self._raw_in_place = on
            self._paint_editor()
            self.viewport().update()

    def _paint_editor(self) -> None:
        # Hidden it would lose the focus: it steps back instead.
        text = QColor(Qt.GlobalColor.transparent) if self._raw_in_place else QColor(self._colours.text)
        self._editing.editor.paint_in(text, QColor(self._colours.selection))

    def _show_strip(self) -> None:
        """Let the raw text at the caret lie over the line being typed in."""
        part, sheet = self._editing.part, self._sheet
        if sheet is None or part is None or not sheet.layout(self._editing.number).lines:
            self._strip.hide()
            return
        reading = sheet.review.reading
        at = reading.origin(min(self._editing.offset(self._editing.editor.caret()), len(reading.text)))
        self._strip.show_text(sheet.review.draft.source.text, at, sheet.faces.raw, self._colours)
        self._strip.lie(self._editing.editor.geometry())

    def _caret_moved(self) -> None:
        editing = self._editing
        if self._sheet is None or editing.part is None:
            return
        if editing.part.row != self.current_row():
            self._select(editing.part.row, reveal=False)
        offset = editing.offset(editing.editor.caret())
        hover = Hover((offset, offset), raw_of(self._sheet.review.reading, offset))
        if hover != self._highlights.hover or editing.editor.dirty:
            self._highlights.hover = hover
            self._update_part(editing.number)
        top = self._sheet.layout(editing.number).top + round(editing.editor.caret_line().y())
        self._reveal(editing.number, top, top + self._sheet.faces.reading.line)
        self._show_strip()

    def _arranged(self) -> None:
        super()._arranged()
        self._editing.lie(self._seen)
        self._show_strip()

    def _turn_editing(self, pages: int) -> None:
        row = self._row_after(pages)
        if self._sheet is not None:
            self.edit_row(max(0, min(row, self._sheet.parts.rows - 1)), 0)

    def _take_over(self, offset: int) -> None:
        self._pointer.take_over(offset)

    def _scene(self) -> Scene:
        scene = super()._scene()
        scene.editing = self._editing.number
        scene.typed_from = self._editing.typed_from()
        return scene

    def set_colours(self, colours: Colours) -> None:
        """Take other colours."""
        super().set_colours(colours)
        self._paint_editor()

    # -- cutting, pasting, dragging ---

    def cut(self) -> None:
        """Take the selected characters, to be put in elsewhere; they stay until then."""
        span = self.selection()
        if span is not None and self._sheet is not None:
            self._clip.take(self._sheet.review.reading, *span)
            self._show_cut()

    def paste(self) -> None:
        """Put the clipboard's text behind the current row, as new rows; what was cut here moves there."""
        text = QGuiApplication.clipboard().text()
        if self._sheet is None or not text.strip():
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

    def _show_cut(self) -> None:
        self._highlights.cut = (
            self._clip.span(self._sheet.review.reading) if self._sheet is not None else None
        )
        self.viewport().update()

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

    # -- events ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, or begin to drag."""
        reopen = self._editing.left_by_mouse or self._editing.active
        anchor = self._editing.left_at if self._editing.left_by_mouse else self._editing.anchor()
        self._editing.left_by_mouse = False
        self._editing.close()
        if anchor is not None:
            self._selection.begin_text(anchor)
        self._pointer.press(event, reopen=reopen)

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
        if self.current_row() >= 0:
            self.context_menu_asked.emit(self.current_row(), event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the rows."""
        if not browsing.take_key(self, event):
            event.ignore()
