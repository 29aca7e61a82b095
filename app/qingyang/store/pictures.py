"""Originals of pictures, byte for byte: small ones in the desk, large ones as files beside it.

A file is named after the SHA-256 of its bytes and is there whole or not at all; it is written before the row that names
it, so that no row ever names a file that is not there.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import NamedTuple

from qingyang.errors import AppError
from qingyang.files import make_folder, write_file
from qingyang.store.base import storable
from qingyang.store.settings import Settings
from qingyang.text.picture import Picture

INSIDE = 1_000_000
"""Bytes up to which an original is kept in the desk file itself."""
_FACTS = "sha256, format, width, height, colours, depth, dpi, orientation, profile, size, name"


class Kept(NamedTuple):
    """A picture on the desk, and the small one to show of it."""

    picture: Picture
    thumbnail: bytes


def beside(desk: Path) -> Path:
    """Return the folder for large pictures of a desk."""
    return desk.with_name(f"{desk.name}.pictures")


class Pictures(Settings):
    """The part of a desk that knows pictures."""

    @property
    def folder(self) -> Path:
        """Return the folder of this desk's large pictures, which need not be there."""
        return beside(self.path)

    def put_picture(self, picture: Picture, data: bytes, thumbnail: bytes, added: str) -> None:
        """Keep a picture's original bytes for good; one that is there already stays as it is.

        ``data`` must hash to ``picture.sha256``.
        """
        if hashlib.sha256(data).hexdigest() != picture.sha256:
            raise ValueError("these are not the bytes of this picture")
        large = len(data) > INSIDE
        if large:
            _keep(self.folder / picture.sha256, data)
        with self._writing() as db:
            db.execute(
                f"INSERT OR IGNORE INTO pictures VALUES ({','.join('?' * 15)})",
                (
                    *picture._replace(name=storable(picture.name)),
                    int(large),
                    thumbnail,
                    added,
                    b"" if large else data,
                ),
            )

    def picture(self, sha256: str) -> Kept:
        """Return one picture without its bytes; `no_such_picture` if it was never put."""
        with self._reading() as connection:
            row = connection.execute(
                f"SELECT {_FACTS}, thumbnail FROM pictures WHERE sha256 = ?", (sha256,)
            ).fetchone()
        if row is None:
            raise AppError("no_such_picture", id=sha256)
        return _kept(row)

    def picture_bytes(self, sha256: str) -> bytes:
        """Return a picture's bytes as they came; `picture_gone`, `picture_changed` where its file is not as it was."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT beside, bytes FROM pictures WHERE sha256 = ?", (sha256,)
            ).fetchone()
        if row is None:
            raise AppError("no_such_picture", id=sha256)
        return original(self.folder, sha256, row[0], row[1])

    def copy_pictures(self, folder: Path) -> None:
        """Copy the large originals into another folder."""
        with self._reading() as connection:
            rows = connection.execute("SELECT sha256 FROM pictures WHERE beside = 1").fetchall()
        for (sha256,) in rows:
            _keep(folder / sha256, self.picture_bytes(sha256))


def original(folder: Path, sha256: str, large: int, data: bytes) -> bytes:
    """Return a picture's bytes from its row or its file; `picture_gone`, `picture_changed`."""
    path = folder / sha256
    if large:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise AppError("picture_gone", path=path) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise AppError("picture_changed", path=path if large else sha256)
    return data


def _keep(path: Path, data: bytes) -> None:
    """Write a file under its hash; one that is there and whole is left alone."""
    try:
        if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == path.name:
            return
    except OSError as error:
        raise AppError("cannot_write", path=path, reason=error.strerror or str(error)) from error
    make_folder(path.parent)
    write_file(path, data)


def settle_pictures(half: Path, to: Path) -> None:
    """Give the folder of a copied desk's pictures its final name."""
    source, goal = beside(half), beside(to)
    if source.is_dir():
        shutil.copytree(source, goal, dirs_exist_ok=True)
        shutil.rmtree(source)


def _kept(row: tuple[object, ...]) -> Kept:
    *facts, thumbnail = row
    picture = Picture(*facts)  # type: ignore[arg-type]
    assert isinstance(thumbnail, bytes)
    return Kept(picture._replace(profile=bool(picture.profile)), thumbnail)
