"""In which language the program speaks: the person's choice, else the system's."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping

from qingyang.resources import resource
from qingyang.wording import Wording, load


def language(environment: Mapping[str, str] | None = None) -> str:
    """Return ``zh`` or ``en`` by LC_ALL, LC_MESSAGES, LANG (or the system's own setting); English otherwise."""
    environment = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name)
        if value:
            return "zh" if value.lower().startswith(("zh", "chinese")) else "en"
    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def wording(which: str = "") -> Wording:
    """Return the sentences of a language, the system's by default."""
    return load(resource("i18n"), which or language())
