"""White space before a paragraph's first character: the page's indent, which a template makes again.

The indent of a line that may yet be joined to the one before belongs to the join.
"""

from __future__ import annotations

from collections.abc import Iterator

from qingyang.lexicon import Words
from qingyang.repair.rule import Rule
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.text.source import LINE_BREAKS
from qingyang.wording import message

_IDEOGRAPHIC = "\u3000"
_SPACES = " \u3000\u00a0"


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose to drop the indent of each Chinese paragraph whose beginning is settled."""
    for start, settled in zip(view.starts, view.settled, strict=True):
        first = start
        while first and view.source[first - 1] in _SPACES:
            first -= 1
        if first < start and settled and _begins(view.source, first) and _chinese(view.source, first, start):
            yield Edit(first, start, "", "indent", 0.99, message("why.indent_space"))


def _begins(raw: str, first: int) -> bool:
    # The gap between two columns is no indent.
    return first == 0 or raw[first - 1] in LINE_BREAKS


def _chinese(raw: str, first: int, start: int) -> bool:
    # Code and English keep theirs: there an indent means something.
    return raw[start] > "\u2000" or _IDEOGRAPHIC in raw[first:start]


RULE = Rule(
    "indent",
    propose,
    mends=(
        ("\u3000\u3000渝中区有良好的现代服务业。", "渝中区有良好的现代服务业。"),
        ("  一是节省劳动力。\n\n  二是不受天气影响。", "一是节省劳动力。\n二是不受天气影响。"),
    ),
    keeps=("渝中区有良好的现代服务业。",),
)
