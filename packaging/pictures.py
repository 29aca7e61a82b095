"""Take README's pictures from the real thing: the window on a seed with doubts and figures, and pages of its bulletins.

    python packaging/pictures.py [--scale 1.5] [--out resources/guide]

Writes review.png, alike.png, figures.png, pages.png, issue.png and preflight.png, all light and dark, article.png,
findings.png, bulletin.png and templates.png. Needs no display.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtWidgets import QWidget

from qingyang.compose import IssueFacts
from qingyang.press.rendering import render
from qingyang.resources import seeds
from qingyang.services.noting import Noting
from qingyang.services.project import Project
from qingyang.services.workbench import Workbench
from qingyang.text.issue import Issue
from qingyang.ui.preflight_dialog import PreflightDialog
from qingyang.ui.window import Window
from shots import GUIDE, LOOKS, save, show_document, until, wait, window_on, without_display

DPI = 120
HIGH, GAP = 900, 16
"""Of the pages in the picture of all templates, in pixels."""
PHOTO = (2400, 1600)


def main() -> int:
    """Take all pictures."""
    asked = argparse.ArgumentParser(description="Take README's pictures.")
    asked.add_argument("--scale", default="1.5", help="of the screen: 1 or 1.5")
    asked.add_argument("--out", type=Path, default=GUIDE, help="folder for the pictures")
    wanted = asked.parse_args()
    without_display(wanted.scale)
    wanted.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk, pdf = folder / "渝中简报.qy", folder / "bulletin.pdf"
        with Project.open(desk, create=True, person="qingyang") as project:
            documents = [project.import_file(path) for path in seeds()]
            issue = IssueFacts(name="渝中简报", number="12", date="2025年11月22日")
            project.export_pdf(pdf, documents[:1], issue=issue)
            save(Image.open(BytesIO(render(pdf, 0, DPI))).convert("RGB"), wanted.out / "bulletin.png")
            _templates(project, folder, issue, wanted.out)
        window = window_on(folder, desk)
        _review(window, documents[-1], wanted.out)
        _alike(window, documents[0], wanted.out)
        _figures(window, documents[0], folder, wanted.out)
        _pages(window, wanted.out)
        _issue(window, documents[0], documents[1], wanted.out)
        _preflight(window, pdf, folder / "扫描件.pdf", wanted.out)
        window.close()
    return 0


def _templates(project: Project, folder: Path, issue: IssueFacts, out: Path) -> None:
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
    save(sheet, out / "templates.png")


def _review(window: Window, document: str, out: Path) -> None:
    show_document(window, document)
    window.deciding.next_doubt()
    window.deciding.next_doubt()
    _both(window, out, "review")


def _alike(window: Window, document: str, out: Path) -> None:
    """Take the window with a replacement that is looked through, a remark and a bookmark."""
    show_document(window, document)
    review = window.session.review
    assert review is not None
    start, noting = review.passages[1].start, Noting(review)
    noting.add(start, start + 4, "标题是否加“区”字？")
    noting.toggle(1)
    window.finding.open_replace()
    window.find_bar.query.setText("开放")
    window.find_bar.new.setText("改革开放")
    window.finding.replace_all()
    window.docks.hits.toggle()
    _both(window, out, "alike")
    window.alike.close()
    window.finding.close()


def _figures(window: Window, document: str, folder: Path, out: Path) -> None:
    """Take the window with a picture in its place, and with the properties of the article it belongs to."""
    show_document(window, document)
    photo = folder / "快递员分拣包裹.jpg"
    _photo().save(photo, dpi=(300, 300))
    window.illustrating.next_waiting()
    window.illustrating.take([photo])
    until(lambda: not window.jobs.running)
    window.illustrating.describe("alt", "两名快递员在传送带旁分拣包裹")
    window.outline.expand(window.outline.currentIndex())
    window.viewing.focus("figures")
    _both(window, out, "figures")
    window.viewing.set_theme("light")
    window.viewing.focus("article")
    _take(window, out / "article.png")


def _pages(window: Window, out: Path) -> None:
    """Take the page desk: the pages with the caret's paragraph, and an issue's facts beside findings' template."""
    facts = IssueFacts(
        name="渝中简报", number="12", total="368", date="2025年11月22日", publisher="渝中区融媒体中心",
        editors="晏艳辉", reviewers="李四", approver="张三", reported_to="区委办公室", copies="300",
    )  # fmt: skip
    assert window.session.project is not None
    window.session.project.issues.put(Issue(facts))
    window.view.go_to_row(1)
    window.desks.pages()
    until(lambda: window.page_desk.view.paged is not None and not window.jobs.running)
    _both(window, out, "pages")
    window.viewing.set_theme("light")
    window.page_desk.form.most.setValue(2)
    window.page_desk.template_chosen.emit("tabloid-five-column")
    until(lambda: not window.jobs.running)
    window.desks.fit_page()
    window.page_desk.findings.setCurrentRow(0)
    until(lambda: not window.jobs.running)
    _take(window, out / "findings.png")
    window.page_desk.form.most.setValue(0)


