"""What to know before a PDF is made: where it goes, what the masthead says, which template, marks or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from qingyang.ui.dialogs import ok_and_cancel
from qingyang.ui.issue import today
from qingyang.ui.profile_choice import ProfileChoice, Profiles
from qingyang.ui.theme import GRID

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PdfWish:
    """What the user wants of a PDF."""

    path: str
    name: str = ""
    number: str = ""
    date: str = ""
    template: str = "a4-two-column"
    marks: bool = False
    purpose: str = "x4"
    """x4 for a print house, digital for screens."""
    proof: str = ""
    """changes or lines; empty for the clean sheet."""
    whole_issue: bool = False
    """Every document of the issue, not only the one under review."""
    own_profile: bool = False
    """Printed with the print house's own colour profile, which the desk keeps."""

    def remembered(self) -> dict[str, str | bool]:
        """Return what the next export begins with."""
        return {name: value for name, value in asdict(self).items() if name != "date"}


def _purposes() -> list[tuple[str, str]]:
    return [
        (translate("ExportPdf", "Print house (PDF/X-4, CMYK)"), "x4"),
        (translate("ExportPdf", "Screen (RGB)"), "digital"),
    ]


def _proofs() -> list[tuple[str, str]]:
    return [
        (translate("ExportPdf", "None: the clean sheet"), ""),
        (translate("ExportPdf", "What was changed, in red"), "changes"),
        (translate("ExportPdf", "Line numbers for reading"), "lines"),
    ]


def _choices(rows: Sequence[tuple[str, str]], chosen: str) -> QComboBox:
    """Return a list of words and values, the one with a value chosen."""
    box = QComboBox()
    for words, value in rows:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


class ExportPdf(QDialog):
    """Fills in a `PdfWish`."""

    def __init__(
        self,
        parent: QWidget,
        wish: PdfWish,
        templates: Sequence[tuple[str, str]],
        done: Callable[[PdfWish], None],
        profiles: Profiles,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("ExportPdf", "Export PDF"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.path = QLineEdit(wish.path)
        self.path.setMinimumWidth(90 * GRID)
        self.name = QLineEdit(wish.name)
        self.name.setPlaceholderText(translate("ExportPdf", "Name on the masthead"))
        self.number = QLineEdit(wish.number)
        self.date = QLineEdit(wish.date or today())
        self.template = _choices(templates, wish.template)
        self.whole_issue = QCheckBox(translate("ExportPdf", "The whole issue"))
        self.whole_issue.setChecked(wish.whole_issue)
        self.marks = QCheckBox(translate("ExportPdf", "Crop marks and bleed"))
        self.marks.setChecked(wish.marks)
        self.purpose = _choices(_purposes(), wish.purpose)
        self.profile = ProfileChoice(profiles, wish.own_profile)
        self.purpose.currentIndexChanged.connect(self._for_print)
        self.proof = _choices(_proofs(), wish.proof)
        form = QFormLayout(self)
        form.setSpacing(3 * GRID)
        form.setContentsMargins(5 * GRID, 5 * GRID, 5 * GRID, 4 * GRID)
        form.addRow(translate("ExportPdf", "File"), self._with_button())
        form.addRow(translate("ExportPdf", "Issue name"), self.name)
        form.addRow(translate("ExportPdf", "Issue number"), self.number)
        form.addRow(translate("ExportPdf", "Date"), self.date)
        form.addRow(translate("ExportPdf", "Template"), self.template)
        form.addRow(translate("ExportPdf", "Made for"), self.purpose)
        form.addRow(translate("ExportPdf", "Colour profile"), self.profile)
        form.addRow(translate("ExportPdf", "Proof marks"), self.proof)
        form.addRow("", self.whole_issue)
        form.addRow("", self.marks)
        form.addRow(ok_and_cancel(self, translate("ExportPdf", "Export")))
        self.accepted.connect(lambda: done(self.wish()))
        self._for_print()

    def wish(self) -> PdfWish:
        """Return what the fields say; a missing ``.pdf`` is added."""
        path = self.path.text().strip()
        if path and not path.lower().endswith(".pdf"):
            path += ".pdf"
        return PdfWish(
            path,
            self.name.text().strip(),
            self.number.text().strip(),
            self.date.text().strip(),
            self.template.currentData(),
            self.marks.isChecked(),
            self.purpose.currentData(),
            self.proof.currentData(),
            self.whole_issue.isChecked(),
            self.profile.own,
        )

    def _for_print(self) -> None:
        self.profile.setEnabled(self.purpose.currentData() == "x4")

    def _with_button(self) -> QWidget:
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        button = QPushButton(translate("ExportPdf", "Choose…"))
        button.clicked.connect(self._choose)
        box.addWidget(self.path)
        box.addWidget(button)
        return line

    def _choose(self) -> None:
        start = self.path.text() or str(Path.home())
        chosen, _ = QFileDialog.getSaveFileName(
            self, translate("ExportPdf", "Export PDF"), start, translate("ExportPdf", "PDF (*.pdf)")
        )
        if chosen:
            self.path.setText(chosen)
