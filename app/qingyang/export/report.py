"""The repair report as JSON: paragraphs, every boundary with its probability, every edit with its evidence."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from qingyang.text.article import GAP_END, GAP_START, HOLD, Article, Paragraph
from qingyang.text.edit import Boundary, Edit, Proposals, certainty
from qingyang.text.source import LINE_BREAKS
from qingyang.wording import Message

Json = dict[str, object]


def report(
    raw: str,
    articles: Sequence[Article],
    boundaries: Sequence[Boundary],
    proposals: Proposals,
    say: Callable[[Message], str],
) -> Json:
    """Return the report of one source and what the rules propose for it."""
    sure_from = proposals.sure_from
    return {
        "paragraphs": [
            _paragraph(p, number) for number, article in enumerate(articles) for p in article.paragraphs
        ],
        "boundaries": [_boundary(raw, b, sure_from) for b in boundaries],
        "flags": [],
        "edits": [_edit(e, sure_from, say) for e in proposals.edits],
    }


def to_bytes(value: Json) -> bytes:
    """Return the JSON file: UTF-8, one entry a line where lists are long."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8", "backslashreplace")


def _paragraph(paragraph: Paragraph, article: int) -> Json:
    value: Json = {"role": paragraph.role, "text": paragraph.text, "article": article}
    value["p"] = round(paragraph.p, 4)
    gaps = [name for mark, name in ((GAP_START, "start"), (GAP_END, "end")) if mark in paragraph.marks]
    if gaps:
        value["gap"] = gaps[0]
    if HOLD in paragraph.marks:
        value["hold"] = True
    if paragraph.spans:
        value["spans"] = [list(span) for span in paragraph.spans]
    return value


def _boundary(raw: str, boundary: Boundary, sure_from: float) -> Json:
    at = next(k for k in range(boundary.start, boundary.end) if raw[k] in LINE_BREAKS)
    p = max(boundary.p_join, 1 - boundary.p_join)
    decision = "join" if boundary.joined else "break"
    return {"raw": at, "decision": decision, "p": round(p, 4), "ask": p < sure_from}


def _edit(edit: Edit, sure_from: float, say: Callable[[Message], str]) -> Json:
    return {
        "rule": edit.rule,
        "raw": [edit.start, edit.end],
        "new": edit.new,
        "certainty": certainty(edit.p, sure_from).value,
        "why": say(edit.why),
    }
