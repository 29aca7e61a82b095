"""The repair report says where each flag stands in the repaired text, and which of them mark a suspicious character."""

from __future__ import annotations

from qingyang.export.report import report
from qingyang.text.article import Article, Paragraph
from qingyang.text.edit import Edit, Flag, Move, Proposals
from qingyang.text.piecing import read
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


def test_moves_are_told_with_their_certainty() -> None:
    said = message("why.link", before="甲段", after="乙段")
    moves = (
        Move(4, 6, 2, "link:1", "link", 0.99, said, after=True),
        Move(0, 2, 6, "link:2", "link", 0.4, said),
    )
    raw = "甲段\n乙段\n"
    made = report(raw, (), (), Proposals("1", (), moves), read(raw, ()), lambda said: said.id)
    assert made["moves"] == [
        {"rule": "link", "raw": [4, 6], "to": 2, "behind": True, "certainty": "sure", "why": "why.link"},
        {"rule": "link", "raw": [0, 2], "to": 6, "behind": False, "certainty": "ask", "why": "why.link"},
    ]
