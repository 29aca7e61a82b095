"""Sheets on the desk: every point has its page and place, zoom has its steps, and what one sees fits."""

from __future__ import annotations

import pytest

from qingyang.ui.pages.geometry import ACTUAL, GAP, PAGE, WIDTH, Sheets, fitting, stepped

A4 = 595.0, 842.0


def sheets(count: int = 3, scale: float = 1.0, view: int = 800) -> Sheets:
    return Sheets(count, *A4, scale, view)


def test_a_point_on_a_sheet_is_a_place_on_its_page() -> None:
    there = sheets()
    for page in range(3):
        found, x, y = there.point(there.left + 100, there.top(page) + 42)
        assert (found, x, y) == (page, 100, 800)


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.75])
def test_only_pages_of_which_something_shows_are_in_sight(scale: float) -> None:
    there = sheets(20, scale)
    for top in range(0, there.total_height - 300, 131):
        seen = there.visible(top, 300)
        for page in range(20):
            begins, ends = there.top(page), there.top(page) + there.page_height
            if begins < top + 300 and ends > top:
                assert page in seen
        assert len(seen) <= 300 // there.page_height + 2


def test_no_page_is_in_sight_of_none() -> None:
    assert list(sheets(0).visible(0, 500)) == []


def test_pages_fit_the_width_or_whole_or_are_as_large_as_in_print() -> None:
    view = 900, 700
    wide = Sheets(1, *A4, fitting(WIDTH, *A4, view), 900)
    assert wide.page_width == 900 - 2 * GAP
    whole = Sheets(1, *A4, fitting(PAGE, *A4, view), 900)
    assert whole.page_height <= 700 - 2 * GAP and whole.page_width <= 900 - 2 * GAP
    assert fitting(ACTUAL, *A4, view) * 72 == 96


def test_a_tiny_view_still_has_pages() -> None:
    assert fitting(WIDTH, *A4, (10, 10)) > 0 and fitting(PAGE, *A4, (10, 10)) > 0


def test_zoom_goes_by_steps_and_ends() -> None:
    scale = fitting(ACTUAL, *A4, (0, 0))
    assert stepped(stepped(scale, 1), -1) == pytest.approx(scale)
    for by, last in ((1, 4.0), (-1, 0.25)):
        at = scale
        for _ in range(30):
            at = stepped(at, by)
        assert at * 72 / 96 == pytest.approx(last)
