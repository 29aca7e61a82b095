"""Traditional text is read by the very lists that read simplified text: each of their characters has its other form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import qingyang
from qingyang.lexicon.opencc_tables import open_scripts
from qingyang.resources import seeds
from qingyang.text.fold import folded, restored
from qingyang.text.traditional import BESIDES, SIMPLIFIED, TRADITIONAL

ROOT = Path(qingyang.__file__).parent
ROOMS = ("tagging", "text", "checks")


def test_places_stay_what_they_are() -> None:
    text = "本報訊（記者 晏艷輝）「開放」\U00020bb7"
    assert len(folded(text)) == len(text)
    assert folded(text) == "本报讯（记者 晏艳辉）“开放”\U00020bb7"


def test_simplified_text_is_the_very_text() -> None:
    for seed in seeds():
        text = seed.read_text(encoding="utf-8")
        assert folded(text) is text


def test_every_character_a_list_uses_is_known_as_traditional_text_writes_it() -> None:
    """What a cue, list or check newly looks for needs a line in the table if traditional script writes it otherwise."""
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*.py") if path.name != "traditional.py"]
    used = {
        char for path in files for char in re.findall("[\u4e00-\u9fff]", path.read_text(encoding="utf-8"))
    }
    written = {old: new[0] for old, new in open_scripts()[1].others.items() if len(old) == len(new[0]) == 1}
    assert {old: folded(old) for old, new in written.items() if new in used} == {
        old: new for old, new in written.items() if new in used
    }


def test_the_table_is_opencc_s_of_what_simplified_text_never_writes() -> None:
    """What the table lacks is read as no word: lines of a traditional page would be joined otherwise."""
    told = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
    written = {old: new[0] for old, new in open_scripts()[1].others.items() if len(old) == len(new[0]) == 1}
    wanted = {
        old: new for old, new in written.items() if simple(new) and not simple(old) and ord(old) < 0x10000
    }
    assert told == wanted | BESIDES


def simple(char: str) -> bool:
    """Say whether GB 2312, the characters of simplified text, has a character."""
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize(
    ("words", "original", "wanted"),
    [("曾祥云", "曾祥雲表示", "曾祥雲"), ("5万件", "近5萬多件", "5萬件"), ("三", "星期四", "三")],
)
def test_what_is_offered_is_written_as_the_text_is(words: str, original: str, wanted: str) -> None:
    assert restored(words, original) == wanted
