"""Measure the whole window on a long text, from the key to the painted pixels; prints figures, asserts nothing.

Run it once on an X server and once with ``QT_QPA_PLATFORM=offscreen``::

    python tests/bench/window.py [characters] [doubts] [moves]

The text is kept in a real desk file, so that accepting includes the write to disk. Opening, scrolling, leaps, the next
doubt (F8), accepting (Enter in the queue), typing, and settling half of the doubts as all alike with one undo.
"""

from __future__ import annotations

import random
import re
import resource as resource_use
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qingyang.repair.engine import Repair
from qingyang.resources import resource
from qingyang.services.documents import text_bytes
from qingyang.services.project import Project
from qingyang.services.repairing import Repaired
from qingyang.services.reviewing import Reviewing
from qingyang.services.standing import after
from qingyang.text.edit import Edit, Move, Proposals
from qingyang.text.rewrite import replace_text
from qingyang.text.source import source_of
from qingyang.ui import app as start
from qingyang.ui import heap
from qingyang.ui.aligned import AlignedView
from qingyang.ui.state import State
from qingyang.ui.window import Window
from qingyang.wording import load

LINE = 14
FRAMES, KEYS, LEAPS, WALKED, POSITIONS = 600, 300, 60, 100, 1_000
REST = 2_500


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
    """Open, scroll, leap, walk the doubts, accept, type, settle all alike."""
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    doubts = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    moves = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    start.prepare(app, "zh")
    print(f"{app.platformName()}: {characters:,} characters, {doubts:,} doubtful joins, {moves:,} moves")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.qy"
        kept(path, characters, doubts, moves)
        window = Window(load(resource("i18n"), "zh"), State(Path(folder) / "window.ini"), path)
        window.resize(1280, 860)
        window.show()
        review = opened(window, path)
        changed(review)
        scrolled(window.view)
        misaligned(window.view)
        walked(window)
        typed(window)
        settled(window)
        resting("memory after all this")
        window.close()
    print(f"{'peak memory':<30} {peak()} MB")


def kept(path: Path, characters: int, doubts: int, moves: int) -> None:
    """Make a desk file with the text, in a process of its own: what it takes is not the window's."""
    process = get_context("spawn").Process(target=_keep, args=(path, characters, doubts, moves))
    process.start()
    process.join()


def _keep(path: Path, characters: int, doubts: int, moves: int) -> None:
    text, edits = text_and_edits(characters, doubts)
    source, said = source_of(text), Proposals("bench", edits, moves_in(text, moves) if moves else ())
    with Project.open(path, create=True, person="bench") as project:
        project.take_in(Repaired(source, Repair((), said)), text_bytes(source))


def opened(window: Window, path: Path) -> Reviewing:
    """Open the desk as the window does, and print how long its parts take."""
    project = Project.open(path, person="bench")
    (row,) = project.documents()
    window.session.set_project(project)
    made: list[Reviewing] = []
    painted = Painted(window.view.viewport())
    with heap.lent_singly():
        print(f"{'draft and review':<30} {timed(lambda: made.append(project.review(row.id)))}")
        print(f"{'checks over all of it':<30} {timed(lambda: project.inspect(row.id))}")
    print(f"{'peak memory of opening':<30} {peak()} MB")
    first = until_painted(painted, lambda: window.session.show_review(row.id, made[0]))
    print(f"{'data to first paint':<30} {first}")
    print(f"{'to find the doubts':<30} {timed(made[0].doubts)}, {len(window.session.doubts):,} of them")
    resting("memory with it open")
    return made[0]


def peak() -> int:
    """Return the most memory the process has held so far, in megabytes."""
    return resource_use.getrusage(resource_use.RUSAGE_SELF).ru_maxrss // 1024


def resting(name: str) -> None:
    """Print what the process holds once the hands have rested: freed memory goes back after two seconds."""
    QTest.qWait(REST)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    print(f"{name:<30} {pages * resource_use.getpagesize() // 2**20} MB")


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
        step = replace_text(review.draft, review.reading, place, place + 1, "改", review.new_id)
        change = review.planned("edit", step)
        took.append(timed(lambda change=change: after(review._standing, change)))  # type: ignore[misc]
        review._apply(change)
    tell("a character changed", took)


def misaligned(view: AlignedView) -> None:
    """Go to many places and count the rows whose two sides do not begin on one line."""
    pick, bar, wrong = random.Random(9), view.verticalScrollBar(), 0
    for _ in range(POSITIONS):
        bar.setValue(pick.randrange(bar.maximum()))
        sheet = view._sheet
        assert sheet is not None
        tops = [y for _, y in view._seen]
        wrong += sum(
            y + sheet.heights[n] != below for (n, y), below in zip(view._seen, tops[1:], strict=False)
        )
    print(f"{'misaligned rows':<30} {wrong} at {POSITIONS:,} places")


def walked(window: Window) -> None:
    """Walk the doubts and accept some, from the key to the painted text."""
    painted = Painted(window.view.viewport())
    window.activateWindow()
    window.view.setFocus()
    QApplication.processEvents()

    def press(widget: QWidget, key: Qt.Key) -> Took:
        return until_painted(painted, lambda: QTest.keyClick(widget, key))

    tell("next doubt", [press(window.view, Qt.Key.Key_F8) for _ in range(WALKED)])
    window.doubts.setFocus()
    QApplication.processEvents()
    tell("accept and next", [press(window.doubts, Qt.Key.Key_Return) for _ in range(WALKED)])


def typed(window: Window) -> None:
    """Type into a row in the middle and print the time from each key to its painting."""
    view = window.view
    view.edit_row(view._sheet.parts.rows // 2, 20)  # type: ignore[union-attr]
    QApplication.processEvents()
    editor = view._editing.editor
    painted = Painted(editor.viewport())

    def press() -> None:
        QTest.keyClick(editor, Qt.Key.Key_A)

    tell("key press to paint", [until_painted(painted, press) for _ in range(KEYS)])
    print(f"{'commit (typing pauses)':<30} {until_painted(painted, view.commit)}")


def settled(window: Window) -> None:
    """Settle all that is like one doubt, and take it back."""
    session = window.session
    joins = [doubt for doubt in session.doubts if isinstance(doubt.subject, Edit)]
    window.deciding.go_to(joins[0])
    print(f"{'all alike':<30} {timed(window.alike.show)}")
    lines = window.docks.hits.hits.lines
    print(f"{f'to settle {len(lines):,} alike':<30} {timed(window.alike.settle)}")
    print(f"{'to undo it':<30} {timed(window.review.undo)}")


if __name__ == "__main__":
    main()
