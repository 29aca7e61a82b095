"""A rule is offered after like decisions, with its places, and does nothing by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import press, reviewed, take_keys, until_idle, wait_for_document

from qingyang.services.project import Project
from qingyang.ui.window import Window

pytestmark = pytest.mark.window
RAW = "\n\n".join(f"第{n}段写明了渝州一带的情况，以及其他各处的情形如何。" for n in "一二三四五六七")


@pytest.fixture
def page(window: Window, tmp_path: Path, qtbot: QtBot) -> Window:
    path = tmp_path / "规则.qy"
    with Project.open(path, create=True, person="test") as project:
        project.import_text(RAW, "一")
    window.files.open_path(path)
    wait_for_document(window, qtbot)
    take_keys(window)
    return window


def correct(window: Window, times: int) -> None:
    for _ in range(times):
        review = reviewed(window)
        at = str(review.reading.text).index("渝州")
        review.replace(at, at + 2, "渝中")


def offered(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.rule_offer.isVisible())


def test_nothing_is_offered_after_two(page: Window, qtbot: QtBot) -> None:
    correct(page, 2)
    qtbot.wait(900)
    assert not page.rule_offer.isVisible()


def test_after_three_a_rule_is_offered_and_nothing_else_happens(page: Window, qtbot: QtBot) -> None:
    correct(page, 3)
    text = str(reviewed(page).reading.text)
    offered(page, qtbot)
    told = page.rule_offer.told.text()
    assert "“渝州一”改成“渝中一”" in told and "还有 4 处" in told
    assert str(reviewed(page).reading.text) == text


def test_its_places_are_looked_through_and_changed_in_one_step(page: Window, qtbot: QtBot) -> None:
    correct(page, 3)
    text = str(reviewed(page).reading.text)
    offered(page, qtbot)
    page.view.setFocus()
    press(page, "Ctrl+Shift+L")
    assert page.rule_offer.see.hasFocus()
    press(page, "Space")
    press(page, "Space")
    press(page, "Return")
    assert str(reviewed(page).reading.text).count("渝州") == 1
    press(page, "Ctrl+Z")
    assert str(reviewed(page).reading.text) == text


def test_a_rule_taken_on_asks_and_can_be_switched_off(page: Window, qtbot: QtBot) -> None:
    correct(page, 3)
    text = str(reviewed(page).reading.text)
    offered(page, qtbot)
    page.rule_offer.learn.click()
    until_idle(page)
    assert str(reviewed(page).reading.text) == text
    assert [d.subject.rule for d in page.session.doubts].count("learned") == 4
    project = page.session.project
    assert project is not None
    (rule,) = project.house.learned()
    project.house.forget(rule)
    page.session.look_again()
    assert not page.session.doubts


@pytest.mark.parametrize("button", ["never", "later"])
def test_what_is_turned_down_is_not_offered_again(page: Window, qtbot: QtBot, button: str) -> None:
    correct(page, 3)
    offered(page, qtbot)
    getattr(page.rule_offer, button).click()
    until_idle(page)
    assert not page.rule_offer.isVisible()
    correct(page, 1)
    qtbot.wait(900)
    assert not page.rule_offer.isVisible()
