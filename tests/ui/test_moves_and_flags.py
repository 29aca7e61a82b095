"""Rules' moves and flags in the window: queued with the rest, judged by the same keys, taken back byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.conftest import press, reviewed, take_keys, type_text, wait_for_document
from tests.ui.strewn import PROPOSALS, RAW, make_desk
from tests.ui.test_undo import state

from qingyang.resources import resource
from qingyang.services.checking import check
from qingyang.text.doubts import Doubts
from qingyang.text.edit import Edit, Flag, Move
from qingyang.text.guess import Guess
from qingyang.text.row import Doubt
from qingyang.ui.aligned.doubt_boxes import goal_boxes, raw_boxes, text_boxes
from qingyang.ui.doubt_card import Card, Look
from qingyang.ui.doubt_model import CARD
from qingyang.ui.window import Window
from qingyang.wording import load

pytestmark = pytest.mark.window
LINKED = "从前装粮，如今装书，都是养人的东西。"


@pytest.fixture(scope="module")
def strewn_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_desk(tmp_path_factory.mktemp("strewn") / "desk.qy")


@pytest.fixture
def strewn(window: Window, strewn_desk: Path, tmp_path: Path, qtbot: QtBot) -> Window:
    """A window on the strewn page."""
    copy = tmp_path / "strewn.qy"
    copy.write_bytes(strewn_desk.read_bytes())
    window.files.open_path(copy)
    wait_for_document(window, qtbot)
    take_keys(window)
    return window


def at(window: Window, rule: str) -> Doubt:
    """Make the doubt of a rule the current one, the keys in its list."""
    found = next(d for d in window.session.doubts if d.subject.rule == rule)
    window.doubts.setFocus()
    window.deciding.go_to(found)
    window.doubts.setFocus()
    return found


def card_of(window: Window, rule: str) -> Card:
    model = window.doubts.doubts
    number = next(k for k, d in enumerate(window.session.doubts) if d.subject.rule == rule)
    shown = model.index(number).data(CARD)
    assert isinstance(shown, Card)
    return shown


def in_list(rule: str, key: str) -> Callable[[Window], None]:
    def act(window: Window) -> None:
        at(window, rule)
        press(window, key)

    return act


def in_text(rule: str, key: str) -> Callable[[Window], None]:
    def act(window: Window) -> None:
        at(window, rule)
        window.view.setFocus()
        press(window, key)

    return act


def whole_row(key: str) -> Callable[[Window], None]:
    """On the row with the moved text, no doubt current."""

    def act(window: Window) -> None:
        window.view.setFocus()
        window.view.go_to_row(1)
        window.session.set_doubt(None)
        press(window, key)

    return act


DEEDS: dict[str, tuple[Callable[[Window], None], str]] = {
    "accept a move": (in_list("link", "Return"), "accept"),
    "reject a move": (in_list("link", "Delete"), "reject"),
    "accept an offered move": (in_list("column", "Return"), "accept"),
    "reject an offered move": (in_list("column", "Delete"), "reject"),
    "take a move": (in_text("column", "Alt+Right"), "accept"),
    "move back": (in_text("link", "Alt+Left"), "reject"),
    "take the row": (whole_row("Alt+Right"), "accept"),
    "restore the row": (whole_row("Alt+Left"), "reject"),
    "see a flag": (in_list("lookalike", "Return"), "seen"),
    "let a flag be": (in_list("gap", "Delete"), "seen"),
    "see a flag in the text": (in_text("unclosed", "Alt+Right"), "seen"),
    "take the first alternative": (in_list("lookalike", "1"), "edit"),
    "take the second alternative": (in_list("lookalike", "2"), "edit"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_done_undone_redone_undone(strewn: Window, deed: str) -> None:
    act, kind = DEEDS[deed]
    before = state(strewn)
    act(strewn)
    after = state(strewn)
    assert after != before
    change = reviewed(strewn).undoable()
    assert change is not None and change.kind == kind
    for wanted, keys in ((before, "Ctrl+Z"), (after, "Ctrl+Y"), (before, "Ctrl+Z")):
        strewn.view.setFocus()
        press(strewn, keys)
        assert state(strewn) == wanted


def test_they_stand_in_text_order_with_the_rest(strewn: Window) -> None:
    doubts = strewn.session.doubts
    assert [d.at for d in doubts] == sorted(d.at for d in doubts)
    rules = ["join", "link", "lookalike", "mixed_script", "unclosed", "gap", "column", "repeated_line"]
    # Of roles the tagger is unsure as it sees fit.
    assert [d.subject.rule for d in doubts if d.subject.rule != "role"] == [*rules, "private_use"]
    strewn.view.go_to_row(0)
    for doubt in doubts:
        press(strewn, "F8")
        assert strewn.session.doubt == doubt
        assert strewn.view.current_row() == strewn.session.row_of(doubt)
    press(strewn, "Shift+F8")
    assert strewn.session.doubt == doubts[-2]


def test_what_the_keys_do_to_a_move(strewn: Window) -> None:
    assert LINKED in reviewed(strewn).text(1)
    at(strewn, "link")
    press(strewn, "Delete")
    assert [k for k in range(len(reviewed(strewn))) if "如今" in reviewed(strewn).text(k)] == [1]
    assert LINKED not in reviewed(strewn).text(1)
    assert "link" not in [d.subject.rule for d in strewn.session.doubts]
    at(strewn, "column")
    press(strewn, "Return")
    text = str(reviewed(strewn).reading.text)
    assert text.index("河边的步道") < text.index("的那一边")


def test_raw_text_restored_in_a_row_goes_back_where_it_came_from(strewn: Window) -> None:
    whole_row("Alt+Left")(strewn)
    assert "装书，都是养人的东西。" in [reviewed(strewn).text(k) for k in range(len(reviewed(strewn)))]


def test_the_current_doubt_stays_current_where_a_change_puts_it(strewn: Window) -> None:
    before = at(strewn, "lookalike")
    reviewed(strewn).replace(0, 1, "城东的老")
    assert strewn.session.doubt == before._replace(at=before.at + 3, end=before.end + 3)


def test_a_seen_flag_changes_nothing_in_the_text(strewn: Window) -> None:
    text = str(reviewed(strewn).reading.text)
    for rule in ("lookalike", "gap", "private_use"):
        at(strewn, rule)
        press(strewn, "Return")
    assert str(reviewed(strewn).reading.text) == text
    left = {d.subject.rule for d in strewn.session.doubts}
    assert left.isdisjoint({"lookalike", "gap", "private_use"})


def test_an_alternative_is_a_hand_edit_and_settles_the_flag(strewn: Window) -> None:
    at(strewn, "lookalike")
    press(strewn, "1")
    review = reviewed(strewn)
    assert "书架已经擦过" in str(review.reading.text)
    (hand,) = review.draft.hand_edits()
    assert (hand.new, RAW[hand.start : hand.end]) == ("已", "己")
    assert strewn.session.doubt is not None and strewn.session.doubt.subject.rule == "mixed_script"


def test_without_an_alternative_nothing_is_done(strewn: Window) -> None:
    before = state(strewn)
    at(strewn, "mixed_script")
    press(strewn, "2")
    assert state(strewn) == before
    assert "候选" in strewn.status.passing.text()
    at(strewn, "link")
    assert not strewn.commands.made["offer.1"].isEnabled()


def test_typing_over_a_flag_settles_it(strewn: Window) -> None:
    doubt = at(strewn, "private_use")
    row = strewn.session.row_of(doubt)
    start = reviewed(strewn).passages[row].start
    reviewed(strewn).replace(start + 2, start + 3, "20")
    assert "private_use" not in [d.subject.rule for d in strewn.session.doubts]
    strewn.view.edit_row(row, 0)
    type_text(strewn, "新")
    strewn.view.commit()
    assert "repeated_line" in [d.subject.rule for d in strewn.session.doubts]


def test_cards_say_what_moves_where_and_what_to_take(strewn: Window) -> None:
    link = card_of(strewn, "link")
    assert (link.kind, link.chance, link.applied) == ("远处接续", "80%", True)
    assert link.place == (("“装书，都…”接在“…装粮，如今”后", Look.MEANT),)
    assert "行末“如今”" in link.why and link.told in link.spoken
    column = card_of(strewn, "column")
    assert column.told == "“河边的步…”排在“的那一边…”前" and not column.applied
    look = card_of(strewn, "lookalike")
    assert ("己", Look.MEANT) in look.place and (" ①已 ②巳 ", Look.NEW) in look.place
    assert "[己]" in look.spoken and "1已" in look.spoken


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_has_a_name(language: str) -> None:
    words = load(resource("i18n"), language)
    for rule in (
        "link",
        "column",
        "lookalike",
        "mixed_script",
        "gap",
        "unclosed",
        "repeated_line",
        "private_use",
    ):
        assert words.term(f"rule.{rule}") != f"rule.{rule}"


def test_their_places_are_framed_on_both_sides(strewn: Window) -> None:
    review, sheet = reviewed(strewn), strewn.view._sheet
    assert sheet is not None
    for doubt in strewn.session.doubts:
        if isinstance(doubt.subject, Edit | Guess):
            continue
        strewn.deciding.go_to(doubt)
        row = sheet.layout(sheet.part_at(doubt.at))
        assert doubt in strewn.view._highlights.doubts_in(row.start, row.end)
        assert raw_boxes(row, doubt) and text_boxes(row, doubt, review.reading)
        shown = review.reading.text[doubt.at : doubt.end]
        assert shown == RAW[doubt.subject.start : doubt.subject.end].strip()


def test_a_bar_stands_where_an_offered_move_leads(strewn: Window) -> None:
    review, sheet = reviewed(strewn), strewn.view._sheet
    assert sheet is not None
    doubts = {d.subject.rule: d for d in strewn.session.doubts}
    rows = [sheet.layout(k) for k in range(len(sheet.parts))]
    bars = [goal_boxes(row, doubts["column"], review.reading) for row in rows]
    goal = next(k for k in range(len(review)) if review.text(k).startswith("的那一边"))
    assert [bool(found) for found in bars] == [k == goal for k in range(len(rows))]
    assert bars[goal][0].left() < rows[goal].rects(rows[goal].start, rows[goal].start + 1)[0].center().x()
    assert not any(goal_boxes(row, doubts[rule], review.reading) for row in rows for rule in ("link", "gap"))


def test_a_doubt_over_many_rows_is_tinted_in_all_of_them(strewn: Window) -> None:
    review = reviewed(strewn)
    long = Doubt(PROPOSALS.moves[0], review.passages[2].start, review.passages[4].end, False)
    strewn.view.set_doubts(Doubts([long, *[d for d in strewn.session.doubts if d.at > long.at]]))
    found = [long in strewn.view._highlights.doubts_in(*passage) for passage in review.passages]
    assert found == [False, False, True, True, True, False, False, False]


def test_the_check_names_moves_and_flags(strewn: Window) -> None:
    kinds = [f.message.id for f in check(reviewed(strewn)) if f.message.id.startswith("check.")]
    flags = sum(isinstance(d.subject, Flag) for d in strewn.session.doubts)
    moves = sum(isinstance(d.subject, Move) for d in strewn.session.doubts)
    assert (kinds.count("check.flag"), kinds.count("check.move")) == (flags, moves) == (6, 2)


def test_the_list_reads_them_out(strewn: Window) -> None:
    model = strewn.doubts.doubts
    for number in range(model.rowCount()):
        spoken = model.index(number).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken and "doubt." not in spoken and "rule." not in spoken
