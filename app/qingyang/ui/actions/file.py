"""The menu of files: desks, texts in, pages and articles out."""

from __future__ import annotations

from qingyang.ui.action import ARTICLES, QT_TRANSLATE_NOOP, Action, Menu

_FILE = (
    Action("open", QT_TRANSLATE_NOOP("Action", "Open Desk…"), "files.open_desk", ("Ctrl+O",), "open"),
    Action("new", QT_TRANSLATE_NOOP("Action", "New Desk…"), "files.new_desk", ("Ctrl+N",)),
    None,
    Action(
        "import",
        QT_TRANSLATE_NOOP("Action", "Import…"),
        "files.import_files",
        ("Ctrl+I",),
        "import",
        toolbar=True,
    ),
    Action(
        "paste",
        QT_TRANSLATE_NOOP("Action", "Import Pasted Text"),
        "files.import_clipboard",
        ("Ctrl+V",),
        scope=ARTICLES,
    ),
    None,
    Action(
        "pdf",
        QT_TRANSLATE_NOOP("Action", "Export PDF…"),
        "exporting.pdf",
        ("Ctrl+E",),
        "export",
        "document",
        toolbar=True,
    ),
    Action(
        "docx",
        QT_TRANSLATE_NOOP("Action", "Save Article as DOCX…"),
        "exporting.docx",
        ("Ctrl+Shift+E",),
        "document",
        "row",
    ),
    Action(
        "preflight",
        QT_TRANSLATE_NOOP("Action", "Preflight PDF…"),
        "exporting.preflight",
        ("Ctrl+Alt+E",),
    ),
    Action("saved", QT_TRANSLATE_NOOP("Action", "Save"), "files.tell_saved", ("Ctrl+S",), needs="desk"),
    None,
    Action("quit", QT_TRANSLATE_NOOP("Action", "Quit"), "viewing.quit", ("Ctrl+Q",)),
)
MENU = Menu("file", QT_TRANSLATE_NOOP("Menu", "File"), _FILE)
