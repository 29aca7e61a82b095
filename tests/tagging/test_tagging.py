"""Roles, gaps and article cuts as an editor would nod at them."""

from __future__ import annotations

import importlib
import itertools
import json
import pkgutil
from pathlib import Path

import pytest

from qingyang.tagging import cues
from qingyang.tagging.engine import tag
from qingyang.tagging.line import line_of
from qingyang.text.article import GAP_START, HOLD, Anchor
from qingyang.text.edit import Cut, Mark, Tag
from qingyang.text.role import BY_ID

READING = Path(__file__).parents[1] / "reading"
FILES = [module.name for module in pkgutil.iter_modules(cues.__path__)]


@pytest.mark.parametrize("name", FILES)
def test_every_cue_is_listed_is_a_role_and_likes_its_own_examples(name: str) -> None:
    module = importlib.import_module(f"qingyang.tagging.cues.{name}")
    assert name in cues.CUES and name in BY_ID
    assert module.EXAMPLES
    for example in module.EXAMPLES:
        line = line_of(example, 3, False, False)
        best = max(score(line) for score in cues.CUES.values())
        assert cues.CUES[name](line) >= min(best, 0.3), (example, name)


def reading(seed: str) -> tuple[list[dict[str, object]], list[int]]:
    entries = json.loads((READING / f"{seed}.json").read_text(encoding="utf-8"))["paragraphs"]
    gaps = [0] + [b["lines"][0] - a["lines"][1] for a, b in itertools.pairwise(entries)]
    return entries, gaps


@pytest.mark.parametrize(("seed", "least"), [("000", 64), ("003", 35)])
def test_roles_of_the_seeds(seed: str, least: int) -> None:
    entries, gaps = reading(seed)
    tagged = tag([str(e["text"]) for e in entries], gaps)
    right = sum(t.role == e["role"] for t, e in zip(tagged, entries, strict=True))
    assert right >= least


def test_articles_and_gaps_of_seed_000() -> None:
    entries, gaps = reading("000")
    tagged = tag([str(e["text"]) for e in entries], gaps)
    assert sum(t.begins for t in tagged) == 4
    numbers = [sum(t.begins for t in tagged[: k + 1]) - 1 for k in range(len(tagged))]
    assert numbers == [e["article"] for e in entries]
    lost = [k for k, t in enumerate(tagged) if GAP_START in t.marks]
    assert lost == [k for k, e in enumerate(entries) if e.get("gap") == "start"]


def test_spans_stay_inside_their_paragraph() -> None:
    entries, gaps = reading("000")
    tagged = tag([str(e["text"]) for e in entries], gaps)
    wanted = [[list(s) for s in e.get("spans", [])] for e in entries]  # type: ignore[attr-defined]
    assert [[list(s) for s in t.spans] for t in tagged] == wanted


def test_nothing_is_an_answer_where_nobody_asked() -> None:
    texts = [
        "渝中举办咖啡节",
        "本报讯 11月13日，咖啡节开幕。",
        "市民表示，很好。",
        "活动将持续三天，欢迎参加。",
    ]
    assert "answer" not in [t.role for t in tag(texts, [0, 2, 2, 2])]


def test_a_hand_outranks_every_cue_and_its_neighbours_follow() -> None:
    texts = [
        "这是一段很长的正文，讲的是一件事。",
        "这也是一段很长的正文，讲的是另一件事。",
        "再一段正文，没有别的。",
    ]
    tagged = tag(texts, [0, 2, 2], {0: [Tag(Anchor(0), "question")]})
    assert [t.role for t in tagged] == ["question", "answer", "answer"]
    marks: list[Tag | Mark | Cut] = [Mark(Anchor(0), HOLD), Cut(Anchor(0))]
    held = tag(texts, [0, 2, 2], {1: marks})
    assert HOLD in held[1].marks and held[1].begins and not held[2].begins


def test_nothing_at_all() -> None:
    assert tag([]) == []
