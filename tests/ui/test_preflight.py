"""Preflight in the window: any PDF by the menu, every export by itself, and the print house's own profile."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas
from tests.ui.conftest import PATIENCE, complaint, press

from qingyang.press import preflight
from qingyang.resources import resource
from qingyang.services.printing import own_profile
from qingyang.ui.export_dialog import ExportPdf, PdfWish
from qingyang.ui.preflight_dialog import PreflightDialog
from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def shown(window: Window) -> PreflightDialog | None:
    """The open list of findings."""
    return next((d for d in window.findChildren(PreflightDialog) if d.isVisible()), None)


def found(window: Window, qtbot: QtBot) -> PreflightDialog:
    qtbot.waitUntil(lambda: shown(window) is not None, timeout=PATIENCE)
    dialog = shown(window)
    assert dialog is not None
    return dialog


def test_any_pdf_is_looked_over_by_the_keys(
    desk: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "other.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(100, 500, "Not embedded")
    canvas.save()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    press(desk, "Ctrl+Alt+E")
    dialog = found(desk, qtbot)
    expected = preflight(path)
    assert dialog.list.count() == len(expected) > 2
    placed = next(k for k, finding in enumerate(expected) if finding.place)
    while dialog.list.currentRow() < placed:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    said = dialog.list.currentItem().text()
    assert f"第 {expected[placed].page} 页" in said and "毫米" in said and "→ " in said
    qtbot.waitUntil(lambda: dialog.page.ring() is not None, timeout=PATIENCE)
    ring = dialog.page.ring()
    assert ring is not None and dialog.page.rect().contains(ring.toRect().center())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert shown(desk) is None


def test_the_ring_round_a_whole_page_has_all_its_sides_in_view(
    desk: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "scan.pdf"
    Image.new("RGB", (210, 297), "white").save(path, resolution=25.4)
    desk.exporting.look_over(path)
    dialog = found(desk, qtbot)
    dialog.list.setCurrentRow(next(k for k, finding in enumerate(dialog.findings) if finding.place))
    qtbot.waitUntil(lambda: dialog.page.ring() is not None, timeout=PATIENCE)
    ring = dialog.page.ring()
    assert ring is not None and dialog.page.rect().contains(ring.toAlignedRect())
    assert ring.height() > dialog.page.height() / 2


def test_every_finding_brings_its_page(
    desk: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.exporting.write_pdf(PdfWish(str(tmp_path / "a.pdf")))
    qtbot.waitUntil(lambda: desk.written.isVisible(), timeout=PATIENCE)
    with pikepdf.open(tmp_path / "a.pdf", allow_overwriting_input=True) as pdf:
        del pdf.pages[1].TrimBox
        pdf.save()
    desk.exporting.look_over(tmp_path / "a.pdf")
    dialog = found(desk, qtbot)
    assert dialog.page.number == dialog.findings[0].page == 2


def test_a_clean_export_opens_no_list(desk: Window, qtbot: QtBot, tmp_path: Path) -> None:
    desk.exporting.write_pdf(PdfWish(str(tmp_path / "a.pdf")))
    qtbot.waitUntil(lambda: desk.written.isVisible(), timeout=PATIENCE)
    qtbot.wait(50)
    assert shown(desk) is None
    desk.exporting.look_over(tmp_path / "a.pdf")
    assert found(desk, qtbot).list.count() == 0


def test_what_is_no_pdf_is_told(desk: Window, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"nothing")
    desk.exporting.look_over(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: complaint(desk) is not None, timeout=PATIENCE)
    assert "不是 PDF" in complaint(desk).text()


def asked(window: Window) -> ExportPdf:
    window.exporting.pdf()
    return next(d for d in window.findChildren(ExportPdf) if d.isVisible())


def test_the_print_houses_profile_is_checked_and_kept_with_the_desk(
    desk: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(desk)
    wrong = tmp_path / "wrong.icc"
    wrong.write_bytes(b"no profile")
    dialog.profile.take(wrong)
    assert "CMYK" in dialog.profile.refused.text() and not dialog.profile.own
    dialog.profile.take(resource("icc") / "coated-fogra39l.icc")
    assert dialog.profile.own and dialog.profile.refused.isHidden()
    dialog.path.setText(str(tmp_path / "a.pdf"))
    dialog.accept()
    qtbot.waitUntil(lambda: desk.written.isVisible(), timeout=PATIENCE)
    project = desk.session.project
    assert project is not None
    kept = own_profile(project)
    assert kept is not None
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        intent = pdf.Root.OutputIntents[0]
        assert intent.DestOutputProfile.read_bytes() == kept.data
        assert str(intent.OutputConditionIdentifier) == kept.name != "FOGRA39"
    again = asked(desk)
    assert again.profile.own and kept.name in again.profile.choice.currentText()
    again.purpose.setCurrentIndex(again.purpose.findData("digital"))
    assert not again.profile.isEnabled()
