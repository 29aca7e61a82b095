"""Finding an action without knowing its key: the palette, the sheet of keys, and keys of one's own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtWidgets import QMainWindow

from qingyang.ui.commands import Commands
from qingyang.ui.dialogs import ShortcutSheet, shown_keys
from qingyang.ui.hearing import Hearing
from qingyang.ui.keys_dialog import KeysDialog
from qingyang.ui.palette import Choice, Palette
from qingyang.ui.theme import GRID

translate = QCoreApplication.translate
_DOWN = 20 * GRID
"""Of the palette, from the window's top."""


class Shortcuts(QObject):
    """Opens what shows the table of actions."""

    def __init__(self, window: QMainWindow, hearing: Hearing) -> None:
        super().__init__(window)
        self._window = window
        self._hearing = hearing
        self.commands: Commands | None = None
        """The actions; made after the controllers that do them, of which this is one."""

    def palette(self) -> None:
        """Ask for an action by a few letters of its name, and do it."""
        commands = self.commands
        assert commands is not None
        choices = [
            Choice(id, commands.title(id), shown_keys(commands.keys(id)[:1]), action.text)
            for id, action in commands.table.items()
            if commands.made[id].isEnabled() and id != "palette"
        ]
        title = translate("Shortcuts", "All Commands")
        shown = Palette(self._window, title, choices, lambda id: commands.made[id].trigger())
        x = (self._window.width() - shown.width()) // 2
        shown.open_at(self._window.mapToGlobal(QPoint(x, _DOWN)))
        self._hearing.lend(shown)

    def sheet(self) -> None:
        """Show every key."""
        assert self.commands is not None
        ShortcutSheet(self._window, self.commands.sheet()).open()

    def change(self) -> None:
        """Let the user choose other keys."""
        assert self.commands is not None
        KeysDialog(self._window, self.commands).open()
