"""The menu of help: all commands, their keys, the program."""

from __future__ import annotations

from qingyang.ui.action import QT_TRANSLATE_NOOP, Action, Menu

_HELP = (
    Action(
        "palette",
        QT_TRANSLATE_NOOP("Action", "All Commands…"),
        "shortcuts.palette",
        ("Ctrl+Shift+P",),
    ),
    Action("sheet", QT_TRANSLATE_NOOP("Action", "Keyboard Shortcuts"), "shortcuts.sheet", ("F1", "?")),
    Action("keys", QT_TRANSLATE_NOOP("Action", "Change Keys…"), "shortcuts.change"),
    Action("about", QT_TRANSLATE_NOOP("Action", "About Qingyang"), "viewing.about"),
)
MENU = Menu("help", QT_TRANSLATE_NOOP("Menu", "Help"), _HELP)
