"""How the window looks: one accent, light and dark, four sizes of text, a grid of four pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from qingyang.resources import resource

GRID = 4
SMALL, NORMAL, LARGE, TITLE = 12, 13, 15, 20
"""Sizes of text, in pixels."""
FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei UI",
    "PingFang SC",
)
"""Simplified faces first: Qt's own choice mixes Japanese and Chinese shapes in one string."""
CHOICES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one appearance, as ``#rrggbb``."""

    dark: bool
    window: str
    base: str
    raised: str
    text: str
    muted: str
    line: str
    thumb: str
    """Of scroll bars."""
    accent: str
    on_accent: str
    tint: str
    """The accent, thinned: behind what is current."""
    removed: str
    added: str


LIGHT = Theme(
    dark=False,
    window="#f5f4f1",
    base="#ffffff",
    raised="#fbfaf8",
    text="#1f2328",
    muted="#5b626b",
    line="#dcd9d2",
    thumb="#b3afa6",
    accent="#1d6470",
    on_accent="#ffffff",
    tint="#dfecee",
    removed="#a1372b",
    added="#1d6470",
)
DARK = Theme(
    dark=True,
    window="#222427",
    base="#1a1c1e",
    raised="#26292c",
    text="#e4e2dd",
    muted="#a5a9ae",
    line="#3a3d41",
    thumb="#5d6267",
    accent="#6cbac6",
    on_accent="#10282c",
    tint="#243c41",
    removed="#f09a8e",
    added="#6cbac6",
)


def theme_for(choice: str) -> Theme:
    """Return the theme of a choice; ``system`` asks the desktop, light where it does not say."""
    if choice == "system":
        return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if choice == "dark" else LIGHT


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme; Fusion takes every colour from it."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.base,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.removed,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Mid: theme.line,
        role.Accent: theme.accent,
    }
    made = QPalette(QColor(theme.raised), QColor(theme.window))
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        faded = QColor(theme.text)
        faded.setAlphaF(0.4)
        made.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return made


def stylesheet(theme: Theme) -> str:
    """Return the little that a palette cannot say."""
    # Fusion draws the edges of fields and boxes darker than the window: in the dark nobody would see them.
    look = "dark" if theme.dark else "light"
    tick, up, down = (
        resource("icons", f"{name}-{look}.svg").as_posix() for name in ("tick", "spin-up", "spin-down")
    )
    return f"""
    QLineEdit, QPlainTextEdit {{ background: {theme.base}; border: 1px solid {theme.thumb}; border-radius: 3px;
                                padding: 2px 4px; }}
    QAbstractSpinBox {{ background: {theme.base}; border: 1px solid {theme.thumb}; border-radius: 3px;
                       padding: 2px 0; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: 20px; }}
    QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {theme.tint}; }}
    QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
    QAbstractSpinBox::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus {{ border-color: {theme.accent}; }}
    QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ border: 0; padding: 0; }}
    QCheckBox::indicator, QAbstractItemView::indicator {{ width: 14px; height: 14px; border-radius: 3px;
        border: 1px solid {theme.muted}; background: {theme.base}; }}
    QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ image: url("{tick}");
        background: {theme.accent}; border-color: {theme.accent}; }}
    QCheckBox::indicator:disabled {{ border-color: {theme.line}; }}
    QHeaderView {{ background: {theme.window}; border: 0; }}
    QHeaderView::section {{ background: {theme.window}; color: {theme.muted}; border: 0; padding: 4px;
                           border-bottom: 1px solid {theme.line}; }}
    QTreeWidget::item {{ padding: 3px 0; }}
    QMainWindow::separator {{ background: {theme.line}; width: 1px; height: 1px; }}
    QToolBar {{ background: {theme.window}; border: 0; border-bottom: 1px solid {theme.line};
               padding: 4px 8px; spacing: 4px; }}
    QToolBar::separator {{ background: {theme.line}; width: 1px; margin: 4px; }}
    QToolButton {{ border: 0; border-radius: 4px; padding: 4px 8px; }}
    QToolButton:hover, QToolButton:checked {{ background: {theme.tint}; }}
    QStatusBar {{ background: {theme.window}; border-top: 1px solid {theme.line}; }}
    QStatusBar::item {{ border: 0; }}
    QTreeView, QListView, QTableView {{ background: {theme.raised}; border: 0; outline: 0; }}
    QTreeView {{ show-decoration-selected: 0; }}
    QListWidget::item:selected, QTableWidget::item:selected {{ background: {theme.tint}; color: {theme.text}; }}
    QScrollBar:vertical {{ background: transparent; border: 0; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; border: 0; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {theme.thumb}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {theme.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QProgressBar {{ background: {theme.line}; border: 0; border-radius: 4px; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 4px; }}
    QMenuBar {{ background: {theme.window}; border: 0; padding: 0 4px; }}
    """


def font(size: int = NORMAL, *, bold: bool = False) -> QFont:
    """Return the window's face at one of its sizes."""
    made = QFont(list(FAMILIES))
    made.setPixelSize(size)
    made.setBold(bold)
    return made


def load_face() -> bool:
    """Load our own face where the system has no simplified Chinese one; say whether that was needed."""
    if set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)) & set(FAMILIES):
        return False
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"NotoSansSC-{weight}.ttf")))
    return True
