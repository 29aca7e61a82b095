"""The repair report as JSON: paragraphs, every boundary with its probability, edits, moves and flags with evidence."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Sequence

from qingyang.repair.flags import SUSPECTS
from qingyang.text.article import GAP_END, GAP_START, HOLD, Article, Paragraph
from qingyang.text.data import data_spans
from qingyang.text.edit import Boundary, Edit, Flag, Move, Proposals, certainty, evidence
from qingyang.text.reading import Passage, Reading
from qingyang.text.source import LINE_BREAKS
from qingyang.wording import Message

Json = dict[str, object]


def report(
    raw: str,
    articles: Sequence[Article],
    boundaries: Sequence[Boundary],
    proposals: Proposals,
    reading: Reading,
    say: Callable[[Message], str],
) -> Json:
    """Return the report of one source and what the rules propose for it; the articles are cut from the reading."""
    sure_from = proposals.sure_from
    passages = reading.passages()
    flags = [(flag, _place(flag, reading, passages)) for flag in proposals.flags]
    return {
        "paragraphs": [
            _paragraph(p, number) for number, article in enumerate(articles) for p in article.paragraphs
        ],
        "boundaries": [_boundary(raw, b, sure_from) for b in boundaries],
        "flags": [place for flag, place in flags if flag.rule in SUSPECTS],
        "flag_reasons": [_flag(flag, place, say) for flag, place in flags],
        "edits": [_edit(raw, e, sure_from, say) for e in proposals.edits],
        "moves": [_move(m, sure_from, say) for m in proposals.moves],
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
    if data := data_spans(paragraph.text):
        value["data"] = [list(span) for span in data]
    return value


def _boundary(raw: str, boundary: Boundary, sure_from: float) -> Json:
    at = next(k for k in range(boundary.start, boundary.end) if raw[k] in LINE_BREAKS)
    p = max(boundary.p_join, 1 - boundary.p_join)
    decision = "join" if boundary.joined else "break"
    return {"raw": at, "decision": decision, "p": round(p, 4), "ask": p < sure_from}


def _place(flag: Flag, reading: Reading, passages: Sequence[Passage]) -> list[int]:
    """Return the paragraph's number, the offset in it and the length of what a flag marks."""
    start, last = reading.find(flag.start), reading.find(flag.end - 1)
    row = max(0, bisect_right(passages, start, key=lambda passage: passage.start) - 1)
    return [row, start - passages[row].start, max(1, last + 1 - start)]


def _flag(flag: Flag, place: list[int], say: Callable[[Message], str]) -> Json:
    return {
        "rule": flag.rule,
        "raw": [flag.start, flag.end],
        "place": place,
        "p": flag.p,
        "why": say(flag.why),
        "offers": list(flag.offers),
    }


def _move(move: Move, sure_from: float, say: Callable[[Message], str]) -> Json:
    return {
        "rule": move.rule,
        "raw": [move.start, move.end],
        "to": move.to,
        "behind": move.after,
        "certainty": certainty(move.p, sure_from).value,
        "why": say(move.why),
    }


def _edit(raw: str, edit: Edit, sure_from: float, say: Callable[[Message], str]) -> Json:
    return {
        "rule": edit.rule,
        "raw": [edit.start, edit.end],
        "new": edit.new,
        "certainty": certainty(edit.p, sure_from).value,
        "why": say(evidence(edit, raw)),
    }
