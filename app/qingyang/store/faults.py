"""What SQLite and the file system complain of, told as the one line a user can act on.

Everything not named here is our mistake and passes through unchanged.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qingyang.errors import AppError

_CODES = {
    sqlite3.SQLITE_NOTADB: "not_a_desk",
    sqlite3.SQLITE_CORRUPT: "desk_damaged",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "desk_io",
    sqlite3.SQLITE_READONLY: "cannot_write",
    sqlite3.SQLITE_PERM: "cannot_write",
    sqlite3.SQLITE_CANTOPEN: "desk_io",
    sqlite3.SQLITE_BUSY: "desk_busy",
    sqlite3.SQLITE_LOCKED: "desk_busy",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise `AppError` in place of every SQLite error that is the environment's."""
    try:
        yield
    except sqlite3.Error as error:
        code = _code(error)
        if not code:
            raise
        raise AppError(code, path=path, reason=str(error)) from error


def _code(error: sqlite3.Error) -> str:
    if str(error).startswith("Could not decode"):
        # Python's own complaint, without a code: a TEXT that is no longer UTF-8.
        return "desk_damaged"
    # Extended codes (SQLITE_IOERR_WRITE …) keep the plain one in their low byte.
    return _CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "")


def damaged(path: Path, reason: str) -> AppError:
    """Return the error for a desk whose content contradicts itself."""
    return AppError("desk_damaged", path=path, reason=reason)
