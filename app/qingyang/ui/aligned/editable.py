"""A survey in which a row is edited in place: a native editor lies over it, its wishes go out as signals."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from qingyang.services.reviewing import Reviewing, Shown
from qingyang.ui.aligned.answers import Answers
from qingyang.ui.aligned.clip import Clip
from qingyang.ui.aligned.colours import Colours
from qingyang.ui.aligned.counterpart import raw_of
from qingyang.ui.aligned.editing import Editing
from qingyang.ui.aligned.highlights import Highlights, Hover
from qingyang.ui.aligned.raw_strip import RawStrip
from qingyang.ui.aligned.scene import Scene
from qingyang.ui.aligned.striding import Stride, strode
from qingyang.ui.aligned.survey import Survey
from qingyang.ui.aligned.wordwise import Cut


class Editable(Survey):
    """Rows to type in, one at a time."""

    editing_changed = Signal(bool)
    typed = Signal()
    """The text of the row being edited has changed; it is no change of the document yet."""
    edited = Signal(int, str)
    word_asked = Signal(str, int)
    """A word of the row being edited is to be chosen: its text as shown, and a character of the word."""
    words_asked = Signal()
    """Words are gone by: whoever has a dictionary may give it."""
    split_asked = Signal(int)
    join_asked = Signal(int)
    move_selection_asked = Signal(int, int, int)
    insert_asked = Signal(int, str)
    context_menu_asked = Signal(int, QPoint)
    cut_out = Signal()
    """Characters have been cut: they stand until they are put in elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clip = Clip()
        self._editing = Editing(self.viewport(), self._clip)
        self._strip = RawStrip(self.viewport())
        self._editing.editor.listener = Answers(self._editing)
        say = QCoreApplication.translate
        self._editing.editor.setAccessibleName(say("AlignedView", "Repaired paragraph"))
        self._wire_editing()

    def _wire_editing(self) -> None:
        editing = self._editing
        editing.edited.connect(self.edited)
        editing.editor.word_asked.connect(self.word_asked)
        editing.editor.textChanged.connect(self.typed)
        editing.insert_asked.connect(self.insert_asked)
        editing.insert_asked.connect(lambda row, text: self._select(row, reveal=False))
        editing.split_asked.connect(self.split_asked)
        editing.join_asked.connect(self.join_asked)
        editing.move_asked.connect(self.move_selection_asked)
        editing.cut_out.connect(self._show_cut)
        editing.cut_out.connect(self.cut_out)
        editing.toggled.connect(self.editing_changed)
        editing.toggled.connect(self._show_cut)
        editing.toggled.connect(self._show_strip)
        editing.grown.connect(self._arrange)
        editing.caret_moved.connect(self._caret_moved)
        editing.selected.connect(self.selection_changed)
        editing.page_asked.connect(self._turn_editing)
        editing.extend_asked.connect(self._stride)
        editing.all_asked.connect(self.select_all)
        editing.words_asked.connect(self.words_asked)
        editing.menu_asked.connect(lambda at: self.context_menu_asked.emit(self.current_row(), at))

    # -- the document ---

    def set_review(self, review: Reviewing | None) -> None:
        """Show a document from its beginning, or none; what is being typed is to be committed before."""
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
        shown = shown.reworded()
        current, part = self.current_row(), self._editing.part
        self._splice(shown, part if part is not None and part.row == shown.first else None)
        self._follow(shown)
        self._highlights.hover = None
        self._editing.spliced(shown)
        self._show_cut()
        self._arrange()
        if current != self.current_row():
            self._tell_row()

    def _refit(self) -> None:
        super()._refit()
        self._editing.fit()

    # -- editing ---

    def edit_row(self, row: int, caret: int | None = None) -> None:
        """Begin editing a row, the caret before one of its characters or at its end."""
        if self._sheet is None or not 0 <= row < self._sheet.parts.rows:
            return
        number = self._sheet.parts.at(row, len(self._sheet.review.text(row)) if caret is None else caret)
        self._editing.open(number, None if caret is None else caret - self._sheet.parts[number].start)

    def go_to_row(self, row: int) -> None:
        """Make a row current and scroll to it; another one that is being edited is left, lest one type out of sight."""
        part = self._editing.part
        if (part is not None and part.row == row) or self.leave_row():
            super().go_to_row(row)

    def leave_row(self) -> bool:
        """Commit what was typed and stop editing; return whether nothing is being edited now."""
        self._editing.close()
        return not self._editing.active

    def edit_span(self, anchor: int, head: int) -> None:
        """Edit with the repaired text from one offset to another selected; nothing is done where it is no one part."""
        if self._sheet is None or not self._sheet.parts.rows:
            return
        number = self._sheet.part_at(min(anchor, head))
        at = self._sheet.layout(number)
        if max(anchor, head) > at.end:
            return
        self._select(at.part.row, reveal=False)
        self._editing.open(number, head - at.start)
        if anchor != head and self._editing.active:
            self._editing.editor.choose(anchor - at.start, head - at.start)

    def stride(self, stride: Stride) -> bool:
        """Take the selection of characters on, if there is one; return whether there is."""
        ends = self._selection.ends
        if ends is not None:
            self._stride(*ends, stride)
        return ends is not None

    def _stride(self, anchor: int, head: int, stride: Stride) -> None:
        if self._sheet is None:
            return
        head = strode(self._sheet, head, stride)
        self._selection.begin_text(anchor)
        self._draw_selection(head)
        self._reveal_span(head, head)
        # Back within one part it is the editor's again.
        self.edit_span(anchor, head)

    def new_row(self, before: int) -> None:
        """Open an empty row before a row, to write a paragraph of one's own; asked for when it is committed."""
        self._editing.open_new(before)

    def _edit_at(self, number: int, offset: int) -> None:
        if self._sheet is not None:
            self._editing.open(number, offset - self._sheet.layout(number).start)

    def use_words(self, cut: Cut) -> None:
        """Go by the words of a dictionary."""
        self._editing.cut = cut

    def choose_word(self, text: str, start: int, end: int) -> None:
        """Select characters of the row being edited, while it reads so."""
        if self._editing.active and self._editing.editor.shown() == text:
            self._editing.editor.choose(start, end)

    def commit(self) -> bool:
        """Send out what was typed, if anything, and return whether it stands now; before any other change."""
        return self._editing.commit()

    def give_up(self) -> None:
        """Stop editing without a look at what was typed: it cannot be kept."""
        self._editing.drop()

    def is_editing(self) -> bool:
        """Say whether the editor is open."""
        return self._editing.active

    def is_unsettled(self) -> bool:
        """Say whether something is typed that is no change yet."""
        return self._editing.active and self._editing.editor.dirty

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
        y, height = self._stretches.get(self._editing.number, (0, 0))
        self._strip.lie(self._editing.editor.geometry(), min(y + height, self.viewport().height()))

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

    def _scene(self) -> Scene:
        scene = super()._scene()
        scene.editing = self._editing.number
        scene.typed_from = self._editing.typed_from()
        return scene

    def set_colours(self, colours: Colours) -> None:
        """Take other colours."""
        super().set_colours(colours)
        self._paint_editor()

    def _show_cut(self) -> None:
        self._highlights.cut = (
            self._clip.span(self._sheet.review.reading) if self._sheet is not None else None
        )
        self.viewport().update()
