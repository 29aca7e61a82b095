"""The few dialogs there are; none of them waits, each tells its owner when it is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qingyang.errors import AppError
from qingyang.text.role import ROLES
from qingyang.ui.theme import GRID, LARGE, font
from qingyang.wording import Wording

translate = QCoreApplication.translate
_MAC = sys.platform == "darwin"
_PORTABLE = QKeySequence.SequenceFormat.PortableText
_SIGNS = {"Return": "Enter", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}
_READING = ("empty_file", "not_text", "unknown_encoding", "cannot_read", "not_found")
_DESK = ("desk_in_use", "not_a_desk", "desk_newer", "desk_damaged")


def advice(error: AppError) -> str:
    """Return what is safe and what to do about an error."""
    if error.code in _READING:
        return translate(
            "Complaint",
            "Nothing was imported from this file. Everything else stands as it was; try another file.",
        )
    if error.code in _DESK:
        return translate(
            "Complaint", "The desk file was not touched. Open another one, or close the other window."
        )
    if error.code == "cannot_write":
        return translate(
            "Complaint",
            "Nothing was left half-written. Choose another folder, or free some space and try again.",
        )
    return translate("Complaint", "Everything done before is saved in the desk file.")


COMPLAINT = "complaint"
"""The name of a box that tells an error."""


def complain(parent: QWidget, error: AppError, words: Wording) -> QMessageBox:
    """Show what happened, what is safe and what to do; what is told already is not told twice."""
    told = words.explain(error)
    for shown in parent.findChildren(QMessageBox, COMPLAINT):
        # A box that comes up takes the focus: what is being typed is tried once more, and fails once more.
        if shown.isVisible() and shown.text() == told:
            return shown
    box = QMessageBox(QMessageBox.Icon.Warning, translate("Complaint", "Qingyang"), told)
    box.setParent(parent, box.windowFlags())
    box.setInformativeText(advice(error))
    box.setObjectName(COMPLAINT)
    box.setStyleSheet(f"QLabel#qt_msgbox_informativelabel {{ min-width: {110 * GRID}px; }}")
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    without_icons(box)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


class OwnParagraph(QDialog):
    """Asks for a paragraph of one's own and what it is."""

    def __init__(
        self, parent: QWidget, words: Wording, role: str, text: str, done: Callable[[str, str], None]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("OwnParagraph", "Insert a Paragraph of One's Own"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.role = QComboBox()
        for each in ROLES:
            self.role.addItem(words.term(f"role.{each.id}"), each.id)
        self.role.setCurrentIndex(max(0, self.role.findData(role)))
        self.text = QPlainTextEdit(text)
        self.text.setTabChangesFocus(True)
        self.text.setFont(font(LARGE))
        self.text.setFixedHeight(24 * GRID)
        self.text.setMinimumWidth(110 * GRID)
        form = QFormLayout(self)
        form.setSpacing(3 * GRID)
        form.setContentsMargins(5 * GRID, 5 * GRID, 5 * GRID, 4 * GRID)
        form.addRow(translate("OwnParagraph", "Role"), self.role)
        form.addRow(translate("OwnParagraph", "Text"), self.text)
        buttons = ok_and_cancel(self, translate("OwnParagraph", "Insert"))
        form.addRow(buttons)
        self.accepted.connect(lambda: done(self.text.toPlainText(), str(self.role.currentData())))
        self.text.setFocus()


def ok_and_cancel(dialog: QDialog, told: str) -> QDialogButtonBox:
    """Return the two buttons of a dialog, the first one named after what it does."""
    kind = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(kind.Ok | kind.Cancel)
    buttons.button(kind.Ok).setText(told)
    without_icons(buttons)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons


def without_icons(box: QDialogButtonBox | QMessageBox) -> None:
    """Take away the little pictures that Fusion puts on standard buttons."""
    for button in box.buttons():
        button.setIcon(QIcon())


def headed(table: QTableWidget, headings: Sequence[str]) -> None:
    """Give a table its headings, each above the left edge of its column, and no lines."""
    table.setHorizontalHeaderLabels(list(headings))
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setHighlightSections(False)
    table.verticalHeader().hide()
    table.setShowGrid(False)


class ShortcutSheet(QDialog):
    """Every action with its keys, by menu."""

    def __init__(self, parent: QWidget, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Sheet", "Keyboard Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(110 * GRID, 150 * GRID)
        self.table = QTableWidget(0, 2)
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for title, lines in groups:
            self._add(title, "", head=True)
            for words, keys in lines:
                self._add(words, keys)
        box = QVBoxLayout(self)
        box.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        box.addWidget(self.table)
        hint = QLabel(translate("Sheet", "In the list of doubts the keys marked * act alone."))
        box.addWidget(hint)

    def _add(self, words: str, keys: str, *, head: bool = False) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate((words, keys)):
            item = QTableWidgetItem(text)
            if head:
                item.setFont(font(bold=True))
            self.table.setItem(row, column, item)


def shown_keys(keys: Sequence[str]) -> str:
    """Return shortcuts as they stand on the keyboard, each one once."""
    shown = []
    for key in keys:
        text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText if _MAC else _PORTABLE)
        for name, sign in _SIGNS.items():
            text = text.replace(name, sign)
        if text not in shown:
            shown.append(text)
    return "  ".join(shown)
