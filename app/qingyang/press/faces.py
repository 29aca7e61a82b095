"""The faces of a template: font files behind the composer's `Metrics` protocol.

No shaping is needed for Han and Latin set by our own composer, so a face is its character map, its advances and the
extents of its glyphs, read once a character and then remembered.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import uharfbuzz as hb

from qingyang.compose.metrics import EM, Ink
from qingyang.errors import AppError


class Face:
    """One font file."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path
        blob = hb.Blob.from_file_path(str(path))
        self.face = hb.Face(blob)
        tables = self.face.table_tags if self.face.glyph_count else []
        self.cff = "CFF " in tables
        """Whether its outlines are cubic (OpenType/CFF); else they are TrueType's."""
        if not self.cff and "glyf" not in tables:
            raise AppError("font_faulty", path=path)
        self.font = hb.Font(self.face)
        self._glyphs: dict[str, int] = {}

    def glyph(self, char: str) -> int:
        """Return the glyph of a character, 0 where there is none."""
        found = self._glyphs.get(char)
        if found is None:
            found = self._glyphs[char] = self.font.get_nominal_glyph(ord(char)) or 0
        return found

    def scaled(self, units: int) -> int:
        """Return font units as 1/1000 em."""
        return round(units * EM / self.face.upem)

    def advance(self, char: str) -> int:
        """Return how far the glyph of a character moves the pen, in 1/1000 em."""
        return self.scaled(self.font.get_glyph_h_advance(self.glyph(char)))

    def ink(self, char: str) -> Ink:
        """Return where the glyph's black begins and ends, in 1/1000 em."""
        box = self.font.get_glyph_extents(self.glyph(char))
        if box is None:
            return Ink(0, self.advance(char))
        return Ink(self.scaled(box.x_bearing), self.scaled(box.x_bearing + box.width))


class Faces:
    """The faces of a template, in its order; a character one lacks is drawn by the first that has it."""

    def __init__(self, faces: Sequence[tuple[str, Face]]) -> None:
        self.faces = dict(faces)
        self._found: dict[tuple[str, str], str] = {}

    @property
    def first(self) -> str:
        """Return the name of the first face, which draws what no face has."""
        return next(iter(self.faces))

    def face(self, wanted: str, char: str) -> str:
        """Return the face that draws a character where ``wanted`` is asked for, empty where none has it."""
        key = (wanted, char)
        if key not in self._found:
            order = (wanted, *(name for name in self.faces if name != wanted))
            self._found[key] = next((name for name in order if self.faces[name].glyph(char)), "")
        return self._found[key]

    def advance(self, face: str, char: str) -> int:
        """Return how far a glyph moves the pen, in 1/1000 em."""
        return self.faces[face].advance(char)

    def ink(self, face: str, char: str) -> Ink:
        """Return where a glyph's black begins and ends, in 1/1000 em."""
        return self.faces[face].ink(char)


def load(folder: Path, wanted: Sequence[tuple[str, str]], own: Path | None = None) -> Faces:
    """Return the faces a template names, from ``<file>.ttf`` or ``<file>.otf`` in a folder, or before that in ``own``.

    Raises `AppError` ``font_missing`` or ``font_faulty``.
    """
    folders = [own, folder] if own else [folder]
    return Faces([(name, _opened(folders, file)) for name, file in wanted])


def _opened(folders: Sequence[Path], file: str) -> Face:
    for folder in folders:
        for suffix in (".ttf", ".otf"):
            path = folder / f"{file}{suffix}"
            if path.is_file():
                return Face(file, path)
    raise AppError("font_missing", font=file, folder=folders[0])
