"""Boundaries in columns are what they were made of; their evidence quotes what stands on either side."""

from __future__ import annotations

from qingyang.text.boundaries import Boundaries
from qingyang.text.edit import Boundary, Edit, Move, evidence
from qingyang.wording import Message, message

MADE = [
    Boundary(3, 4, 0.9, message("why.word", width=3)),
    Boundary(7, 9, 0.25),
    Boundary(12, 13, 0.5, glue=" "),
]


def test_boundaries_come_back_as_they_were() -> None:
    kept = Boundaries(iter(MADE))
    assert len(kept) == 3
    assert list(kept) == MADE
    assert [kept[k] for k in (0, 1, -1)] == MADE
    assert kept[:1] == MADE[:1] and kept[::-1] == MADE[::-1]
    assert kept == Boundaries(MADE) != Boundaries(MADE[:2])
    assert not Boundaries()


def quoted(raw: str, start: int, end: int) -> dict[str, object]:
    return dict(evidence(Edit(start, end, "", why=message("why.word", width=3)), raw).facts)


def test_evidence_quotes_both_lines_and_no_other() -> None:
    raw = "渝中区将\n升级\u3000\n\n　改造老旧"
    assert quoted(raw, 4, 5) == {"before": "中区将", "after": "升级", "width": 3}
    assert quoted(raw, 7, 11) == {"before": "升级", "after": "改造老", "width": 3}
    assert quoted("甲\n乙丙\n丁", 4, 5) == {"before": "乙丙", "after": "丁", "width": 3}
    assert quoted("甲", 0, 1) == {"before": "", "after": "", "width": 3}


def test_what_evidence_already_quotes_stands() -> None:
    why = message("why.link", before="别处", after="此处")
    told = evidence(Move(1, 2, 0, "m", why=why), "甲乙丙")
    assert (told.id, dict(told.facts)) == ("why.link", {"before": "别处", "after": "此处"})
    assert evidence(Edit(0, 1, ""), "甲乙").id == Message("").id
