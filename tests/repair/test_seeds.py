"""Both seeds against the hand reading that was committed before any rule."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from qingyang.lexicon import Scripts, Words
from qingyang.lexicon.opencc_tables import open_converter
from qingyang.repair import repair
from qingyang.resources import seeds
from qingyang.text.edit import APPLY_FROM
from qingyang.text.source import source_of

READINGS = Path(__file__).parents[1] / "reading"
RAWS = {path.name[:3]: source_of(path.read_bytes().decode("utf-8")).text for path in seeds()}
CUT_IN_MID_SENTENCE = ((54, 56), (80, 82), (88, 90), (130, 132), (134, 136), (140, 142))
FLATTENED = ",:;?()"
UNFLATTEN = ("full_width", "bracket")


def reading(seed: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((READINGS / f"{seed}.json").read_text("utf-8"))["paragraphs"]
    return found


@pytest.mark.parametrize("seed", sorted(RAWS))
def test_every_paragraph_reads_as_a_hand_read_it(seed: str, paragraphs: Any) -> None:
    """Extent, spaces and punctuation at once; nothing is moved yet, so the order is the raw one."""
    wanted = [p["text"] for p in sorted(reading(seed), key=lambda p: p["lines"][0])]
    assert paragraphs(RAWS[seed]) == wanted


@pytest.mark.parametrize("script", ["s2t", "s2tw", "s2hk"])
@pytest.mark.parametrize("seed", sorted(RAWS))
def test_either_script_is_joined_at_the_same_lines(seed: str, script: str, words: Words) -> None:
    """A newspaper of Taipei or Hong Kong has the same columns: patterns and dictionary are asked in simplified."""
    written = "\n".join(map(open_converter(script).convert, RAWS[seed].split("\n")))
    told = [[b.p_join for b in repair(text, words).boundaries] for text in (RAWS[seed], written)]
    assert [p > 0.5 for p in told[0]] == [p > 0.5 for p in told[1]]


def test_rules_see_traditional_text_as_it_is_written(words: Words, scripts: Scripts) -> None:
    """Lines are asked in simplified; a stray simplified character is still one among traditional ones."""
    text = "本報訊 記者報導，東門老街動工拆遷，區長說，這條街將在兩年內變為觀光區，居民個個歡喜。\n老街的灯亮了。\n"
    flagged = [
        text[f.start] for f in repair(text, words, scripts).proposals.flags if f.rule == "mixed_script"
    ]
    assert flagged == ["灯"]


@pytest.mark.parametrize(("above", "below"), CUT_IN_MID_SENTENCE)
def test_a_sentence_cut_by_a_column_is_healed(above: int, below: int, words: Any) -> None:
    raw = RAWS["000"]
    lines = raw.split("\n")
    end = sum(len(line) + 1 for line in lines[: above - 1]) + len(lines[above - 1])
    (joined,) = [b for b in repair(raw, words).boundaries if b.start == end]
    assert joined.joined
    assert lines[below - 1][:1] == raw[joined.end]


def test_every_flattened_mark_and_no_other_is_restored(words: Any) -> None:
    restored = [e for e in repair(RAWS["000"], words).proposals.edits if e.rule in UNFLATTEN]
    assert len(restored) == sum(RAWS["000"].count(mark) for mark in FLATTENED) == 259
    assert not [e for e in repair(RAWS["003"], words).proposals.edits if e.rule in UNFLATTEN]


@pytest.mark.parametrize("seed", sorted(RAWS))
def test_what_is_only_offered_stands_beside_what_is_applied(seed: str, words: Any) -> None:
    """A join that is offered takes the indent below it along, so that no two edits claim one space."""
    made = repair(RAWS[seed], words)
    offered = [b for b in made.boundaries if 1 - made.proposals.sure_from < b.p_join < APPLY_FROM]
    edits = made.proposals.edits
    assert offered or seed == "000"  # In the first seed nothing is left to ask.
    assert {b.edit() for b in offered} <= set(edits)
    assert all(a.end <= b.start for a, b in pairwise(edits))
