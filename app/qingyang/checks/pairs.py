"""Quotes, brackets and title marks that stand alone (GB/T 15834-2011, 4.8 to 4.9 and 4.15)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qingyang.text.article import Paragraph
from qingyang.text.finding import Check, Found
from qingyang.text.pairing import unpaired
from qingyang.wording import message


def find(paragraphs: Sequence[Paragraph]) -> Iterable[Found]:
    """Yield marks without a partner in their paragraph.

    A quotation of several paragraphs opens each and closes only the last (4.8.3.4).
    """
    for n, paragraph in enumerate(paragraphs):
        following = paragraphs[n + 1].text if n + 1 < len(paragraphs) else ""
        for at, mark in unpaired(paragraph.text):
            if not (at == 0 and mark == "“" and following.startswith("“")):
                yield Found(n, at, at + 1, message("check.unpaired", mark=mark))


CHECK = Check(
    "pairs",
    find,
    finds=(
        ("“渝中”（重庆", ("（",)),
        ("《渝中》”", ("”",)),
        ("“第一段。\n正文。", ("“",)),
    ),
    keeps=(
        "“‘十四五’时期”",
        "1）总则",
        "（1）甲（2）乙",
        "“第一段。\n“第二段。”",
        "it’s fine",
        "’97中国国际歌剧舞剧年",
    ),
    whole=True,
)
