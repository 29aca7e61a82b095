"""Pictures are kept byte for byte, the large ones beside the desk, and a change to any of them is told."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qingyang.errors import AppError
from qingyang.store import open_read_only, schema, tables, verify
from qingyang.store.pictures import INSIDE, Kept
from qingyang.text.article import Anchor
from qingyang.text.change import Change
from qingyang.text.edit import Figure
from qingyang.text.picture import RGB, Picture

if TYPE_CHECKING:
    from conftest import Shelf

SMALL, LARGE = b"small" * 9, b"large" * INSIDE


def picture(data: bytes, name: str = "图.jpg") -> Picture:
    sha = hashlib.sha256(data).hexdigest()
    return Picture(sha, "JPEG", 30, 20, RGB, 8, 300.0, 6, True, len(data), name)


@pytest.fixture
def kept(shelf: Shelf) -> Shelf:
    """A desk with a small and a large picture, each in a figure."""
    for n, data in enumerate((SMALL, LARGE)):
        one = picture(data)
        shelf.desk.put_picture(one, data, b"thumb", "t")
        shelf.desk.append(Change(f"C{n}", "D", "figure", (Figure(f"F{n}", Anchor(0), one.sha256),)))
    return shelf


def kinds(path: Path) -> list[str]:
    return [finding.what.id.removeprefix("finding.desk.") for finding in verify(path)]


def test_originals_come_back_byte_for_byte(kept: Shelf) -> None:
    desk = kept.again()
    for data in (SMALL, LARGE):
        sha = hashlib.sha256(data).hexdigest()
        assert desk.picture_bytes(sha) == data
        assert desk.picture(sha) == Kept(picture(data), b"thumb")
    assert [path.read_bytes() for path in desk.folder.iterdir()] == [LARGE]
    assert kept.path.stat().st_size < INSIDE
    assert verify(kept.path) == []


def test_the_same_picture_is_kept_once(kept: Shelf) -> None:
    for data in (SMALL, LARGE):
        kept.desk.put_picture(picture(data, "另名.jpg"), data, b"other", "t2")
        assert kept.desk.picture(picture(data).sha256) == Kept(picture(data), b"thumb")
    assert len(list(kept.desk.folder.iterdir())) == 1


def test_bytes_of_another_picture_are_refused(shelf: Shelf) -> None:
    with pytest.raises(ValueError):
        shelf.desk.put_picture(picture(SMALL), LARGE, b"", "")
    with pytest.raises(AppError, match="no_such_picture"):
        shelf.desk.picture("0" * 64)
    with pytest.raises(AppError, match="no_such_picture"):
        shelf.desk.picture_bytes("0" * 64)


def test_a_figure_may_only_show_a_picture_that_was_put(shelf: Shelf) -> None:
    with pytest.raises(ValueError, match="never put"):
        shelf.desk.append(Change("C", "D", "figure", (Figure("F", Anchor(0), "0" * 64),)))
    shelf.desk.append(Change("C", "D", "figure", (Figure("F", Anchor(0), ""),)))


def test_a_large_original_that_is_gone_or_changed_is_told(kept: Shelf) -> None:
    path = kept.desk.folder / picture(LARGE).sha256
    path.write_bytes(LARGE[:-1] + b"x")
    assert kinds(kept.path) == ["picture_changed"]
    with pytest.raises(AppError, match="picture_changed"):
        kept.desk.picture_bytes(path.name)
    path.unlink()
    assert kinds(kept.path) == ["picture_gone"]
    with pytest.raises(AppError, match="picture_gone"):
        kept.desk.picture_bytes(path.name)
    kept.desk.put_picture(picture(LARGE), LARGE, b"thumb", "t")
    assert verify(kept.path) == []


def test_a_picture_changed_or_lost_inside_the_desk_is_told(kept: Shelf) -> None:
    kept.desk.close()
    sha = picture(SMALL).sha256
    for deed, kind in (
        ("UPDATE pictures SET bytes = x'00' WHERE beside = 0", "picture_changed"),
        (f"DELETE FROM pictures WHERE sha256 = '{sha}'", "no_picture"),
    ):
        stranger = sqlite3.connect(kept.path)
        with pytest.raises(sqlite3.IntegrityError, match="written once"):
            stranger.execute(deed)
        for name in tables.triggers():
            stranger.execute(f"DROP TRIGGER {name}")
        stranger.execute(deed)
        for sql in tables.triggers().values():
            stranger.execute(sql)
        stranger.commit()
        stranger.close()
        assert kinds(kept.path) == [kind]


def test_a_file_is_there_whole_or_not_at_all(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(AppError, match="cannot_write"):
            shelf.desk.put_picture(picture(LARGE), LARGE, b"", "t")
    assert list(shelf.desk.folder.iterdir()) == []
    with pytest.raises(AppError, match="no_such_picture"):
        shelf.desk.picture(picture(LARGE).sha256)


def test_a_backup_takes_the_pictures_along(kept: Shelf, tmp_path: Path) -> None:
    copy = tmp_path / "backup" / "copy.qy"
    copy.parent.mkdir()
    kept.desk.backup(copy)
    with open_read_only(copy) as desk:
        assert desk.picture_bytes(picture(LARGE).sha256) == LARGE
        assert desk.verify() == []
    assert sorted(path.name for path in copy.parent.iterdir()) == ["copy.qy", "copy.qy.pictures"]


def test_a_desk_of_before_pictures_gets_room_for_them(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    from qingyang.store import Holder, create, open_desk

    old = shelf.path.with_name("old.qy")
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", schema.STEPS[:1])
        patch.setattr(schema, "list_roles", lambda db: None)
        create(old, holder=Holder()).close()
    with open_desk(old, holder=Holder()) as desk:
        desk.put_picture(picture(SMALL), SMALL, b"", "t")
        assert desk.verify() == []
