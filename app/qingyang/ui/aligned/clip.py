"""Text cut inside the view, which keeps its origins when it is put in again elsewhere.

Nothing is taken away when text is cut: it is outlined until it is put in, and stays if it never is.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from qingyang.text.article import Anchor
from qingyang.text.reading import Reading


class Clip:
    """What was cut, by anchors, so that it is found again after other changes."""

    def __init__(self) -> None:
        self._text = ""
        self._first = self._last = Anchor(0)

    def take(self, reading: Reading, start: int, end: int) -> None:
        """Cut repaired[start:end]; it goes on the clipboard too."""
        self._text = reading.text[start:end]
        self._first, self._last = reading.anchor(start), reading.anchor(end - 1)
        QGuiApplication.clipboard().setText(self._text)

    def clear(self) -> None:
        """Forget what was cut."""
        self._text = ""

    @property
    def held(self) -> bool:
        """Whether something is cut and not put in."""
        return bool(self._text)

    def holds(self, text: str) -> bool:
        """Say whether this pasted text is what was cut."""
        return bool(self._text) and text == self._text

    def span(self, reading: Reading) -> tuple[int, int] | None:
        """Return where the cut text stands by now, None if it is no longer what it was."""
        if not self._text:
            return None
        first, last = reading.place(self._first), reading.place(self._last)
        if first is None or last is None or reading.text[first : last + 1] != self._text:
            return None
        return first, last + 1
