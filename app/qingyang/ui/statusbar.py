"""The status bar: where one is, how much there is, what is left, since when it is saved; and long work's progress."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTime, QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QToolButton

from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.steady import Steady
from qingyang.ui.theme import GRID

translate = QCoreApplication.translate
_STAY = 8000
"""Milliseconds a passing message stays."""

_LATE = 300
"""Milliseconds after which work that is usually brief shows."""


class StatusBar(QStatusBar):
    """Counts at the left, saved and zoom at the right, progress with a way out between them."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self.place = self._label(translate("Status", "Place"))
        self.characters = self._label(translate("Status", "Characters"))
        self.doubts = self._label(translate("Status", "Doubts"))
        self.wrong = self._label(translate("Status", "Estimated errors left"))
        self.wrong.setToolTip(
            translate(
                "Status",
                "What the rules decided alone: the sum of their own chances of being wrong. Doubts are not in it.",
            )
        )
        self.passing = QLabel()
        self.addWidget(self.passing, 1)
        self._fade = QTimer(self, singleShot=True, interval=_STAY)
        self._fade.timeout.connect(self.passing.clear)
        self.work = QLabel()
        self.progress = QProgressBar(minimum=0, maximum=1000, textVisible=False)
        self.progress.setFixedSize(32 * GRID, 2 * GRID)
        self.progress.setAccessibleName(translate("Status", "Progress"))
        self.stop = QPushButton(translate("Status", "Cancel"))
        self.stop.clicked.connect(jobs.cancel)
        self.saved = QLabel()
        self.zoom = QToolButton()
        self.zoom.setToolTip(translate("Status", "Actual Size"))
        for widget in (self.work, self.progress, self.stop, self.saved, self.zoom):
            self.addPermanentWidget(widget)
        self._late = QTimer(self, singleShot=True, interval=_LATE)
        self._late.timeout.connect(lambda: self._show_work(True))
        self._show_work(False)
        jobs.started.connect(self._started)
        jobs.idle.connect(lambda: self._show_work(False))
        self.setSizeGripEnabled(False)
        self.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)

    def _label(self, name: str) -> Steady:
        label = Steady()
        label.setAccessibleName(name)
        label.setContentsMargins(0, 0, 3 * GRID, 0)
        self.addWidget(label)
        return label

    def show_place(self, row: int, rows: int) -> None:
        """Say which paragraph of how many is current."""
        told = translate("Status", "Paragraph {row} of {rows}")
        self.place.setText(told.format(row=row + 1, rows=rows) if rows else "")

    def show_counts(self, characters: int, doubts: int, wrong: float, *, document: bool) -> None:
        """Say how long the text is, how many doubts are left, and how much nobody was asked about is likely wrong."""
        told = translate("Status", "{count} characters").format(count=f"{characters:,}")
        self.characters.setText(told if document else "")
        left = translate("Status", "{count} to check").format(count=doubts)
        self.doubts.setText(left if document else "")
        guessed = translate("Status", "about {count} wrong unasked").format(count=f"{wrong:.1f}")
        self.wrong.setText(guessed if document else "")

    def show_saved(self, at: QTime | None) -> None:
        """Say since when everything is saved."""
        told = translate("Status", "Saved {time}")
        self.saved.setText(told.format(time=at.toString("HH:mm")) if at else "")

    def show_zoom(self, zoom: float) -> None:
        """Say how large the text is shown."""
        self.zoom.setText(f"{round(100 * zoom)}%")

    def say(self, text: str) -> None:
        """Show a passing message beside the counts, which stay in sight."""
        self.passing.setText(text)
        self._fade.start()

    def _started(self, job: Job) -> None:
        if not job.title:
            return
        self.work.setText(job.title)
        self.progress.setValue(0)
        job.progressed.connect(self._progressed)
        if job.brief:
            self._late.start()
        else:
            self._show_work(True)

    def _progressed(self, fraction: float) -> None:
        self.progress.setValue(round(1000 * fraction))

    def _show_work(self, on: bool) -> None:
        self._late.stop()
        for widget in (self.work, self.progress, self.stop):
            widget.setVisible(on)
