"""How characters sound, from pypinyin's table: syllables without tones, ü written v."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from pypinyin.pinyin_dict import pinyin_dict

_LAST = 0x9FFF
"""Characters beyond have no place in a newspaper."""


def load_sounds() -> Mapping[str, str]:
    """Return all characters of each syllable; takes 0.4 s."""
    found: dict[str, list[str]] = {}
    for code, readings in pinyin_dict.items():
        if code <= _LAST:
            for syllable in {_toneless(reading) for reading in readings.split(",")}:
                found.setdefault(syllable, []).append(chr(code))
    return {syllable: "".join(signs) for syllable, signs in found.items()}


def _toneless(reading: str) -> str:
    parts = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(c for c in parts if "a" <= c <= "z")
