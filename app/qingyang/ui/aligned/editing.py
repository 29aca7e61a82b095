"""Editing in place: which row the editor lies over, and when what was typed goes out as a change.

Typed text is committed when the row is left, after a pause, and before anything else happens to the text. The
window answers a commit by showing the change; until it does, what was typed stays in the editor.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from qingyang.services.reviewing import Shown
from qingyang.text.article import Anchor
from qingyang.ui.aligned.clip import Clip
from qingyang.ui.aligned.editor import RowEditor
from qingyang.ui.aligned.overlay import top_before, top_over
from qingyang.ui.aligned.parts import Part
from qingyang.ui.aligned.pins import followed, pin
from qingyang.ui.aligned.position import Seen
from qingyang.ui.aligned.sheet import PADDING, Sheet
from qingyang.ui.aligned.utf16 import showable
from qingyang.ui.aligned.wordwise import Cut, clauses

PAUSE = 1_000
"""Milliseconds without a key after which typing is committed."""
_ASIDE = -20_000
"""Where the editor waits while its row is out of view: hidden it would lose the focus."""


class Editing(QObject):
    """The one row being edited, or the one being written anew."""

    edited = Signal(int, str)
    insert_asked = Signal(int, str)
    split_asked = Signal(int)
    join_asked = Signal(int)
    move_asked = Signal(int, int, int)
    """Start and end of repaired text, and the offset it is to go to."""
    cut_out = Signal()
    """The selected characters have been cut."""
    toggled = Signal(bool)
    grown = Signal()
    """Heights have changed."""
    caret_moved = Signal()
    selected = Signal()
    page_asked = Signal(int)
    extend_asked = Signal(int, int, object)
    """A selection from one repaired offset to another is to go on out of the part: by which `Stride`."""
    all_asked = Signal()
    words_asked = Signal()
    """A key went by words: a dictionary is wanted."""
    menu_asked = Signal(object)
    dragged = Signal(int)
    """A selection that began at this repaired offset has left the row."""
    grasp = Signal(int, int, QPointF)
    """What is selected of the repaired text is being dragged; where on the screen it was pressed."""

    def __init__(self, viewport: QWidget, clip: Clip) -> None:
        super().__init__(viewport)
        self.editor = RowEditor(viewport)
        self.cut: Cut = clauses
        """Cuts a text into words; by a dictionary once there is one."""
        self.clip = clip
        self._viewport = viewport
        self.editor.hide()
        self.sheet: Sheet | None = None
        self.part: Part | None = None
        self.before = -1
        """The row a new paragraph is being written before, or -1."""
        self.left_at: int | None = None
        """The repaired offset a selection would have reached from when a press elsewhere took the focus."""
        self._lead = 0
        self._pin: Anchor | None = None
        self._busy = self._taken = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._paused)
        self.editor.textChanged.connect(self._typed)
        self.editor.resized.connect(self._resized)
        self.editor.cursorPositionChanged.connect(self.caret_moved)
        self.editor.selectionChanged.connect(self.selected)
        self.editor.menu_asked.connect(self.menu_asked)

    # -- what is being edited ---

    @property
    def active(self) -> bool:
        """Whether the editor is open."""
        return self.part is not None or self.before >= 0

    @property
    def number(self) -> int:
        """The part being edited, or -1."""
        return self.sheet.parts.at(self.part.row, self.part.start) if self.sheet and self.part else -1

    def text(self) -> str:
        """Return the text that stands where the editor lies."""
        if self.sheet is None or self.part is None:
            return ""
        return self.sheet.review.text(self.part.row)[self.part.start : self.part.end]

    def offset(self, caret: int) -> int:
        """Return the repaired offset of a place in the editor, as it will be once all is committed."""
        assert self.sheet is not None and self.part is not None
        start = self.sheet.review.passages[self.part.row].start + self.part.start
        return start + max(0, caret - self._lead)

    def anchor(self) -> int | None:
        """Return the repaired offset a selection of characters reaches from, None while no part is edited."""
        return self.offset(self.editor.anchor()) if self.part is not None else None

    def typed_from(self) -> int | None:
        """Return the first character of the part that typing has changed, None while none is."""
        return self.editor.unchanged() if self.part is not None and self.editor.dirty else None

    def open(self, number: int, caret: int | None = None) -> None:
        """Lay the editor over a part, the caret before one of its characters or at its end."""
        if self.sheet is None or not 0 <= number < len(self.sheet.parts):
            return
        if self.part is None or number != self.number:
            before = len(self.sheet.parts)
            if not self._step_out():
                return
            number += (len(self.sheet.parts) - before) * (number > self.number >= 0)
            number = min(number, len(self.sheet.parts) - 1)
            if number < 0:
                return
            self._lie_over(self.sheet.parts[number])
        self.editor.set_caret(len(self.text()) + self._lead if caret is None else caret + self._lead)

    def open_new(self, before: int) -> None:
        """Open an empty row before a row, to write a paragraph of one's own."""
        if self.sheet is None or not self._step_out():
            return
        self.before = before
        self._load("")
        self._resized(self.sheet.faces.reading.line)

    def _step_out(self) -> bool:
        """Commit and let go of the row, keeping the editor for the next one; return whether that went well."""
        if not self.active:
            return True
        if not self.commit():
            return False
        self._forget()
        return True

    def _lie_over(self, part: Part) -> None:
        assert self.sheet is not None
        self.part = part
        self._pin = pin(self.sheet.review, part.row)
        self._load(self.text())

    def _load(self, text: str) -> None:
        assert self.sheet is not None
        self._lead = 0
        fresh = not self.editor.isVisible()
        self._timer.stop()
        self._busy = True
        self.editor.load(text, self.sheet.faces.reading, self.sheet.columns.text_width)
        self._busy = False
        self.editor.show()
        self.editor.setFocus()
        self.grown.emit()
        if fresh:
            self.toggled.emit(True)

    def fit(self) -> None:
        """Show what is being typed as the sheet is laid out now."""
        if self.active and self.sheet is not None:
            self._busy = True
            self.editor.fit(self.sheet.faces.reading, self.sheet.columns.text_width)
            self._busy = False
            self.grown.emit()

    def _forget(self) -> None:
        if self.sheet is not None:
            self.sheet.shrink()
        self.part, self.before, self._lead = None, -1, 0
        self._timer.stop()

    def close(self) -> None:
        """Commit and take the editor away; where the commit fails it stays, with what was typed."""
        if self.active and self.commit():
            self.drop()

    def drop(self) -> None:
        """Take the editor away without looking at what was typed."""
        was = self.active
        self._forget()
        home = self._viewport.parentWidget()
        if self.editor.hasFocus() and home is not None:
            home.setFocus()
        self.editor.hide()
        if was:
            self.grown.emit()
            self.toggled.emit(False)

    # -- committing ---

    def commit(self) -> bool:
        """Send out what was typed; return whether it stands now."""
        self._timer.stop()
        if not self.active or self._busy or self.sheet is None:
            return True
        if self.part is None:
            return self._commit_new()
        if not self.editor.dirty:
            return True
        old = self.sheet.review.text(self.part.row)
        new = (old[: self.part.start] + self.editor.typed() + old[self.part.end :]).strip()
        return True if new == old else self._send(self.edited, self.part.row, new)

    def _commit_new(self) -> bool:
        new, before = self.editor.typed().strip(), self.before
        if not new:
            return True
        return self._send(self.insert_asked, before, new)

    def _send(self, signal: SignalInstance, row: int, text: str) -> bool:
        self._busy, self._taken = True, False
        try:
            signal.emit(row, text)
        finally:
            self._busy = False
        return self._taken

    def spliced(self, shown: Shown) -> None:
        """Follow a change of the rows."""
        self._taken = True
        if self.sheet is None or not self.active:
            return
        if self.part is None:
            if self._busy:
                self.editor.rebase(self.editor.typed())
            elif self.before > shown.first:
                self.before += shown.new - shown.old
            return
        within = shown.first <= self.part.row < shown.first + shown.old
        if within and not shown.new:
            self.drop()
            return
        row = followed(self.sheet.review, self.part.row, self._pin, shown)
        self.part = self.part._replace(row=row)
        if within:
            self._follow(row)
        self._pin = pin(self.sheet.review, row)

    def _follow(self, row: int) -> None:
        """Go on editing in a row that has changed."""
        assert self.sheet is not None and self.part is not None
        caret = self.editor.caret()
        self.part = self.sheet.parts[self.sheet.parts.at(row, self.part.start)]
        text, now = self.text(), self.editor.typed()
        at = now.find(text) if text else -1
        if at >= 0 and not now[:at].strip() and not now[at + len(text) :].strip():
            # White space typed at an edge is no part of the paragraph; it stays in the editor until it is left.
            self._lead = at
            self.editor.rebase(now)
        elif showable(text) != self.editor.shown():
            self._load(text)
            self.editor.set_caret(caret)

    def _typed(self) -> None:
        if self.active and not self._busy and self.editor.dirty:
            self._timer.start()

    def _paused(self) -> None:
        if self.editor.composing() or not self.editor.typed().strip():
            self._timer.start()
        elif self.part is not None:
            self.commit()

    def _resized(self, height: int) -> None:
        if self.sheet is None or not self.active:
            return
        if self.part is not None:
            self.sheet.grow(self.number, height)
        else:
            self.sheet.make_room(
                self.sheet.parts.first(self.before) - 1, height + self.sheet.faces.px(PADDING)
            )
        self.grown.emit()

    # -- where it lies ---

    def lie(self, seen: Sequence[Seen]) -> None:
        """Put the editor over its row."""
        if self.sheet is None or not self.active:
            return
        sheet = self.sheet
        height = max(sheet.faces.reading.line, round(self.editor.document().size().height()))
        over = self.part is not None
        top = top_over(sheet, seen, self.number) if over else top_before(sheet, seen, self.before)
        at, width = sheet.columns.text, sheet.columns.text_width + sheet.faces.px(10)
        self.editor.setGeometry(at, _ASIDE if top is None else top, width, height)
