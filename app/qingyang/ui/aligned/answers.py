"""What comes of what hands do in the editor of a row, where it is more than typing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from qingyang.ui.aligned import crossing, pasting
from qingyang.ui.aligned.editing import Editing
from qingyang.ui.aligned.editor import Listener

_PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class Answers(Listener):
    """Goes from row to row, commits, and hands over to the view."""

    def __init__(self, editing: Editing) -> None:
        self._editing = editing

    def key(self, event: QKeyEvent) -> bool:
        """Take a key that leaves the row or changes rows."""
        return not self._editing.editor.composing() and crossing.take_key(self._editing, event)

    def pasted(self, text: str) -> None:
        """Put pasted text in."""
        pasting.paste(self._editing, text)

    def left(self, reason: Qt.FocusReason) -> None:
        """Commit when the focus goes; stay only where it comes back by itself."""
        editing = self._editing
        editing.left_at = editing.anchor() if reason == Qt.FocusReason.MouseFocusReason else None
        if reason in _PASSING:
            editing.commit()
        else:
            editing.close()

    def grasped(self, at: QPointF) -> None:
        """Hand what is selected over to the view, to be dragged."""
        editing = self._editing
        selected = editing.editor.selected()
        if editing.part is None or selected is None:
            return
        start, end = map(editing.offset, selected)
        editing.close()
        if not editing.active:
            editing.grasp.emit(start, end, at)

    def dragged_out(self, anchor: int) -> None:
        """Hand a selection over to the view."""
        editing = self._editing
        if editing.part is None:
            return
        offset = editing.offset(anchor)
        editing.close()
        if not editing.active:
            editing.dragged.emit(offset)
