"""Take README's pictures from the real thing: the window on a seed with doubts in view, and pages of its bulletins.

    python packaging/pictures.py

Writes resources/guide/review.png, review-dark.png, bulletin.png and templates.png. Needs no display.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from qingyang.compose import IssueFacts
from qingyang.press.rendering import render
from qingyang.resources import resource, seeds
from qingyang.services.project import Project
from qingyang.services.workbench import Workbench
from qingyang.ui import app as start
from qingyang.ui.state import State
from qingyang.ui.window import Window
from qingyang.wording import load

GUIDE = Path(__file__).resolve().parents[1] / "resources" / "guide"
SCALE = "1.5"
WIDTH, HEIGHT = 1280, 800
DPI = 120
HIGH, GAP = 900, 16
"""Of the pages in the picture of all templates, in pixels."""
PATIENCE = 600
"""Looks, of 50 ms each, until the seed stands in the window."""
COLOURS = 256
"""Of a picture: enough for a window, and a third of the bytes."""


def main() -> int:
    """Take all pictures."""
    # These pictures look the same with any display and with none.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = SCALE
    GUIDE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk, pdf = folder / "渝中简报.qy", folder / "bulletin.pdf"
        with Project.open(desk, create=True, person="qingyang") as project:
            documents = [project.import_file(path) for path in seeds()]
            issue = IssueFacts(name="渝中简报", number="12", date="2025年11月22日")
            project.export_pdf(pdf, documents[:1], issue=issue)
            _page(pdf)
            _templates(project, folder, issue)
        _window(folder, desk, documents[-1])
    return 0


def _page(pdf: Path) -> None:
    _save(Image.open(BytesIO(render(pdf, 0, DPI))).convert("RGB"), "bulletin")


def _templates(project: Project, folder: Path, issue: IssueFacts) -> None:
    """Show a page of the seeds in every template, side by side, each as high as the others."""
    issue = replace(
        issue, publisher="渝中区融媒体中心", total="368", reported_to="区委办公室", approver="张三"
    )
    pages = []
    for template in Workbench(folder).templates():
        pdf = folder / f"{template}.pdf"
        project.export_pdf(pdf, template=template, issue=issue)
        page = Image.open(BytesIO(render(pdf, 0, DPI))).convert("RGB")
        pages.append(page.resize((page.width * HIGH // page.height, HIGH), Image.Resampling.LANCZOS))
    sheet = Image.new("RGB", (sum(page.width + GAP for page in pages) - GAP, HIGH), "#c8c8c8")
    x = 0
    for page in pages:
        sheet.paste(page, (x, 0))
        x += page.width + GAP
    _save(sheet, "templates")


def _window(folder: Path, desk: Path, document: str) -> None:
    app = QApplication([])
    start.prepare(app, "zh")
    window = Window(load(resource("i18n"), "zh"), State(folder / "window.ini"), folder / "desk.qy")
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.files.open_path(desk, then=lambda: window.files.open_document(document))
    for _ in range(PATIENCE):
        if window.session.document == document and not window.jobs.running:
            break
        _wait(50)
    else:
        raise SystemExit("the seed did not open")
    window.review.next_doubt()
    window.review.next_doubt()
    for theme, name in (("light", "review"), ("dark", "review-dark")):
        window.viewing.set_theme(theme)
        _wait(300)
        taken = folder / f"{name}.png"
        window.grab().save(str(taken))
        _save(Image.open(taken).convert("RGB"), name)
    window.close()


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _save(picture: Image.Image, name: str) -> None:
    path = GUIDE / f"{name}.png"
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    sys.exit(main())
