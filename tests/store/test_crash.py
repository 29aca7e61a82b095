"""What was called saved is there after a kill, a full disk or a lost file; what was not is not half there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qingyang.errors import AppError
from qingyang.store import Desk, Holder, create, open_desk, open_read_only
from qingyang.text.article import Article, Paragraph
from qingyang.text.change import Change
from qingyang.text.edit import Edit

if TYPE_CHECKING:
    from conftest import Shelf

ME = Holder("编辑", "here", 1)
KILLS = 24
WRITER = """
import sys
from pathlib import Path
from qingyang.store import Holder, open_desk
from qingyang.text.article import Article, Paragraph
from qingyang.text.change import Change
from qingyang.text.edit import Edit, Proposals
desk = open_desk(Path(sys.argv[1]), holder=Holder())
n = len(desk.journal())
while True:
    n += 1
    rows = [Article((Paragraph(f"第{n}步"),) * (n % 7))]
    hash = desk.put_proposals("D", Proposals(str(n)))
    desk.append(Change(str(n), "D", "test", (Edit(0, 1, "字" * (n % 900), id="E"),), proposals=hash), rows)
    print(n, flush=True)
"""


def said(path: Path, after: int) -> list[str]:
    """Run the writer, kill it once it has said so many numbers, and return all that it said."""
    child = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    lines = [child.stdout.readline() for _ in range(after)]
    child.kill()
    rest = child.communicate()[0]
    return [line for line in "".join([*lines, rest]).split("\n")[:-1] if line]


def test_every_change_called_saved_survives_a_kill(shelf: Shelf) -> None:
    shelf.desk.close()
    dice = random.Random(5)
    known = 0
    for _ in range(KILLS):
        printed = said(shelf.path, dice.randint(1, 40))
        with open_desk(shelf.path, holder=ME) as desk:
            ids = [change.id for change in desk.changes("D")]
            assert ids == [str(n) for n in range(1, len(ids) + 1)]
            assert int(printed[-1]) <= len(ids) <= int(printed[-1]) + 1
            assert printed == ids[known : known + len(printed)]
            known = len(ids)
            assert desk.verify() == []
            assert desk.document("D").generation == known
            assert desk.draft("D").proposals.version == str(known)


def test_a_full_disk_loses_one_step_and_nothing_else(desk: Desk, articles: list[Article]) -> None:
    desk.append(Change("C1", "D", "test"), articles)
    before = desk.journal()
    pages = desk._connection.execute("PRAGMA page_count").fetchone()[0]
    desk._connection.execute(f"PRAGMA max_page_count = {pages}")
    big = Change("C2", "D", "test", (Edit(0, 1, "字" * 100_000, id="E1"),))
    with pytest.raises(AppError, match="disk_full"):
        desk.append(big, articles[:1])
    with pytest.raises(AppError, match="disk_full"):
        desk.replace_paragraphs("D", [Article((Paragraph("字" * 100_000),))], 1)
    with pytest.raises(AppError, match="disk_full"), desk.together():
        desk.put_setting("a", 1)
        desk.append(big)
    assert desk.journal() == before
    assert desk.articles("D") == articles
    assert desk.settings() == {}
    assert desk.verify() == []
    desk._connection.execute(f"PRAGMA max_page_count = {pages + 100}")
    desk.append(big)
    assert desk.changes("D")[-1] == big
    assert desk.verify() == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of a process, as Linux has them")
def test_a_write_that_the_system_refuses(shelf: Shelf) -> None:
    """A file that may not grow: the system's own refusal, not SQLite's."""
    shelf.desk.close()
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from pathlib import Path; from qingyang.errors import AppError\n"
        "from qingyang.store import Holder, open_desk; from qingyang.text.change import Change\n"
        "from qingyang.text.edit import Edit\n"
        "desk = open_desk(Path(sys.argv[1]), holder=Holder())\n"
        "desk.append(Change('C1', 'D', 'test'))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))\n"
        "try:\n"
        "    desk.append(Change('C2', 'D', 'test', (Edit(0, 1, '字' * 200_000, id='E'),)))\n"
        "except AppError as error:\n"
        "    print(error.code)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)\n"
        "desk.append(Change('C3', 'D', 'test'))\n"
        "print(*[c.id for c in desk.changes('D')], len(desk.verify()))\n"
    )
    done = subprocess.run([sys.executable, "-c", limited, str(shelf.path)], capture_output=True, text=True)
    assert done.stdout.split() == ["desk_io", "C1", "C3", "0"], done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file go")
@pytest.mark.parametrize("deed", ["delete", "move", "replace"])
def test_a_file_lost_while_open_takes_no_more_changes(shelf: Shelf, tmp_path: Path, deed: str) -> None:
    shelf.desk.append(Change("C1", "D", "test"))
    if deed == "delete":
        shelf.path.unlink()
    else:
        shelf.path.rename(tmp_path / "moved.qy")
    if deed == "replace":
        shelf.path.write_bytes((tmp_path / "moved.qy").read_bytes())
    with pytest.raises(AppError, match="desk_gone"):
        shelf.desk.append(Change("C2", "D", "test"))
    # What was saved can still be saved elsewhere.
    shelf.desk.backup(tmp_path / "saved.qy")
    with open_read_only(tmp_path / "saved.qy") as saved:
        assert [c.id for c in saved.changes("D")] == ["C1"]


def test_a_backup_is_a_desk(shelf: Shelf, articles: list[Article], tmp_path: Path) -> None:
    shelf.desk.append(Change("C1", "D", "test"), articles)
    shelf.desk.backup(tmp_path / "copy.qy")
    shelf.desk.append(Change("C2", "D", "test"))
    with open_desk(tmp_path / "copy.qy", holder=ME) as copy:
        assert copy.articles("D") == articles
        assert len(copy.journal()) == 1
        assert copy.verify() == []
    assert {p.name for p in tmp_path.iterdir()} <= {
        "copy.qy",
        *(f"desk.qy{e}" for e in ("", "-wal", "-shm", ".lock")),
    }


def test_a_backup_writes_over_nothing(desk: Desk, tmp_path: Path) -> None:
    good = tmp_path / "good.qy"
    good.write_bytes(b"the last good one")
    with pytest.raises(AppError, match="desk_exists"):
        desk.backup(good)
    assert good.read_bytes() == b"the last good one"
    with pytest.raises(AppError, match="cannot_write"):
        desk.backup(tmp_path / "none" / "copy.qy")


def test_a_damaged_desk_is_not_backed_up(desk: Desk, tmp_path: Path) -> None:
    desk.append(Change("C1", "D", "test"))
    desk._connection.execute("UPDATE chain SET length = 2")
    with pytest.raises(AppError, match="desk_unsound"):
        desk.backup(tmp_path / "copy.qy")
    assert not (tmp_path / "copy.qy").exists()


def test_a_copy_that_is_not_sound_is_thrown_away(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qingyang.store import Finding, checking
    from qingyang.wording import message

    answers = iter([[], [Finding(message("finding.desk.tail"), "journal")]])
    monkeypatch.setattr(checking, "findings", lambda connection, folder: next(answers))
    with pytest.raises(AppError, match="desk_unsound"):
        desk.backup(tmp_path / "copy.qy")
    assert not [p for p in tmp_path.iterdir() if not p.name.startswith("desk.qy")]


def test_verify_beside_a_writer_sees_one_state(shelf: Shelf) -> None:
    done = threading.Event()

    def write() -> None:
        for n in range(150):
            shelf.desk.append(Change(f"C{n}", "D", "test"), [Article((Paragraph("字"),) * n)])
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    with open_read_only(shelf.path) as reader:
        while not done.is_set():
            assert reader.verify() == []
    writer.join()


def test_threads_take_turns(tmp_path: Path) -> None:
    with create(tmp_path / "a.qy", holder=ME) as desk:
        import hashlib

        from qingyang.text.source import Source

        desk.add_source(Source("字", hashlib.sha256("字".encode()).hexdigest()), "字".encode(), "")
        desk.add_document("D", desk._connection.execute("SELECT sha256 FROM sources").fetchone()[0], "", "")
        failed: list[BaseException] = []

        def work(name: str) -> None:
            try:
                for n in range(30):
                    desk.append(Change(f"{name}{n}", "D", "test"), [Article((Paragraph(name),))])
                    desk.articles("D")
                    desk.search(name)
            except BaseException as error:
                failed.append(error)

        threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failed == []
        assert len(desk.journal()) == 120
        assert desk.verify() == []
