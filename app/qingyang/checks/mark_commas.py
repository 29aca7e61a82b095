"""A 顿号 between titles or quotations that stand side by side (GB/T 15834-2011, 4.5.3.5: usually none)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from qingyang.text.article import Paragraph
from qingyang.text.finding import Check, Found
from qingyang.wording import message

_BETWEEN = re.compile("(?<=[”》])、(?=[“《])")


def find(paragraphs: Sequence[Paragraph]) -> Iterable[Found]:
    """Yield each 顿号 between a closing and an opening mark."""
    for n, paragraph in enumerate(paragraphs):
        for match in _BETWEEN.finditer(paragraph.text):
            yield Found(n, match.start(), match.end(), message("check.mark_between"), ("",))


CHECK = Check(
    "mark_commas",
    find,
    finds=(("“十四五”、“十五五”", ("、",)), ("《日报》、《晚报》和《晨报》", ("、",))),
    keeps=("“十四五”“十五五”", "“悦渝”（品牌）、“信用渝中”", "“甲”、乙和“丙”"),
    p=0.8,
)
