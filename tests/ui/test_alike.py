"""One decision for all alike: looked through as a concordance, settled in one step, undone in one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import press, reviewed, take_keys, until_idle, wait_for_document

from qingyang.services.project import Project
from qingyang.text.finding import Finding
from qingyang.ui.window import Window

pytestmark = pytest.mark.window
FIRST = "渝中开放\n\n渝中区进一步开放，，成效显著，，未来可期，，再接再厉。\n\n全区上下，，同心同德。\n"
SECOND = "母城文化\n\n母城在渝中区，，再上台阶，开放。\n"


@pytest.fixture
def twice(window: Window, tmp_path: Path, qtbot: QtBot) -> Window:
    """A window on two texts with doubled commas, the first under review."""
    path = tmp_path / "两篇.qy"
    with Project.open(path, create=True, person="test") as project:
        project.import_text(FIRST, "一")
        project.import_text(SECOND, "二")
    window.files.open_path(path)
    wait_for_document(window, qtbot)
    take_keys(window)
    return window


def texts(window: Window) -> list[str]:
    project = window.session.project
    assert project is not None
    return [str(project.review(row.id).reading.text) for row in project.documents()]


def at_a_comma(window: Window) -> None:
    window.view.setFocus()
    press(window, "Alt+3")
    commas = [d for d in window.session.doubts if isinstance(d.subject, Finding) and d.subject.text == "，，"]
    assert len(commas) == 4
    window.deciding.go_to(commas[0])
    window.doubts.setFocus()


def test_all_alike_but_one_in_one_step_and_one_undo(twice: Window) -> None:
    before = texts(twice)
    at_a_comma(twice)
    press(twice, "A")
    shown = twice.docks.hits
    assert shown.list.hasFocus() and len(shown.hits.lines) == 4
    press(twice, "Space")
    assert shown.hits.is_out(0) and shown.row() == 1
    press(twice, "Return")
    after = texts(twice)
    assert after[0].count("，，") == 1 and after[1] == before[1]
    assert reviewed(twice).changes[-1].kind == "accept"
    assert twice.doubts.hasFocus()
    press(twice, "Ctrl+Z")
    assert texts(twice) == before
    press(twice, "Ctrl+Y")
    assert texts(twice) == after
    press(twice, "Ctrl+Z")
    assert texts(twice) == before


def test_delete_keeps_all_the_rest(twice: Window) -> None:
    before = texts(twice)
    at_a_comma(twice)
    press(twice, "A")
    press(twice, "Delete")
    assert texts(twice) == before
    assert not [
        d for d in twice.session.doubts if isinstance(d.subject, Finding) and d.subject.text == "，，"
    ]
    press(twice, "Ctrl+Z")
    assert len([d for d in twice.session.doubts if isinstance(d.subject, Finding)]) >= 4


def test_over_all_documents_and_undone_in_all(twice: Window) -> None:
    before = texts(twice)
    at_a_comma(twice)
    press(twice, "A")
    shown = twice.docks.hits
    shown.scope.setCurrentIndex(1)
    shown.scope.activated.emit(1)
    until_idle(twice)
    assert {line.document for line in shown.hits.lines} == {r.id for r in twice.session.project.documents()}  # type: ignore[union-attr]
    assert "二" in str(shown.hits.index(4).data())
    shown.list.setFocus()
    press(twice, "Return")
    assert not any("，，" in text for text in texts(twice))
    twice.view.setFocus()
    press(twice, "Ctrl+Z")
    assert texts(twice) == before


def test_esc_in_the_text_closes_the_concordance_too(twice: Window) -> None:
    before = texts(twice)
    at_a_comma(twice)
    press(twice, "A")
    twice.view.setFocus()
    press(twice, "Esc")
    assert texts(twice) == before and not twice.docks.panels["hits"].isVisible()


def test_esc_closes_and_changes_nothing(twice: Window) -> None:
    before = texts(twice)
    at_a_comma(twice)
    press(twice, "A")
    press(twice, "Esc")
    assert texts(twice) == before
    assert not twice.docks.panels["hits"].isVisible() and twice.doubts.hasFocus()


def test_the_place_of_a_hit_in_another_document_is_shown(twice: Window) -> None:
    at_a_comma(twice)
    press(twice, "A")
    shown = twice.docks.hits
    shown.scope.activated.emit(1)
    until_idle(twice)
    shown.list.setCurrentIndex(shown.hits.index(4))
    shown.list.setFocus()
    press(twice, "G")
    until_idle(twice)
    assert twice.session.document == shown.hits.lines[4].document
    assert twice.view.current_row() == 1


def test_what_the_rules_changed_alike_is_restored_from_any_one_of_it(desk: Window) -> None:
    review = reviewed(desk)
    row = next(k for k in range(len(review)) if review.text(k).startswith("渝中正加快"))
    desk.view.setFocus()
    desk.view.go_to_row(row)
    start = review.passages[row].start
    place = next(
        p for p in review.reading.pieces(start, start + 99) if p.edit and p.edit.rule == "full_width"
    )
    desk.view.edit_row(row, place.at - start + 1)
    commas = str(review.reading.text).count("，")
    press(desk, "Ctrl+Shift+A")
    found = len(desk.docks.hits.hits.lines)
    assert found > 90
    press(desk, "Return")
    assert str(reviewed(desk).reading.text).count("，") == commas - found
    press(desk, "Ctrl+Z")
    assert str(reviewed(desk).reading.text).count("，") == commas


def test_like_what_a_hand_has_changed(twice: Window) -> None:
    review = reviewed(twice)
    at = str(review.reading.text).index("，，")
    review.replace(at, at + 2, "、")
    row = review.row_at(at)
    twice.view.setFocus()
    twice.view.edit_row(row, at - review.passages[row].start + 1)
    press(twice, "Ctrl+Shift+A")
    assert [line.new for line in twice.docks.hits.hits.lines] == ["、"] * 3
    press(twice, "Return")
    assert str(review.reading.text).count("、") == 4
    press(twice, "Ctrl+Z")
    assert str(review.reading.text).count("、") == 1
