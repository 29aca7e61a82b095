"""Every rule is listed, mends its examples and keeps what it must keep."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import qingyang.repair.rules
from qingyang.repair.rule import Rule
from qingyang.repair.rules import RULES

FILES = {p.stem for p in Path(qingyang.repair.rules.__file__).parent.glob("*.py")} - {"__init__"}
MENDS = [(rule.id, raw, wanted) for rule in RULES for raw, wanted in rule.mends]
KEEPS = [(rule.id, raw) for rule in RULES for raw in rule.keeps]


def test_every_file_is_listed_and_nothing_twice() -> None:
    assert {rule.propose.__module__.rpartition(".")[2] for rule in RULES} == FILES
    assert len({rule.id for rule in RULES}) == len(RULES) == len(FILES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_mends_and_what_it_keeps(rule: Rule) -> None:
    assert rule.mends
    assert rule.keeps


@pytest.mark.parametrize(("rule", "raw", "wanted"), MENDS)
def test_an_example_is_mended(rule: str, raw: str, wanted: str, paragraphs: Any) -> None:
    assert paragraphs(raw) == wanted.split("\n")


@pytest.mark.parametrize(("rule", "raw"), KEEPS)
def test_what_must_be_kept_is_kept(rule: str, raw: str, paragraphs: Any) -> None:
    assert paragraphs(raw) == [line.strip() for line in raw.split("\n") if line.strip()]