def _issue(window: Window, first: str, second: str, out: Path) -> None:
    """Take the tree of an issue of two documents: pages with names, and an article read in the other document."""
    window.desks.review()
    window.files.open_document(first)
    until(lambda: window.session.document == first and not window.jobs.running)
    project, arranging = window.session.project, window.session.arranging
    assert project is not None and arranging is not None
    for number, page in enumerate(("要闻", "要闻", "2", "2")):
        arranging.say(number, "page", page)
    project.planning.move((first, 3), second, (second, 0))
    window.view.go_to_row(arranging.starts()[3] + 1)
    window.outline.expand(window.outline.entries.document(second))
    window.outline.mark(first, 3)
    _both(window, out, "issue")


def _preflight(window: Window, bulletin: Path, scan: Path, out: Path) -> None:
    """Take what a print house would say of a page that somebody scanned, in colours of the screen."""
    Image.open(BytesIO(render(bulletin, 0, DPI))).convert("RGB").save(scan, resolution=DPI)
    window.exporting.look_over(scan)
    until(lambda: not window.jobs.running)
    (shown,) = window.findChildren(PreflightDialog)
    rows = range(len(shown.findings))
    shown.list.setCurrentRow(next(row for row in rows if shown.findings[row].place))
    for theme, suffix in LOOKS:
        window.viewing.set_theme(theme)
        _take(shown, out / f"preflight{suffix}.png")
    shown.close()


def _photo() -> Image.Image:
    """Return a drawn stand-in for a photograph: parcels on a belt in a hall."""
    sky = Image.linear_gradient("L").resize(PHOTO)
    made = Image.merge("RGB", [sky.point(lambda v, k=k: 205 - v * k // 100) for k in (24, 30, 42)])
    pen = ImageDraw.Draw(made)
    for k in range(7):
        pen.rectangle((360 * k - 60, 120, 360 * k + 180, 150), fill=(240, 240, 232))
    pen.polygon([(0, 1250), (2400, 980), (2400, 1600), (0, 1600)], fill=(70, 78, 84))
    for k, (tall, colour) in enumerate(
        ((300, "#b98a56"), (220, "#c89b68"), (340, "#a97b49"), (250, "#c2915c")) * 2
    ):
        x, foot = 120 + 290 * k, 1270 - 32 * k
        pen.rectangle((x, foot - tall, x + 230, foot), fill=colour)
        pen.rectangle((x + 100, foot - tall, x + 128, foot), fill="#e3d2b4")
    return made


def _both(window: Window, out: Path, name: str) -> None:
    for theme, suffix in LOOKS:
        window.viewing.set_theme(theme)
        _take(window, out / f"{name}{suffix}.png")


def _take(window: QWidget, path: Path) -> None:
    wait(300)
    window.grab().save(str(path))
    save(Image.open(path).convert("RGB"), path)


if __name__ == "__main__":
    sys.exit(main())
