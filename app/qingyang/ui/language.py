"""The window's two languages: Chinese unless the system says English."""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from qingyang.resources import resource


def language(environment: Mapping[str, str] | None = None) -> str:
    """Return ``en`` where the system's messages are English, else ``zh``."""
    environment = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "en" if value.lower().startswith("en") else "zh"
    return "zh"


def translate_window(app: QApplication, language: str) -> None:
    """Make the window and Qt's own dialogs speak Chinese; English is what the source says."""
    if language != "zh":
        return
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase_zh_CN", qts), ("qingyang_zh_CN", str(resource("i18n", "qt")))):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
