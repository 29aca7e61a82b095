"""Keys that lead out of the row being edited, or change rows: the rest is typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from qingyang.ui.aligned.editing import Editing
from qingyang.ui.aligned.striding import Stride
from qingyang.ui.aligned.wordwise import beside

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


def take_key(editing: Editing, event: QKeyEvent) -> bool:
    """Do what a key means beyond typing; return whether it meant anything."""
    if event.matches(QKeySequence.StandardKey.Cut):
        return _cut(editing)
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    act = _KEYS.get((Qt.Key(event.key()), modifiers))
    return act is not None and act(editing)


def _cut(editing: Editing) -> bool:
    selected = editing.editor.selected()
    if selected is None or editing.part is None or editing.sheet is None or not editing.commit():
        return True
    start, end = editing.offset(selected[0]), editing.offset(selected[1])
    editing.clip.take(editing.sheet.review.reading, start, end)
    editing.cut_out.emit()
    return True


def _leave(editing: Editing) -> bool:
    editing.clip.clear()
    editing.close()
    return True


def _enter(editing: Editing) -> bool:
    sheet, part = editing.sheet, editing.part
    if sheet is None:
        return True
    if part is None:
        return _enter_new(editing)
    before, behind = _sides(editing)
    if not behind.strip() and part.end == len(sheet.review.text(part.row)):
        editing.open_new(part.row + 1)
    elif not before.strip() and not part.start:
        editing.open_new(part.row)
    else:
        _split(editing, len(before if part.start else before.lstrip()))
    return True


def _sides(editing: Editing) -> tuple[str, str]:
    text, caret = editing.editor.shown(), editing.editor.caret()
    return text[:caret], text[caret:]


def _split(editing: Editing, caret: int) -> None:
    rows = len(editing.sheet.review) if editing.sheet else 0
    if not editing.commit() or editing.part is None or editing.sheet is None:
        return
    row, passage = editing.part.row, editing.sheet.review.passages[editing.part.row]
    editing.split_asked.emit(passage.start + editing.part.start + caret)
    if len(editing.sheet.review) > rows:
        editing.open(editing.sheet.parts.first(row + 1), 0)


def _enter_new(editing: Editing) -> bool:
    before = editing.before
    if editing.editor.shown().strip():
        editing.open_new(before + 1)
    else:
        editing.close()
    return True


def _back(editing: Editing) -> bool:
    if editing.editor.caret() or editing.editor.selected() or editing.sheet is None:
        return False
    if editing.part is None:
        return _back_from_new(editing)
    if editing.part.start:
        editing.open(editing.number - 1)
        editing.editor.textCursor().deletePreviousChar()
    elif editing.part.row:
        _join(editing, editing.part.row - 1)
    return True


def _back_from_new(editing: Editing) -> bool:
    if editing.sheet is None or editing.editor.shown():
        return False
    before = editing.before
    if before:
        editing.open(editing.sheet.parts.first(before) - 1)
    else:
        editing.close()
    return True


def _delete(editing: Editing) -> bool:
    if editing.editor.behind() or editing.editor.selected() or editing.sheet is None or editing.part is None:
        return False
    part = editing.part
    if part.end < len(editing.sheet.review.text(part.row)):
        editing.open(editing.number + 1, 0)
        editing.editor.textCursor().deleteChar()
    elif part.row + 1 < len(editing.sheet.review):
        _join(editing, part.row)
    return True


def _join(editing: Editing, row: int) -> None:
    if not editing.commit() or editing.sheet is None:
        return
    rows, seam = len(editing.sheet.review), len(editing.sheet.review.text(row))
    editing.join_asked.emit(row)
    if len(editing.sheet.review) < rows:
        number = editing.sheet.parts.at(row, seam)
        editing.open(number, seam - editing.sheet.parts[number].start)


def _go(editing: Editing, number: int, *, last_line: bool) -> bool:
    """Go to a neighbouring part, straight up or down from where the caret stands."""
    sheet = editing.sheet
    if sheet is None or not 0 <= number < len(sheet.parts):
        return False
    text = sheet.layout(number).text
    x = editing.editor.caret_line().x()
    editing.open(number, text.offset_at(x, text.height - 1 if last_line else 0))
    return True


def _up(editing: Editing) -> bool:
    return editing.editor.edge(last=False) and _go(editing, _number(editing) - 1, last_line=True)


def _down(editing: Editing) -> bool:
    return editing.editor.edge(last=True) and _go(editing, _number(editing, 0) + 1, last_line=False)


def _number(editing: Editing, new: int = 1) -> int:
    """Return the part being edited; for a row being written, the one before it (``new`` 0) or after it."""
    if editing.part is not None or editing.sheet is None:
        return editing.number
    return editing.sheet.parts.first(editing.before) - 1 + new


def _left(editing: Editing) -> bool:
    if editing.editor.caret() or editing.editor.selected() or _number(editing) < 1:
        return False
    editing.open(_number(editing) - 1)
    return True


def _right(editing: Editing) -> bool:
    number = _number(editing, 0) + 1
    if editing.editor.behind() or editing.editor.selected():
        return False
    if editing.sheet is None or number >= len(editing.sheet.parts):
        return False
    editing.open(number, 0)
    return True


def _first(editing: Editing) -> bool:
    editing.open(0, 0)
    return True


def _last(editing: Editing) -> bool:
    editing.open(len(editing.sheet.parts) - 1 if editing.sheet else -1)
    return True


def _page(pages: int) -> Callable[[Editing], bool]:
    def turn(editing: Editing) -> bool:
        editing.page_asked.emit(pages)
        return True

    return turn


def _extend(stride: Stride, ends: Callable[[Editing], bool]) -> Callable[[Editing], bool]:
    """Return what takes a selection on beyond the part, once the caret is where the part ends for that key."""

    def extend(editing: Editing) -> bool:
        anchor = editing.anchor()
        if anchor is None or not ends(editing):
            return False
        head = editing.offset(editing.editor.caret())
        editing.close()
        if not editing.active:
            editing.extend_asked.emit(anchor, head, stride)
        return True

    return extend


def _word(by: int, *, select: bool = False) -> Callable[[Editing], bool]:
    """Return what goes by a word, or takes the selection on by one; over the row's edge as without Ctrl."""

    def go(editing: Editing) -> bool:
        editor, at = editing.editor, editing.editor.caret()
        to = _beside(editing, by)
        if to == at:
            return False if select else (_right if by > 0 else _left)(editing)
        if select:
            editor.choose(editor.anchor(), to)
        else:
            editor.set_caret(to)
        return True

    return go


