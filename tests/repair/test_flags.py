"""Every flag rule is listed, flags its examples and nothing it must let be; flags never change a text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import qingyang.repair.flags
from qingyang.lexicon import load_scripts
from qingyang.repair import repair
from qingyang.repair.flags import FLAGS, SUSPECTS
from qingyang.repair.rule import FlagRule
from qingyang.repair.rules import RULES
from qingyang.resources import seeds
from qingyang.text.source import source_of

FILES = {p.stem for p in Path(qingyang.repair.flags.__file__).parent.glob("*.py")} - {"__init__"}
FLAGGED = [(rule.id, raw, wanted) for rule in FLAGS for raw, wanted in rule.flags]
KEPT = [(rule.id, raw) for rule in FLAGS for raw in rule.keeps]


def flagged(raw: str, rule: str, words: Any) -> tuple[str, ...]:
    found = repair(raw, words, load_scripts()).proposals.flags
    return tuple(raw[flag.start : flag.end] for flag in found if flag.rule == rule)


def test_every_file_is_listed_and_nothing_twice() -> None:
    assert {rule.find.__module__.rpartition(".")[2] for rule in FLAGS} == FILES
    assert len({rule.id for rule in (*FLAGS, *RULES)}) == len(FLAGS) + len(RULES)


@pytest.mark.parametrize("rule", FLAGS, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_flags_and_what_not(rule: FlagRule) -> None:
    assert rule.flags
    assert rule.keeps


@pytest.mark.parametrize(("rule", "raw", "wanted"), FLAGGED)
def test_an_example_is_flagged(rule: str, raw: str, wanted: tuple[str, ...], words: Any) -> None:
    assert flagged(raw, rule, words) == wanted


@pytest.mark.parametrize(("rule", "raw"), KEPT)
def test_what_must_be_let_be_is(rule: str, raw: str, words: Any) -> None:
    assert flagged(raw, rule, words) == ()


def test_flags_come_by_place_with_a_reason_and_what_may_stand_instead(words: Any) -> None:
    raw = "他自已也说不清。\n之一，末来会怎样\ue5e5。\n"
    flags = repair(raw, words).proposals.flags
    assert [(f.rule, raw[f.start : f.end], f.offers) for f in flags] == [
        ("lookalike", "已", ("己",)),
        ("gap", "之", ()),
        ("lookalike", "末", ("未",)),
        ("private_use", "\ue5e5", ()),
    ]
    assert all(f.why.id and 0 < f.p <= 1 for f in flags)


@pytest.mark.parametrize("seed", seeds(), ids=lambda path: path.name[:3])
def test_no_character_of_the_seeds_is_suspected_and_the_lost_text_is_found(seed: Path, words: Any) -> None:
    flags = repair(source_of(seed.read_text("utf-8")).text, words).proposals.flags
    assert not [flag for flag in flags if flag.rule in SUSPECTS]
    assert sum(flag.rule == "gap" for flag in flags) == (1 if seed.name.startswith("000") else 0)
