"""Another program beside the window, as a file manager is: its left half is dragged from, its right half copies.

Run with a folder; what is handed over is what the file `now` in it says: ``file NAME``, ``bytes NAME`` for a picture's
bytes, ``text WORDS``. It would rather have a drag move things; what became of it is written to `told`.
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
        how, _, what = (self._folder / "now").read_text(encoding="utf-8").partition(" ")
        path, data = self._folder / what, QMimeData()
        if how == "bytes":
            data.setData(KINDS[path.suffix], path.read_bytes())
        elif how == "text":
            data.setText(what)
        else:
            data.setUrls([QUrl.fromLocalFile(str(path))])
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > self.width() / 2:
            QApplication.clipboard().setMimeData(self._data())
        else:
            drag = QDrag(self)
            drag.setMimeData(self._data())
            done = drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction)
            (self._folder / "told").write_text(done.name)


if __name__ == "__main__":
    app = QApplication([])
    folder = Path(sys.argv[1])
    hand = Hand(folder)
    hand.show()
    (folder / "here").touch()
    app.exec()
