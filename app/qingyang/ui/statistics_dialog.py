"""Figures an editor answers for: how long the text is, who did how much, and the error rate against the law."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qingyang.text.tally import work_rows
from qingyang.ui.dialogs import headed, without_icons
from qingyang.ui.panels import label
from qingyang.ui.theme import GRID, LARGE, SMALL
from qingyang.wording import Wording

if TYPE_CHECKING:
    from qingyang.services.statistics import Statistics

translate = QCoreApplication.translate


class StatisticsDialog(QDialog):
    """Of this document, or of all; asked for anew whenever the choice changes."""

    asked = Signal(bool)
    """Whether all documents are meant."""

    def __init__(self, parent: QWidget, words: Wording) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Statistics", "Statistics"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(120 * GRID, 140 * GRID)
        self._words = words
        self.scope = QComboBox()
        self.scope.setAccessibleName(translate("Statistics", "Where"))
        self.scope.addItem(translate("Statistics", "This document"))
        self.scope.addItem(translate("Statistics", "All documents"))
        self.scope.activated.connect(lambda number: self.asked.emit(number == 1))
        self.verdict = label(size=LARGE, bold=True)
        self.verdict.setWordWrap(True)
        self.figures: dict[str, QLabel] = {}
        self.work = QTableWidget(0, 3)
        self.work.setAccessibleName(translate("Statistics", "Changes by person and kind"))
        headed(
            self.work,
            (
                translate("Statistics", "Person"),
                translate("Statistics", "Kind"),
                translate("Statistics", "Changes"),
            ),
        )
        self.work.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.work.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._lay()

    def _lay(self) -> None:
        form = QFormLayout()
        form.setSpacing(2 * GRID)
        for name, told in (
            ("length", translate("Statistics", "Characters (字数), marks included")),
            ("bare", translate("Statistics", "Without marks")),
            ("characters", translate("Statistics", "Characters without spaces")),
            ("base", translate("Statistics", "Characters of the page (版面字数)")),
            ("errors", translate("Statistics", "Mistakes marked, and what they count")),
        ):
            self.figures[name] = QLabel("…")
            self.figures[name].setAccessibleName(told)
            form.addRow(told, self.figures[name])
        why = label(
            translate(
                "Statistics",
                "Only mistakes an editor has marked count, by the annex of 2020; what the extraction damaged or the "
                "rules repaired never does.",
            ),
            SMALL,
        )
        why.setWordWrap(True)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        without_icons(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * GRID, 4 * GRID, 5 * GRID, 4 * GRID)
        column.setSpacing(3 * GRID)
        column.addWidget(self.scope)
        column.addWidget(self.verdict)
        column.addLayout(form)
        column.addWidget(why)
        column.addWidget(self.work, 1)
        column.addWidget(close)

    def show_figures(self, figures: Statistics) -> None:
        """Show some documents' figures."""
        length, rate = figures.length, figures.rate
        told = (
            translate("Statistics", "Error rate {rate} in 10,000: within the law's {legal}")
            if rate.passes
            else translate("Statistics", "Error rate {rate} in 10,000: above the law's {legal}")
        )
        self.verdict.setText(told.format(rate=f"{rate.rate:.2f}", legal=rate.legal))
        pages = translate("Statistics", "{base} on {pages} pages").format(
            base=f"{rate.base:,}", pages=figures.pages
        )
        for name, text in (
            ("length", f"{length.with_marks:,}"),
            ("bare", f"{length.without_marks:,}"),
            ("characters", f"{length.characters:,}"),
            ("base", pages),
            ("errors", f"{figures.slips} / {rate.errors.normalize():f}"),
        ):
            self.figures[name].setText(text)
        self._show_work(work_rows(figures.work))

    def _show_work(self, rows: Sequence[tuple[str, str, int]]) -> None:
        self.work.setRowCount(len(rows))
        for k, (person, kind, count) in enumerate(rows):
            for column, text in enumerate((person, self._words.term(f"change.{kind}"), str(count))):
                self.work.setItem(k, column, QTableWidgetItem(text))
