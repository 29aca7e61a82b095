"""The scripted session: each seed from a fresh import to the text a hand read it as, by keys alone, counted.

Typed words are not counted; every other key is, those of dialogs and of going from place to place included.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, press, reviewed, take_keys, type_text, wait_for_document

from qingyang.resources import seeds
from qingyang.services.reviewing import Reviewing
from qingyang.text.edit import Edit
from qingyang.text.guess import Guess
from qingyang.text.row import Doubt
from qingyang.ui.move_dialog import MovePart
from qingyang.ui.window import Window

pytestmark = pytest.mark.window
READINGS = Path(__file__).parents[1] / "reading"
_MOMENT = 10
SEEN = 5
"""Characters on either side of a seam by which a hand's reading is asked about it."""


def paragraphs(seed: str) -> list[dict[str, Any]]:
    """Return the paragraphs of a seed as a hand read them, in its reading order."""
    read = json.loads((READINGS / f"{seed}.json").read_text("utf-8"))
    by_line = {p["lines"][0]: p for p in read["paragraphs"]}
    return [by_line[line] for line in read["reading_order"]]


class Hands:
    """Presses real keys in a window and counts them."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.at: QWidget = window
        """The window or dialog the hands are at."""
        self.pressed: list[str] = []

    def press(self, *keys: str) -> None:
        """Press keys one after the other at whatever has the focus."""
        for key in keys:
            self.pressed.append(key)
            self._look()
            press(self.at, key)

    def type(self, words: str) -> None:
        """Type words where the focus is; they are not counted."""
        if words:
            self._look()
            type_text(self.at, words)

    def _look(self) -> None:
        """Wait until the keys go where the hands are: on a busy screen a window gets them a moment after it opens."""
        QApplication.processEvents()
        waited = 0
        while not self._has_keys() and waited < PATIENCE:
            take_keys(self.at)
            QTest.qWait(_MOMENT)
            waited += _MOMENT
        assert self._has_keys()

    def _has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return QApplication.activeWindow() is self.at and focus is not None and self.at.isAncestorOf(focus)

    def move(self, first: str, last: str, before: str) -> None:
        """Read the paragraphs from one through another before a third one, or (no words) at the end."""
        self.press("Ctrl+Shift+M")
        self.at = next(dialog for dialog in self.window.findChildren(MovePart) if dialog.isVisible())
        self.type(first)
        self.press("Tab")
        self.type(before)
        if last:
            self.press("Tab")
            self.type(last)
        self.press("Return")
        self.at = self.window


def answer(doubt: Doubt, review: Reviewing, seed: str) -> str:
    """Return the key that settles a doubt as the hand's reading has it."""
    subject, wanted = doubt.subject, paragraphs(seed)
    if isinstance(subject, Guess):
        row = review.text(review.row_at(doubt.at))
        role = next(p["role"] for p in wanted if p["text"] == row)
        return "Return" if role == subject.role else str(subject.offers.index(role) + 1)
    if isinstance(subject, Edit):
        text = str(review.reading.text)
        before, after = text[doubt.at - SEEN : doubt.at], text[doubt.end : doubt.end + SEEN]
        done = before.strip() + subject.new + after.strip()
        return "Return" if any(done in p["text"] for p in wanted) else "Delete"
    # Lost text cannot be brought back: it has been seen.
    return "Return"


def order_000(hands: Hands) -> None:
    """Nothing stands out of order."""


def order_003(hands: Hands) -> None:
    hands.move("今年春节", "“‘十四五’，我们", "拓展对外开放")
    hands.move("1月25日", "健康方面", "")
    hands.move("十八梯街巷", "", "这段日子")
    hands.move("拓展对外开放", "", "1月28日，白俄罗斯")


SCRIPTS: dict[str, tuple[Callable[[Hands], None], int]] = {"000": (order_000, 15), "003": (order_003, 30)}


@pytest.mark.parametrize("seed", SCRIPTS)
def test_from_a_fresh_import_to_clean_text(seed: str, window: Window, qtbot: QtBot) -> None:
    order, most = SCRIPTS[seed]
    path = next(path for path in seeds() if path.name.startswith(seed))
    window.files.take_paths([path])
    wait_for_document(window, qtbot)
    take_keys(window)
    hands = Hands(window)
    order(hands)
    hands.press("Alt+3")
    while window.session.doubts:
        assert window.session.doubt is not None and len(hands.pressed) <= 2 * most
        hands.press(answer(window.session.doubt, reviewed(window), seed))
    review = reviewed(window)
    assert [review.text(row) for row in range(len(review))] == [p["text"] for p in paragraphs(seed)]
    print(f"\nseed {seed}: {len(hands.pressed)} keys of {most} ({' '.join(hands.pressed)})")
    assert len(hands.pressed) <= most
    while review.undoable() is not None:
        press(window, "Ctrl+Z")
    assert review.draft.records == {}
