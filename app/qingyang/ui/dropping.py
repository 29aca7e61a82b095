"""Files, pictures and texts dropped anywhere on the window come in; drags begun inside the window are left alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from qingyang.ui.carried import carries_text, take_copy, text_carried

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Dropping(QObject):
    """Watches widgets for drops from outside."""

    paths_dropped = Signal(object, object)
    """Files, and where on the screen."""
    picture_dropped = Signal(object, object)
    """A picture that is no file: its mime data, and where on the screen."""
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
        if not paths and not data.hasImage() and (watched in self._editors or not carries_text(data)):
            return False
        take_copy(event)
        if event.type() == QEvent.Type.Drop:
            at = event.position().toPoint()
            self._dropped(data, paths, watched.mapToGlobal(at) if isinstance(watched, QWidget) else at)
        return True

    def _dropped(self, data: QMimeData, paths: list[Path], at: QPoint) -> None:
        if paths:
            self.paths_dropped.emit(paths, at)
        elif data.hasImage():
            # A browser hands over the picture beside its address: the address is never followed.
            self.picture_dropped.emit(data, at)
        else:
            self.text_dropped.emit(text_carried(data))
