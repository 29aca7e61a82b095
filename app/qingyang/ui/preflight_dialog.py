"""What a print house would send back: findings with page, place and remedy; the current one's page beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from qingyang.ui.dialogs import without_icons
from qingyang.ui.panels import label
from qingyang.ui.theme import GRID
from qingyang.wording import Wording

if TYPE_CHECKING:
    from qingyang.press.preflight import Finding
    from qingyang.press.rendering import Sheet

translate = QCoreApplication.translate
Draw = Callable[[Path, int, tuple[float, float], Callable[["Sheet"], None]], None]
"""Has a page (from 0) of a file drawn as large as so many pixels allow, and handed over when it is."""
_MM = 72 / 25.4
_MARK = "#c5221f"
_SPARE = 6.0
"""Pixels between what a finding means and the ring around it."""


class PreflightDialog(QDialog):
    """Moving through the list shows each finding on its page; it stays open beside the window."""

    def __init__(
        self, parent: QWidget, path: Path, findings: Sequence[Finding], words: Wording, draw: Draw
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Preflight", "Preflight: {name}").format(name=path.name))
        self.resize(230 * GRID, 170 * GRID)
        self.findings = findings
        self.page = _Page(path, draw)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(GRID)
        self.list.setAccessibleName(translate("Preflight", "Findings"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for finding in findings:
            self.list.addItem(QListWidgetItem(_said(finding, words)))
        self.list.currentRowChanged.connect(self._show)
        told = label(_told(len(findings)))
        told.setWordWrap(True)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        without_icons(close)
        left = QVBoxLayout()
        left.setSpacing(3 * GRID)
        left.addWidget(told)
        left.addWidget(self.list, 1)
        if not findings:
            left.addStretch()
        left.addWidget(close)
        line = QHBoxLayout(self)
        line.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        line.setSpacing(4 * GRID)
        line.addLayout(left, 2)
        line.addWidget(self.page, 3)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(findings))
        self.list.setFocus()
        if not findings:
            self.page.show_finding(None)

    def _show(self, row: int) -> None:
        self.page.show_finding(self.findings[row])


def _told(count: int) -> str:
    if not count:
        return translate("Preflight", "Nothing a print house would send back was found.")
    return translate("Preflight", "To mend before print: {count}").format(count=count)


def _said(finding: Finding, words: Wording) -> str:
    where = translate("Preflight", "Whole file")
    if finding.page:
        where = translate("Preflight", "Page {number}").format(number=finding.page)
    if finding.place:
        place = translate("Preflight", "{left} mm from the left, {top} mm from the top")
        where += "  " + place.format(left=f"{finding.place[0]:.0f}", top=f"{finding.place[1]:.0f}")
    return f"{where}\n{words.say(finding.message)}\n→ {words.say(finding.todo)}"


class _Page(QWidget):
    """A page of the file with a ring around what a finding means."""

    def __init__(self, path: Path, draw: Draw) -> None:
        super().__init__()
        self.setAccessibleName(translate("Preflight", "Page"))
        self.setMinimumWidth(80 * GRID)
        self._path = path
        self._draw = draw
        self._finding: Finding | None = None
        self._asked: tuple[int, float, float] = (0, 0.0, 0.0)
        self._drawn: tuple[Sheet, QImage] | None = None

    @property
    def number(self) -> int:
        """Return the page that is shown, from 1."""
        return max(1, self._finding.page if self._finding else 1)

    def ring(self) -> QRectF | None:
        """Return where on this widget the current finding is, None where it has no place."""
        finding = self._finding
        if finding is None or finding.place is None or self._drawn is None:
            return None
        sheet, image = self._drawn
        shown = image.devicePixelRatio()
        left, top, width, height = (value * _MM * sheet.scale / shown for value in finding.place)
        at = QRectF(sheet.left / shown + left, sheet.top / shown + top, width, height)
        ring = at.translated(*self._corner(image)).adjusted(-_SPARE, -_SPARE, _SPARE, _SPARE)
        # What is as large as the page keeps all four sides in view.
        return ring.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def show_finding(self, finding: Finding | None) -> None:
        """Show a finding's page; the first one for none and for what concerns the whole file."""
        self._finding = finding
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, as soon as it is there, and the ring."""
        self._ask()
        if self._drawn is None:
            return
        painter = QPainter(self)
        _, image = self._drawn
        painter.drawImage(QPointF(*self._corner(image)), image)
        ring = self.ring()
        if ring is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(_MARK), 2))
            painter.drawRoundedRect(ring, 4, 4)

    def _ask(self) -> None:
        """Have the page drawn that is wanted now, unless it is or will be."""
        ratio = self.devicePixelRatioF()
        wanted = self.number, self.width() * ratio, self.height() * ratio
        if wanted == self._asked:
            return
        if wanted[0] != self._asked[0]:
            self._drawn = None
        self._asked = wanted
        self._draw(self._path, self.number - 1, wanted[1:], lambda sheet: self._take(wanted, sheet))

    def _take(self, wanted: tuple[int, float, float], sheet: Sheet) -> None:
        if wanted != self._asked or not isValid(self):
            return
        raster = sheet.raster
        image = QImage(raster.data, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB32)
        image = image.copy()
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._drawn = sheet, image
        self.update()

    def _corner(self, image: QImage) -> tuple[float, float]:
        size = image.deviceIndependentSize()
        return (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
