"""What is no desk, or may not be opened, is told in one line and left as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qingyang.errors import AppError
from qingyang.store import Holder, create, open_desk, open_read_only, schema, verify
from qingyang.text.change import Change

if TYPE_CHECKING:
    from conftest import Shelf

ME = Holder("编辑", "here", 1)
OPEN = [lambda path: open_desk(path, holder=ME), open_read_only, verify]
WAYS = pytest.mark.parametrize("way", OPEN, ids=["write", "read", "verify"])


def pragma(path: Path, *settings: str) -> None:
    stranger = sqlite3.connect(path)
    for setting in settings:
        stranger.execute(f"PRAGMA {setting}")
    stranger.commit()
    stranger.close()


@WAYS
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, "desk_missing"),
        (b"", "not_a_desk"),
        (b"x", "not_a_desk"),
        ("清样".encode() * 9999, "not_a_desk"),
        (b"SQLite format 3\0" + b"\xff" * 9999, "not_a_desk"),
    ],
)
def test_what_is_no_desk_is_refused_and_untouched(way, data: bytes | None, code: str, tmp_path: Path) -> None:
    path = tmp_path / "a.qy"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(AppError, match=code):
        way(path)
    assert [p.name for p in tmp_path.iterdir()] == ([] if data is None else ["a.qy"])
    assert data is None or path.read_bytes() == data


@WAYS
def test_a_folder_is_no_desk(way, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="not_a_desk"):
        way(tmp_path)


@WAYS
@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("application_id = 7", "not_a_desk"),
        ("application_id = 0", "not_a_desk"),
        ("user_version = 99", "desk_newer"),
    ],
)
def test_another_program_s_database_is_refused(way, setting: str, code: str, shelf: Shelf) -> None:
    shelf.desk.close()
    pragma(shelf.path, setting)
    before = shelf.path.read_bytes()
    with pytest.raises(AppError, match=code):
        way(shelf.path)
    assert shelf.path.read_bytes() == before
    assert [p.name for p in shelf.path.parent.iterdir()] == ["desk.qy"]


@WAYS
def test_a_file_cut_short_is_damaged(way, shelf: Shelf) -> None:
    shelf.desk.close()
    with shelf.path.open("r+b") as file:
        file.truncate(shelf.path.stat().st_size // 2)
    with pytest.raises(AppError, match="desk_damaged"):
        way(shelf.path)


def test_a_desk_is_what_the_house_says(shelf: Shelf) -> None:
    ask = shelf.desk._connection.execute
    assert shelf.path.read_bytes()[68:72] == b"QYng"
    for name, wanted in {
        "page_size": schema.PAGE_SIZE,
        "journal_mode": "wal",
        "synchronous": 2,
        "fullfsync": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "recursive_triggers": 1,
        "user_version": len(schema.STEPS),
    }.items():
        assert ask(f"PRAGMA {name}").fetchone() == (wanted,), name
    tables = ask(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'"
    )
    assert {"sources", "journal", "roles", "articles", "pictures", "names", "house_lists"} <= (
        found := dict(tables)
    ).keys()
    assert set(found.values()) == {1}


def test_a_row_must_point_at_something(shelf: Shelf) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        shelf.desk.append(Change("C1", "nobody", "test"))


def test_making_a_desk_writes_over_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.qy"
    path.write_bytes(b"mine")
    with pytest.raises(AppError, match="desk_exists"):
        create(path, holder=ME)
    with pytest.raises(AppError, match="desk_exists"):
        create(tmp_path, holder=ME)
    assert path.read_bytes() == b"mine"
    path.write_bytes(b"")
    create(path, holder=ME).close()
    assert [p.name for p in tmp_path.iterdir()] == ["a.qy"]


def test_making_a_desk_in_no_folder_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="cannot_write"):
        create(tmp_path / "none" / "a.qy", holder=ME)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_making_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*anything: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(schema, "migrate", full)
    with pytest.raises(AppError, match="cannot_write"):
        create(tmp_path / "a.qy", holder=ME)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_making_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".a.qy.half").write_bytes(b"x" * 5000)
    (tmp_path / ".a.qy.half-journal").write_bytes(b"x" * 5000)
    create(tmp_path / "a.qy", holder=ME).close()
    assert [p.name for p in tmp_path.iterdir()] == ["a.qy"]


def test_reading_goes_on_beside_writing(shelf: Shelf) -> None:
    with open_read_only(shelf.path) as reader:
        assert reader.read_only
        with reader.snapshot():
            assert reader.journal() == []
            shelf.desk.append(Change("C1", "D", "test"))
            assert reader.journal() == []
        assert len(reader.journal()) == 1
        with pytest.raises(AppError, match="cannot_write"):
            reader.append(Change("C2", "D", "test"))
        assert reader.verify() == []
    shelf.desk.append(Change("C3", "D", "test"))
    assert shelf.desk.verify() == []
    shelf.desk.close()
    with open_read_only(shelf.path):
        pass
    assert [p.name for p in shelf.path.parent.iterdir()] == ["desk.qy"]


def test_a_name_with_every_odd_character(tmp_path: Path) -> None:
    path = tmp_path / "稿 件#库%41?.qy"
    create(path, holder=ME).close()
    with open_desk(path, holder=ME), open_read_only(path):
        pass
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_an_older_desk_is_brought_up_to_date_by_a_writer_only(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.desk.close()
    monkeypatch.setattr(
        schema, "STEPS", (*schema.STEPS, lambda db: db.table("later").create({"id": int}, strict=True))
    )
    with pytest.raises(AppError, match="desk_older"):
        open_read_only(shelf.path)
    with open_desk(shelf.path, holder=ME), open_read_only(shelf.path) as reader:
        assert reader._connection.execute("PRAGMA user_version").fetchone() == (len(schema.STEPS),)
        assert reader._connection.execute("SELECT * FROM later").fetchall() == []


def test_a_step_that_fails_is_as_if_it_had_not_begun(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.desk.close()

    def good(db) -> None:
        db.table("good").create({"id": int}, strict=True)

    def bad(db) -> None:
        db.table("bad").create({"id": int}, strict=True)
        raise RuntimeError

    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, good, bad))
    with pytest.raises(RuntimeError):
        open_desk(shelf.path, holder=ME)
    stranger = sqlite3.connect(shelf.path)
    assert stranger.execute("PRAGMA user_version").fetchone() == (len(schema.STEPS) - 1,)
    names = {name for (name,) in stranger.execute("SELECT name FROM sqlite_master")}
    assert "good" in names
    assert "bad" not in names
    stranger.close()


def test_another_program_holding_the_file_is_named_as_such(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.desk._connection.execute("PRAGMA busy_timeout = 10")
    stranger = sqlite3.connect(shelf.path, isolation_level=None)
    stranger.execute("BEGIN IMMEDIATE")
    with pytest.raises(AppError, match="desk_busy"):
        shelf.desk.append(Change("C1", "D", "test"))
    stranger.execute("ROLLBACK")
    stranger.close()
    shelf.desk.append(Change("C1", "D", "test"))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user may look into, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def tried(desk: Path, new: Path) -> Iterator[str]:
    """Say what comes of every way to open a desk or make one, in a folder where nothing may be written."""
    for way in (
        lambda: open_desk(desk, holder=ME),
        lambda: create(new, holder=ME),
        lambda: open_read_only(desk).backup(new),
    ):
        try:
            way()
            yield "done"
        except AppError as error:
            yield error.code
    with open_read_only(desk) as reader:
        yield f"{len(reader.documents())} {len(reader.verify())}"


def as_nobody(act: Callable[[], Iterable[str]]) -> list[str]:
    """Return what is said by an act of somebody who owns nothing: root may write anywhere.

    A fork and not a new program, which nobody may be unable to start.
    """
    mine, its = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            os.write(its, "\n".join(act()).encode())
        except BaseException as error:
            os.write(its, repr(error).encode())
        finally:
            os._exit(0)
    os.close(its)
    os.waitpid(child, 0)
    answer = os.read(mine, 9999).decode()
    os.close(mine)
    return answer.split("\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such folders")
def test_a_log_that_cannot_be_read_is_not_passed_over(open_folder: Path) -> None:
    """What a killed writer saved is still in the log: showing the file without it would show less than was saved."""
    path = open_folder / "desk.qy"
    create(path, holder=ME).close()
    child = os.fork()
    if child == 0:
        open_desk(path, holder=ME).put_setting("saved", 1)
        os._exit(0)
    os.waitpid(child, 0)
    assert path.with_name("desk.qy-wal").stat().st_size
    path.with_name("desk.qy-shm").unlink()
    open_folder.chmod(0o555)

    def read() -> Iterator[str]:
        try:
            with open_read_only(path) as desk:
                yield str(desk.settings())
        except AppError as error:
            yield error.code

    assert as_nobody(read) == ["desk_io"]
    open_folder.chmod(0o755)
    with open_desk(path, holder=ME) as desk:
        assert desk.settings() == {"saved": 1}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such folders")
def test_a_read_only_folder_can_be_read_and_is_not_written(open_folder: Path) -> None:
    path = open_folder / "desk.qy"
    create(path, holder=ME).close()
    path.chmod(0o444)
    open_folder.chmod(0o555)
    assert as_nobody(lambda: tried(path, open_folder / "new.qy")) == ["cannot_write"] * 3 + ["0 0"]
    assert [p.name for p in open_folder.iterdir()] == ["desk.qy"]
