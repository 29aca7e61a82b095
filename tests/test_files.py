"""A file is there whole or not at all, and nothing is left beside it."""

import os
from pathlib import Path

import pytest

from qingyang.errors import AppError
from qingyang.files import make_folder, write_file


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_file(tmp_path / "一.pdf", b"one")
    write_file(tmp_path / "一.pdf", b"two")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("一.pdf", b"two")]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_file(tmp_path / "a", b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(AppError) as error:
        write_file(tmp_path / "a", b"new")
    assert (error.value.code, error.value.facts["reason"]) == ("cannot_write", "No space left on device")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_place_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    for call in (lambda: make_folder(tmp_path / "a" / "b"), lambda: write_file(tmp_path / "a" / "b", b"")):
        with pytest.raises(AppError) as error:
            call()
        assert error.value.code == "cannot_write"


@pytest.mark.skipif(os.name != "posix", reason="folders are settled on POSIX alone")
def test_a_file_system_without_it_for_folders_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fsync(fd: int) -> None:
        if Path(f"/proc/self/fd/{fd}").is_dir():
            raise OSError(22, "Invalid argument")
        real(fd)

    monkeypatch.setattr(os, "fsync", fsync)
    write_file(tmp_path / "a", b"there")
    assert (tmp_path / "a").read_bytes() == b"there"
