"""报眉/页码: page number, paper and date."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = ("文旅 2025年3月11日 星期日",)


_FOLIO = re.compile(
    r"^(第?\s*[\d一二三四五六七八九十]+\s*版|[-—·\s]*\d{1,3}[-—·\s]*"
    r"|.{0,12}\d{4}年\d{1,2}月\d{1,2}日\s*星期[一二三四五六日天].{0,20})$"
)


def cue(line: Line) -> float:
    """Return how much the line looks like a folio."""
    return 3.0 if line.length <= 40 and _FOLIO.match(line.text) else -9.0
