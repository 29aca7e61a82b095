"""What an action is, and a menu of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

WINDOW = "window"
DOUBTS = "doubts"
ARTICLES = "articles"
HITS = "hits"
NOTES = "notes"
HISTORY = "history"
TEXT = "text"
OFFER_KEYS = tuple("123456789")
"""In the list of doubts, what puts a flag's first, second … alternative in place."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Return the text; lupdate looks for this very name (Qt's own is typed as returning nothing in particular)."""
    return text


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a user can do."""

    id: str
    text: str
    """Source string; Chinese comes from the translator."""
    handler: str
    """``controller.method`` of the window; what follows a colon is handed to the method."""
    keys: tuple[str, ...] = ()
    """Shortcuts; the first one is shown."""
    icon: str = ""
    needs: str = ""
    """What must be there: a desk, a document, a row, a picture, a doubt, or an alternative; nothing if empty."""
    scope: str = WINDOW
    """Where its keys act: in the whole window, or only while one list has the focus."""
    toolbar: bool = False
    checkable: bool = False

    @property
    def words(self) -> str:
        """Return what the user reads."""
        return QCoreApplication.translate("Action", self.text)


@dataclass(frozen=True, slots=True)
class Menu:
    """One menu and its actions in order; None is a line between groups."""

    id: str
    text: str
    actions: tuple[Action | Menu | None, ...]

    @property
    def words(self) -> str:
        """Return the menu's title."""
        return QCoreApplication.translate("Menu", self.text)
