"""What is decided alike is told by what its cases have in common: neither too narrow to be offered nor too wide."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from qingyang.text.edit import Edit
from qingyang.text.lesson import Likeness
from qingyang.text.likeness import ANY, case_of, places, suggested


def rules(*cases: tuple[str, str, str], role: str = "body") -> list[Likeness]:
    """Return what is suggested after some cases: the raw text, what of it is replaced, by what."""
    found = []
    for raw, old, new in cases:
        at = raw.index(old)
        found.append(case_of(Edit(at, at + len(old), new), raw, role))
    return [rule for rule, _ in suggested(found, 3)]


def hand(old: str, new: str, before: str = ANY, after: str = ANY, group: str = "body") -> Likeness:
    return Likeness("hand", old, new, before, after, group)


@pytest.mark.parametrize(
    ("cases", "rule"),
    [
        # A name at a comma, at a quote, in mid-sentence: one wording, whatever stands beside it.
        ((("记者王伟，", "伟", "玮"), ("“王伟”", "伟", "玮"), ("王伟说", "伟", "玮")), hand("王伟", "王玮")),
        ((("的帐户里", "帐", "账"), ("，帐户是", "帐", "账"), ("帐户", "帐", "账")), hand("帐户", "账户")),
        ((("在渝州，", "渝州", "渝"), ("在渝州人", "渝州", "渝"), ("在渝州”", "渝州", "渝")), hand("渝州", "渝")),
    ],
)  # fmt: skip
def test_a_wording_is_one_whatever_stands_beside_it(
    cases: Sequence[tuple[str, str, str]], rule: Likeness
) -> None:
    assert rules(*cases) == [rule]


def test_a_mark_goes_with_the_side_its_cases_agree_on() -> None:
    cases = (("问:有何成效", ":", "："), ("问:“新政”", ":", "："), ("问:2024年", ":", "："))
    (rule,) = rules(*cases, role="question")
    assert rule == hand(":", "：", "h", ANY, "dialogue")
    assert places(rule, "答:是，9:30开始", "dialogue") == [(1, 2)]


def test_one_letter_changed_in_different_words_is_no_wording() -> None:
    cases = (("大陆，", "陆", "录"), ("登陆。", "陆", "录"), ("着陆”", "陆", "录"))
    assert rules(*cases) == []


def test_a_case_too_few_suggests_nothing() -> None:
    assert rules(("王伟说", "伟", "玮"), ("“王伟”", "伟", "玮")) == []
