"""Measure the aligned view on a million characters: opening, scrolling, typing; prints figures, asserts nothing.

Run it once on an X server and once with ``QT_QPA_PLATFORM=offscreen``::

    python tests/bench/window.py [characters] [doubts]
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qingyang.services.reviewing import MemoryJournal, Reviewing
from qingyang.text.change import Draft
from qingyang.text.edit import Edit, Proposals
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


def until_painted(painted: Painted, act: Callable[[], object]) -> float:
    """Return the milliseconds from an act to the end of the painting it leads to, what it flushes included."""
    painted.at = 0.0
    start = time.perf_counter()
    act()
    QApplication.processEvents()
    if not painted.at:
        QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def tell(name: str, times: list[float]) -> None:
    """Print the quantiles of one measurement."""
    cuts = statistics.quantiles(times, n=100)
    print(
        f"{name:<26} p50 {cuts[49]:6.1f}  p95 {cuts[94]:6.1f}  p99 {cuts[98]:6.1f}  max {max(times):6.1f} ms"
    )


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
    review = opened(window, text, edits)
    window.edited.connect(review.rewrite)
    review.listeners.append(window.refresh)
    scrolled(window)
    typed(window)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{'peak memory':<26} {peak} MB")


def opened(window: AlignedView, text: str, edits: tuple[Edit, ...]) -> Reviewing:
    """Open the text and print how long its parts take."""
    painted = Painted(window.viewport())
    start = time.perf_counter()
    draft = Draft(source_of(text), Proposals("bench", edits))
    review = Reviewing("bench", draft, MemoryJournal())
    made = time.perf_counter()
    first = until_painted(painted, lambda: window.set_review(review))
    total = (time.perf_counter() - start) * 1000
    print(f"{'draft and review':<26} {(made - start) * 1000:6.1f} ms")
    print(f"{'data to first paint':<26} {first:6.1f} ms")
    print(f"{'open, all of it':<26} {total:6.1f} ms")
    start = time.perf_counter()
    doubts = review.doubts()
    found = (time.perf_counter() - start) * 1000
    shown = until_painted(painted, lambda: window.set_doubts(doubts))
    print(f"{f'{len(doubts):,} doubts':<26} {found:6.1f} ms to find, {shown:.1f} ms to show")
    return review


def scrolled(window: AlignedView) -> None:
    """Scroll by wheel-sized steps, then leap about, and print the time of each frame."""
    painted = Painted(window.viewport())
    tell("scroll frame", [until_painted(painted, lambda: window.scroll_by(78)) for _ in range(FRAMES)])
    pick = random.Random(3)
    bar = window.verticalScrollBar()
    leaps = [pick.randrange(bar.maximum()) for _ in range(LEAPS)]
    tell("leap", [until_painted(painted, lambda to=to: bar.setValue(to)) for to in leaps])  # type: ignore[misc]


def typed(window: AlignedView) -> None:
    """Type into a row in the middle and print the time from each key to its painting."""
    window.edit_row(window._sheet.parts.rows // 2, 20)  # type: ignore[union-attr]
    QApplication.processEvents()
    editor = window._editing.editor
    painted = Painted(editor.viewport())

    def press() -> None:
        QTest.keyClick(editor, Qt.Key.Key_A)

    tell("key press to paint", [until_painted(painted, press) for _ in range(KEYS)])
    start = time.perf_counter()
    window.commit()
    QApplication.processEvents()
    print(f"{'commit (typing pauses)':<26} {(time.perf_counter() - start) * 1000:6.1f} ms")


if __name__ == "__main__":
    main()
