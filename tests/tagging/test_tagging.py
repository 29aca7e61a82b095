"""Roles, gaps and article cuts as an editor would nod at them."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingyang.lexicon.opencc_tables import open_converter
from qingyang.tagging import cues
from qingyang.tagging.engine import CONTEXT_AFTER, CONTEXT_BEFORE, Part, Tagged, tag
from qingyang.tagging.line import RUNNING, Block, Habit, habit_of, line_of
from qingyang.tagging.signs import SIGNS, traits_of, windows_of
from qingyang.tagging.weights import ROLES
from qingyang.text.article import GAP_START, HOLD, Anchor
from qingyang.text.edit import Cut, Mark, Tag
from qingyang.text.role import BY_ID

READING = Path(__file__).parents[1] / "reading"
SEEDS = Path(__file__).parents[2] / "seeds"
FILES = [module.name for module in pkgutil.iter_modules(cues.__path__)]
HABIT = Habit()


@pytest.mark.parametrize("name", FILES)
def test_every_cue_is_listed_is_a_role_and_tells_its_own_examples(name: str) -> None:
    module = importlib.import_module(f"qingyang.tagging.cues.{name}")
    assert name in cues.CUES and name in BY_ID
    levels = set(module.EXAMPLES.values())
    assert 0 in levels and levels == set(range(max(levels) + 1))
    told = {text: cues.CUES[name](line_of(text)) for text in module.EXAMPLES}
    assert told == module.EXAMPLES


def test_every_role_that_is_weighed_is_a_role() -> None:
    assert set(ROLES) <= set(BY_ID)


def reading(seed: str) -> tuple[list[dict[str, Any]], list[Block], Habit]:
    """Return the paragraphs a careful reader found in a seed, and how they stood in it."""
    entries = json.loads((READING / f"{seed}.json").read_text(encoding="utf-8"))["paragraphs"]
    raw = next(SEEDS.glob(f"{seed}*")).read_text(encoding="utf-8")
    lines = raw.split("\n")
    blocks, done = [], 0
    for entry in entries:
        first, last = entry["lines"]
        widths = tuple(len(line.strip()) for line in lines[first - 1 : last] if line.strip())
        text = entry["text"]
        blocks.append(Block(text, max(1, first - done) if done else 0, widths if len(text) < RUNNING else ()))
        done = last
    return entries, blocks, habit_of(raw)


def tagged(
    texts: Sequence[str], hands: Mapping[int, Sequence[Tag | Mark | Cut]] | None = None
) -> list[Tagged]:
    return tag(Part([Block(text, 2) for text in texts]), HABIT, hands)


@pytest.mark.parametrize(("seed", "least"), [("000", 62), ("003", 36)])
def test_roles_of_the_seeds(seed: str, least: int) -> None:
    entries, blocks, habit = reading(seed)
    right = sum(t.role == e["role"] for t, e in zip(tag(Part(blocks), habit), entries, strict=True))
    assert right >= least


def test_the_roles_of_both_seeds_are_told_well_one_by_one() -> None:
    right, true, said = Counter[str](), Counter[str](), Counter[str]()
    for seed in ("000", "003"):
        entries, blocks, habit = reading(seed)
        for entry, told in zip(entries, tag(Part(blocks), habit), strict=True):
            true[entry["role"]] += 1
            said[told.role] += 1
            right[entry["role"]] += told.role == entry["role"]
    f1 = [2 * right[role] / (true[role] + said[role]) for role in true]
    assert sum(f1) / len(f1) >= 0.92


def test_a_sentence_that_only_begins_as_a_caption_does_is_body() -> None:
    entries, blocks, habit = reading("003")
    roles = {e["text"]: t.role for e, t in zip(entries, tag(Part(blocks), habit), strict=True)}
    assert [role for text, role in roles.items() if text.startswith("这是") and "缩影" in text] == ["body"]


@pytest.mark.parametrize("name", ["s2t", "s2tw", "s2hk"])
@pytest.mark.parametrize("seed", ["000", "003"])
def test_a_seed_in_traditional_characters_is_tagged_line_by_line_as_in_simplified_ones(
    seed: str, name: str
) -> None:
    _entries, blocks, habit = reading(seed)
    converter = open_converter(name)
    other = [block._replace(text=converter.convert(block.text)) for block in blocks]
    here, there = tag(Part(blocks), habit), tag(Part(other), habit)
    assert [(t.role, t.begins, t.marks, t.others) for t in there] == [
        (t.role, t.begins, t.marks, t.others) for t in here
    ]
    assert [t.spans for t in there] == [t.spans for t in here]


@pytest.mark.parametrize("role", FILES)
def test_a_cue_says_the_same_of_traditional_characters(role: str) -> None:
    module = importlib.import_module(f"qingyang.tagging.cues.{role}")
    for name in ("s2t", "s2tw"):
        converter = open_converter(name)
        for text, wanted in module.EXAMPLES.items():
            assert module.cue(line_of(converter.convert(text))) == wanted, converter.convert(text)


def test_articles_and_gaps_of_seed_000() -> None:
    entries, blocks, habit = reading("000")
    found = tag(Part(blocks), habit)
    assert sum(t.begins for t in found) == 4
    numbers = [sum(t.begins for t in found[: k + 1]) - 1 for k in range(len(found))]
    assert numbers == [e["article"] for e in entries]
    lost = [k for k, t in enumerate(found) if GAP_START in t.marks]
    assert lost == [k for k, e in enumerate(entries) if e.get("gap") == "start"]


def test_spans_stay_inside_their_paragraph() -> None:
    entries, blocks, habit = reading("000")
    wanted = [[list(s) for s in e.get("spans", [])] for e in entries]
    assert [[list(s) for s in t.spans] for t in tag(Part(blocks), habit)] == wanted


def test_nothing_is_an_answer_where_nobody_asked() -> None:
    texts = [
        "渝中举办咖啡节",
        "本报讯 11月13日，咖啡节开幕。",
        "市民表示，很好。",
        "活动将持续三天，欢迎参加。",
    ]
    assert "answer" not in [t.role for t in tagged(texts)]


def test_a_hand_outranks_every_cue_and_its_neighbours_follow() -> None:
    texts = [
        "这是一段很长的正文，讲的是一件事，" * 5 + "没有别的。",
        "这也是一段很长的正文，讲的是另一件事，" * 5 + "没有别的。",
        "再一段正文，说的还是那件事，" * 5 + "没有别的。",
    ]
    assert [t.role for t in tagged(texts)] == ["body", "body", "body"]
    asked = tagged(texts, {0: [Tag(Anchor(0), "question")]})
    assert [t.role for t in asked] == ["question", "answer", "answer"]
    marks: list[Tag | Mark | Cut] = [Mark(Anchor(0), HOLD), Cut(Anchor(0))]
    held = tagged(texts, {1: marks})
    assert HOLD in held[1].marks and held[1].begins and not held[2].begins


def test_a_role_no_table_knows_stands_as_a_hand_has_set_it() -> None:
    found = tagged(["读者来函", "编辑同志：来信收到。"], {0: [Tag(Anchor(0), "letter")]})
    assert (found[0].role, found[0].p) == ("letter", 1.0)


@pytest.mark.parametrize(
    "text", ["", "\x00", "\ud800", "\u202e右", "　", "。" * 5000, "（" * 5000, "记者 " * 3000]
)
def test_any_text_has_a_role(text: str) -> None:
    assert tagged([text])[0].role in BY_ID
    assert habit_of(text).measure >= 1


_PIECES = st.sampled_from(
    ["问：为什么？", "答：因为如此。", "渝中举办咖啡节", "本报记者 陆永", "记者 陆永 摄", "主持人", "——一年综述",
     "这一天，街上人很多，大家都很高兴。", "据介绍，" * 40 + "完。", "第3版 要闻", "一、总体要求"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=150), st.data())
def test_a_part_is_worth_what_it_is_in_the_whole(texts: list[str], data: st.DataObject) -> None:
    """What is looked at around a part is enough: with its neighbours' roles it comes out as in the whole."""
    blocks = [Block(text) for text in texts]
    whole = tag(Part(blocks), HABIT)
    low = data.draw(st.integers(0, len(blocks) - 1))
    high = data.draw(st.integers(low + 1, len(blocks)))
    first, last = max(0, low - CONTEXT_BEFORE), min(len(blocks), high + CONTEXT_AFTER)
    before = whole[low - 1].role if low else ""
    part = Part(blocks[first:last], low - first, high - first, before, first == 0, last == len(blocks))
    hand = [Tag(Anchor(0), whole[high].role)] if high < len(blocks) and part.last is not None else []
    if hand:
        # The row behind the part, set as it stands in the whole, leads the best sequence where it went.
        part = part._replace(last=high - first + 1)
        found = tag(part, HABIT, {high - first: hand})[:-1]
    else:
        found = tag(part, HABIT)
    assert [t.role for t in found] == [t.role for t in whole[low:high]]


