"""What the clipboard and drags carry: plain text comes in, and a copy of it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QTextDocumentFragment

_OBJECT = "\ufffc"
"""What stands for a picture in the text of a page."""


def carries_text(data: QMimeData) -> bool:
    """Say whether there is text in it, marked up or not."""
    return data.hasText() or data.hasHtml()


def text_carried(data: QMimeData) -> str:
    """Return its text; that of its markup where it comes with nothing else, as from some browsers and mail programs."""
    if data.hasText() or not data.hasHtml():
        return data.text()
    return QTextDocumentFragment.fromHtml(data.html()).toPlainText().replace(_OBJECT, "")


def clipboard_text() -> str:
    """Return the clipboard's text; none where whoever holds it does not answer."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return text_carried(data) if data is not None else ""


def take_copy(event: QDropEvent) -> None:
    """Take what is dropped as a copy: told that it was moved, some programs take it away where it came from."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
