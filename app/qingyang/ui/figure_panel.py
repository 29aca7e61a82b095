"""The figure panel: every figure of the document with its picture, and what is said of the one meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qingyang.text.figure import Placed
from qingyang.text.picture import Picture, facts, sharpness
from qingyang.ui.figure_fields import Fields, Preview
from qingyang.ui.short_text import Line, Lines
from qingyang.ui.theme import GRID, SMALL, Theme, font
from qingyang.wording import Wording

translate = QCoreApplication.translate
COLUMN = 84.0
"""Millimetres: a column of an A4 page in two, the width meant until another is said."""
_ICON = 12 * GRID
_ROWS = 12
"""Figures that are listed without scrolling, where the panel is so high."""


class Shot(NamedTuple):
    """A picture as the panel shows it."""

    picture: Picture
    small: QPixmap


class FigurePanel(QWidget):
    """Figures above, the one meant below; every field is written when one leaves it."""

    chosen = Signal(object)
    """The `Placed` that is meant now."""
    described = Signal(str, object)
    """What is said of it: caption, credit, alt or width."""
    place_asked = Signal()
    paste_asked = Signal()
    off_asked = Signal()
    save_asked = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._figures: Sequence[Placed] = ()
        self._current: Placed | None = None
        self._shot: Shot | None = None
        self.list = QListWidget()
        self.list.setIconSize(QSize(_ICON, _ICON))
        self.list.setWordWrap(True)
        self.list.setAccessibleName(translate("Figures", "Figures"))
        self.list.currentRowChanged.connect(self._row_changed)
        self.preview = Preview()
        self.facts, self.sharpness = QLabel(), QLabel()
        for told in (self.facts, self.sharpness):
            told.setFont(font(SMALL))
            told.setWordWrap(True)
        self.caption, self.credit, self.alt = Lines(), Line(), Lines()
        self.width_box = QDoubleSpinBox(minimum=10, maximum=1000, decimals=1, value=COLUMN)
        # What the stylesheet says of padding does not reach the text of a spin box.
        self.width_box.lineEdit().setTextMargins(GRID, 0, 0, 0)
        self.width_box.setSuffix(translate("Figures", " mm"))
        self.buttons = self._buttons()
        self._lay()
        self._listen()
        self.setFocusProxy(self.list)

    def _buttons(self) -> dict[str, QPushButton]:
        made = {}
        for name, told, signal in (
            ("place", translate("Figures", "Place…"), self.place_asked),
            ("paste", translate("Figures", "Paste"), self.paste_asked),
            ("off", translate("Figures", "Take Off"), self.off_asked),
            ("save", translate("Figures", "Save Original…"), self.save_asked),
        ):
            made[name] = QPushButton(told)
            made[name].clicked.connect(signal)
        return made

    def _lay(self) -> None:
        form = QFormLayout()
        form.setSpacing(2 * GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for told, field in (
            (translate("Figures", "Caption"), self.caption),
            (translate("Figures", "Credit"), self.credit),
            (translate("Figures", "Description"), self.alt),
            (translate("Figures", "Width"), self.width_box),
        ):
            field.setAccessibleName(told)
            form.addRow(told, field)
        self.alt.setPlaceholderText(translate("Figures", "For readers who cannot see the picture"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.list, 1)
        self.list.setMinimumHeight(_ICON + 2 * GRID)
        # It takes what room the fields leave.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        below = QWidget()
        inner = QVBoxLayout(below)
        inner.setContentsMargins(3 * GRID, 0, 3 * GRID, 0)
        inner.setSpacing(GRID)
        for widget in (self.preview, self.facts, self.sharpness):
            inner.addWidget(widget)
        inner.addSpacing(GRID)
        inner.addLayout(form)
        inner.addStretch()
        column.addWidget(Fields(below))
        for names in (("place", "paste"), ("off", "save")):
            line = QHBoxLayout()
            line.setContentsMargins(3 * GRID, 0, 3 * GRID, 0)
            for name in names:
                line.addWidget(self.buttons[name])
            column.addLayout(line)

    def _listen(self) -> None:
        for name in ("caption", "credit", "alt"):
            field = getattr(self, name)
            field.editingFinished.connect(lambda name=name: self._said(name))
        self.width_box.valueChanged.connect(lambda _value: self._tell_sharpness())
        self.width_box.editingFinished.connect(lambda: self._said("width"))

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_figures(self, figures: Sequence[Placed], shots: Mapping[str, Shot]) -> None:
        """Show every figure; what is being typed in a field is kept until one leaves it."""
        self._figures = figures
        self.list.blockSignals(True)
        while self.list.count() > len(figures):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(figures):
            self.list.addItem(QListWidgetItem())
        for number, figure in enumerate(figures):
            shot = shots.get(figure.figure.picture)
            item = self.list.item(number)
            item.setText(_title(figure))
            item.setIcon(QIcon(shot.small if shot is not None else _empty()))
        self.list.blockSignals(False)
        # As high as its figures where there is room for them: what is said of the one meant comes right below.
        rows = sum(self.list.sizeHintForRow(number) for number in range(min(len(figures), _ROWS)))
        self.list.setMaximumHeight(max(_ICON, rows) + 2 * GRID)

    def show_current(self, figure: Placed | None, shot: Shot | None) -> None:
        """Show what is said of a figure; None for no figure."""
        other = figure is None or self._current is None or figure.figure.id != self._current.figure.id
        other = other or (
            figure is not None and self._current is not None and figure.row != self._current.row
        )
        self._current, self._shot = figure, shot
        self.list.blockSignals(True)
        self.list.setCurrentRow(self._figures.index(figure) if figure in self._figures else -1)
        self.list.blockSignals(False)
        for field in (self.caption, self.credit, self.alt, self.width_box):
            field.setEnabled(figure is not None)
        for name in ("off", "save"):
            if shot is None and self.buttons[name].hasFocus():
                # Else the keys would go on in the next field there is, which may be another panel's.
                self.list.setFocus()
            self.buttons[name].setEnabled(shot is not None)
        told = translate("Figures", "Place…") if shot is None else translate("Figures", "Change…")
        self.buttons["place"].setText(told)
        self._show_fields(figure, anyway=other)
        told = translate("Figures", "No picture yet: drop one here, paste it, or choose a file.")
        if figure is None:
            told = translate("Figures", "Put the caret on a caption, or choose a figure above.")
        self.preview.show_picture(shot.small if shot is not None else QPixmap(), told)
        self.preview.setAccessibleName(figure.figure.alt if figure is not None else "")
        self.facts.setText(self._words.say(facts(shot.picture)) if shot is not None else "")
        self._tell_sharpness()

    def _show_fields(self, figure: Placed | None, *, anyway: bool) -> None:
        shown = (
            (self.caption, figure.caption if figure is not None else ""),
            (self.credit, figure.credit if figure is not None else ""),
            (self.alt, figure.figure.alt if figure is not None else ""),
        )
        for field, text in shown:
            if (anyway or not field.hasFocus()) and field.text() != text:
                field.setText(text)
        self.width_box.blockSignals(True)
        self.width_box.setValue((figure.figure.width if figure is not None else 0.0) or COLUMN)
        self.width_box.blockSignals(False)

    def _tell_sharpness(self) -> None:
        told = sharpness(self._shot.picture, self.width_box.value()) if self._shot is not None else None
        self.sharpness.setText(self._words.say(told) if told is not None else "")

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's quiet colour for what is said in passing."""
        for told in (self.facts, self.sharpness, self.preview):
            told.setStyleSheet(f"color: {theme.muted}")

    # -- what is said --------------------------------------------------------------------------------------------

    def _row_changed(self, number: int) -> None:
        if 0 <= number < len(self._figures):
            self.chosen.emit(self._figures[number])

    def _said(self, name: str) -> None:
        figure = self._current
        if figure is None:
            return
        if name == "width":
            if self.width_box.value() != (figure.figure.width or COLUMN):
                self.described.emit(name, self.width_box.value())
            return
        was = {"caption": figure.caption, "credit": figure.credit, "alt": figure.figure.alt}[name]
        text = getattr(self, name).text()
        if text != was:
            self.described.emit(name, text)

    def commit(self) -> None:
        """Write what is being typed, before anything else happens."""
        for name in ("caption", "credit", "alt"):
            field: QObject = getattr(self, name)
            if isinstance(field, QWidget) and field.hasFocus():
                self._said(name)


def _title(figure: Placed) -> str:
    waits = translate("Figures", "no picture")
    told = figure.caption or figure.figure.alt or translate("Figures", "Picture without caption")
    return f"{told}\n{waits}" if figure.waits else told


def _empty() -> QPixmap:
    made = QPixmap(_ICON, _ICON)
    made.fill(Qt.GlobalColor.transparent)
    return made
