"""What goes with the text, but may come after it: at once in a short text, after a pause of the keys in a long one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from qingyang.ui.session import Session

LONG = 1_000
"""Rows from which looking at every one of them would be felt at a key."""
_PAUSE = 250
"""Milliseconds without a wish after which one is done."""


class Quiet(QObject):
    """Does one thing whenever it is wished for, but never between two keys of a long text."""

    def __init__(self, session: Session, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._act = act
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(act)

    def wish(self) -> None:
        """Wish for it."""
        review = self._session.review
        if review is not None and len(review) > LONG:
            self._timer.start()
        else:
            self._timer.stop()
            self._act()
