"""Do no harm: clean Chinese, verse, lists, tables, code and English come back as they are."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qingyang.repair import repair
from qingyang.repair.flags import FLAGS, SUSPECTS
from qingyang.repair.rules import RULES

READINGS = Path(__file__).parents[1] / "reading"
TOGETHER = 3
"""Neighbouring paragraphs of a seed that make one clean passage."""
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


def passages() -> Iterator[tuple[str, ...]]:
    """Yield every few neighbouring paragraphs of the seeds as a hand read them: each tempts to join, and all rules."""
    for path in sorted(READINGS.glob("*.json")):
        texts = [p["text"] for p in json.loads(path.read_text("utf-8"))["paragraphs"]]
        yield from zip(*(texts[k:] for k in range(TOGETHER)), strict=False)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("passage", [*passages()], ids=lambda passage: passage[0][:12])
def test_clean_passages_of_the_seeds_come_back_unchanged(
    passage: tuple[str, ...], between: str, paragraphs: Any
) -> None:
    assert paragraphs(between.join(passage) + "\n") == list(passage)


def test_every_rule_is_tempted_and_half_the_cases_come_from_the_seeds() -> None:
    tempted = {case["tempts"] for case in CASES}
    unseen = {"private_use"}
    assert tempted == {"join", *(rule.id for rule in (*RULES, *FLAGS))} - unseen
    assert len(CASES) >= 60
    assert len(list(passages())) + sum("seed" in case["name"] for case in CASES) >= len(CASES) / 2
