"""Names of people and bodies, as bylines, guest lists, credits and source lines of newspapers write them."""

from __future__ import annotations

import pytest

from qingyang.text.article import Paragraph, Span
from qingyang.text.name import ORGANISATION, PERSON, PLACE, TITLE, Guarded, Name, names, origin_of, signed


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("记者 晏艳辉 摄", "晏艳辉"),
        ("晏艳辉 摄", "晏艳辉"),
        ("晏艳辉摄", "晏艳辉"),
        ("（记者 晏艳辉 通讯员 李 明）", "晏艳辉 李明"),
        ("本报记者 王小明、张三 文/图", "王小明 张三"),
        ("记者徐潇 实习生 欧阳娜娜", "徐潇 欧阳娜娜"),
        ("文/李四 图/王五", "李四 王五"),
        ("首席记者 阿依古丽·买买提", "阿依古丽·买买提"),
        ("全媒体记者 文静 摄影报道", "文静"),
        ("本报讯", ""),
        ("", ""),
    ],
)
def test_who_signs(line: str, wanted: str) -> None:
    assert signed(line) == wanted.split()


def test_a_guest_list_names_title_and_person() -> None:
    found = names(Paragraph("渝中区商务委副主任 曾祥云", "people"))
    assert found == [
        Name("曾祥云", PERSON, "渝中区商务委副主任"),
        Name("渝中区商务委副主任", TITLE),
        Name("渝中区商务委", ORGANISATION),
        Name("渝中区", PLACE),
    ]
    assert names(Paragraph("访谈嘉宾", "people")) == []


def test_a_source_line_names_a_body_and_its_places() -> None:
    found = names(Paragraph("（来源：成都市青羊区融媒体中心）", "source"))
    assert [(n.text, n.kind) for n in found] == [
        ("成都市青羊区融媒体中心", ORGANISATION),
        ("成都市", PLACE),
        ("青羊区", PLACE),
    ]
    assert origin_of("据新华社") == "新华社"


def test_spans_of_a_paragraph_name_people_too_and_each_once() -> None:
    caption = Paragraph(
        "快递员。 记者 晏艳辉 摄", "caption", spans=(Span(5, 13, "credit"), Span(8, 11, "person"))
    )
    assert names(caption) == [Name("晏艳辉", PERSON)]
    assert names(Paragraph("记者 晏艳辉说了话", "body")) == []


def test_what_stands_in_a_name_is_guarded_and_nothing_else() -> None:
    guarded = Guarded(["晏艳辉", "晏艳辉工作室", ""])
    text = "记者晏艳辉工作室在此，晏某艳某"
    assert guarded.holds(text, 3, 4) and guarded.holds(text, 2, 8) and guarded.holds(text, 5, 7)
    assert not guarded.holds(text, 1, 3) and not guarded.holds(text, 11, 12) and not guarded.holds(text, 7, 9)
    assert not Guarded().holds(text, 3, 4)


def test_names_in_traditional_characters_are_told_as_they_stand() -> None:
    assert signed("（記者 晏艷輝 通訊員 李 明）") == ["晏艷輝", "李明"]
    assert origin_of("（來源：巫溪縣融媒體中心）") == "巫溪縣融媒體中心"
    found = names(Paragraph("渝中區商務委副主任 曾祥雲", "people"))
    assert [(n.text, n.kind) for n in found] == [
        ("曾祥雲", "person"),
        ("渝中區商務委副主任", "title"),
        ("渝中區商務委", "organisation"),
        ("渝中區", "place"),
    ]
