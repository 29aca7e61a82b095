"""What the figure panel is built of: the picture, and the room for the fields."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from qingyang.ui.theme import GRID

PREVIEW = 34 * GRID
"""How high the picture stands."""


class Preview(QLabel):
    """The picture as large as its place, never larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = QPixmap()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedHeight(PREVIEW)
        self.setMinimumWidth(20 * GRID)
        self.setWordWrap(True)

    def show_picture(self, picture: QPixmap, told: str) -> None:
        """Show a picture; without one, a sentence."""
        self._whole = picture
        self.setText(told if picture.isNull() else "")
        self._fit()

    def _fit(self) -> None:
        if self._whole.isNull():
            return
        ratio = self.devicePixelRatio()
        room = QSize(round(self.width() * ratio), round(self.height() * ratio))
        fitted = self._whole.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitted.setDevicePixelRatio(ratio)
        self.setPixmap(fitted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class Fields(QScrollArea):
    """What is said of a figure, as high as its fields ask for, and scrolled where there is less room."""

    def __init__(self, fields: QWidget) -> None:
        super().__init__()
        self._fields = fields
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(fields)

    def sizeHint(self) -> QSize:
        hint = self._fields.sizeHint()
        hint.setHeight(max(hint.height(), self._fields.heightForWidth(self.viewport().width())))
        return hint

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height as soon as the fields do."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
