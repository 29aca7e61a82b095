"""Take walking the doubts of a seed as a short film: real keys in the real window, each told below what it did.

    python packaging/walk.py [--out resources/guide]

Writes walk.gif. Needs no display.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qingyang.resources import seeds
from qingyang.services.project import Project
from qingyang.text.guess import Guess
from qingyang.ui.theme import GRID, LARGE, LIGHT, font
from qingyang.ui.window import Window
from shots import GUIDE, show_document, wait, window_on, without_display

KEYS = {"F8": Qt.Key.Key_F8, "Enter": Qt.Key.Key_Return, "Delete": Qt.Key.Key_Delete}
DECISION = "decision"
"""Whichever key is right for the doubt at hand: what the queue asks about changes with the rules."""
WALK = (
    ("", "待核之处列在右侧，文中划出虚线"),
    ("F8", "到第一处：右侧写明理由与把握"),
    *[(DECISION, "")] * 5,
    (DECISION, "一键一处，手不离键盘，待核数随之减少"),
    ("Ctrl+Z", "撤销，随时可退"),
)
RIGHT, WRONG = "这一处接得对：采纳，到下一处", "这一处不该接：保留原文，到下一处"
ROLE = "标签标得对：采纳，到下一处"
WIDTH = 1000
"""Of the film, in pixels."""
SHOWN, LAST = 1600, 3200
"""Milliseconds a frame stands, and the last one."""
COLOURS = 96
"""Of a frame."""


class Frame(NamedTuple):
    """One picture of the film and how long it stands."""

    picture: Image.Image
    milliseconds: int


def main() -> int:
    """Take the film."""
    asked = argparse.ArgumentParser(description="Take walking the doubts as a film.")
    asked.add_argument("--out", type=Path, default=GUIDE, help="folder for the film")
    wanted = asked.parse_args()
    without_display("1")
    wanted.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = folder / "渝中简报.qy"
        with Project.open(desk, create=True, person="qingyang") as project:
            documents = [project.import_file(path) for path in seeds()]
        window = window_on(folder, desk)
        show_document(window, documents[-1])
        frames = list(_walk(window))
        window.close()
    _film(frames, wanted.out / "walk.gif")
    return 0


def _walk(window: Window) -> Iterator[Frame]:
    """Press the keys of the walk and yield what stands after each."""
    window.viewing.set_theme("light")
    window.viewing.focus_doubts()
    window.session.set_doubt(None)
    for number, (key, told) in enumerate(WALK):
        if key == DECISION:
            key, said = _decision(window)
            told = told or said
        if key == "Ctrl+Z":
            QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        elif key:
            QTest.keyClick(QApplication.focusWidget() or window, KEYS[key])
        wait(700)
        yield Frame(_told(window.grab(), key, told), LAST if number == len(WALK) - 1 else SHOWN)


def _decision(window: Window) -> tuple[str, str]:
    """Return the key that is right for the doubt at hand, and what it does.

    On these seeds what is applied is right, what is only offered wrong (``tests/reading``).
    """
    doubt = window.session.doubt
    if doubt is None:
        raise SystemExit("The queue holds fewer doubts than the film decides: make WALK shorter.")
    if isinstance(doubt.subject, Guess):
        return "Enter", ROLE
    return ("Enter", RIGHT) if doubt.applied else ("Delete", WRONG)


def _told(shot: QPixmap, key: str, told: str) -> Image.Image:
    """Return the window with the key and what it did written below."""
    high = 11 * GRID
    sheet = QPixmap(shot.width(), shot.height() + high)
    sheet.fill(QColor(LIGHT.window))
    painter = QPainter(sheet)
    painter.drawPixmap(0, 0, shot)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font(LARGE, bold=True))
    cap = QRect(4 * GRID, shot.height() + 2 * GRID, 22 * GRID, 7 * GRID)
    if key:
        painter.setPen(QColor(LIGHT.accent))
        painter.drawRoundedRect(cap, GRID, GRID)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
    painter.setPen(QColor(LIGHT.text))
    painter.setFont(font(LARGE))
    place = cap.translated(cap.width() + 4 * GRID, 0)
    place.setWidth(shot.width() - place.left())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, told)
    painter.end()
    return _scaled(sheet)


def _scaled(sheet: QPixmap) -> Image.Image:
    image = sheet.toImage().convertToFormat(QImage.Format.Format_RGB888)
    made = Image.frombytes(
        "RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine()
    )
    return made.resize((WIDTH, made.height * WIDTH // made.width), Image.Resampling.LANCZOS)


def _film(frames: list[Frame], path: Path) -> None:
    first, *rest = (each.picture.quantize(COLOURS, dither=Image.Dither.NONE) for each in frames)
    times = [each.milliseconds for each in frames]
    first.save(path, save_all=True, append_images=rest, duration=times, loop=0, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} KB, {len(frames)} frames")


if __name__ == "__main__":
    sys.exit(main())
