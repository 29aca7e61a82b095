"""Another program beside the window: its left half is dragged from, a click on its right half copies.

Run with a folder; what is handed over is the file that `now` in it names, as a file or, with `bytes` before the name,
as a picture's bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

PLACE = QRect(1310, 20, 80, 60)
"""Where it stands on the screen."""
KINDS = {".jpg": "image/jpeg", ".png": "image/png"}
ASIDE = Qt.WindowType.X11BypassWindowManagerHint | Qt.WindowType.WindowDoesNotAcceptFocus
"""It leaves the keys where they are."""


class Hand(QWidget):
    """A small window that gives away a file."""

    def __init__(self, folder: Path) -> None:
        super().__init__(None, ASIDE)
        self._folder = folder
        self.setGeometry(PLACE)

    def _data(self) -> QMimeData:
        how, _, name = (self._folder / "now").read_text(encoding="utf-8").partition(" ")
        path, data = self._folder / name, QMimeData()
        if how == "bytes":
            data.setData(KINDS[path.suffix], path.read_bytes())
        else:
            data.setUrls([QUrl.fromLocalFile(str(path))])
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > self.width() / 2:
            QApplication.clipboard().setMimeData(self._data())
        else:
            drag = QDrag(self)
            drag.setMimeData(self._data())
            drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    app = QApplication([])
    hand = Hand(Path(sys.argv[1]))
    hand.show()
    app.exec()
