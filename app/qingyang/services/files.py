"""Writing files so that nothing is ever left half-written."""

from __future__ import annotations

import os
from pathlib import Path

from qingyang.errors import AppError


def write_file(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there when it is whole; raises `AppError` cannot_write."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        part.replace(path)
    except OSError as error:
        _forget(part)
        raise AppError("cannot_write", path=str(path), reason=error.strerror or str(error)) from error


def make_folder(path: Path) -> None:
    """Make a folder, and those above it; raises `AppError` cannot_write."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AppError("cannot_write", path=str(path), reason=error.strerror or str(error)) from error


def _forget(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return
