"""How the window shows things: zoom, light and dark, where the focus is; and what this is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMessageBox, QWidget

from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.icons import emblem
from qingyang.ui.theme import GRID

translate = QCoreApplication.translate
_MOMENT = 1500
"""Milliseconds the raw text stays in place where no key is let go."""
ZOOMS = (0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class Viewing(QObject):
    """Zoom, theme, focus, docks."""

    theme_chosen = Signal(str)
    zoomed = Signal(float)

    def __init__(
        self,
        window: QMainWindow,
        view: AlignedView,
        docks: Mapping[str, QDockWidget],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._view = view
        self._docks = docks
        self.zoom = 1.0
        self._moment = QTimer(self, singleShot=True, interval=_MOMENT)
        self._moment.timeout.connect(self._unblink)
        view.zoom_changed.connect(self._zoomed)

    def zoom_in(self) -> None:
        """Show the text larger."""
        self.set_zoom(next((z for z in ZOOMS if z > self.zoom + 0.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show the text smaller."""
        self.set_zoom(next((z for z in reversed(ZOOMS) if z < self.zoom - 0.01), ZOOMS[0]))

    def zoom_reset(self) -> None:
        """Show the text at its actual size."""
        self.set_zoom(1.0)

    def set_zoom(self, zoom: float) -> None:
        """Show the text at a size; 1 is actual size."""
        self._view.set_zoom(zoom)
        self._zoomed(zoom)

    def _zoomed(self, zoom: float) -> None:
        self.zoom = zoom
        self.zoomed.emit(zoom)

    def set_theme(self, choice: str) -> None:
        """Choose light, dark, or what the system says."""
        self.theme_chosen.emit(choice)

    def show(self, name: str) -> None:
        """Show a dock, or hide it."""
        dock = self._docks[name]
        dock.setVisible(not dock.isVisible())
        # Docks of one place lie over one another.
        dock.raise_()

    def focus_text(self) -> None:
        """Put the keys into the text."""
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_articles(self) -> None:
        """Put the keys into the article list."""
        self._focus("articles")

    def focus_doubts(self) -> None:
        """Put the keys into the list of doubts."""
        self._focus("doubts")

    def focus(self, name: str) -> None:
        """Put the keys into a dock."""
        self._focus(name)

    def _focus(self, name: str) -> None:
        dock = self._docks[name]
        dock.show()
        dock.raise_()
        home = dock.focusProxy()
        if isinstance(home, QWidget):
            home.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def blink(self) -> None:
        """Show the raw text in place for as long as the key is held, or for a moment after the menu."""
        self._view.show_raw_in_place(True)
        self._moment.start()
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the key to be let go; while it is held it repeats itself."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyRelease
            and not event.isAutoRepeat()
        ):
            self._unblink()
        return False

    def _unblink(self) -> None:
        self._moment.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._view.show_raw_in_place(False)

    def about(self) -> None:
        """Say what this is."""
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(translate("Viewing", "About Qingyang"))
        # Slow to import and wanted only here: the window must paint first.
        from importlib.metadata import version  # noqa: PLC0415

        box.setText(translate("Viewing", "Qingyang {version}").format(version=version("qingyang")))
        box.setInformativeText(
            translate("Viewing", "From raw newspaper text to a print-ready bulletin, offline. Apache-2.0.")
        )
        box.setIconPixmap(emblem().pixmap(16 * GRID))
        box.setStyleSheet(f"QLabel#qt_msgbox_informativelabel {{ min-width: {72 * GRID}px; }}")
        box.open()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()
