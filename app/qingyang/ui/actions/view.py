"""The menu of looking: desks, panels, zoom, appearance."""

from __future__ import annotations

from qingyang.ui.action import QT_TRANSLATE_NOOP, Action, Menu

_APPEARANCE = (
    Action(
        "theme.system",
        QT_TRANSLATE_NOOP("Action", "Follow the System"),
        "viewing.set_theme:system",
        checkable=True,
    ),
    Action("theme.light", QT_TRANSLATE_NOOP("Action", "Light"), "viewing.set_theme:light", checkable=True),
    Action("theme.dark", QT_TRANSLATE_NOOP("Action", "Dark"), "viewing.set_theme:dark", checkable=True),
)
_VIEW = (
    Action(
        "desk_review",
        QT_TRANSLATE_NOOP("Action", "Review"),
        "desks.review",
        ("F5",),
        "review",
        "document",
        toolbar=True,
        checkable=True,
    ),
    Action(
        "desk_pages",
        QT_TRANSLATE_NOOP("Action", "Pages"),
        "desks.pages",
        ("F6",),
        "pages",
        "document",
        toolbar=True,
        checkable=True,
    ),
    None,
    Action(
        "focus_articles", QT_TRANSLATE_NOOP("Action", "Go to Articles"), "viewing.focus_articles", ("Alt+1",)
    ),
    Action("focus_text", QT_TRANSLATE_NOOP("Action", "Go to Text"), "viewing.focus_text", ("Alt+2",)),
    Action("focus_doubts", QT_TRANSLATE_NOOP("Action", "Go to Doubts"), "viewing.focus_doubts", ("Alt+3",)),
    Action(
        "focus_figures", QT_TRANSLATE_NOOP("Action", "Go to Figures"), "viewing.focus:figures", ("Alt+4",)
    ),
    Action(
        "focus_article",
        QT_TRANSLATE_NOOP("Action", "Go to Article Properties"),
        "viewing.focus:article",
        ("Alt+5",),
    ),
    Action("focus_notes", QT_TRANSLATE_NOOP("Action", "Go to Remarks"), "viewing.focus:notes", ("Alt+6",)),
    Action(
        "focus_history", QT_TRANSLATE_NOOP("Action", "Go to History"), "viewing.focus:history", ("Alt+7",)
    ),
    None,
    Action(
        "show_articles", QT_TRANSLATE_NOOP("Action", "Show Articles"), "viewing.show:articles", checkable=True
    ),
    Action("show_doubts", QT_TRANSLATE_NOOP("Action", "Show Doubts"), "viewing.show:doubts", checkable=True),
    Action(
        "show_figures", QT_TRANSLATE_NOOP("Action", "Show Figures"), "viewing.show:figures", checkable=True
    ),
    Action(
        "show_article",
        QT_TRANSLATE_NOOP("Action", "Show Article Properties"),
        "viewing.show:article",
        checkable=True,
    ),
    None,
    Action(
        "blink",
        QT_TRANSLATE_NOOP("Action", "Raw Text in Place (hold)"),
        "viewing.blink",
        ("F9",),
        needs="document",
    ),
    Action("zoom_in", QT_TRANSLATE_NOOP("Action", "Zoom In"), "desks.zoom_in", ("Ctrl+=", "Ctrl++")),
    Action("zoom_out", QT_TRANSLATE_NOOP("Action", "Zoom Out"), "desks.zoom_out", ("Ctrl+-",)),
    Action("zoom_reset", QT_TRANSLATE_NOOP("Action", "Actual Size"), "desks.zoom_reset", ("Ctrl+Alt+0",)),
    Action(
        "fit_width",
        QT_TRANSLATE_NOOP("Action", "Page Width"),
        "desks.fit_width",
        ("Ctrl+Alt+1",),
        needs="document",
    ),
    Action(
        "fit_page",
        QT_TRANSLATE_NOOP("Action", "Whole Page"),
        "desks.fit_page",
        ("Ctrl+Alt+2",),
        needs="document",
    ),
    None,
    Menu("appearance", QT_TRANSLATE_NOOP("Menu", "Appearance"), _APPEARANCE),
)
MENU = Menu("view", QT_TRANSLATE_NOOP("Menu", "View"), _VIEW)
