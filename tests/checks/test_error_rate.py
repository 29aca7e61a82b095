"""The error rate, clause by clause of the annex; only what an editor has marked counts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from qingyang.checks.counting import count
from qingyang.checks.error_rate import ORNAMENT, PICTURE, WEIGHTS, error_rate, page_characters
from qingyang.resources import resource
from qingyang.text.article import Anchor
from qingyang.text.edit import Slip
from qingyang.wording import LANGUAGES, Message, load


def slip(kind: str, text: str, at: int = 0, *, important: bool = False) -> Slip:
    return Slip(Anchor(at), kind, len(text), text, important)


@pytest.mark.parametrize(
    ("kind", "text", "role", "worth"),
    [
        ("wording", "字", "body", "1"),
        ("wording", "两字", "body", "2"),
        ("wording", "五个字的字", "body", "2"),
        ("wording", "六个字的错字", "body", "4"),
        ("wording", "字", "headline", "2"),
        ("wording", "字", "column_title", "2"),
        ("wording", "字", "folio", "2"),
        ("fact", "去年上半年完成", "body", "1"),
        ("fact", "去年上半年完成", "kicker", "2"),
        ("order", "中渝", "body", "1"),
        ("figure", "479300", "body", "1"),
        ("numeral", "3、4", "body", "0.1"),
        ("foreign", "Chongqing", "body", "1"),
        ("mark", "。", "body", "0.1"),
        ("mark", "。", "headline", "0.1"),
    ],
)
def test_what_one_mistake_counts(kind: str, text: str, role: str, worth: str) -> None:
    assert error_rate([(slip(kind, text), role)], 10_000).errors == Decimal(worth)


def test_an_important_name_or_time_counts_double_but_not_four_times_in_a_headline() -> None:
    marked = slip("wording", "字", important=True)
    assert [error_rate([(marked, role)], 10_000).errors for role in ("body", "headline")] == [2, 2]


def test_the_same_mistake_counts_three_times_at_most_the_dearest_first() -> None:
    same = [(slip("wording", "渝种", k), "body") for k in range(5)] + [
        (slip("wording", "渝种", 9), "headline")
    ]
    assert error_rate(same, 10_000).errors == 4 + 2 + 2
    assert error_rate([*same, (slip("wording", "别的"), "body")], 10_000).errors == 10


def test_numerals_come_to_one_in_an_issue_at_most() -> None:
    many = [(slip("numeral", str(k), k), "body") for k in range(30)]
    assert error_rate(many[:7], 10_000).errors == Decimal("0.7")
    assert error_rate(many, 10_000).errors == 1


def test_the_rate_is_for_ten_thousand_characters_and_three_pass() -> None:
    three = [(slip("wording", c, k), "body") for k, c in enumerate("甲乙丙")]
    assert error_rate(three, 20_000).rate == Decimal("1.5")
    assert error_rate(three, 10_000).passes
    assert not error_rate(three, 9_999).passes
    assert error_rate([], 0).rate == 0


def test_the_page_counts_as_a_full_one_but_for_pictures() -> None:
    assert page_characters(44, 50, 2) == 4400
    assert page_characters(44, 50, 1, [(500, PICTURE), (100, ORNAMENT)]) == 2200 - 100 - 70


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_mistake_has_a_name(language: str) -> None:
    wording = load(resource("i18n"), language)
    assert all(wording.say(Message(f"slip.{kind}")) != f"slip.{kind}" for kind in WEIGHTS)


@pytest.mark.parametrize(
    ("text", "with_marks", "without_marks", "characters"),
    [
        ("渝中区，开放。", 7, 5, 7),
        ("CDMA用户47.93万户", 6, 6, 13),
        ("12,000人 R&D", 5, 4, 10),
        ("《日报》2025-03-11", 5, 3, 14),
        ("增长50%以上", 5, 5, 7),
        ("𠮷　——……", 5, 1, 5),
        ("", 0, 0, 0),
    ],
)
def test_length_is_counted_as_word_and_wps_do(
    text: str, with_marks: int, without_marks: int, characters: int
) -> None:
    found = count([text])
    assert (found.with_marks, found.without_marks, found.characters) == (
        with_marks,
        without_marks,
        characters,
    )
