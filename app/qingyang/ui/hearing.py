"""How characters sound: read at first need, and lent to every palette, so that pinyin finds what stands in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qingyang.ui import heavy
from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.palette import Palette, Sounds

translate = QCoreApplication.translate


class Hearing:
    """Lends palettes the table of sounds."""

    def __init__(self, window: QWidget, jobs: Jobs) -> None:
        self._window = window
        self._jobs = jobs
        self._sounds: Sounds = {}

    def lend(self, shown: Palette) -> None:
        """Let a palette of the window hear, at once or, the first time, while one begins to type."""
        if self._sounds:
            shown.hear(self._sounds)
            return

        def heard(sounds: Sounds) -> None:
            self._sounds = sounds
            if shown in self._window.findChildren(Palette):
                shown.hear(sounds)

        job = Job(translate("Shortcuts", "Reading pinyin"), lambda _report: heavy.sounds())
        job.done.connect(heard)
        self._jobs.run(job)
