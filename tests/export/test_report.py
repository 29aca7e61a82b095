"""The repair report says where each flag stands in the repaired text, and which of them mark a suspicious character."""

from __future__ import annotations

from qingyang.export.report import report
from qingyang.text.article import Article, Paragraph
from qingyang.text.edit import Edit, Flag, Proposals
from qingyang.text.reading import read
from qingyang.wording import message

RAW = "标 题\n\n  之一，他自\n已也说不清。\n"
EDITS = (Edit(1, 2, "", "space"), Edit(5, 7, "", "indent"), Edit(12, 13, "", "join"))
FLAGS = (
    Flag(7, 8, "gap", 0.9, message("why.gap", after="之一")),
    Flag(13, 14, "lookalike", 0.9, message("why.lookalike", sign="已", other="己"), ("己",)),
)


def test_flags_are_told_by_paragraph_and_offset() -> None:
    reading = read(RAW, EDITS)
    texts = [reading.text[p.start : p.end] for p in reading.passages()]
    assert texts == ["标题", "之一，他自已也说不清。"]
    articles = [Article(tuple(Paragraph(text) for text in texts))]
    made = report(RAW, articles, (), Proposals("1", EDITS, flags=FLAGS), reading, lambda said: said.id)
    assert made["flags"] == [[1, 5, 1]]
    assert made["flag_reasons"] == [
        {"rule": "gap", "raw": [7, 8], "place": [1, 0, 1], "p": 0.9, "why": "why.gap", "offers": []},
        {
            "rule": "lookalike",
            "raw": [13, 14],
            "place": [1, 5, 1],
            "p": 0.9,
            "why": "why.lookalike",
            "offers": ["己"],
        },
    ]
