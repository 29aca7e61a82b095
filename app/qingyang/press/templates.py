"""Finding templates: a folder of ours and, if there is one, a folder of the newsroom's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qingyang.compose.template import Template
from qingyang.compose.template_file import parsed
from qingyang.errors import AppError


def names(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of all templates in some folders, sorted."""
    return tuple(sorted({path.stem for folder in folders for path in folder.glob("*.toml")}))


def load(folders: Sequence[Path], name: str) -> Template:
    """Return a template by name, from the first folder that has it.

    Raises `AppError` ``template_missing`` (which names those there are) or one of `parsed`'s.
    """
    for folder in folders:
        path = folder / f"{name}.toml"
        if name in names([folder]):
            return parsed(_text(path), str(path))
    raise AppError("template_missing", name=name, available=", ".join(names(folders)))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise AppError("cannot_read", path=path, reason=error.strerror or str(error)) from None
    except UnicodeDecodeError as error:
        raise AppError("template_not_toml", file=path, reason=str(error)) from None
