"""Keys while nothing is being edited: going from row to row, selecting rows, beginning to edit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from qingyang.ui.aligned.striding import Stride


class Browsed(Protocol):
    """What keys may do to a view."""

    def current_row(self) -> int:
        """Return the current row."""
        ...

    def step(self, rows: int, *, extend: bool = False) -> None:
        """Go so many rows down."""
        ...

    def stride(self, stride: Stride) -> bool:
        """Take the selection of characters on; return whether there is one."""
        ...

    def turn(self, pages: int, *, extend: bool = False) -> None:
        """Go so many pages down."""
        ...

    def edit_row(self, row: int, caret: int | None = None) -> None:
        """Begin editing."""
        ...

    def copy(self) -> None:
        """Copy what is selected."""
        ...

    def cut(self) -> None:
        """Take the selected characters, to be put in elsewhere."""
        ...

    def paste(self) -> None:
        """Put the clipboard's text in."""
        ...

    def select_all(self) -> None:
        """Select every row."""
        ...

    def enter(self, *, last: bool) -> None:
        """Put the caret at an end of what is selected."""
        ...

    def remove(self) -> None:
        """Take out what is selected."""
        ...

    def type(self, text: str) -> None:
        """Put text in place of what is selected."""
        ...

    def escape(self) -> None:
        """Let go of what was begun or selected."""
        ...


_FAR = 1 << 40
_STANDARD: tuple[tuple[QKeySequence.StandardKey, Callable[[Browsed], None]], ...] = (
    (QKeySequence.StandardKey.Copy, lambda view: view.copy()),
    (QKeySequence.StandardKey.Cut, lambda view: view.cut()),
    (QKeySequence.StandardKey.Paste, lambda view: view.paste()),
    (QKeySequence.StandardKey.SelectAll, lambda view: view.select_all()),
)
_KEYS: dict[Qt.Key, Callable[[Browsed, bool], None]] = {
    Qt.Key.Key_Up: lambda view, extend: view.step(-1, extend=extend),
    Qt.Key.Key_Down: lambda view, extend: view.step(1, extend=extend),
    Qt.Key.Key_PageUp: lambda view, extend: view.turn(-1, extend=extend),
    Qt.Key.Key_PageDown: lambda view, extend: view.turn(1, extend=extend),
    Qt.Key.Key_F2: lambda view, extend: view.edit_row(view.current_row()),
    Qt.Key.Key_Return: lambda view, extend: view.edit_row(view.current_row()),
    Qt.Key.Key_Enter: lambda view, extend: view.edit_row(view.current_row()),
    Qt.Key.Key_Left: lambda view, extend: view.enter(last=False),
    Qt.Key.Key_Home: lambda view, extend: view.enter(last=False),
    Qt.Key.Key_Right: lambda view, extend: view.enter(last=True),
    Qt.Key.Key_End: lambda view, extend: view.enter(last=True),
    Qt.Key.Key_Delete: lambda view, extend: view.remove(),
    Qt.Key.Key_Backspace: lambda view, extend: view.remove(),
    Qt.Key.Key_Escape: lambda view, extend: view.escape(),
}
_CTRL_KEYS: dict[Qt.Key, Callable[[Browsed, bool], None]] = {
    Qt.Key.Key_Home: lambda view, extend: view.step(-_FAR, extend=extend),
    Qt.Key.Key_End: lambda view, extend: view.step(_FAR, extend=extend),
}
_NONE, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_STRIDES: dict[tuple[Qt.Key, Qt.KeyboardModifier], Stride] = {
    (Qt.Key.Key_Left, _NONE): Stride.BACK,
    (Qt.Key.Key_Right, _NONE): Stride.ON,
    (Qt.Key.Key_Up, _NONE): Stride.UP,
    (Qt.Key.Key_Down, _NONE): Stride.DOWN,
    (Qt.Key.Key_Home, _NONE): Stride.LINE_START,
    (Qt.Key.Key_End, _NONE): Stride.LINE_END,
    (Qt.Key.Key_Home, _CTRL): Stride.START,
    (Qt.Key.Key_End, _CTRL): Stride.END,
}


def take_key(view: Browsed, event: QKeyEvent) -> bool:
    """Do what a key means to a view that is not being edited; return whether it means anything."""
    for key, act in _STANDARD:
        if event.matches(key):
            act(view)
            return True
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    extend = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    table = {Qt.KeyboardModifier.NoModifier: _KEYS, Qt.KeyboardModifier.ControlModifier: _CTRL_KEYS}.get(
        modifiers
    )
    move = table.get(Qt.Key(event.key())) if table else None
    stride = _STRIDES.get((Qt.Key(event.key()), modifiers)) if extend else None
    if stride is not None and view.stride(stride):
        return True
    if move is not None:
        move(view, extend)
    elif not modifiers and event.text() and event.text().isprintable():
        view.type(event.text())
    else:
        return False
    return True
