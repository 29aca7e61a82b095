"""The menu of editing: undo, paragraphs, scripts, copying, finding."""

from __future__ import annotations

from qingyang.ui.action import QT_TRANSLATE_NOOP, TEXT, Action, Menu

_SCRIPT = (
    Action(
        "script.s2t",
        QT_TRANSLATE_NOOP("Action", "Simplified → Traditional"),
        "converting.convert:s2t",
        ("Ctrl+Shift+T",),
        needs="document",
    ),
    Action(
        "script.s2tw",
        QT_TRANSLATE_NOOP("Action", "Simplified → Traditional (Taiwan)"),
        "converting.convert:s2tw",
        needs="document",
    ),
    Action(
        "script.s2twp",
        QT_TRANSLATE_NOOP("Action", "Simplified → Traditional (Taiwan, Words Too)"),
        "converting.convert:s2twp",
        needs="document",
    ),
    Action(
        "script.s2hk",
        QT_TRANSLATE_NOOP("Action", "Simplified → Traditional (Hong Kong)"),
        "converting.convert:s2hk",
        needs="document",
    ),
    None,
    Action(
        "script.t2s",
        QT_TRANSLATE_NOOP("Action", "Traditional → Simplified"),
        "converting.convert:t2s",
        ("Ctrl+Shift+S",),
        needs="document",
    ),
    Action(
        "script.tw2sp",
        QT_TRANSLATE_NOOP("Action", "Traditional (Taiwan, Words Too) → Simplified"),
        "converting.convert:tw2sp",
        needs="document",
    ),
    Action(
        "script.hk2s",
        QT_TRANSLATE_NOOP("Action", "Traditional (Hong Kong) → Simplified"),
        "converting.convert:hk2s",
        needs="document",
    ),
)
_EDIT = (
    Action(
        "undo", QT_TRANSLATE_NOOP("Action", "Undo"), "review.undo", ("Ctrl+Z",), "undo", "undo", toolbar=True
    ),
    Action(
        "redo",
        QT_TRANSLATE_NOOP("Action", "Redo"),
        "review.redo",
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        "redo",
        "redo",
        toolbar=True,
    ),
    None,
    Action(
        "clip_cut",
        QT_TRANSLATE_NOOP("Action", "Cut"),
        "review.cut_text",
        ("Ctrl+X",),
        needs="row",
        scope=TEXT,
    ),
    Action(
        "clip_copy",
        QT_TRANSLATE_NOOP("Action", "Copy"),
        "review.copy_text",
        ("Ctrl+C",),
        needs="row",
        scope=TEXT,
    ),
    Action(
        "clip_paste",
        QT_TRANSLATE_NOOP("Action", "Paste"),
        "review.paste_text",
        ("Ctrl+V",),
        needs="document",
        scope=TEXT,
    ),
    Action(
        "select_all",
        QT_TRANSLATE_NOOP("Action", "Select All"),
        "review.select_all",
        ("Ctrl+A",),
        needs="row",
        scope=TEXT,
    ),
    None,
    Action(
        "edit_row", QT_TRANSLATE_NOOP("Action", "Edit Paragraph"), "review.edit_row", ("F2",), needs="row"
    ),
    Action(
        "split",
        QT_TRANSLATE_NOOP("Action", "Split Here"),
        "review.split",
        ("Ctrl+Return", "Ctrl+Enter"),
        "split",
        "row",
    ),
    Action("join", QT_TRANSLATE_NOOP("Action", "Join with Next"), "review.join", ("Ctrl+J",), "join", "row"),
    Action(
        "move_up", QT_TRANSLATE_NOOP("Action", "Move Up"), "review.move_up", ("Alt+Shift+Up",), "up", "row"
    ),
    Action(
        "move_down",
        QT_TRANSLATE_NOOP("Action", "Move Down"),
        "review.move_down",
        ("Alt+Shift+Down",),
        "down",
        "row",
    ),
    Action(
        "move_part",
        QT_TRANSLATE_NOOP("Action", "Move Part…"),
        "review.move_part",
        ("Ctrl+Shift+M",),
        needs="row",
    ),
    Action(
        "insert",
        QT_TRANSLATE_NOOP("Action", "Insert a Paragraph of One's Own…"),
        "review.insert",
        ("Ctrl+Shift+N",),
        "insert",
        "document",
    ),
    None,
    Menu("script", QT_TRANSLATE_NOOP("Menu", "Simplified and Traditional"), _SCRIPT),
    None,
    Action(
        "copy_raw",
        QT_TRANSLATE_NOOP("Action", "Copy Raw Text"),
        "exporting.copy_raw",
        ("Ctrl+Alt+R",),
        needs="row",
    ),
    Action(
        "copy_plain",
        QT_TRANSLATE_NOOP("Action", "Copy Clean Article"),
        "exporting.copy_plain",
        ("Ctrl+Shift+C",),
        "copy",
        "row",
    ),
    Action(
        "copy_formatted",
        QT_TRANSLATE_NOOP("Action", "Copy Article with Formatting"),
        "exporting.copy_formatted",
        ("Ctrl+Alt+C",),
        needs="row",
    ),
    None,
    Action(
        "find",
        QT_TRANSLATE_NOOP("Action", "Find…"),
        "finding.open",
        ("Ctrl+F",),
        "find",
        "document",
        toolbar=True,
    ),
    Action(
        "replace",
        QT_TRANSLATE_NOOP("Action", "Replace…"),
        "finding.open_replace",
        ("Ctrl+H",),
        needs="document",
    ),
    Action("find_next", QT_TRANSLATE_NOOP("Action", "Find Next"), "finding.next", ("F3",), needs="document"),
    Action(
        "find_previous",
        QT_TRANSLATE_NOOP("Action", "Find Previous"),
        "finding.previous",
        ("Shift+F3",),
        needs="document",
    ),
)
MENU = Menu("edit", QT_TRANSLATE_NOOP("Menu", "Edit"), _EDIT)
