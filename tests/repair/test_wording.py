"""Every rule and every reason can be said in both languages, and nothing is said that no rule says."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from qingyang.repair import repair
from qingyang.repair.flags import FLAGS
from qingyang.repair.reasons import BREAK_REASONS, JOIN_REASONS
from qingyang.repair.rules import RULES
from qingyang.resources import resource
from qingyang.text.edit import evidence
from qingyang.wording import LANGUAGES, load

SPACES = ("in_quotes", "at_mark", "in_number", "in_word", "in_sentence", "stretched")
MARKS = (
    "flattened", "misread_bracket", "straight_quote", "turned_quote", "broken_dash", "broken_dots",
    "compatible", "hyphen", "indent_space", "control",
)  # fmt: skip
FLAGGED = ("lookalike", "private_use", "gap", "unclosed", "repeated_line")
SAID = (
    {f"why.{name}" for name in (*JOIN_REASONS, *BREAK_REASONS, *MARKS, *FLAGGED)}
    | {f"why.space_{name}" for name in SPACES}
    | {
        "rule.join",
        "rule.link",
        "rule.column",
        "rule.stray",
        *(f"rule.{rule.id}" for rule in (*RULES, *FLAGS)),
    }
    | {
        "why.link",
        "why.column",
        "why.stray",
        "why.gutter",
        "why.elsewhere",
        "why.traditional_sign",
        "why.simplified_sign",
    }
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_says_exactly_what_the_rules_say(language: str) -> None:
    table = tomllib.loads(resource("i18n", language, "repair.toml").read_text("utf-8"))
    assert {f"{group}.{name}" for group, names in table.items() for name in names} == SAID


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_takes_the_values_it_is_given(language: str, words: Any) -> None:
    wording = load(resource("i18n"), language)
    texts = [raw for rule in RULES for raw, _ in rule.mends] + [
        raw for rule in FLAGS for raw, _ in rule.flags
    ]
    texts += [
        "渝中区将进一\n步升级，\n改造“老\n旧”城\n区。\n\n标题\n  正文，17\n个。",
        "来源：某报\n（甲\n乙）",
    ]
    told = set()
    for raw in texts:
        made = repair(raw, words)
        proposals = made.proposals
        for why in (evidence(found, raw) for found in (*made.boundaries, *proposals.edits, *proposals.flags)):
            told.add(why.id)
            said = wording.say(why)
            assert said != why.id
            assert "{" not in said
    assert told >= {f"why.{name}" for name in (*MARKS, *FLAGGED)}
