"""The newsroom's words: in the journal as all else is, through kills, and brought along by an older desk."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlite_utils import Database

from qingyang.store import Desk, Holder, open_desk, schema, tables, verify
from qingyang.text.change import Change, undo_and_redo
from qingyang.text.house import Entry, HouseList
from qingyang.text.issue import Issue, IssueFacts
from qingyang.text.lesson import Lesson, Likeness
from qingyang.text.newsroom import NEWSROOM, Called, Guard, Listed, OwnRole, Switched
from qingyang.text.role import ROLES

if TYPE_CHECKING:
    from conftest import Shelf

ME = Holder("编辑", "here", 1)
GUARDED = Change("N1", NEWSROOM, "name", (Guard("晏艳辉", "person"),), person="我", time="t1")
WRITER = """
import sys
from pathlib import Path
from qingyang.store import Holder, open_desk
from qingyang.text.change import Change
from qingyang.text.newsroom import NEWSROOM, Guard
desk = open_desk(Path(sys.argv[1]), holder=Holder())
n = len(desk.journal())
while True:
    n += 1
    desk.append(Change(str(n), NEWSROOM, "name", (Guard("名" * (n % 90), "person"),)))
    print(n, flush=True)
"""


def test_what_the_newsroom_settles_is_in_the_one_journal(shelf: Shelf) -> None:
    shelf.desk.append(Change("C1", "D", "test"))
    row = shelf.desk.append(GUARDED)
    assert row.seq == 2
    desk = shelf.again()
    assert desk.changes(NEWSROOM) == [GUARDED]
    assert [each.change.id for each in desk.journal()] == ["C1", "N1"]
    assert [change.id for change in desk.changes("D")] == ["C1"]
    assert desk.verify() == []


def test_a_changed_word_of_the_newsroom_shows(shelf: Shelf) -> None:
    shelf.desk.append(GUARDED)
    shelf.desk.close()
    with sqlite3.connect(shelf.path) as stranger:
        stranger.execute("DROP TRIGGER journal_no_update")
        stranger.execute("UPDATE journal SET payload = replace(payload, '晏艳辉', '燕艳辉')")
        stranger.execute(tables.triggers(("journal",))["journal_no_update"])
    assert [finding.what.id for finding in verify(shelf.path)] == ["finding.desk.row"]


def test_no_word_of_the_newsroom_called_saved_is_lost_by_a_kill(shelf: Shelf) -> None:
    shelf.desk.close()
    dice = random.Random(7)
    for _ in range(6):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(shelf.path)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(dice.randint(1, 30))]
        child.kill()
        said += child.communicate()[0].split("\n")
        last = max(int(line) for line in said if line.strip())
        with open_desk(shelf.path, holder=ME) as desk:
            ids = [change.id for change in desk.changes(NEWSROOM)]
            assert ids == [str(n) for n in range(1, len(ids) + 1)]
            assert last <= len(ids) <= last + 1
            assert desk.verify() == []


def test_a_list_is_kept_as_it_came(desk: Desk) -> None:
    made = HouseList(
        "L", "错敏词", "words", (Entry(2, "词", ("改", "换"), "warn", "", 0, "注"), Entry(5, "语"))
    )
    desk.put_house_list(made, "t")
    assert desk.house_list("L") == made
    with pytest.raises(KeyError):
        desk.house_list("M")


def test_names_found_again_are_listed_once(desk: Desk) -> None:
    desk.find_names([("渝中区", "place"), ("何奇", "person")], "t1")
    desk.find_names([("渝中区", "organisation")], "t2")
    assert desk.found_names() == {"何奇": "person", "渝中区": "place"}


SWITCHES = (
    """INSERT INTO settings VALUES ('checks_off', '["repeats","sums"]')""",
    """INSERT INTO settings VALUES ('learned', '[[["hand",":","：","h","h","body"],true]]')""",
    """INSERT INTO settings VALUES ('window.document', '"D"')""",
)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A desk as it was before names, roles, lists and bulletins were in the journal, with one change in it."""
    return desk_of_before(tmp_path / "older.qy")