def test_nothing_at_all() -> None:
    assert tag(Part([]), HABIT) == []


def test_what_a_role_may_be_instead_is_told_where_it_is_not_sure() -> None:
    found = tagged(
        ["渝中举办咖啡节", "广场上飘着咖啡香", "咖啡节持续三天，市民可凭票入场，现场还有乐队演出。"]
    )
    for told in found:
        assert told.role not in told.others
        assert (told.p < 0.8) <= bool(told.others)


def test_a_long_answer_in_columns_stays_one() -> None:
    answer = "渝中深度融入通道建设，着力推动通道和产业融合发展，在物流领域实现不少突破，"
    texts = [
        "问：在物流领域实现了哪些突破？",
        *[f"在第{k}个方面，{answer * 3}成效明显。" for k in "一二三四五六七"],
    ]
    found = tag(Part([Block(text, 2) for text in texts]), Habit(measure=14, blank=3))
    assert [t.role for t in found] == ["question", *["answer"] * 7]


def test_signs_tell_where_a_paragraph_stands() -> None:
    texts = ["问：为什么？", "因为街上人多，" * 20, "短题", "又一短题", "街上人多，" * 30]
    traits = [traits_of(Block(text), HABIT) for text in texts]
    windows = windows_of(traits, HABIT, 0, len(texts), opens=True, ends=True)
    told = [
        {name: SIGNS[name](window) for name in ("before", "after", "run", "rest", "asked")}
        for window in windows
    ]
    assert [each["before"] for each in told] == [0, 1, 2, 3, 4]
    assert [each["after"] for each in told] == [4, 3, 2, 1, 0]
    assert [each["run"] for each in told] == [1, 0, 1, 2, 0]
    assert [each["rest"] for each in told] == [1, 0, 2, 1, 0]
    assert [each["asked"] for each in told] == [0, 1, 2, 3, 4]
    assert [SIGNS["length-1"](window) for window in windows] == [-1, *(each[0] for each in traits[:-1])]
