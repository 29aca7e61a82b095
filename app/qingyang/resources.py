"""Where the files that ship beside the code are: at the top of a checkout, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

from qingyang.errors import AppError

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder; raise `AppError` if it is not there."""
    return _find("resources", *parts)


def seeds() -> tuple[Path, ...]:
    """Return the paths of the raw newspaper texts that ship with the program, by name."""
    return tuple(sorted(_find("seeds").glob("*.txt")))


def _find(room: str, *parts: str) -> Path:
    if (_CHECKOUT / "pyproject.toml").is_file():
        path = _CHECKOUT.joinpath(room, *parts)
    else:
        path = _PACKAGE.joinpath(f"_{room}", *parts)
    if not path.exists():
        raise AppError("resource_missing", path="/".join((room, *parts)))
    return path