def _delete_word(by: int) -> Callable[[Editing], bool]:
    def delete(editing: Editing) -> bool:
        at, to = editing.editor.caret(), _beside(editing, by)
        if at == to or editing.editor.selected():
            return False
        editing.editor.choose(at, to)
        editing.editor.textCursor().removeSelectedText()
        return True

    return delete


def _beside(editing: Editing, by: int) -> int:
    editing.words_asked.emit()
    return beside(editing.editor.shown(), editing.editor.caret(), by, editing.cut)


def _at_end(editing: Editing) -> bool:
    return editing.editor.caret() == len(editing.editor.shown())


def _all(editing: Editing) -> bool:
    """Select the whole text where all of the row is selected already."""
    length = len(editing.editor.shown())
    if length and editing.editor.selected() != (0, length):
        return False
    editing.close()
    if not editing.active:
        editing.all_asked.emit()
    return True


_KEYS: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[Editing], bool]] = {
    (Qt.Key.Key_Escape, _NONE): _leave,
    (Qt.Key.Key_Return, _NONE): _enter,
    (Qt.Key.Key_Enter, _NONE): _enter,
    (Qt.Key.Key_Return, _SHIFT): _enter,
    (Qt.Key.Key_Backspace, _NONE): _back,
    (Qt.Key.Key_Delete, _NONE): _delete,
    (Qt.Key.Key_Up, _NONE): _up,
    (Qt.Key.Key_Down, _NONE): _down,
    (Qt.Key.Key_Left, _NONE): _left,
    (Qt.Key.Key_Right, _NONE): _right,
    (Qt.Key.Key_Home, _CTRL): _first,
    (Qt.Key.Key_End, _CTRL): _last,
    (Qt.Key.Key_PageUp, _NONE): _page(-1),
    (Qt.Key.Key_PageDown, _NONE): _page(1),
    (Qt.Key.Key_Up, _SHIFT): _extend(Stride.UP, lambda editing: editing.editor.edge(last=False)),
    (Qt.Key.Key_Down, _SHIFT): _extend(Stride.DOWN, lambda editing: editing.editor.edge(last=True)),
    (Qt.Key.Key_Left, _SHIFT): _extend(Stride.BACK, lambda editing: not editing.editor.caret()),
    (Qt.Key.Key_Right, _SHIFT): _extend(Stride.ON, _at_end),
    (Qt.Key.Key_Home, _CTRL | _SHIFT): _extend(Stride.START, lambda editing: True),
    (Qt.Key.Key_End, _CTRL | _SHIFT): _extend(Stride.END, lambda editing: True),
    (Qt.Key.Key_A, _CTRL): _all,
    (Qt.Key.Key_Left, _CTRL): _word(-1),
    (Qt.Key.Key_Right, _CTRL): _word(1),
    (Qt.Key.Key_Left, _CTRL | _SHIFT): _word(-1, select=True),
    (Qt.Key.Key_Right, _CTRL | _SHIFT): _word(1, select=True),
    (Qt.Key.Key_Backspace, _CTRL): _delete_word(-1),
    (Qt.Key.Key_Delete, _CTRL): _delete_word(1),
}
