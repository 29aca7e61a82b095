"""A walk through the window on a real X server: mouse and keys come from outside, through xdotool.

Run with a desk file by a Python that has the product; prints the name of each step that went well.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui import handing

from qingyang.resources import resource
from qingyang.services.reviewing import Reviewing
from qingyang.ui import app as start
from qingyang.ui.state import State
from qingyang.ui.window import Window
from qingyang.wording import load

PATIENCE = 20_000
BEAT = 120
"""Milliseconds given to the window after each thing a hand does."""
APART = 700
"""Milliseconds between two clicks that are no double click."""
PULLS = 6
"""Moves that a drag is made of."""


def pause(milliseconds: int) -> None:
    """Let the window go on; `QTest.qWait` would keep Python from all other threads meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Neighbour:
    """Another program that a hand drags and copies from (see `handing`)."""

    FROM, COPY = handing.PLACE.topLeft() + QPoint(15, 30), handing.PLACE.topLeft() + QPoint(65, 30)

    def __init__(self, hand: Walker, folder: Path) -> None:
        self._hand, self._folder = hand, folder
        self._program = subprocess.Popen([sys.executable, handing.__file__, str(folder)])
        hand.wait((folder / "here").exists)
        pause(APART)

    def drag(self, what: str, widget: QWidget, point: QPoint) -> None:
        """Drag something of its own to a point of a widget."""
        self._has(what)
        (self._folder / "told").unlink(missing_ok=True)
        self._hand.pull(self.FROM, widget.mapToGlobal(point), 2 * PULLS)

    def told(self) -> str:
        """Return what it was told became of its drag."""
        told = self._folder / "told"
        self._hand.wait(lambda: told.exists() and bool(told.read_text()))
        return told.read_text()

    def copy(self, what: str) -> None:
        """Copy something of its own."""
        self._has(what)
        self._hand.do("mousemove", self.COPY.x(), self.COPY.y())
        self._hand.do("click", 1)

    def close(self) -> None:
        """End the program."""
        self._program.kill()

    def _has(self, what: str) -> None:
        (self._folder / "now").write_text(what, encoding="utf-8")


