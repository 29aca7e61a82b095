"""Writing files: whole or not at all, and on disk for good once said to be written."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
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
        settle(path.parent)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise AppError("cannot_write", path=path, reason=error.strerror or str(error)) from error


def make_folder(path: Path) -> None:
    """Make a folder, and those above it; raises `AppError` cannot_write."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AppError("cannot_write", path=path, reason=error.strerror or str(error)) from error


def settle(folder: Path) -> None:
    """Have the folder know its new file for good: on POSIX a name is on disk only when its folder is."""
    if os.name == "posix":
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        except OSError as error:
            # Some file systems know no such thing of folders.
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise
        finally:
            os.close(fd)
