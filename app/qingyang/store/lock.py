"""One writer a desk: a lock beside the file that the system drops with the process, even on kill -9.

``name.qy.lock`` is locked as a POSIX record lock (Windows: a locked byte) and says in JSON who holds it. A record lock
belongs to the process alone: workers it forked do not keep it alive after a crash, as they would with ``flock``.
Within one process such a lock never refuses, so what this process holds is also listed here.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from qingyang.errors import AppError

if sys.platform == "win32":
    import msvcrt

    # Far behind what is written: Windows keeps others from reading a locked byte.
    _BYTE = 1 << 20

    def _try_lock(fd: int) -> None:
        os.lseek(fd, _BYTE, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        os.lseek(fd, 0, os.SEEK_SET)
else:
    import fcntl

    def _try_lock(fd: int) -> None:
        fcntl.lockf(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Holder(NamedTuple):
    """Who has a desk open for writing."""

    person: str = ""
    host: str = ""
    pid: int = 0


def this_process(person: str) -> Holder:
    """Return the holder for a person working in this process."""
    return Holder(person, platform.node(), os.getpid())


_held: dict[Path, Holder] = {}
_turn = threading.Lock()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_held.clear)


class Lock:
    """A held lock; `release` gives it back, and so does the end of the process."""

    def __init__(self, desk: Path, fd: int) -> None:
        self._desk = desk
        self._fd = fd

    def release(self) -> None:
        """Give the desk back; once is enough, twice does no harm."""
        with _turn:
            if self._fd < 0:
                return
            # Where open files can be removed, only the holder may, or two could hold two files of one name.
            if sys.platform != "win32":
                _file(self._desk).unlink(missing_ok=True)
            os.close(self._fd)
            if sys.platform == "win32":
                with suppress(OSError):
                    _file(self._desk).unlink()
            self._fd = -1
            _held.pop(self._desk, None)


def take(desk: Path, holder: Holder) -> Lock:
    """Return the lock of a desk (a resolved path); `desk_in_use` names who has it."""
    with _turn:
        if desk in _held:
            raise _in_use(desk, _held[desk])
        while True:
            fd = _opened(desk)
            try:
                _try_lock(fd)
            except OSError:
                other = _read(fd)
                os.close(fd)
                raise _in_use(desk, other) from None
            if _is_current(fd, _file(desk)):
                break
            os.close(fd)
        _write(fd, holder)
        _held[desk] = holder
        return Lock(desk, fd)


def _file(desk: Path) -> Path:
    return desk.with_name(desk.name + ".lock")


def _opened(desk: Path) -> int:
    try:
        return os.open(_file(desk), os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise AppError("cannot_write", path=desk, reason=error.strerror or str(error)) from error


def _is_current(fd: int, file: Path) -> bool:
    """Say whether the file locked is still the one of that name: its holder may have removed it meanwhile."""
    try:
        return os.path.samestat(os.fstat(fd), file.stat())
    except FileNotFoundError:
        return False


def _write(fd: int, holder: Holder) -> None:
    # Telling who holds it is a kindness; a full disk must not keep anybody from a desk.
    with suppress(OSError):
        os.truncate(fd, 0)
        os.lseek(fd, 0, os.SEEK_SET)
        os.write(fd, json.dumps(holder._asdict()).encode())


def _read(fd: int) -> Holder:
    with suppress(OSError, ValueError, TypeError):
        os.lseek(fd, 0, os.SEEK_SET)
        return Holder(**json.loads(os.read(fd, 4096)))
    return Holder()


def _in_use(desk: Path, by: Holder) -> AppError:
    return AppError("desk_in_use", path=desk, person=by.person or "?", host=by.host or "?", pid=by.pid)
