"""The desk file as one object, and the ways to open it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlite_utils import Database

from qingyang.errors import AppError
from qingyang.files import settle
from qingyang.store import checking, schema
from qingyang.store.checking import Finding
from qingyang.store.faults import told
from qingyang.store.lock import Holder, take
from qingyang.store.newsroom import Newsroom
from qingyang.store.pictures import beside, settle_pictures
from qingyang.store.places import refuse_unfit

_PATIENCE = 5.0
"""Seconds to wait for a stranger (a database browser) to finish writing."""


class Desk(Newsroom):
    """An open desk file. Every writing method is one transaction, on disk when it returns."""

    def verify(self) -> list[Finding]:
        """Return all that is wrong with the file, from pages to hashes; reads everything.

        That the paragraphs are what the journal makes of the sources is for the caller to see: `draft` against
        `articles`.
        """
        with self._reading() as connection:
            return checking.findings(connection, self.folder)

    def backup(self, to: Path) -> None:
        """Write a sound copy of a sound desk to a new file.

        `desk_unsound` where checks fail, `desk_exists` where the file is there already: a last good
        copy is never written over. Works also after the desk's own file is gone.
        """
        _refuse_unsound(self.path, self.verify())
        to = to.resolve()
        if to.exists():
            raise AppError("desk_exists", path=to)
        half = _half(to)
        try:
            with told(to), self._turn, closing(_create_file(half)) as copy:
                self._connection.backup(copy)
            self.copy_pictures(beside(half))
            with open_read_only(half) as copied:
                _refuse_unsound(to, copied.verify())
            settle_pictures(half, to)
            half.rename(to)
            settle(to.parent)
        finally:
            _sweep(half)


def create(path: Path, *, holder: Holder) -> Desk:
    """Make a new desk and return it open for writing; an existing file is refused unless it is empty.

    The file appears whole or not at all.
    """
    path = path.resolve()
    if path.exists() and (not path.is_file() or path.stat().st_size):
        raise AppError("desk_exists", path=path)
    refuse_unfit(path)
    lock = take(path, holder)
    half = _half(path)
    try:
        with told(path), closing(_create_file(half)) as connection:
            db = Database(connection, execute_plugins=False)
            connection.execute(f"PRAGMA page_size = {schema.PAGE_SIZE}")
            schema.migrate(db, schema.STEPS)
            # A new desk begins without the pages that its own steps have left behind.
            connection.execute("VACUUM")
            connection.execute("PRAGMA journal_mode = WAL")
        half.replace(path)
        settle(path.parent)
    except OSError as error:
        raise AppError("cannot_write", path=path, reason=error.strerror or str(error)) from error
    finally:
        _sweep(half)
        lock.release()
    return open_desk(path, holder=holder)


def open_desk(path: Path, *, holder: Holder) -> Desk:
    """Return a desk open for writing; `desk_in_use` names who else writes on it."""
    path = _found(path)
    refuse_unfit(path)
    lock = take(path, holder)
    try:
        connection = _connected(path, "mode=rw")
        try:
            with told(path):
                _identify(path, connection)
                _prepare(path, connection)
                return Desk(path, connection, lock)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        lock.release()
        raise


def open_read_only(path: Path) -> Desk:
    """Return a desk open for reading, also while somebody writes on it; it sees what was saved by then."""
    path = _found(path)
    wal = path.with_name(path.name + "-wal")
    try:
        # Not mode=ro: such a connection cannot clear away the log it opens, and would leave two files behind.
        connection = _connected(path, "mode=rw")
        try:
            with told(path):
                connection.execute("PRAGMA query_only = ON")
                _identify(path, connection)
        except BaseException:
            connection.close()
            raise
    except AppError as error:
        if error.code not in ("desk_io", "cannot_write") or (wal.exists() and wal.stat().st_size):
            raise
        # In a folder where nothing may be written SQLite cannot keep its index of a log; there is no log.
        connection = _connected(path, "mode=ro&immutable=1")
        with told(path):
            _identify(path, connection)
    with told(path):
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version < len(schema.STEPS):
            connection.close()
            raise AppError("desk_older", path=path)
    return Desk(path, connection)


def verify(path: Path) -> list[Finding]:
    """Return all that is wrong with a desk file, also while somebody writes on it."""
    with open_read_only(path) as desk:
        return desk.verify()


def _found(path: Path) -> Path:
    path = path.resolve()
    try:
        if not path.exists():
            raise AppError("desk_missing", path=path)
        if not path.is_file():
            raise AppError("not_a_desk", path=path)
    except OSError as error:
        raise AppError("desk_io", path=path, reason=error.strerror or str(error)) from error
    return path


def _connected(path: Path, how: str) -> sqlite3.Connection:
    with told(path):
        return sqlite3.connect(
            f"{path.as_uri()}?{how}",
            uri=True,
            timeout=_PATIENCE,
            # We begin and end transactions ourselves.
            isolation_level=None,
            # Any thread may call; `Base` lets in one at a time.
            check_same_thread=False,
        )


def _create_file(path: Path) -> sqlite3.Connection:
    """Return a connection to a new empty file, in place of what a killed process may have left."""
    _sweep(path)
    try:
        path.touch()
    except OSError as error:
        raise AppError("cannot_write", path=path, reason=error.strerror or str(error)) from error
    return _connected(path, "mode=rw")


def _identify(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse what is no desk or one of a newer program, before anything of the file is trusted."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise AppError("not_a_desk", path=path)
    if connection.execute("PRAGMA user_version").fetchone()[0] > len(schema.STEPS):
        raise AppError("desk_newer", path=path)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":
        raise AppError("cannot_write", path=path, reason=f"journal_mode={mode}")
    # NORMAL would lose changes called saved when the power goes; on macOS only fullfsync reaches the disk.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    connection.execute("PRAGMA journal_size_limit = 16777216")
    db = Database(connection, execute_plugins=False)
    schema.migrate(db, schema.STEPS)
    schema.list_roles(db)


def _half(path: Path) -> Path:
    return path.with_name(f".{path.name}.half")


def _sweep(half: Path) -> None:
    for end in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            half.with_name(half.name + end).unlink(missing_ok=True)


def _refuse_unsound(path: Path, found: list[Finding]) -> None:
    if found:
        raise AppError("desk_unsound", path=path, count=len(found))
