"""The menu of checking: checks and lists, mistakes, figures."""

from __future__ import annotations

from qingyang.ui.action import QT_TRANSLATE_NOOP, Action, Menu

_CHECK = (
    Action(
        "checks", QT_TRANSLATE_NOOP("Action", "Checks and Rules…"), "inspection.show_checks", needs="desk"
    ),
    Action("lists", QT_TRANSLATE_NOOP("Action", "Import Lists…"), "inspection.import_lists", needs="desk"),
    None,
    Action(
        "slip",
        QT_TRANSLATE_NOOP("Action", "Mark a Mistake…"),
        "remarks.mark_slip",
        ("Ctrl+Shift+X",),
        needs="row",
    ),
    Action(
        "slip_off",
        QT_TRANSLATE_NOOP("Action", "Take Marks of Mistakes Away"),
        "remarks.unmark_slip",
        needs="row",
    ),
    Action(
        "statistics",
        QT_TRANSLATE_NOOP("Action", "Statistics…"),
        "inspection.show_statistics",
        ("Ctrl+Shift+D",),
        needs="document",
    ),
)
MENU = Menu("check", QT_TRANSLATE_NOOP("Menu", "Check"), _CHECK)
