"""Take every dialog and panel of the review desk, as they show at one scale, light and dark, to be looked at.

    python packaging/dialogs.py --out DIR [--scale 1.5] [name …]

Writes name.png and name-dark.png each; with names only those. Needs no display.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QTextEdit, QWidget

from qingyang.errors import AppError
from qingyang.resources import seeds
from qingyang.services.noting import Noting
from qingyang.services.project import Project
from qingyang.ui.palette import Palette
from qingyang.ui.window import Window
from shots import LOOKS, save, show_document, until, wait, window_on, without_display

DIALOGS = (
    "pdf", "move_part", "insert", "names", "role_names", "checks", "statistics", "palette", "sheet", "keys", "about",
    "role_palette",
)  # fmt: skip
"""Actions that open something over the window."""
Show = Callable[[Window], QWidget | None]
"""Brings something up; None for the window as a whole."""


def main() -> int:
    """Take them all, or those that are named."""
    asked = argparse.ArgumentParser(description="Take every dialog and panel of the review desk.")
    asked.add_argument("--scale", default="1", help="of the screen: 1 or 1.5")
    asked.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    asked.add_argument("names", nargs="*", help="only these")
    wanted = asked.parse_args()
    without_display(wanted.scale)
    wanted.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = folder / "渝中简报.qy"
        with Project.open(desk, create=True, person="张三") as project:
            documents = [project.import_file(path) for path in seeds()]
        window = window_on(folder, desk)
        show_document(window, documents[0])
        _work(window)
        for name, show in shows().items():
            if not wanted.names or name in wanted.names:
                _take(window, name, show, wanted.out)
        window.close()
    return 0


def _work(window: Window) -> None:
    """Do a little of everything, so that no list stands empty."""
    review = window.session.review
    assert review is not None
    start, noting = review.passages[1].start, Noting(review)
    noting.add(start, start + 4, "标题是否加“区”字？")
    noting.toggle(1)
    said = [hit.start for hit in review.find("打造") if review.tags[hit.row].role == "answer"]
    for place in said[:3]:
        review.replace(place, place + 2, "建设")
    review.judge([doubt.key for doubt in review.doubts()][:1], accept=True)


def shows() -> Mapping[str, Show]:
    """Return everything there is to take, by name."""
    opened: dict[str, Show] = {id: partial(_opened, id=id) for id in DIALOGS}
    panels: dict[str, Show] = {
        f"panel_{name}": partial(_panel, name=name)
        for name in ("articles", "doubts", "figures", "article", "notes", "history")
    }
    menus: dict[str, Show] = {f"menu_{k}": partial(_menu, number=k) for k in range(7)}
    return {
        **opened,
        **panels,
        **menus,
        "row_menu": _row_menu,
        "slip": _slip,
        "find": partial(_finding, replace=False),
        "replace": partial(_finding, replace=True),
        "concordance": _concordance,
        "rule_offer": _rule_offer,
        "complaint": _complaint,
        "editing": _editing,
    }


def _opened(window: Window, id: str) -> QWidget | None:
    window.view.go_to_row(3)
    before = set(_dialogs(window))
    window.commands.made[id].trigger()
    until(lambda: not window.jobs.running)
    wait(300)
    return next(each for each in _dialogs(window) if each not in before)


def _dialogs(window: Window) -> list[QWidget]:
    there = [*window.findChildren(QDialog), *window.findChildren(Palette)]
    return [each for each in there if each.isVisible()]


def _panel(window: Window, name: str) -> None:
    window.view.go_to_row(1 if name != "history" else 20)
    window.docks.panels[name].show()
    window.docks.panels[name].raise_()
    if name == "doubts":
        # Its card lies open.
        window.deciding.next_doubt()


def _menu(window: Window, number: int) -> QWidget:
    menu = window.menuBar().actions()[number].menu()
    assert isinstance(menu, QMenu)
    menu.popup(window.mapToGlobal(window.rect().topLeft()))
    return menu


def _row_menu(window: Window) -> QWidget:
    menu = window.commands.row_menu()
    menu.popup(window.mapToGlobal(window.rect().center()))
    return menu


def _slip(window: Window) -> QWidget:
    window.view.edit_row(3, 0)
    (editor,) = (each for each in window.view.findChildren(QTextEdit) if each.isVisible())
    for _ in range(3):
        QTest.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    window.commands.made["slip"].trigger()
    return _dialogs(window)[-1]


def _finding(window: Window, replace: bool) -> None:
    window.finding.open_replace() if replace else window.finding.open()
    window.find_bar.query.setText("开放")


def _concordance(window: Window) -> None:
    _finding(window, replace=True)
    window.find_bar.new.setText("改革开放")
    window.finding.replace_all()
    window.docks.hits.toggle()


def _rule_offer(window: Window) -> None:
    """Show the line as it comes after three alike corrections."""
    window.rule_offer.told.setText("“打造”三次改为“建设”（正文）；另有 7 处也是这样。")
    window.rule_offer.show()


def _complaint(window: Window) -> QWidget:
    return window.complain(AppError("cannot_write", path="/媒体/简报/第12期.pdf", reason="磁盘已满"))


def _editing(window: Window) -> None:
    window.view.edit_row(3, 12)


def _take(window: Window, name: str, show: Show, out: Path) -> None:
    for theme, suffix in LOOKS:
        window.viewing.set_theme(theme)
        shown = show(window)
        wait(400)
        path = out / f"{name}{suffix}.png"
        (shown or window).grab().save(str(path))
        save(Image.open(path).convert("RGB"), path)
        _put_back(window, shown)


def _put_back(window: Window, shown: QWidget | None) -> None:
    if shown is not None:
        shown.close()
    window.alike.close()
    window.finding.close()
    window.rule_offer.hide()
    window.view.escape()
    window.viewing.focus_text()
    wait(50)


if __name__ == "__main__":
    sys.exit(main())
