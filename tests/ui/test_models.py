"""The models behind the lists, by Qt's own tester, through every change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from tests.ui.conftest import press, reviewed

from qingyang.text.edit import Edit
from qingyang.ui.doubt_card import Card, Look, visible
from qingyang.ui.doubt_model import CARD, DoubtModel
from qingyang.ui.outline_entry import ENTRY, Branch, Entry, Kind, state
from qingyang.ui.outline_model import OutlineModel
from qingyang.ui.window import Window
from qingyang.wording import Wording

pytestmark = pytest.mark.window
_FAIL = QAbstractItemModelTester.FailureReportingMode.Fatal


def line(title: str, number: int = 0, doubts: int = 0) -> Branch:
    """An article with two blocks, which are asked for when it is opened."""
    blocks = [Entry(f"{title}{k}", kind=Kind.BLOCK, number=number, row=k, end=k + 1) for k in range(2)]
    entry = Entry(title, doubts, kind=Kind.ARTICLE, document="b", number=number, end=2)
    return Branch(entry, blocks=lambda: blocks)


def issue(*documents: str) -> list[Branch]:
    """An issue of some documents."""
    return [
        Branch(Entry("本期", kind=Kind.ISSUE), [Branch(Entry(id, -1, id, document=id)) for id in documents])
    ]


def test_outline_model_through_its_changes(chinese: None) -> None:
    model = OutlineModel()
    tester = QAbstractItemModelTester(model, _FAIL)
    model.set_documents(issue("a", "b"))
    model.set_articles("b", [line("一"), line("二", 1, 3)], 3)
    top = model.document("b")
    assert model.rowCount(top) == 2
    assert model.index(1, 0, top).parent() == top
    second = model.index(1, 0, top)
    assert [model.index(k, 0, second).data() for k in range(2)] == ["二0", "二1"]
    # The second article comes to stand on a page of its own.
    page = Branch(Entry("第 2 版", id="2", kind=Kind.PAGE), [line("二", 1)])
    model.set_articles("b", [line("一"), page], 3)
    assert model.article("b", 1).parent().data() == "第 2 版" and model.host_of(model.article("b", 1)) == "b"
    model.set_articles("b", [line("一")], 0)
    model.set_articles("nobody", [line("一")], 0)
    assert model.rowCount(top) == 1 and model.rowCount(model.document("a")) == 0
    assert not model.article("b", 1).isValid()
    model.set_documents([])
    assert model.rowCount() == 0
    del tester


def test_blocks_are_made_when_an_article_is_opened(chinese: None) -> None:
    model = OutlineModel()
    model.set_documents(issue("b"))
    model.set_articles("b", [line("一")], 0)
    first = model.article("b", 0)
    assert model.canFetchMore(first) and model.rowCount(first) == 0 and model.hasChildren(first)
    model.fetchMore(first)
    assert model.rowCount(first) == 2 and not model.canFetchMore(first)


def test_states_in_words(chinese: None) -> None:
    assert [state(Entry("", n)) for n in (-1, 0, 3)] == ["", "✓", "待核 3"]
    assert state(Entry("", 3, held=True)) == "不上版"


def test_doubt_model_through_a_session(desk: Window) -> None:
    tester = QAbstractItemModelTester(desk.doubts.doubts, _FAIL)
    outline = QAbstractItemModelTester(desk.outline.entries, _FAIL)
    desk.doubts.setFocus()
    press(desk, "F8")
    desk.doubts.setFocus()
    while desk.session.doubts:
        press(desk, "Return")
        assert desk.doubts.doubts.rowCount() == len(desk.session.doubts)
    assert desk.doubts_panel._pile.currentIndex() == 1
    del tester, outline


def test_a_doubt_says_everything_a_person_needs(desk: Window) -> None:
    model = desk.doubts.doubts
    for number, doubt in enumerate(desk.session.doubts):
        index = model.index(number)
        card = index.data(CARD)
        assert isinstance(card, Card)
        assert card.kind and not card.kind.startswith("rule.")
        assert card.why and "why." not in card.why
        assert card.chance == f"{round(100 * doubt.subject.p)}%"
        if isinstance(doubt.subject, Edit):
            raw = reviewed(desk).draft.source.text[doubt.subject.start : doubt.subject.end]
            assert (visible(raw), Look.GONE) in card.place
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert all(part in spoken for part in (card.kind, card.why, card.chance))


def test_white_space_is_made_visible() -> None:
    assert visible("\n\n \n甲 \u3000") == "↵␣↵甲␣□"


def test_an_empty_model(chinese: None) -> None:
    model = DoubtModel(Wording({}))
    QAbstractItemModelTester(model, _FAIL)
    assert model.doubt(0) is None and model.rowCount() == 0


def test_articles_are_listed_and_a_click_goes_there(desk: Window) -> None:
    entries = desk.outline.entries
    top = entries.document(desk.session.document)
    assert entries.rowCount(top) == len(desk.session.article_starts)
    article = entries.index(2, 0, top)
    entry = article.data(ENTRY)
    assert entry.title == desk.session.title(2)
    desk.outline.clicked.emit(article)
    assert desk.view.current_row() == desk.session.article_starts[2]
    assert desk.outline.currentIndex() == article


def test_article_counts_add_up(desk: Window) -> None:
    session = desk.session
    numbers = range(len(session.article_starts))
    assert sum(session.doubts_in(session.article_rows(n)) for n in numbers) == len(session.doubts)
    assert [row for n in numbers for row in session.article_rows(n)] == list(range(len(reviewed(desk))))
    assert all(session.article_of(row) == n for n in numbers for row in session.article_rows(n))


def test_articles_of_a_document_nobody_has_opened_are_listed_too(desk: Window, qtbot: QtBot) -> None:
    entries = desk.outline.entries
    second = entries.index(1, 0, entries.index(0, 0))
    assert entries.rowCount(second) == 1
    article = entries.entry(entries.index(0, 0, second))
    assert article is not None and article.title.startswith("拓展对外开放") and article.doubts == -1
    desk.outline.clicked.emit(entries.index(0, 0, second))
    document = entries.entry(second)
    qtbot.waitUntil(lambda: document is not None and desk.session.document == document.id)
