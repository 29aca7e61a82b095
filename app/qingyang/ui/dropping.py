"""Files and texts dropped anywhere on the window come in; drags that began inside the window are left alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Dropping(QObject):
    """Watches widgets for drops from outside."""

    paths_dropped = Signal(object, object)
    """Files, and where on the screen."""
    text_dropped = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._editors: list[QObject] = []

    def watch(self, widget: QWidget) -> None:
        """Take what is dropped on a widget, and on whatever in it takes no drops of its own."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def watch_editor(self, widget: QWidget) -> None:
        """Take files dropped on a text editor, which would type their names; text it takes itself."""
        self._editors.append(widget)
        self.watch(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what comes from outside; everything else goes its way."""
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent) or event.source() is not None:
            return False
        data = event.mimeData()
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if not paths and (watched in self._editors or not data.hasText()):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            if paths:
                at = event.position().toPoint()
                self.paths_dropped.emit(
                    paths, watched.mapToGlobal(at) if isinstance(watched, QWidget) else at
                )
            else:
                self.text_dropped.emit(data.text())
        return True
