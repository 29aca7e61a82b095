"""Any text at all: no exception, edits in order, nothing touched but spaces, flattened marks and invisible signs."""

from __future__ import annotations

import time
import unicodedata
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qingyang.lexicon import PlainWords
from qingyang.repair import VERSION, repair
from qingyang.text.change import Draft
from qingyang.text.edit import Edit
from qingyang.text.piecing import read
from qingyang.text.source import raw_lines, source_of

LETTERS = (
    "渝中区十四五年月日的了已王记者摄,，。:：;?!()（）“”‘’\"'《》〈〉—…-–―%.·0129OlaZ𠮷😀０Ａ％．⼈ﬁ"
    " 　\n\n\v\f\u2028\u0085\u001c\t\x00\u200b\ud800\u202e\ue000\ufffd"
)
texts = st.text(LETTERS, max_size=120) | st.text(max_size=60)
WORDS = PlainWords(("渝中", "中区", "十四五", "月日", "记者", "自己", "王国"))
FULL = {
    ",": "，",
    ":": "：",
    ";": "；",
    "?": "？",
    "!": "！",
    ".": "。",
    "(": "（",
    ")": "）",
    "《": "（",
    "〈": "（",
}
QUOTES = "\"'“”‘’"
PARTS = (
    "渝中区将持续推进开放平台建设",
    "十四五时期，渝中区有良好的",
    "现代服务业基础。",
    "了，",
    "“不正之风（和腐败）问题，同查",
    "记者 徐潇",
    "12.5 万元",
)
GAPS = ("   ", " ", "      ", "\n", "\u3000")
QUICK = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(texts)
@example("")
@example("\ud800\n\udfff")
@example("\x00\n\x00")
@example("( )\n(\n)")
def test_edits_stand_in_order_and_do_not_overlap(text: str) -> None:
    raw = source_of(text).text
    made = repair(raw, WORDS)
    edits = made.proposals.edits
    assert made.proposals.version == VERSION
    assert all(0 <= e.start < e.end <= len(raw) and 0 <= e.p <= 1 for e in edits)
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert all(e.why.id for e in edits)


@QUICK
@given(texts)
def test_every_run_of_line_breaks_is_one_boundary(text: str) -> None:
    raw = source_of(text).text
    made = repair(raw, WORDS)
    lines = raw_lines(raw)
    assert [(b.start, b.end) for b in made.boundaries] == [(a.end, b.start) for a, b in pairwise(lines)]
    joins = [e for e in made.proposals.edits if e.rule == "join"]
    offered = 1 - made.proposals.sure_from
    assert joins == [b.edit() for b in made.boundaries if b.p_join > offered]


@QUICK
@given(texts)
def test_only_damage_is_touched(text: str) -> None:
    raw = source_of(text).text
    for edit in repair(raw, WORDS).proposals.edits:
        assert harmless(raw[edit.start : edit.end], edit), edit


def harmless(old: str, edit: Edit) -> bool:
    """Say whether an edit does what its rule may do, and no more."""
    match edit.rule:
        case "full_width" | "bracket":
            return edit.new == FULL[old]
        case "control":
            return edit.new == "" and not old.isprintable()
        case "quote":
            return old in QUOTES and edit.new in QUOTES
        case "dash":
            return edit.new in ("——", "……") and len(set(old)) == 1
        case "compatibility":
            return unicodedata.normalize("NFKC", old) == edit.new
        case "hyphen":
            return old in "-‐" and edit.new == ""
        case _:
            return not old.strip() and not edit.new.strip()


@QUICK
@given(texts)
def test_the_visible_text_survives(text: str) -> None:
    raw = source_of(text).text
    kept = str(read(raw, repair(raw, WORDS).proposals.edits).text)
    assert visible(kept) == visible(raw)


def visible(text: str) -> str:
    """Return the letters of a text: what no rule may take away, add or put elsewhere."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(c for c in folded if c.isalnum())


@QUICK
@given(
    st.lists(st.lists(st.sampled_from(PARTS), min_size=1, max_size=4), min_size=6, max_size=14),
    st.sampled_from(GAPS),
)
def test_no_letter_is_lost_or_doubled_where_columns_are_cut_and_parts_are_moved(
    rows: list[list[str]], gap: str
) -> None:
    raw = "\n".join(gap.join(row) for row in rows)
    reading = Draft(source_of(raw), repair(raw, WORDS).proposals).reading()
    assert sorted(visible(str(reading.text))) == sorted(visible(raw))


@QUICK
@given(texts)
def test_the_same_text_gives_the_same_repair(text: str) -> None:
    raw = source_of(text).text
    first = repair(raw, WORDS)
    repair("渝中区，\n十四五。\n" * 3, WORDS)
    assert repair(raw, WORDS) == first


def test_time_grows_with_the_text_and_no_faster(words: Any) -> None:
    """Ten times the text may take at most forty times as long, whatever its shape; a square would take a hundred."""
    shapes = (
        "渝中区将持续推进，\n", "中 文( a,b )“十 四", "(((((", "“", " a\n", "\n \n", ",,,,", "年 1 ",
        "\"渝中\"，", "'", "”", "《渝)", "--渝", "..", "１．", "甲 乙 ", "渝 1 ", "主任 王明", "（王明 ", "记者 ",
        "自已 ", "2O", "二O", "\ue000", "之一\n", "“渝\n", "第1版 2025年\n", "a-", "中   1",
        "渝中区将推进   开放   1月\n", "\u202e",
    )  # fmt: skip
    for shape in shapes:
        assert grows_evenly([shape * (n // len(shape)) for n in (5_000, 50_000)], words), shape


def test_brackets_nested_deep_are_no_trap(words: Any) -> None:
    assert grows_evenly(["(" * n + ")" * n for n in (3_000, 30_000)], words)


def grows_evenly(raws: list[str], words: Any) -> bool:
    """Say whether it does at one of two tries: what else the machine does slows one of them, hardly both."""
    return any(_grew_evenly(raws, words) for _ in range(2))


def _grew_evenly(raws: list[str], words: Any) -> bool:
    small, large = (took(raw, words) for raw in raws)
    return large < 40 * max(small, 0.03)


def took(raw: str, words: Any) -> float:
    begun = time.process_time()
    repair(raw, words)
    return time.process_time() - begun


@QUICK
@given(texts)
def test_flags_stand_in_the_text_and_come_by_place(text: str) -> None:
    raw = source_of(text).text
    flags = repair(raw, WORDS).proposals.flags
    assert all(0 <= f.start < f.end <= len(raw) and 0 < f.p <= 1 and f.why.id for f in flags)
    assert all(a.start <= b.start for a, b in pairwise(flags))
    assert len({f.key for f in flags}) == len(flags)


def test_a_line_of_ten_million_characters_is_no_trouble(words: Any) -> None:
    raw = "渝中区将持续推进开放，" * 900_000
    assert not repair(raw, words).boundaries
