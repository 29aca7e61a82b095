"""The real window before a camera: opened on a desk without a display, waited for, and taken."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from qingyang.resources import resource
from qingyang.ui import app as start
from qingyang.ui.state import State
from qingyang.ui.window import Window
from qingyang.wording import load

GUIDE = Path(__file__).resolve().parents[1] / "resources" / "guide"
WIDTH, HEIGHT = 1280, 800
PATIENCE = 600
"""Looks, of 50 ms each, until the seed stands in the window."""
COLOURS = 256
"""Of a picture: enough for a window, and a third of the bytes."""
LOOKS = (("light", ""), ("dark", "-dark"))


def without_display(scale: str) -> None:
    """Have pictures look the same with any display and with none; before Qt is begun."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = scale


def window_on(folder: Path, desk: Path) -> Window:
    """Return a window on a desk, its first document under review."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    start.prepare(application, "zh")
    window = Window(load(resource("i18n"), "zh"), State(folder / "window.ini"), folder / "desk.qy")
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.files.open_path(desk)
    until(lambda: window.session.review is not None and not window.jobs.running)
    return window


def show_document(window: Window, document: str) -> None:
    """Put a document under review."""
    window.files.open_document(document)
    until(lambda: window.session.document == document and not window.jobs.running)


def until(done: Callable[[], bool]) -> None:
    """Wait for something; ends the program where it never comes."""
    for _ in range(PATIENCE):
        if done():
            return
        wait(50)
    raise SystemExit("the window never came so far")


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def save(picture: Image.Image, path: Path) -> None:
    """Write a picture in few bytes, and say how many."""
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} KB")
