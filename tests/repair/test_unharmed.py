"""Do no harm: clean Chinese, verse, lists, tables, code and English come back as they are."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from qingyang.repair import repair
from qingyang.repair.flags import FLAGS, SUSPECTS
from qingyang.repair.rules import RULES

CASES = tomllib.loads(Path(__file__).with_name("unharmed.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_clean_text_comes_back_unchanged(case: dict[str, Any], paragraphs: Any) -> None:
    wanted = [line.strip() for line in case["text"].split("\n") if line.strip()]
    assert paragraphs(case["text"]) == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_clean_text_comes_back_unchanged_with_blank_lines_between(
    case: dict[str, Any], paragraphs: Any
) -> None:
    wanted = [line.strip() for line in case["text"].split("\n") if line.strip()]
    assert paragraphs("\n\n".join(wanted) + "\n") == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_no_character_of_clean_text_is_suspected(case: dict[str, Any], words: Any) -> None:
    found = repair(case["text"], words).proposals.flags
    assert not [flag for flag in found if flag.rule in (*SUSPECTS, case["tempts"])]


def test_every_rule_is_tempted_and_half_the_cases_come_from_the_seeds() -> None:
    tempted = {case["tempts"] for case in CASES}
    unseen = {"private_use"}
    assert tempted == {"join", *(rule.id for rule in (*RULES, *FLAGS))} - unseen
    assert len(CASES) >= 60
