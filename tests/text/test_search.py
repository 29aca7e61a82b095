"""Finding takes alike what it is told to, and never hangs."""

from __future__ import annotations

import time

import pytest

from qingyang.errors import AppError
from qingyang.lexicon.pinyin import load_sounds
from qingyang.resources import resource
from qingyang.text.search import EXPRESSION, PINYIN, PLAIN, WORD, Query, Tables, find, word_at
from qingyang.wording import Message, load

WORDS = ("中国", "国人", "开放", "重庆")


def cut(text: str) -> list[str]:
    found, at = [], 0
    while at < len(text):
        word = next((w for w in WORDS if text.startswith(w, at)), text[at])
        found.append(word)
        at += len(word)
    return found


TABLES = Tables({ord("慶"): "庆", ord("開"): "开"}, load_sounds(), cut)


def hits(query: Query, text: str, new: str = "") -> list[str]:
    return [text[m.start : m.end] + (f">{m.new}" if new else "") for m in find(query, text, TABLES, new)]


@pytest.mark.parametrize(
    ("query", "text", "wanted"),
    [
        (Query("APP"), "渝中app和ＡＰＰ", ["app", "ＡＰＰ"]),
        (Query("APP", case=True, any_width=False), "渝中app和ＡＰＰ和APP", ["APP"]),
        (Query("(甲)"), "（甲）(甲)", ["（甲）", "(甲)"]),
        (Query("重庆"), "重慶重庆", ["重庆"]),
        (Query("重庆", any_script=True), "重慶重庆", ["重慶", "重庆"]),
        (Query("重慶", any_script=True), "重慶重庆", ["重慶", "重庆"]),
        (Query("a.b"), "a.b acb", ["a.b"]),
        (Query("𠮷"), "𠮷野家😀", ["𠮷"]),
        (Query("国人", WORD), "中国人和国人", ["国人"]),
        (Query("开放", WORD), "开放开 放", ["开放"]),
        (Query("开放", PLAIN), "改开放放", ["开放"]),
        (Query(r"\d+万", EXPRESSION), "3万和45万", ["3万", "45万"]),
        (Query("^第.", EXPRESSION), "第一\n第二", ["第一", "第二"]),
        (Query("x*", EXPRESSION), "没有", []),
        (Query("chongqing", PINYIN), "在重庆与崇庆", ["重庆", "崇庆"]),
        (Query("zhongqing", PINYIN), "在重庆", ["重庆"]),
        (Query("cq", PINYIN), "在重庆", ["重庆"]),
        (Query("xian", PINYIN), "西安和先", ["西安", "先"]),
        (Query("lv", PINYIN), "绿", ["绿"]),
        (Query("", PLAIN), "x", []),
        (Query("，", PINYIN), "，", []),
    ],
)
def test_what_is_found(query: Query, text: str, wanted: list[str]) -> None:
    assert hits(query, text) == wanted


def test_groups_of_an_expression_stand_in_its_replacement_and_nothing_is_read_into_a_plain_one() -> None:
    assert hits(Query(r"(\d+)年(\d+)月", EXPRESSION), "2025年3月", r"\2月\1年") == ["2025年3月>3月2025年"]
    assert hits(Query("甲"), "甲", r"\1乙") == [r"甲>\1乙"]


@pytest.mark.parametrize(
    ("query", "new", "code"),
    [
        (Query("(", EXPRESSION), "", "search_pattern"),
        (Query("a", EXPRESSION), r"\3", "search_replacement"),
    ],
)
def test_a_faulty_expression_is_told(query: Query, new: str, code: str) -> None:
    with pytest.raises(AppError) as caught:
        find(query, "aaa", TABLES, new)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("expression", "kind", "at"),
    [
        ("(甲", "unclosed", 3), ("甲)", "unopened", 2), ("[甲", "unclosed", 3), ("*甲", "repeat", 1),
        ("甲**", "repeat", 3), ("[乙-丙]", "range", 5), (r"\p{Foo}", "escape", 8), ("\\", "escape", 2),
        ("(?P=x)", "group", 4), ("(?<1>甲)", "group", 5), (r"甲\2", "group", 4), ("(?i-)", "other", 5),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_expression_is_told_in_either_language(
    expression: str, kind: str, at: int
) -> None:
    with pytest.raises(AppError) as caught:
        find(Query(expression, EXPRESSION), "甲", TABLES)
    told = caught.value.facts["reason"]
    assert isinstance(told, Message)
    facts = dict(told.facts)
    assert (told.id, facts["at"]) == ("expression.at", at)
    assert isinstance(facts["what"], Message) and facts["what"].id == f"expression.{kind}"
    for language in ("zh", "en"):
        line = load(resource("i18n"), language).explain(caught.value)
        assert str(at) in line and ("{" not in line)


def test_a_hostile_expression_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qingyang.text.search.PATIENCE", 0.2)
    began = time.monotonic()
    with pytest.raises(AppError) as caught:
        find(Query(r"(?:a|a|aa)+$", EXPRESSION), "a" * 60 + "b", TABLES)
    assert caught.value.code == "search_slow"
    assert time.monotonic() - began < 5


def test_the_word_that_holds_a_character() -> None:
    def pairs(text: str) -> list[str]:
        return [text[k : k + 2] for k in range(0, len(text), 2)]

    text = "甲乙丙丁𠮷"
    assert [word_at(text, at, pairs) for at in range(5)] == [(0, 2), (0, 2), (2, 4), (2, 4), (4, 5)]
    assert word_at(text, 5, pairs) == (5, 5) and word_at("", 0, pairs) == (0, 0)
    far = "一" * 1_000
    assert word_at(far, 500, pairs) == (500, 502)
