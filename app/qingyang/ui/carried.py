"""What the clipboard and drags carry, as plain text: nothing else of it comes in."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextDocumentFragment

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
    """Return the clipboard's text."""
    return text_carried(QGuiApplication.clipboard().mimeData())
