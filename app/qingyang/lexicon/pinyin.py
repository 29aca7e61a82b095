"""How characters sound, from pypinyin's table: syllables without tones, ü written v."""

from __future__ import annotations

import importlib
import unicodedata
from collections.abc import Mapping

_LAST = 0x9FFF
"""Characters beyond have no place in a newspaper."""


def load_sounds() -> Mapping[str, str]:
    """Return all characters of each syllable; takes 0.4 s."""
    found: dict[str, list[str]] = {}
    # Its tables take as much memory as all of Qt, and most desks never ask for them.
    table: Mapping[int, str] = importlib.import_module("pypinyin.pinyin_dict").pinyin_dict
    for code, readings in table.items():
        if code <= _LAST:
            for syllable in {_toneless(reading) for reading in readings.split(",")}:
                found.setdefault(syllable, []).append(chr(code))
    return {syllable: "".join(signs) for syllable, signs in found.items()}


def _toneless(reading: str) -> str:
    parts = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(c for c in parts if "a" <= c <= "z")