class Walker:
    """A hand on the mouse and one on the keys of a window."""

    def __init__(self, window: Window) -> None:
        self.window, self.view = window, window.view

    @property
    def review(self) -> Reviewing:
        """What is under review."""
        assert self.window.session.review is not None
        return self.window.session.review

    def do(self, *words: object) -> None:
        """Let xdotool do something, while the window goes on."""
        done = subprocess.Popen(["xdotool", *map(str, words)])
        while done.poll() is None:
            pause(5)
        pause(BEAT)

    def keys(self, *keys: str) -> None:
        """Press keys where the focus is."""
        for key in keys:
            self.do("key", key)

    def to(self, widget: QWidget, point: QPoint) -> None:
        """Go to a point of a widget."""
        at = widget.mapToGlobal(point)
        self.do("mousemove", at.x(), at.y())

    def click(self, widget: QWidget, point: QPoint, times: int = 1) -> None:
        """Click, once or several times in a row."""
        pause(APART)
        self.to(widget, point)
        self.do("click", "--repeat", times, "--delay", 60, 1)

    def drag(self, widget: QWidget, one: QPoint, other: QPoint) -> None:
        """Press at a point, pull to another one and let go."""
        self.pull(widget.mapToGlobal(one), widget.mapToGlobal(other))

    def pull(self, one: QPoint, other: QPoint, pulls: int = PULLS) -> None:
        """Press at a point of the screen, pull to another one and let go."""
        pause(APART)
        self.do("mousemove", one.x(), one.y())
        self.do("mousedown", 1)
        for k in range(1, pulls + 1):
            at = one + (other - one) * k / pulls
            self.do("mousemove", at.x(), at.y())
        self.do("mouseup", 1)

    @property
    def folder(self) -> Path:
        """Where the desk file lies."""
        project = self.window.session.project
        assert project is not None
        return project.path.parent

    @cached_property
    def neighbour(self) -> Neighbour:
        """Another program, started when it is first wanted."""
        return Neighbour(self, self.folder)

    def point(self, row: int, offset: int) -> QPoint:
        """Return the left edge of a character of a row in view, in the viewport."""
        sheet = self.view._sheet
        assert sheet is not None
        number = sheet.parts.at(row, offset)
        layout = sheet.layout(number)
        inside = offset - layout.part.start
        rect = layout.text.rects(inside, inside + 1)[0]
        y = next(seen.y for seen in self.view._seen if seen.number == number) + layout.top
        return QPoint(round(sheet.columns.text + rect.left() + 2), round(y + rect.center().y()))

    def texts(self) -> list[str]:
        """Return what all rows say."""
        return [self.review.text(row) for row in range(len(self.review))]

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait for something."""
        for _ in range(PATIENCE // BEAT):
            if until():
                return
            pause(BEAT)
        raise AssertionError(f"it never came: {until}")


def strip(hand: Walker) -> None:
    """Every doubt's mark leads to its row, the ends to the ends; a drag goes along."""
    overview, height = hand.window.overview, hand.window.overview.height() - 2
    length = len(hand.review.reading.text)
    for doubt in hand.window.session.doubts:
        hand.click(overview, QPoint(2, doubt.at * height // length + 1))
        low, high = (
            hand.review.row_at(max(0, min(at, length - 1))) for at in _pixel(doubt.at, height, length)
        )
        assert low <= hand.view.current_row() <= high, (doubt.at, hand.view.current_row())
        assert hand.view.current_row() in hand.view.rows_in_view()
    hand.drag(overview, QPoint(8, 3), QPoint(8, height + 1))
    assert hand.view.current_row() == len(hand.review) - 1
    hand.click(overview, QPoint(8, 0))
    assert hand.view.current_row() == 0


def _pixel(at: int, height: int, length: int) -> tuple[int, int]:
    """Return the offsets, about, that share a pixel of the strip with one."""
    each = length // height + 1
    return at - 2 * each, at + 2 * each


def strip_while_typing(hand: Walker) -> None:
    """What was typed stands, and no key goes on into the row that is out of sight."""
    hand.click(hand.view.viewport(), hand.point(1, 2))
    hand.do("type", "abc")
    hand.click(hand.window.overview, QPoint(8, hand.window.overview.height() - 1))
    assert hand.review.text(1)[2:5] == "abc" and not hand.view.is_editing()
    hand.do("type", "xyz")
    assert "xyz" not in "".join(hand.texts())
    hand.keys("ctrl+z", "ctrl+Home")


def history(hand: Walker) -> None:
    """What a person and what a rule did to one paragraph is taken back there, by mouse and by key, and undone."""
    panel, row = hand.window.docks.history, _ruled(hand)
    hand.view.go_to_row(row)
    before = hand.texts()
    hand.click(hand.view.viewport(), hand.point(row, 2))
    hand.do("type", "abc")
    hand.keys("alt+7")
    typed = hand.texts()
    hand.wait(lambda: panel.list.count() > 1)
    assert typed[row][2:5] == "abc" and "abc" in panel.list.item(0).text()
    hand.click(panel.list.viewport(), _item(hand, 0).center())
    hand.click(panel.back, panel.back.rect().center())
    assert hand.texts() == before
    hand.keys("ctrl+z")
    assert hand.texts() == typed
    last = panel.list.count() - 1
    hand.click(panel.list.viewport(), _item(hand, last).center())
    hand.keys("Delete")
    assert hand.texts() != typed and panel.list.hasFocus()
    hand.keys("ctrl+z")
    assert hand.texts() == typed
    hand.keys("ctrl+z")
    assert hand.texts() == before


def _ruled(hand: Walker) -> int:
    """Return a row that a rule has changed."""
    at = next(k for k, edit in enumerate(hand.review.reading.edits) if edit is not None)
    return hand.review.row_at(hand.review.reading.at(at))


def _item(hand: Walker, number: int) -> QRect:
    shown = hand.window.docks.history.list
    return shown.visualItemRect(shown.item(number))


def typing(hand: Walker) -> None:
    """A click puts the caret there; two take the word, three the paragraph; what is selected is typed over."""
    port, said = hand.view.viewport(), hand.review.text(1)
    hand.view.go_to_row(0)
    hand.click(port, hand.point(1, 2))
    assert hand.view.caret_offset() == hand.review.passages[1].start + 2
    hand.click(port, hand.point(1, 1), times=2)
    hand.wait(lambda: len(hand.view.selected_text()) in range(1, 8))
    hand.click(port, hand.point(1, 1), times=3)
    assert hand.view.selected_text() == said
    hand.keys("Escape")
    hand.drag(port, hand.point(1, 1), hand.point(1, 3))
    assert hand.view.selected_text() == said[1:3]
    hand.do("type", "abc")
    hand.keys("ctrl+s")
    assert hand.review.text(1) == said[0] + "abc" + said[3:]
    hand.keys("ctrl+z")
    assert hand.review.text(1) == said


def dragging(hand: Walker) -> None:
    """A selection begun in the row being edited goes on into the next one; what is selected is dragged elsewhere."""
    port, before = hand.view.viewport(), hand.texts()
    hand.click(port, hand.point(1, 0))
    hand.drag(port, hand.point(1, 1), hand.point(2, 2))
    assert hand.view.selected_text() == f"{before[1][1:]}\n{before[2][:2]}"
    hand.keys("Delete")
    assert hand.texts() == [before[0], before[1][:1] + before[2][2:], *before[3:]]
    hand.keys("ctrl+z", "Escape")
    assert hand.texts() == before
    hand.drag(port, hand.point(1, 0), hand.point(1, 2))
    hand.drag(port, hand.point(1, 1), hand.point(2, 2))
    assert hand.texts()[1:3] == [before[1][2:], before[2][:2] + before[1][:2] + before[2][2:]]
    hand.keys("ctrl+z")
    assert hand.texts() == before


def dropping(hand: Walker) -> None:
    """A text another program gives is typed where it is let go, a file comes in; neither is told to be moved."""
    port, before = hand.view.viewport(), hand.review.text(1)
    hand.click(port, hand.point(1, 2))
    hand.neighbour.drag("text 拖入", port, hand.point(1, 4))
    assert hand.neighbour.told() == "CopyAction"
    hand.keys("ctrl+s")
    assert hand.review.text(1) == f"{before[:4]}拖入{before[4:]}"
    hand.keys("ctrl+z", "Escape")
    (hand.folder / "短讯.txt").write_text("短讯一则。\n", encoding="utf-8")
    hand.neighbour.drag("file 短讯.txt", port, hand.point(1, 4))
    assert hand.neighbour.told() == "CopyAction"
    hand.wait(lambda: hand.texts() == ["短讯一则。"])


STEPS = (strip, strip_while_typing, history, typing, dragging, dropping)


def walk(desk: Path, steps: Sequence[Callable[[Walker], None]]) -> None:
    """Open the window on the desk and take steps."""
    app = QApplication([])
    start.prepare(app, "zh")
    window = Window(load(resource("i18n"), "zh"), State(desk.with_suffix(".ini")), desk)
    window.resize(1280, 800)
    window.show()
    window.files.open_path(desk)
    hand = Walker(window)
    hand.wait(
        lambda: window.session.review is not None and not window.jobs.running and window.isActiveWindow()
    )
    try:
        for step in steps:
            step(hand)
            print(step.__name__, flush=True)
    finally:
        if "neighbour" in vars(hand):
            hand.neighbour.close()
    window.close()


if __name__ == "__main__":
    walk(Path(sys.argv[1]), STEPS)
