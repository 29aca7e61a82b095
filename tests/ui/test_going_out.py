"""PDF, DOCX and clipboard: what goes out is what stands, and a cancelled export leaves nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, complaint, press, reviewed

from qingyang.compose import IssueFacts
from qingyang.text.issue import Issue
from qingyang.ui.export_dialog import ExportPdf, PdfWish
from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def dialog(window: Window) -> ExportPdf:
    """The open export dialog."""
    return next(d for d in window.findChildren(ExportPdf) if d.isVisible())


def test_a_pdf_of_what_stands(desk: Window, qtbot: QtBot, tmp_path: Path) -> None:
    goal = tmp_path / "简报"
    press(desk, "Ctrl+E")
    asked = dialog(desk)
    asked.path.setText(str(goal))
    asked.name.setText("渝中简报")
    asked.number.setText("12")
    asked.marks.setChecked(True)
    asked.proof.setCurrentIndex(asked.proof.findData("lines"))
    asked.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    qtbot.waitUntil(lambda: desk.written.isVisible(), timeout=PATIENCE)
    pdf = pypdfium2.PdfDocument(goal.with_suffix(".pdf"))
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "渝中简报" in text and "12" in text
    assert reviewed(desk).text(1)[:8] in text.replace("\r\n", "")
    assert "简报.pdf" in desk.written._told.text()


def test_what_the_editor_should_know_is_told_beside_the_file(
    desk: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    reviewed(desk).insert(1, "私用字\ue000印不出来。")
    desk.exporting.write_pdf(PdfWish(str(tmp_path / "a.pdf")))
    qtbot.waitUntil(lambda: desk.written.isVisible(), timeout=PATIENCE)
    assert "1 处要看" in desk.written._told.text() and "没有一款字体有这个字" in desk.written._told.text()
    assert "印成〓" in desk.written._told.toolTip()


def test_the_next_export_begins_where_the_last_one_ended(desk: Window, qtbot: QtBot, tmp_path: Path) -> None:
    wish = PdfWish(str(tmp_path / "a.pdf"), "刊名", "3", "2025年1月2日", marks=True, purpose="digital")
    desk.exporting.write_pdf(wish)
    qtbot.waitUntil(lambda: desk.written.isVisible(), timeout=PATIENCE)
    desk.exporting.pdf()
    asked = dialog(desk).wish()
    assert (asked.path, asked.name, asked.number, asked.marks) == (wish.path, "刊名", "3", True)
    assert (asked.purpose, asked.proof) == ("digital", "")
    # It is the same issue still: its date is one of its facts.
    assert asked.date == wish.date


def test_a_cancelled_export_leaves_nothing(desk: Window, qtbot: QtBot, tmp_path: Path) -> None:
    desk.exporting.write_pdf(PdfWish(str(tmp_path / "out" / "a.pdf")))
    desk.status.stop.click()
    qtbot.waitUntil(lambda: not desk.jobs.running, timeout=PATIENCE)
    assert not (tmp_path / "out").exists()
    assert complaint(desk) is None and not desk.written.isVisible()
    assert not desk.status.progress.isVisible()


def test_where_nothing_can_be_written(desk: Window, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    desk.exporting.write_pdf(PdfWish(str(tmp_path / "file" / "a.pdf")))
    qtbot.waitUntil(lambda: complaint(desk) is not None, timeout=PATIENCE)
    box = complaint(desk)
    assert box is not None and "a.pdf" in box.text() and "没有留下半截文件" in box.informativeText()


def test_an_article_as_docx(
    desk: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal = tmp_path / "稿件"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(goal), ""))
    press(desk, "Ctrl+Shift+E")
    qtbot.waitUntil(lambda: desk.written.isVisible(), timeout=PATIENCE)
    with zipfile.ZipFile(goal.with_suffix(".docx")) as archive:
        assert reviewed(desk).text(1)[:10] in archive.read("word/document.xml").decode()


def test_the_article_with_the_caret_is_copied(desk: Window) -> None:
    review = reviewed(desk)
    second = desk.session.article_starts[1]
    desk.view.setFocus()
    desk.view.go_to_row(second)
    press(desk, "Ctrl+Shift+C")
    data = QGuiApplication.clipboard().mimeData()
    assert review.text(second) in data.text()
    assert review.text(0) not in data.text()
    assert not data.hasHtml()
    press(desk, "Ctrl+Alt+C")
    data = QGuiApplication.clipboard().mimeData()
    assert review.text(second) in data.text() and "<" in data.html()


def test_what_is_held_is_not_copied(desk: Window) -> None:
    desk.view.setFocus()
    desk.view.go_to_row(0)
    gone = reviewed(desk).text(0)
    press(desk, "Ctrl+Shift+H")
    press(desk, "Ctrl+Shift+C")
    assert gone not in QGuiApplication.clipboard().text()


def test_the_first_export_knows_the_desks_newest_issue(desk: Window) -> None:
    project = desk.session.project
    assert project is not None
    project.issues.put(Issue(IssueFacts(name="渝中简报", number="9")))
    desk.exporting.pdf()
    asked = dialog(desk).wish()
    assert (asked.name, asked.number) == ("渝中简报", "9")
