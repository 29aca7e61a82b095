"""Whatever is changed behind the program's back, verify says so; a sound desk has nothing said of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qingyang.errors import AppError
from qingyang.store import open_read_only, schema, tables, verify
from qingyang.store.journal import COLUMNS, row_hash
from qingyang.text.article import Article
from qingyang.text.change import Change
from qingyang.text.edit import Edit, Proposals
from qingyang.wording import message

if TYPE_CHECKING:
    from conftest import Shelf

WHY = message("why.x", width=12)


@pytest.fixture
def full(shelf: Shelf, articles: list[Article]) -> Path:
    """A closed desk with a row in every table that is checked."""
    hash = shelf.desk.put_proposals("D", Proposals("1", (Edit(3, 4, "", "join", 0.9, WHY),)))
    shelf.desk.append(Change("C1", "D", "repair", proposals=hash))
    shelf.desk.append(Change("C2", "D", "type", (Edit(0, 1, "改动甲", id="E1"),), person="人"))
    shelf.desk.append(Change("C3", "D", "type", (Edit(2, 3, "改动乙", id="E2"),)), articles)
    shelf.desk.close()
    assert verify(shelf.path) == []
    return shelf.path


def tamper(path: Path, *deeds: str) -> None:
    """Change a desk as a stranger with SQLite would: guards off, change, guards on again."""
    stranger = sqlite3.connect(path)
    for name in tables.triggers():
        stranger.execute(f"DROP TRIGGER {name}")
    for deed in deeds:
        stranger.execute(deed)
    for sql in tables.triggers().values():
        stranger.execute(sql)
    stranger.commit()
    stranger.close()


def kinds(path: Path) -> set[str]:
    return {finding.what.id.removeprefix("finding.desk.") for finding in verify(path)}


@pytest.mark.parametrize(
    ("deed", "kind"),
    [
        ("UPDATE journal SET payload = replace(payload, '甲', '丙') WHERE seq = 2", "row"),
        ("UPDATE journal SET person = 'x' WHERE seq = 2", "row"),
        ("UPDATE journal SET time = 'x' WHERE seq = 1", "row"),
        ("UPDATE journal SET kind = 'x' WHERE seq = 1", "row"),
        ("UPDATE journal SET undoes = 'C1' WHERE seq = 2", "row"),
        ("UPDATE journal SET payload = '{}' WHERE seq = 2", "payload"),
        ("UPDATE journal SET proposals = 'x' WHERE seq = 1", "no_proposals"),
        ("DELETE FROM journal WHERE seq = 2", "chain"),
        ("DELETE FROM journal WHERE seq = 1", "chain"),
        ("DELETE FROM journal WHERE seq = 3", "tail"),
        ("UPDATE journal SET seq = 4 WHERE seq = 3", "chain"),
        ("UPDATE sources SET bytes = CAST('x' AS BLOB)", "source_bytes"),
        ("UPDATE sources SET text = CAST('x' AS BLOB)", "source_text"),
        ("UPDATE sources SET text_sha256 = 'x'", "source_text"),
        ("UPDATE proposals SET payload = CAST('x' AS BLOB)", "proposals"),
        ("UPDATE paragraphs SET text = replace(text, '北京', '南京')", "paragraphs"),
        ("UPDATE paragraphs SET role = 'lede' WHERE n = 1", "paragraphs"),
        ("UPDATE articles SET title = 'x' WHERE n = 1", "paragraphs"),
        ("DELETE FROM paragraphs", "paragraphs"),
        ("UPDATE documents SET digest = ''", "paragraphs"),
        ("UPDATE documents SET generation = 9", "generation"),
        ("UPDATE documents SET source = 'x'", "foreign_key"),
        ("UPDATE paragraphs SET role = 'none' WHERE n = 1", "foreign_key"),
    ],
)
def test_a_stranger_s_change_is_found(full: Path, deed: str, kind: str) -> None:
    tamper(full, deed)
    assert kind in kinds(full)


def test_a_row_rewritten_with_a_fitting_hash_breaks_the_chain(full: Path) -> None:
    stranger = sqlite3.connect(full)
    row = list(stranger.execute(f"SELECT {COLUMNS} FROM journal WHERE seq = 2").fetchone())
    stranger.close()
    row[9] = "another"
    tamper(
        full, f"UPDATE journal SET person = 'another', hash = '{row_hash(row[13], row[:13])}' WHERE seq = 2"
    )
    assert kinds(full) == {"chain"}


def test_a_chain_mended_further_on_breaks_at_the_next_row(full: Path) -> None:
    stranger = sqlite3.connect(full)
    row = list(stranger.execute(f"SELECT {COLUMNS} FROM journal WHERE seq = 2").fetchone())
    stranger.close()
    row[9] = "another"
    hash = row_hash(row[13], row[:13])
    tamper(
        full,
        f"UPDATE journal SET person = 'another', hash = '{hash}' WHERE seq = 2",
        f"UPDATE journal SET previous = '{hash}' WHERE seq = 3",
    )
    assert {(f.what.id, f.where) for f in verify(full)} == {("finding.desk.row", "journal 3")}


def test_guards_that_were_taken_or_added_are_found(full: Path) -> None:
    stranger = sqlite3.connect(full)
    stranger.execute("DROP TRIGGER journal_no_update")
    stranger.execute("CREATE TRIGGER odd AFTER INSERT ON settings BEGIN DELETE FROM views; END")
    stranger.commit()
    stranger.close()
    assert [f.where for f in verify(full)] == ["trigger journal_no_update", "trigger odd"]


@pytest.mark.parametrize(
    "words", ["改动甲", "正文一段，本报北京电", "第一行\r\n第二行"], ids=["journal", "paragraph", "source"]
)
def test_one_flipped_byte_is_found(full: Path, words: str) -> None:
    data = bytearray(full.read_bytes())
    at = data.index(words.encode()) + 2
    for bit in (0x01, 0x80):  # still UTF-8, and no longer
        data[at] ^= bit
        full.write_bytes(data)
        assert verify(full) != []
        data[at] ^= bit
    full.write_bytes(data)
    assert verify(full) == []


def test_reading_damage_says_so_instead_of_giving_it(full: Path) -> None:
    data = bytearray(full.read_bytes())
    for words in ("改动甲", "第一行\r\n"):
        data[data.index(words.encode()) + 2] ^= 0x01
    full.write_bytes(data)
    with open_read_only(full) as desk:
        with pytest.raises(AppError, match="desk_damaged"):
            desk.changes("D")
        with pytest.raises(AppError, match="desk_damaged"):
            desk.source_bytes(desk.document("D").source)


def test_a_paragraph_that_is_no_text_any_more_is_damage(full: Path) -> None:
    data = bytearray(full.read_bytes())
    data[data.index("正文一段，本报".encode()) + 2] ^= 0x80
    full.write_bytes(data)
    with open_read_only(full) as desk, pytest.raises(AppError, match="desk_damaged"):
        desk.articles("D")


def test_pages_of_nonsense_are_findings_and_no_crash(full: Path) -> None:
    size = full.stat().st_size // schema.PAGE_SIZE
    good = full.read_bytes()
    for page in range(1, size):
        data = bytearray(good)
        data[page * schema.PAGE_SIZE : (page + 1) * schema.PAGE_SIZE] = b"\xa5" * schema.PAGE_SIZE
        full.write_bytes(data)
        try:
            assert verify(full) != [], page
        except AppError as error:
            assert error.code == "desk_damaged", page
