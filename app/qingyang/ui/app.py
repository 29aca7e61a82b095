"""The window's start: input method, looks, language, what happens to our own faults; then one window."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import MutableMapping, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from qingyang.resources import resource
from qingyang.ui import heavy
from qingyang.ui.language import language, translate_window
from qingyang.ui.state import State
from qingyang.ui.theme import font, load_face
from qingyang.ui.window import Window
from qingyang.wording import load

translate = QCoreApplication.translate


def run(paths: Sequence[str | Path] = ()) -> int:
    """Open the window on a desk file, or on texts to import, or on the last desk; return the exit status."""
    choose_input_method(os.environ)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    prepare(app, language())
    sys.excepthook = report_fault
    window = open_window(State(), default_desk())
    QTimer.singleShot(0, lambda: begin(window, [Path(path) for path in paths]))
    return app.exec()


def choose_input_method(environment: MutableMapping[str, str]) -> None:
    """Let fcitx5 in: Qt's wheel has no plug-in of its own for it, but fcitx5 speaks ibus through the portal."""
    wanted = " ".join(environment.get(name, "") for name in ("XMODIFIERS", "QT_IM_MODULE", "GTK_IM_MODULE"))
    if sys.platform.startswith("linux") and "fcitx" in wanted:
        environment["QT_IM_MODULE"] = "ibus"
        environment["IBUS_USE_PORTAL"] = "1"


def prepare(app: QApplication, language: str) -> None:
    """Give the application its name, style, face and language."""
    app.setApplicationName("qingyang")
    app.setDesktopFileName("qingyang")
    app.setStyle("Fusion")
    load_face()
    app.setFont(font())
    translate_window(app, language)


def open_window(state: State, default_desk: Path) -> Window:
    """Make the window and show it."""
    window = Window(load(resource("i18n"), language()), state, default_desk)
    window.show()
    return window


def default_desk() -> Path:
    """Return where the desk of somebody who never chose one is kept."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / translate("App", "Qingyang.qy")


def begin(window: Window, paths: Sequence[Path]) -> None:
    """Open what was asked for on the command line, else the last desk, once the window is painted."""
    if paths:
        window.files.take_paths(paths)
    elif window.state.desk and Path(window.state.desk).exists():
        window.files.open_path(Path(window.state.desk))


def report_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Write a fault of ours to the log and name the log in one dialog; a second fault does not open a second one."""
    if issubclass(kind, KeyboardInterrupt):
        QCoreApplication.quit()
        return
    text = "".join(traceback.format_exception(kind, error, trace))
    if sys.__stderr__ is not None:
        sys.__stderr__.write(text)
    log = heavy.write_fault(text)
    if any(isinstance(widget, _FaultBox) for widget in QApplication.topLevelWidgets()):
        return
    # Without an owner the box would go with this call's last line.
    owner = next((widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window)), None)
    box = _FaultBox(owner)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(translate("App", "Qingyang"))
    box.setText(_told(log))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if owner is None:
        box.exec()
    else:
        box.open()


def _told(log: Path) -> str:
    told = translate(
        "App",
        "Something went wrong in the program itself. "
        "Everything done before is saved in the desk file. The log is {log}.",
    )
    return told.format(log=log)


class _FaultBox(QMessageBox):
    """The dialog about a fault of ours."""
