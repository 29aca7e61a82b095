"""The journal only grows, and the draft is what it comes to."""

from __future__ import annotations

import random
import sqlite3
from functools import reduce
from typing import TYPE_CHECKING

import pytest

from qingyang.errors import AppError
from qingyang.store import Desk
from qingyang.text.article import Anchor, Article
from qingyang.text.change import Change, Draft, undo_and_redo
from qingyang.text.edit import Edit, Proposals, Tag

if TYPE_CHECKING:
    from conftest import Shelf

TYPED = Change("C1", "D", "type", (Edit(0, 1, "头", id="E1"),), person="我", time="t1", desk="K", origin="O")
RULES = Proposals("1", (Edit(3, 4, "", "join", 0.9),))
LATER = Proposals("2", (Edit(3, 4, "", "join", 0.2),))


def test_a_change_comes_back_after_a_restart(shelf: Shelf) -> None:
    row = shelf.desk.append(TYPED)
    assert (row.seq, row.previous) == (1, "")
    assert shelf.again().changes("D") == [TYPED]
    assert shelf.desk.journal()[0] == row
    assert shelf.desk.append(TYPED.inverse("C2", person="你", time="t2")).previous == row.hash


def test_undo_and_redo_survive_a_restart(shelf: Shelf) -> None:
    shelf.desk.append(TYPED)
    undo = TYPED.inverse("C2", person="我", time="t2")
    shelf.desk.append(undo)
    assert undo_and_redo(shelf.again().changes("D")) == ([], [undo])
    assert shelf.desk.draft("D").records == {}
    shelf.desk.append(undo.inverse("C3", person="我", time="t3"))
    done, undone = undo_and_redo(shelf.again().changes("D"))
    assert [c.id for c in done] == ["C3"]
    assert undone == []
    assert list(shelf.desk.draft("D").records.values()) == list(TYPED.added)


def test_the_draft_is_the_changes_folded(shelf: Shelf) -> None:
    dice = random.Random(3)
    amended = Change("A", "D", "type", (Edit(0, 1, "改", id="E1"),), TYPED.added)
    shelf.desk.append(TYPED)
    shelf.desk.append(amended)
    state = Draft(shelf.source).apply(TYPED).apply(amended)
    assert shelf.desk.draft("D").records == state.records == {e.key: e for e in amended.added}
    for n in range(200):
        dropped = tuple(
            dice.sample(sorted(state.records.values(), key=str), min(len(state.records), dice.randint(0, 2)))
        )
        added = (
            Tag(Anchor(dice.randint(0, 20)), dice.choice(["body", "kicker"])),
            Edit(n, n, "甲", id=f"E{n}"),
        )
        change = Change(f"N{n}", "D", "test", added, dropped)
        shelf.desk.append(change)
        state = state.apply(change)
    assert shelf.again().draft("D") == reduce(Draft.apply, shelf.desk.changes("D"), Draft(shelf.source))
    assert shelf.desk.draft("D", shelf.desk.changes("D")) == state


def test_proposals_are_those_of_the_last_change_that_set_them(desk: Desk) -> None:
    first, second = desk.put_proposals("D", RULES), desk.put_proposals("D", LATER)
    set_first = Change("C1", "D", "repair", proposals=first)
    set_second = Change("C2", "D", "repair", before=first, proposals=second)
    desk.append(set_first)
    desk.append(set_second)
    desk.append(Change("C3", "D", "type", (Edit(0, 1, "头", id="E1"),)))
    assert desk.draft("D").proposals == LATER
    assert desk.current_proposals("D") == second
    desk.append(set_second.inverse("C4", person="", time=""))
    assert desk.draft("D").proposals == RULES
    desk.append(set_first.inverse("C5", person="", time=""))
    assert desk.draft("D").proposals == Proposals()
    assert desk.current_proposals("D") == ""


def test_a_change_names_proposals_that_are_there(desk: Desk) -> None:
    with pytest.raises(ValueError):
        desk.append(Change("C1", "D", "repair", proposals="0" * 64))
    assert desk.journal() == []


def test_equal_proposals_are_kept_once(desk: Desk) -> None:
    assert desk.put_proposals("D", RULES) == desk.put_proposals("D", RULES)
    assert desk.proposals("") == Proposals()


def test_one_change_and_its_paragraphs_are_one_step(desk: Desk, articles: list[Article]) -> None:
    desk.append(TYPED, articles)
    assert desk.articles("D") == articles
    assert not desk.document("D").stale
    desk.append(TYPED.inverse("C2", person="", time=""))
    assert desk.document("D").stale
    with pytest.raises(sqlite3.IntegrityError):  # the id is taken: nothing of the step may stay
        desk.append(TYPED, articles[:1])
    assert desk.articles("D") == articles
    assert desk.verify() == []


def test_together_is_all_or_nothing(desk: Desk) -> None:
    with pytest.raises(RuntimeError), desk.together():
        desk.append(TYPED)
        desk.put_setting("a", 1)
        raise RuntimeError
    assert desk.journal() == []
    assert desk.settings() == {}
    with desk.together():
        desk.append(TYPED)
        with pytest.raises(sqlite3.IntegrityError):
            desk.append(TYPED)
        desk.put_setting("a", 1)
    assert desk.changes("D") == [TYPED]
    assert desk.settings() == {"a": 1}
    assert desk.verify() == []


def test_a_change_is_one_immediate_transaction(desk: Desk, articles: list[Article]) -> None:
    said: list[str] = []
    desk._connection.set_trace_callback(said.append)
    desk.append(TYPED, articles)
    begun = [sql for sql in said if sql.startswith(("BEGIN", "COMMIT"))]
    assert begun == ["BEGIN IMMEDIATE", "COMMIT"]
    assert said[0] == begun[0]


def test_nothing_is_written_inside_a_snapshot(desk: Desk) -> None:
    with desk.snapshot(), pytest.raises(AssertionError):
        desk.append(TYPED)
    desk.append(TYPED)
    assert desk.changes("D") == [TYPED]


@pytest.mark.parametrize("table", ["sources", "proposals", "journal"])
@pytest.mark.parametrize(
    "deed", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}", "REPLACE INTO {0} SELECT * FROM {0}"]
)
def test_what_is_written_once_stays(shelf: Shelf, table: str, deed: str) -> None:
    shelf.desk.append(Change("C1", "D", "repair", proposals=shelf.desk.put_proposals("D", RULES)))
    shelf.desk.close()
    stranger = sqlite3.connect(shelf.path)
    stranger.execute("PRAGMA recursive_triggers = ON")
    with pytest.raises(sqlite3.IntegrityError, match="written once"):
        stranger.execute(deed.format(table))
    stranger.close()


def test_a_change_of_a_newer_program_is_refused(shelf: Shelf) -> None:
    shelf.desk.append(TYPED)
    shelf.desk.close()
    from qingyang.store.journal import COLUMNS, row_hash

    stranger = sqlite3.connect(shelf.path)
    row = list(stranger.execute(f"SELECT {COLUMNS} FROM journal").fetchone())
    row[:2], row[4], row[13] = [2, "C2"], 99, row[14]
    row[14] = row_hash(row[13], row[:13])
    stranger.execute(f"INSERT INTO journal VALUES ({','.join('?' * 15)})", row)
    stranger.commit()
    stranger.close()
    with pytest.raises(AppError, match="desk_newer"):
        shelf.again().changes("D")
