"""What is heavy and shared, opened on first need: words, scripts, faces, templates. One per program, passed around."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import RLock

from qingyang.compose.template import Template
from qingyang.lexicon import Converter, Lexicon, Scripts, Words, load_converter, load_scripts, load_words
from qingyang.lexicon.hyphenation import Hyphens, load_hyphens
from qingyang.lexicon.pinyin import load_sounds
from qingyang.press import faces, templates
from qingyang.resources import resource
from qingyang.text.search import Tables


class Workbench:
    """Opens the dictionary, the faces and the templates once, when they are first wanted."""

    def __init__(self, own_templates: Path | None = None) -> None:
        self._own_templates = own_templates or data_folder() / "templates"
        self._faces: dict[str, faces.Faces] = {}
        self._converters: dict[str, Converter] = {}
        self._lock = RLock()

    @cached_property
    def words(self) -> Words:
        """Return the dictionary that cuts text into words."""
        with self._lock:
            return load_words(_private(data_folder() / "cache"))

    @cached_property
    def hyphens(self) -> Hyphens:
        """Return what parts Western words at line ends."""
        return load_hyphens()

    @cached_property
    def scripts(self) -> Scripts:
        """Return what tells simplified text from traditional."""
        with self._lock:
            return load_scripts()

    @property
    def lexicon(self) -> Lexicon:
        """Return all the dictionaries that repair asks."""
        return Lexicon(self.words, self.scripts)

    @cached_property
    def search_tables(self) -> Tables:
        """Return what a search asks: traditional to simplified, sounds, words."""
        with self._lock:
            simplified = {ord(sign): other[0] for sign, other in self.scripts.traditional.others.items()}
            one_to_one = {code: other for code, other in simplified.items() if len(other) == 1}
            return Tables(one_to_one, load_sounds(), self.words.cut)

    def converter(self, name: str) -> Converter:
        """Return a conversion between scripts by its name, one of `CONVERSIONS`."""
        with self._lock:
            if name not in self._converters:
                self._converters[name] = load_converter(name)
            return self._converters[name]

    def templates(self) -> tuple[str, ...]:
        """Return the names of the templates there are: ours and the newsroom's own."""
        return templates.names(self._folders())

    def template(self, name: str) -> Template:
        """Return a template by name; raises `AppError` template_missing or one of the template's own errors."""
        return templates.load(self._folders(), name)

    def faces(self, template: Template) -> faces.Faces:
        """Return the faces of a template, a newsroom's own beside its templates; raises `AppError` font_missing."""
        wanted: Sequence[tuple[str, str]] = template.faces
        key = repr(wanted)
        with self._lock:
            if key not in self._faces:
                self._faces[key] = faces.load(resource("fonts"), wanted, self._own_templates)
            return self._faces[key]

    def _folders(self) -> list[Path]:
        shipped = resource("templates")
        return [self._own_templates, shipped] if self._own_templates.is_dir() else [shipped]


def data_folder() -> Path:
    """Return the folder for what the program keeps for this person: caches, logs, own templates."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
    return base / "qingyang"


def _private(folder: Path) -> Path | None:
    """Return a folder only this person can write, or None where there can be none."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None