def desk_of_before(path: Path, switches: Sequence[str] = ()) -> Path:
    with sqlite3.connect(path, isolation_level=None) as connection:
        db = Database(connection, execute_plugins=False)
        schema.migrate(db, schema.STEPS[:6])
        schema.list_roles(db)
        for sql in (
            "INSERT INTO sources VALUES ('S', 'utf-8', 'n', x'00', x'00', '', 0, '')",
            "INSERT INTO documents VALUES ('D', 'S', 'utf-8', '题', 1, '', '', 0, '')",
            "INSERT INTO names VALUES ('手加', 'person', 'hand', 't', ''), ('手去', 'place', 'hand', 't', 't2'),"
            " ('文中', 'person', 'tags', 't', '')",
            "UPDATE roles SET name = '肩题' WHERE id = 'kicker'",
            "INSERT INTO roles (id, part, html, nitf, key, name, base)"
            " VALUES ('own.1', 'text', 'p', 'p', '', '微评', 'sidebar')",
            "INSERT INTO house_lists VALUES ('L', '词', 'words', 't', ''), ('M', '旧', 'words', 't', 't2')",
            "INSERT INTO bulletins VALUES"
            " ('B', '简报', '9', '一日', 'a4-brief', '[\"甲\",\"乙\"]', 't1', '', '{\"copies\":\"30\"}', 4),"
            " ('A', '没了', '', '', '', '[]', 't0', 't2', '{}', 0)",
            "INSERT INTO bulletin_documents VALUES ('B', 0, 'D')",
            *switches,
        ):
            db.execute(sql)
    return path


def test_an_older_desk_brings_its_newsroom_along(older: Path) -> None:
    with open_desk(older, holder=ME) as desk:
        (change,) = desk.changes(NEWSROOM)
        facts = IssueFacts(name="简报", number="9", date="一日", editors="甲、乙", copies="30")
        assert set(change.added) == {
            Guard("手加", "person"),
            Guard("手去", "place", False),
            Called("kicker", "肩题"),
            OwnRole("own.1", "微评", "sidebar"),
            Listed("词", "L"),
            Issue(facts, "a4-brief", ("D",), 4, "B"),
        }
        assert desk.found_names() == {"文中": "person"}
        assert [row.change for row in desk.journal()] == [change]
        assert [f.what.id for f in desk.verify() if f.where.startswith(("journal", "trigger", "file"))] == []
        assert desk._connection.execute("SELECT count(*) FROM roles").fetchone()[0] == len(ROLES) + 1
    with open_desk(older, holder=ME) as desk:
        assert len(desk.journal()) == 1


def test_an_older_desk_brings_its_switches_and_rules_along(tmp_path: Path) -> None:
    path = desk_of_before(tmp_path / "older.qy", SWITCHES)
    with open_desk(path, holder=ME) as desk:
        words, switches = desk.changes(NEWSROOM)
        assert switches.added == (
            Switched("repeats", on=False),
            Switched("sums", on=False),
            Lesson(Likeness("hand", ":", "：", "h", "h", "body"), on=True),
        )
        assert undo_and_redo([words, switches]) == ([], [])
        assert desk.settings() == {"window.document": "D"}
        assert [f.what.id for f in desk.verify() if f.where.startswith(("journal", "trigger", "file"))] == []
    with open_desk(path, holder=ME) as desk:
        assert len(desk.journal()) == 2


def test_what_an_older_desk_brings_along_is_nobody_s_step_to_undo(older: Path) -> None:
    with open_desk(older, holder=ME) as desk:
        assert undo_and_redo(desk.changes(NEWSROOM)) == ([], [])
        desk.append(GUARDED)
        assert undo_and_redo(desk.changes(NEWSROOM)) == ([GUARDED], [])


def test_the_journal_of_an_older_desk_stays_as_it_was(older: Path) -> None:
    with sqlite3.connect(older) as stranger:
        columns = [row[1] for row in stranger.execute("PRAGMA table_info(journal)")]
        from qingyang.store.journal import row_hash

        row = (1, "C1", "D", "test", 1, '{"added":[],"dropped":[]}', "", "", "", "我", "t", "", "")
        hash = row_hash("", row)
        stranger.execute(f"INSERT INTO journal VALUES ({','.join('?' * len(columns))})", (*row, "", hash))
        stranger.execute("UPDATE chain SET length = 1, head = ?", (hash,))
    with open_desk(older, holder=ME) as desk:
        assert [row.change.id for row in desk.journal()] == ["C1", "0" * 26]
        assert desk.journal()[0].hash == hash
        assert desk.changes("D") == [Change("C1", "D", "test", person="我", time="t")]
        assert [f.what.id for f in desk.verify() if f.where.startswith(("journal", "trigger"))] == []


def test_a_full_disk_loses_no_word(desk: Desk) -> None:
    desk.append(GUARDED)
    pages = desk._connection.execute("PRAGMA page_count").fetchone()[0]
    desk._connection.execute(f"PRAGMA max_page_count = {pages}")
    from qingyang.errors import AppError

    with pytest.raises(AppError, match="disk_full"):
        desk.append(Change("N2", NEWSROOM, "name", (Guard("名" * 100_000, "person"),)))
    assert desk.changes(NEWSROOM) == [GUARDED]
    assert desk.verify() == []
