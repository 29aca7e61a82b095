"""Which colour profile a file for print is made with: ours, or the print house's own, which the desk keeps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qingyang.ui.theme import GRID

translate = QCoreApplication.translate


class Profiles(NamedTuple):
    """What there is to choose from."""

    kept: str
    """What the desk's own profile calls itself; empty where it keeps none."""
    keep: Callable[[Path], tuple[str, str]]
    """Checks a profile and keeps it; returns what it calls itself, or else what is wrong with it."""


class ProfileChoice(QWidget):
    """A list of two, a button for another file, and below them what is wrong with it."""

    def __init__(self, profiles: Profiles, own: bool) -> None:
        super().__init__()
        self._profiles = profiles
        self.choice = QComboBox()
        self.choice.setAccessibleName(translate("ExportPdf", "Colour profile"))
        self.choice.addItem(translate("ExportPdf", "FOGRA39, coated paper"), False)
        if profiles.kept:
            self._show_own(profiles.kept, own)
        self.button = QPushButton(translate("ExportPdf", "Print House’s…"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._ask)
        self.refused = QLabel()
        self.refused.setWordWrap(True)
        self.refused.hide()
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addWidget(self.choice, 1)
        line.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(line)
        column.addWidget(self.refused)

    @property
    def own(self) -> bool:
        """Say whether the print house's own is chosen."""
        return bool(self.choice.currentData())

    def take(self, path: Path) -> None:
        """Check a file and choose it; say what is wrong where it is no profile for print."""
        name, wrong = self._profiles.keep(path)
        self.refused.setText(wrong)
        self.refused.setVisible(bool(wrong))
        if name:
            self._show_own(name, True)

    def _show_own(self, name: str, chosen: bool) -> None:
        if self.choice.count() > 1:
            self.choice.removeItem(1)
        self.choice.addItem(translate("ExportPdf", "Print house: {name}").format(name=name), True)
        self.choice.setCurrentIndex(int(chosen))

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            translate("ExportPdf", "Print House’s Colour Profile"),
            "",
            translate("ExportPdf", "Colour profiles (*.icc *.icm)"),
        )
        if chosen:
            self.take(Path(chosen))
