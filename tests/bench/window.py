"""Measure the aligned view on a million characters: opening, scrolling, typing; prints figures, asserts nothing.

Run it once on an X server and once with ``QT_QPA_PLATFORM=offscreen``::

    python tests/bench/window.py [characters] [doubts] [moves]
"""

from __future__ import annotations

import random
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qingyang.services.reviewing import MemoryJournal, Reviewing
from qingyang.services.standing import after
from qingyang.text.change import Draft
from qingyang.text.edit import Edit, Move, Proposals
from qingyang.text.rewrite import replace_text
from qingyang.text.source import source_of
from qingyang.ui.aligned import AlignedView

LINE = 14
FRAMES, KEYS, LEAPS = 600, 300, 60


def text_and_edits(characters: int, doubts: int) -> tuple[str, tuple[Edit, ...]]:
    """Return raw text of mixed paragraph lengths, broken every 14 characters, and its joins, some of them doubtful."""
    pick = random.Random(14)
    # Three thousand characters, common ones more often, as in a newspaper.
    letters = [chr(0x4E00 + 7 * k) for k in range(2_500)]
    weights = [1 / (k + 10) for k in range(len(letters))]
    parts: list[str] = []
    edits: list[Edit] = []
    at, made, every = 0, 0, max(1, characters // LINE // max(1, doubts))
    while made < characters:
        length = min(4_000, int(pick.lognormvariate(4.6, 0.9)) + 5)
        words = "".join(pick.choices(letters, weights, k=length - 1)) + "。"
        for k in range(0, length, LINE):
            line = words[k : k + LINE]
            parts.append(line)
            at += len(line)
            last = k + LINE >= length
            if not last:
                p = 0.8 if len(edits) % every == 0 else 0.99
                edits.append(Edit(at, at + 1, "", "join", p))
            parts.append("\n\n" if last else "\n")
            at += 2 if last else 1
        made += length
    return "".join(parts), tuple(edits)


def moves_in(text: str, count: int) -> tuple[Move, ...]:
    """Return moves of so many lines, each to the end of one a few lines on: a page read across its columns."""
    pick = random.Random(5)
    lines = [(m.start(), m.end()) for m in re.finditer("[^\n]{6,}", text)]
    step = max(1, len(lines) // max(1, count))
    found = []
    for k in range(0, min(count * step, len(lines) - 9), step):
        (start, end), (_, to) = lines[k], lines[k + pick.randrange(3, 9)]
        found.append(Move(start, end, to, f"column:{start}", "column", 0.6 if k % 10 else 0.9, after=True))
    return tuple(found)


class Painted(QObject):
    """Notes when a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint first, then look at the clock."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QCoreApplication.sendEvent(watched, event)
            watched.installEventFilter(self)
            self.at = time.perf_counter()
            return True
        return False


class Took(NamedTuple):
    """Milliseconds by the clock, and of them those this program computed: on a busy machine the two part."""

    clock: float
    computed: float

    def __str__(self) -> str:
        return f"{self.clock:6.1f} ms ({self.computed:.1f} computing)"


def timed(act: Callable[[], object]) -> Took:
    """Return how long an act took."""
    start, computed = time.perf_counter(), time.thread_time()
    act()
    return Took((time.perf_counter() - start) * 1000, (time.thread_time() - computed) * 1000)


def until_painted(painted: Painted, act: Callable[[], object]) -> Took:
    """Return the time from an act to the end of the painting it leads to, what it flushes included."""

    def wait() -> None:
        painted.at = 0.0
        act()
        QApplication.processEvents()
        if not painted.at:
            QApplication.processEvents()

    return timed(wait)


def tell(name: str, times: list[Took]) -> None:
    """Print the quantiles of one measurement, by the clock and of computing."""
    for what in Took._fields:
        values = [getattr(took, what) for took in times]
        cuts = statistics.quantiles(values, n=100)
        shown = "  ".join(f"p{q} {cuts[q - 1]:6.1f}" for q in (50, 95, 99))
        print(f"{f'{name}, {what}':<30} {shown}  max {max(values):6.1f} ms")


def main() -> None:
    """Open, scroll, leap, type."""
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    text, edits = text_and_edits(characters, int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
    app = QApplication.instance() or QApplication([])
    window = AlignedView()
    window.resize(1280, 860)
    window.show()
    QApplication.processEvents()
    print(f"{app.platformName()}: {characters:,} characters, {len(edits):,} joins")  # type: ignore[attr-defined]
    moves = moves_in(text, int(sys.argv[3])) if len(sys.argv) > 3 else ()
    review = opened(window, text, Proposals("bench", edits, moves))
    window.edited.connect(review.rewrite)
    review.listeners.append(window.refresh)
    changed(review)
    scrolled(window)
    typed(window)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{'peak memory':<30} {peak} MB")


def opened(window: AlignedView, text: str, proposals: Proposals) -> Reviewing:
    """Open the text and print how long its parts take."""
    painted = Painted(window.viewport())
    made: list[Reviewing] = []

    def review() -> None:
        draft = Draft(source_of(text), proposals)
        made.append(Reviewing("bench", draft, MemoryJournal()))

    data = timed(review)
    first = until_painted(painted, lambda: window.set_review(made[0]))
    print(f"{'draft and review':<30} {data}")
    print(f"{'data to first paint':<30} {first}")
    print(f"{'open, all of it':<30} {Took(data.clock + first.clock, data.computed + first.computed)}")
    doubts = made[0].doubts()
    print(f"{'to find the doubts':<30} {timed(made[0].doubts)}")
    shown = until_painted(painted, lambda: window.set_doubts(doubts))
    print(f"{f'to show {len(doubts):,} doubts':<30} {shown}")
    return made[0]


def scrolled(window: AlignedView) -> None:
    """Scroll by wheel-sized steps, then leap about, and print the time of each frame."""
    painted = Painted(window.viewport())
    tell("scroll frame", [until_painted(painted, lambda: window.scroll_by(78)) for _ in range(FRAMES)])
    pick = random.Random(3)
    bar = window.verticalScrollBar()
    leaps = [pick.randrange(bar.maximum()) for _ in range(LEAPS)]
    tell("leap", [until_painted(painted, lambda to=to: bar.setValue(to)) for to in leaps])  # type: ignore[misc]


def changed(review: Reviewing) -> None:
    """Change one character here and there and print what it takes to know what stands then."""
    pick, took = random.Random(7), []
    for _ in range(LEAPS):
        place = pick.randrange(len(review.reading.text) - 1)
        step = replace_text(review.draft, review.reading, place, place + 1, "改", review._new_id)
        change = review._change("edit", step)
        took.append(timed(lambda change=change: after(review._standing, change)))  # type: ignore[misc]
        review._apply(change)
    tell("a character changed", took)


def typed(window: AlignedView) -> None:
    """Type into a row in the middle and print the time from each key to its painting."""
    window.edit_row(window._sheet.parts.rows // 2, 20)  # type: ignore[union-attr]
    QApplication.processEvents()
    editor = window._editing.editor
    painted = Painted(editor.viewport())

    def press() -> None:
        QTest.keyClick(editor, Qt.Key.Key_A)

    tell("key press to paint", [until_painted(painted, press) for _ in range(KEYS)])
    print(f"{'commit (typing pauses)':<30} {until_painted(painted, window.commit)}")


if __name__ == "__main__":
    main()
