"""Squares and a page small enough to be reckoned in the head."""

import itertools
from collections.abc import Callable

import pytest

from qingyang.compose.breaking import broken
from qingyang.compose.cells import Cells
from qingyang.compose.items import Items, items
from qingyang.compose.lines import whites
from qingyang.compose.metrics import Squares
from qingyang.compose.template import Template
from qingyang.compose.template_file import parsed
from qingyang.text.role import BY_ID

TINY = """
name = "tiny"
[page]
width = 70.5556     # 200 pt
height = 70.5556
bleed = 3
[grid]
columns = 2
measure = 8.5
gutter = 1
leading = 10
lines = {lines}
top = 7.0556        # 20 pt
masthead = {masthead}
[story]
gap = 1
rule = 0.5
least = 2
[faces]
song = "Song"
kai = "Kai"
[colours]
[furniture]
{furniture}
{styles}
{extra}
"""


@pytest.fixture
def tiny() -> Callable[..., Template]:
    """Return a maker of templates: 10 pt squares, two columns of 8½, a headline across both, a subhead that stays."""

    def make(
        lines: int = 10, masthead: int = 0, furniture: str = "", extra: str = "", **more: str
    ) -> Template:
        said = dict.fromkeys(BY_ID, 'face = "song"\nsize = 10\nindent = 2')
        said["headline"] = (
            'face = "song"\nsize = 10\nalign = "center"\nspan = true\nheight = 1\nkeep = true\n'
            "ladder = [[20, 1], [10, 2], [5, 9]]"
        )
        said["subhead"] = 'face = "song"\nsize = 10\nalign = "left"\nbefore = 1\nkeep = true'
        said["caption"] = 'face = "kai"\nsize = 5\nheight = 1.5\nbefore = 0.5'
        said["byline"] = 'face = "kai"\nsize = 10\nalign = "right"'
        said |= more
        styles = "\n".join(f"[style.{role}]\n{body}" for role, body in said.items())
        return parsed(
            TINY.format(lines=lines, masthead=masthead, furniture=furniture, styles=styles, extra=extra),
            "tiny.toml",
        )

    return make


@pytest.fixture
def squares() -> Callable[..., Items]:
    """Return a maker of items set in squares."""

    def make(text: str, **how: object) -> Items:
        return items(text, Cells("song", Squares()), **how)  # type: ignore[arg-type]

    return make


@pytest.fixture
def lines(squares: Callable[..., Items]) -> Callable[..., list[str]]:
    """Return a breaker of texts into lines of so many squares."""

    def cut(text: str, measure: float, first: float | None = None, **how: object) -> list[str]:
        made = squares(text, **how)
        edges = broken(made, round(measure * 1000), round((first or measure) * 1000)).edges
        return [made.text[a:b] for a, b in itertools.pairwise(edges)]

    return cut


@pytest.fixture
def widths(squares: Callable[..., Items]) -> Callable[..., list[float]]:
    """Return the widths of a text's justified lines, the last one natural."""

    def measure(text: str, room: float) -> list[float]:
        made = squares(text)
        edges = broken(made, round(room * 1000)).edges
        last = len(made.text)
        return [
            whites(made, a, b, round(room * 1000), b < last).width / 1000
            for a, b in itertools.pairwise(edges)
        ]

    return measure
