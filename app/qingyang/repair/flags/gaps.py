"""缺文: a paragraph that begins in the middle of a sentence, its beginning lost with another column or page."""

from __future__ import annotations

from collections.abc import Iterator

from qingyang.lexicon import Lexicon
from qingyang.repair.context import paragraphs
from qingyang.repair.rule import FlagRule
from qingyang.repair.view import View
from qingyang.text.edit import Flag
from qingyang.text.sentence import begins_inside
from qingyang.wording import message

LIKELY = 0.9
NEAR = 8
"""Characters of a paragraph that show how it begins."""


def find(view: View, lexicon: Lexicon) -> Iterator[Flag]:
    """Flag the first character of each paragraph that begins in mid-sentence."""
    for first, last in paragraphs(view.text):
        beginning = view.text[first : min(last, first + NEAR)]
        if begins_inside(beginning):
            start = view.raw(first)
            yield Flag(start, start + 1, "gap", LIKELY, message("why.gap", after=beginning))


RULE = FlagRule(
    "gap",
    find,
    flags=(
        ("之一，累计落地项目30余个，占全市50%以上。", ("之",)),
        ("渝中区对外开放。\n\n\n，并取得阶段性成效。", ("，",)),
        ("”他说，这是渝中的机会。", ("”",)),
    ),
    keeps=("的士司机在等客。", "之后，他走了。", "——鲁迅", "“我们去吧。”他说。", "1）总则"),
)
