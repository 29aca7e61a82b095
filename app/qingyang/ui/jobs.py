"""Long work off the window's thread: one kind of job, with progress and a way out. Nothing else starts threads."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from qingyang.ui.work import Cancelled, Report


class Job(QObject):
    """One piece of long work; its signals arrive on the window's thread."""

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()
    _news = Signal(str, object)

    def __init__(
        self,
        title: str,
        work: Callable[[Report], object],
        parent: QObject | None = None,
        *,
        brief: bool = False,
    ) -> None:
        super().__init__(parent)
        self.title = title
        """What the window says is being done; empty for what nobody waits for."""
        self.brief = brief
        """Usually done before anybody could read of it."""
        self._work = work
        self._wanted = True
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._news.connect(self._arrived, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop; it ends at its next report."""
        self._wanted = False

    def wait(self, seconds: float) -> bool:
        """Wait for the end; say whether it came."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _report(self, fraction: float) -> bool:
        self._news.emit("progress", fraction)
        return self._wanted

    def _run(self) -> None:
        try:
            result = self._work(self._report)
        except Cancelled:
            self._news.emit("cancelled", None)
        except Exception as error:
            self._news.emit("failed", error)
        else:
            self._news.emit("done", result)

    def _arrived(self, kind: str, value: object) -> None:
        if kind == "progress":
            self.progressed.emit(value)
            return
        if kind == "done":
            self.done.emit(value)
        elif kind == "failed":
            self.failed.emit(value)
        self.ended.emit()


class Jobs(QObject):
    """Keeps the jobs that run, so that the window can show and stop them."""

    started = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running: list[Job] = []

    def run(self, job: Job) -> None:
        """Start a job at once."""
        job.setParent(self)
        job.ended.connect(self._ended)
        self.running.append(job)
        self.started.emit(job)
        job.start()

    def cancel(self) -> None:
        """Ask everything that runs to stop."""
        for job in self.running:
            job.cancel()

    def stop(self, seconds: float = 5) -> None:
        """Cancel everything and wait for it, before the desk is closed."""
        self.cancel()
        for job in self.running:
            job.wait(seconds)

    def _ended(self) -> None:
        job = self.sender()
        self.running = [each for each in self.running if each is not job]
        job.deleteLater()
        if not self.running:
            self.idle.emit()
