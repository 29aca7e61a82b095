"""A label for a figure that changes at every key, and leaves the layout of the window alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel

_SLACK = 5
"""Digits of room to spare before the label is made narrower."""


class Steady(QLabel):
    """Words that keep their room until they need more, or far less: Qt asks for a new layout only then."""

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        metrics = QFontMetrics(self.font())
        needed = metrics.size(Qt.TextFlag.TextSingleLine, text).grownBy(self.contentsMargins())
        room = range(needed.width(), needed.width() + _SLACK * metrics.horizontalAdvance("0"))
        if self.minimumWidth() not in room:
            self.setFixedSize(needed)
