"""Do no harm: clean Chinese, verse, lists, tables, code and English come back as they are."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

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


def test_every_case_says_what_it_tempts() -> None:
    assert {case["tempts"] for case in CASES} <= {"join", *(rule.id for rule in RULES)}
