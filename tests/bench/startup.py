"""How long until the window is painted: from the start of a fresh interpreter to the first paint, warm.

    python tests/bench/startup.py [RUNS]

Every run is a process of its own, the first one (cold caches) not counted. The clock tells what a user waits; where
other work shares the processors, processor time tells what is ours. Ends with 1 where the median by the clock is over
1,000 ms or where something heavy was imported before the paint.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

GOAL = 1000
HEAVY = {"docx", "jieba", "opencc", "pikepdf", "reportlab", "rjieba", "sqlite_utils", "sqlite3", "uharfbuzz"}


def child() -> None:
    """Open the window as a user does and tell when it was painted."""
    importlib.import_module("qingyang.main")  # The entry point loads what it loads before the window does.

    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from qingyang.ui import app as start
    from qingyang.ui.state import State
    from qingyang.ui.window import Window

    class Watch(QObject):
        """Waits for the first paint of the window's middle."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, tell)
            return False

    def tell() -> None:
        loaded = sorted(HEAVY & {name.partition(".")[0] for name in sys.modules})
        waited = time.time() - float(os.environ["BEGAN"])
        print(json.dumps([1000 * waited, 1000 * time.process_time(), loaded]))
        QApplication.exit(0)

    app = QApplication([])
    start.prepare(app, "zh")
    with tempfile.TemporaryDirectory() as folder:
        window: Window = start.open_window(State(Path(folder) / "window.ini"), Path(folder) / "desk.qy")
        watch = Watch()
        window.middle.currentWidget().installEventFilter(watch)
        app.exec()


def measure(runs: int) -> tuple[list[float], list[float], set[str]]:
    """Return the milliseconds of every counted run by clock and by processor, and what heavy things were loaded."""
    clock: list[float] = []
    processor: list[float] = []
    heavy: set[str] = set()
    for run in range(runs + 1):
        environment = {**os.environ, "BEGAN": str(time.time())}
        done = subprocess.run(
            [sys.executable, __file__, "--child"], env=environment, capture_output=True, text=True, check=True
        )
        waited, worked, loaded = json.loads(done.stdout.splitlines()[-1])
        if run:
            clock.append(waited)
            processor.append(worked)
        heavy |= set(loaded)
    return clock, processor, heavy


def main() -> int:
    """Measure and print."""
    clock, processor, heavy = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
    print(f"first paint after {median(clock):.0f} ms, of them {median(processor):.0f} ms of processor time")
    print(
        f"(medians of {len(clock)}; goal {GOAL}; by clock {' '.join(f'{took:.0f}' for took in sorted(clock))})"
    )
    if heavy:
        print(f"loaded before the paint: {', '.join(sorted(heavy))}")
    return 1 if heavy or median(clock) > GOAL else 0


if __name__ == "__main__":
    if "--child" in sys.argv:
        child()
    else:
        sys.exit(main())
