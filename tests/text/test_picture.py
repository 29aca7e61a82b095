"""What a picture's numbers mean in print."""

from __future__ import annotations

import pytest

from qingyang.resources import resource
from qingyang.text.picture import RGB, Picture, effective_dpi, facts, sharpness
from qingyang.wording import load

PHOTO = Picture("s", "JPEG", 1000, 800, RGB, 8, 0.0, 1, False, 5)


@pytest.mark.parametrize(
    ("width", "dpi", "told"), [(84, 302, "清晰"), (127, 200, "新闻纸"), (254, 100, "发虚")]
)
def test_resolution_in_print_is_pixels_on_paper(width: float, dpi: int, told: str) -> None:
    assert round(effective_dpi(PHOTO, width)) == dpi
    assert told in load(resource("i18n"), "zh").say(sharpness(PHOTO, width))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_facts_are_told_in_words(language: str) -> None:
    words = load(resource("i18n"), language)
    assert "1000" in words.say(facts(PHOTO)) and "RGB" in words.say(facts(PHOTO))
    assert "300" in words.say(facts(PHOTO._replace(dpi=300.0)))
    assert effective_dpi(PHOTO, 0) == 0
