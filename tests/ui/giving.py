"""Another program, as a file manager is: whoever pulls at its small window drags files, or a text, out of it.

Run as ``giving.py file PATH...`` or ``giving.py text WORDS``; says ``here`` and where, then what became of each drag.
"""

import sys

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

PLACE = QPoint(1300, 20)


class Giver(QLabel):
    """Gives away what it was told to, and would rather have it moved."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        data, drag = QMimeData(), QDrag(self)
        kind, *what = sys.argv[1:]
        if kind == "file":
            data.setUrls([QUrl.fromLocalFile(path) for path in what])
        else:
            data.setText(" ".join(what))
        drag.setMimeData(data)
        done = drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction)
        print(done.name, flush=True)


def main() -> None:
    """Stand at the edge of the screen, above all others."""
    app = QApplication([])
    giver = Giver("give")
    giver.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
    giver.setGeometry(PLACE.x(), PLACE.y(), 80, 40)
    giver.show()
    print("here", flush=True)
    app.exec()


if __name__ == "__main__":
    main()
