"""What an issue says of itself, field by field; each is kept as soon as it is left."""

from __future__ import annotations

from dataclasses import asdict, replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPushButton, QScrollArea, QSpinBox, QWidget

from qingyang.text.issue import NAMES, Issue, IssueFacts
from qingyang.ui.issue import today
from qingyang.ui.theme import GRID

translate = QCoreApplication.translate
_MOST = 999


class IssueForm(QScrollArea):
    """Facts of masthead and 报尾, and how many pages there may be."""

    said = Signal(object)
    """The `Issue` as it is now wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._issue = Issue()
        self.fields: dict[str, QLineEdit] = {}
        self.most = QSpinBox(maximum=_MOST)
        self.most.lineEdit().setTextMargins(GRID, 0, 0, 0)
        self.most.setSpecialValueText(translate("Issue", "As many as it takes"))
        self.most.setAccessibleName(translate("Issue", "Most pages"))
        self.most.setKeyboardTracking(False)
        self.most.valueChanged.connect(lambda most: self._say(self._issue._replace(most=most)))
        inner = QWidget()
        form = QFormLayout(inner)
        form.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        form.setSpacing(2 * GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, told in _labels().items():
            field = self.fields[name] = QLineEdit()
            field.setAccessibleName(told)
            field.editingFinished.connect(self.commit)
            form.addRow(told, field)
        form.addRow(translate("Issue", "Most pages"), self.most)
        self.next = QPushButton(translate("Issue", "Begin the Next Issue"))
        self.next.setToolTip(
            translate("Issue", "Numbers one on and today's date; this issue stays in the desk file.")
        )
        self.next.clicked.connect(self._begin_next)
        form.addRow("", self.next)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusProxy(self.fields["name"])

    def show_issue(self, issue: Issue) -> None:
        """Show an issue; what is being typed is left alone."""
        self._issue = issue
        for name, text in asdict(issue.facts).items():
            field = self.fields[name]
            if field.text() != text and not (field.hasFocus() and field.isModified()):
                field.setText(text)
                field.setCursorPosition(0)
        self.most.setValue(issue.most)

    def commit(self) -> None:
        """Keep what is being typed."""
        for field in self.fields.values():
            field.setModified(False)
        said = {name: field.text().strip() for name, field in self.fields.items()}
        self._say(self._issue._replace(facts=replace(IssueFacts(), **said)))

    def _begin_next(self) -> None:
        self.commit()
        self._say(self._issue.next(today()))

    def _say(self, issue: Issue) -> None:
        if issue != self._issue:
            self._issue = issue
            self.said.emit(issue)


def _labels() -> dict[str, str]:
    labels = {
        "name": translate("Issue", "Name"),
        "number": translate("Issue", "Number"),
        "total": translate("Issue", "Number in all"),
        "date": translate("Issue", "Date"),
        "publisher": translate("Issue", "Publisher"),
        "editors": translate("Issue", "Editors"),
        "reviewers": translate("Issue", "Reviewed by"),
        "approver": translate("Issue", "Signed by"),
        "reported_to": translate("Issue", "Reported to"),
        "sent_to": translate("Issue", "Sent to"),
        "issued_to": translate("Issue", "Issued to"),
        "copies": translate("Issue", "Copies"),
    }
    assert set(labels) == set(NAMES)
    return labels
