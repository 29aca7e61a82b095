"""Characters of the other script: each is flagged where a text is clearly in one, and nothing else ever is."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingyang.lexicon import NO_SCRIPTS, Lexicon, PlainWords, Scripts, load_scripts
from qingyang.repair import repair
from qingyang.repair.flags.mixed_script import CLEAR_FROM, RULE
from qingyang.repair.view import View
from qingyang.resources import resource, seeds
from qingyang.text.edit import Flag
from qingyang.text.source import source_of
from qingyang.wording import LANGUAGES, load

SIMPLIFIED = (
    "镇里的老图书馆修缮一年后重新开门，读者们排队领取借书证。馆长说，书库里的旧报纸已经全部扫描，"
    "以后在手机上就能查阅。孩子们最喜欢的是二楼的绘本室，那里铺了地毯，可以坐着读。"
)
TRADITIONAL = (
    "鎮裡的老圖書館修繕一年後重新開門，讀者們排隊領取借書證。館長說，書庫裡的舊報紙已經全部掃描，"
    "以後在手機上就能查閱。孩子們最喜歡的是二樓的繪本室，那裡鋪了地毯，可以坐著讀。"
)
COMMON = "后里面系只台干云松谷斗丑余几才别范姜乾著於徵"
"""Both scripts have them, or one region's traditional print does."""


SCRIPTS = load_scripts()


@pytest.fixture
def scripts() -> Scripts:
    return SCRIPTS


def flags(text: str, scripts: Scripts) -> list[Flag]:
    found = repair(source_of(text).text, PlainWords(), scripts).proposals.flags
    return [flag for flag in found if flag.rule == "mixed_script"]


def test_a_traditional_character_in_a_simplified_text_is_flagged(scripts: Scripts) -> None:
    text = SIMPLIFIED.replace("馆长说", "館长说").replace("可以坐着读", "可以坐着讀")
    found = flags(text, scripts)
    assert [(text[f.start : f.end], f.offers) for f in found] == [("館", ("馆",)), ("讀", ("读",))]
    assert {(f.rule, f.why.id) for f in found} == {("mixed_script", "why.traditional_sign")}


def test_a_simplified_character_in_a_traditional_text_is_flagged(scripts: Scripts) -> None:
    text = TRADITIONAL.replace("館長說", "館长說").replace("重新開門", "重新开門")
    found = flags(text, scripts)
    assert [(text[f.start : f.end], f.offers) for f in found] == [("开", ("開",)), ("长", ("長",))]
    assert {f.why.id for f in found} == {"why.simplified_sign"}


def test_what_the_text_itself_writes_is_offered_first(scripts: Scripts) -> None:
    assert flags(TRADITIONAL + "因为天雨，改為週日。", scripts)[0].offers == ("為", "爲")
    assert flags(TRADITIONAL + "因为天雨，改爲週日。", scripts)[0].offers == ("爲", "為")
    assert flags(TRADITIONAL + "发現了舊報紙。", scripts)[0].offers == ("發", "髮")


def test_a_stray_is_found_across_a_line_break_at_its_raw_place(scripts: Scripts) -> None:
    text = SIMPLIFIED[:40] + "\n\n　　" + SIMPLIFIED[40:].replace("绘本", "繪\n本")
    (found,) = flags(text, scripts)
    assert text[found.start : found.end] == "繪"


@pytest.mark.parametrize(
    "text", [SIMPLIFIED, TRADITIONAL, SIMPLIFIED + TRADITIONAL, "", "Plain English, no Han."]
)
def test_a_text_in_one_script_or_in_both_or_in_neither_is_let_be(text: str, scripts: Scripts) -> None:
    assert flags(text, scripts) == []


def test_too_short_a_text_is_in_no_script(scripts: Scripts) -> None:
    own = "".join(scripts.simplified.pattern.findall(SIMPLIFIED))
    assert flags(own[: CLEAR_FROM - 1] + "後", scripts) == []
    assert len(flags(own[:CLEAR_FROM] + "後", scripts)) == 1
    # Two among so few are no strays.
    assert flags(own[:CLEAR_FROM] + "後後", scripts) == []


@pytest.mark.parametrize("sign", COMMON)
def test_a_character_of_both_scripts_is_never_flagged(sign: str, scripts: Scripts) -> None:
    assert flags(SIMPLIFIED + sign, scripts) == []
    assert flags(TRADITIONAL + sign, scripts) == []


@pytest.mark.parametrize("sign", "裡為爲說説線綫峰峯群羣床牀臺台卧户温着")
def test_no_regions_way_of_writing_traditional_is_taken_for_simplified(sign: str, scripts: Scripts) -> None:
    assert flags(TRADITIONAL + sign, scripts) == []


def test_no_character_belongs_to_one_script_and_to_the_other(scripts: Scripts) -> None:
    assert not scripts.simplified.others.keys() & scripts.traditional.others.keys()
    assert len(scripts.simplified.others) > 2000 and len(scripts.traditional.others) > 2500
    assert all(
        script.others.keys().isdisjoint(others) for script in scripts for others in script.others.values()
    )


def test_the_seeds_are_in_one_script(scripts: Scripts) -> None:
    for path in seeds():
        assert flags(path.read_text(encoding="utf-8"), scripts) == []


def test_without_tables_nothing_is_said() -> None:
    assert flags(SIMPLIFIED + "後", NO_SCRIPTS) == []


@settings(max_examples=100, deadline=None)
@given(st.text("图书馆圖書館后里,，。\n \x00\ud800\u202e𠮷a1", max_size=80) | st.text(max_size=40))
def test_any_text_gets_flags_in_order_on_single_characters(text: str) -> None:
    raw = source_of(SIMPLIFIED * 3 + text).text
    found = flags(raw, SCRIPTS)
    assert all(f.end == f.start + 1 and f.offers and raw[f.start] not in f.offers for f in found)
    assert all(a.start < b.start for a, b in pairwise(found))


def test_a_million_characters_take_well_under_a_second(scripts: Scripts) -> None:
    text = (SIMPLIFIED * 9 + "後\n") * (1_000_000 // len(SIMPLIFIED * 9))
    seen, lexicon = View(text, text, [0], [0], [True]), Lexicon(PlainWords(), scripts)
    taken = []
    for _ in range(3):
        start = time.process_time()
        assert len(list(RULE.find(seen, lexicon))) == text.count("後")
        taken.append(time.process_time() - start)
    assert min(taken) < 0.3


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_flag_is_told_in_words(language: str, scripts: Scripts) -> None:
    said = load(resource("i18n"), language)
    for text in (SIMPLIFIED + "後", TRADITIONAL + "后长"):
        (found,) = flags(text, scripts)
        assert text[found.start] in said.say(found.why)
