"""One writer a desk: named while it lives, gone when it dies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qingyang.errors import AppError
from qingyang.store import Holder, open_desk, open_read_only, this_process

if TYPE_CHECKING:
    from conftest import Shelf

ME = Holder("编辑", "here", 1)
HOLD = """
import os, sys, time
from pathlib import Path
from qingyang.store import open_desk, this_process
desk = open_desk(Path(sys.argv[1]), holder=this_process("值班编辑"))
if "fork" in sys.argv and os.fork() == 0:
    os.close(1)
    time.sleep(60)
print(os.getpid(), flush=True)
sys.stdin.read()
"""


def hold(path: Path, *how: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), *how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_a_second_program_is_told_who_holds_the_desk(shelf: Shelf) -> None:
    shelf.desk.close()
    other = hold(shelf.path)
    pid = int(other.stdout.readline())
    with pytest.raises(AppError) as refused:
        open_desk(shelf.path, holder=ME)
    assert refused.value.code == "desk_in_use"
    assert refused.value.facts["person"] == "值班编辑"
    assert refused.value.facts["host"] == this_process("").host
    assert refused.value.facts["pid"] == pid
    with open_read_only(shelf.path) as reader:
        assert len(reader.documents()) == 1
    other.communicate("")
    open_desk(shelf.path, holder=ME).close()
    assert [p.name for p in shelf.path.parent.iterdir()] == ["desk.qy"]


@pytest.mark.skipif(os.name == "nt", reason="no fork")
@pytest.mark.parametrize("how", [(), ("fork",)])
def test_a_killed_holder_holds_nothing(shelf: Shelf, how: tuple[str, ...]) -> None:
    shelf.desk.close()
    other = hold(shelf.path, *how)
    other.stdout.readline()
    other.kill()
    other.wait()
    try:
        open_desk(shelf.path, holder=ME).close()
    finally:
        if how:
            # The forked child lives on in a group of its own; end that group, which this test started.
            os.killpg(other.pid, 9)


def test_the_same_program_cannot_open_it_twice(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="desk_in_use"):
        open_desk(shelf.path, holder=Holder("他", "there", 2))
    link = tmp_path / "link.qy"
    try:
        link.symlink_to(shelf.path)
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(AppError, match="编辑"):
        open_desk(link, holder=ME)


def test_a_lock_on_a_file_removed_meanwhile_is_none(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its holder let go between our opening the lock file and locking it: another may hold a new one by now."""
    from qingyang.store import lock

    shelf.desk.close()
    file = shelf.path.with_name("desk.qy.lock")
    really = lock._try_lock
    tries: list[int] = []

    def late(fd: int) -> None:
        really(fd)
        if not tries:
            file.unlink()
        tries.append(fd)

    monkeypatch.setattr(lock, "_try_lock", late)
    with open_desk(shelf.path, holder=ME):
        assert len(tries) == 2
        assert file.exists()


def test_a_lock_file_left_behind_is_no_lock(shelf: Shelf) -> None:
    shelf.desk.close()
    lock = shelf.path.with_name("desk.qy.lock")
    lock.write_text("nonsense" * 1000)
    open_desk(shelf.path, holder=ME).close()
    assert not lock.exists()


def test_a_failed_opening_gives_the_desk_back(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    from qingyang.store import schema

    shelf.desk.close()
    monkeypatch.setattr(schema, "list_roles", lambda db: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        open_desk(shelf.path, holder=ME)
    monkeypatch.undo()
    open_desk(shelf.path, holder=ME).close()


def test_closing_twice_does_no_harm_to_the_next_holder(shelf: Shelf) -> None:
    first = shelf.desk
    second = shelf.again()
    first.close()
    with pytest.raises(AppError, match="desk_in_use"):
        open_desk(shelf.path, holder=ME)
    second.close()
