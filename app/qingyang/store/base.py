"""One connection to a desk file, and what a transaction on it is."""

from __future__ import annotations

import gc
import os
import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from qingyang.errors import AppError
from qingyang.store.faults import told
from qingyang.store.lock import Lock

_SURROGATES = re.compile("[\ud800-\udfff]")


def storable(text: str) -> str:
    """Return the text with lone surrogates, which no TEXT can hold, as U+FFFD; offsets stay."""
    return _SURROGATES.sub("\ufffd", text)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold the garbage collector while values are made by the ten thousand.

    It would walk the whole heap again and again for nothing: half the time of loading a long text.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Base:
    """A desk's connection: any thread may call, one at a time."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock | None = None) -> None:
        self.path = path
        self._connection = connection
        # Plug-ins of sqlite-utils run code of whoever installed them.
        self._db = Database(connection, execute_plugins=False)
        self._lock = lock
        self._turn = threading.RLock()
        self._file = path.stat()
        self._looking = False

    @property
    def read_only(self) -> bool:
        """Say whether this desk was opened for reading only."""
        return self._lock is None

    def close(self) -> None:
        """Close the file and give it back; once is enough, twice does no harm."""
        with self._turn:
            self._connection.close()
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make all that is written inside one transaction: all of it is on disk at the end, or nothing."""
        with self._writing():
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See one state of the desk throughout, whatever another program writes meanwhile; nothing can be written."""
        with self._reading():
            yield

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._turn, told(self.path):
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN")
            self._looking = True
            try:
                yield self._connection
            finally:
                self._looking = False
                self._db.rollback()

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        with self._turn, told(self.path):
            assert not self._looking, "written inside a snapshot, it would be lost"
            if self._connection.in_transaction:
                with self._db.atomic():
                    yield self._db
                return
            self._check_still_there()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk may have ended the transaction already.
                self._db.rollback()
                raise

    def _check_still_there(self) -> None:
        """A file deleted or replaced while open would go on taking writes that nobody will ever find."""
        try:
            same = os.path.samestat(self._file, self.path.stat())
        except OSError:
            same = False
        if not same:
            raise AppError("desk_gone", path=self.path)
