"""Parts of a paragraph with a role of their own: a credit behind a caption, dateline and byline before a lede."""

from __future__ import annotations

import re

from qingyang.tagging.cues.caption import CREDIT
from qingyang.tagging.cues.lede import OPENING
from qingyang.text.article import Span
from qingyang.text.fold import folded

_REPORTER = re.compile(r"(记者|通讯员)\s*[\u4e00-\u9fff·]{2,4}([\s、]+[\u4e00-\u9fff·]{2,4})*")


def spans_of(text: str, role: str) -> tuple[Span, ...]:
    """Return the spans inside a paragraph of this role."""
    text = folded(text)
    if role == "caption":
        credit = CREDIT.search(text)
        return (Span(credit.start(1), credit.end(), "credit"),) if credit and credit.start() > 0 else ()
    dateline = OPENING.match(text) if role == "lede" else None
    if dateline is None:
        return ()
    spans = [Span(0, dateline.end(), "dateline")]
    reporter = _REPORTER.search(text, 0, dateline.end())
    if reporter:
        spans.append(Span(reporter.start(), reporter.end(), "byline"))
    return tuple(spans)
