"""Reading a table of a file made by hand: every value is asked for by kind, and what nobody asked for is a fault.

Every error names the file, the key and what was expected there.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NoReturn, TypeGuard

from qingyang.errors import AppError


class Reader:
    """One table of a TOML file."""

    def __init__(self, table: Mapping[str, object], file: str, path: str = "") -> None:
        self._table = table
        self._file = file
        self._path = path
        self._asked: set[str] = set()
        self._below: dict[str, Reader] = {}

    def names(self) -> tuple[str, ...]:
        """Return the keys of the table, in order."""
        return tuple(self._table)

    def table(self, key: str, missing: bool = False) -> Reader:
        """Return the table below a key; a missing one is a fault, or, where it may be ``missing``, empty."""
        if key not in self._below:
            value = self._value(key, {} if missing else None)
            if not isinstance(value, dict):
                self.refuse("template_expected_table", key)
            self._below[key] = Reader(value, self._file, self._full(key) + ".")
        return self._below[key]

    def tables(self, key: str) -> tuple[Reader, ...]:
        """Return the tables of an array ``[[key]]``, none where it is missing."""
        value = self._value(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.refuse("template_expected_table", key)
        found = tuple(
            Reader(item, self._file, f"{self._full(key)}.{number}.") for number, item in enumerate(value, 1)
        )
        self._below |= {f"{key}.{number}": reader for number, reader in enumerate(found, 1)}
        return found

    def text(self, key: str) -> str:
        """Return a text that is not empty."""
        value = self._value(key, None)
        if not isinstance(value, str) or not value:
            self.refuse("template_expected_text", key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, none of them empty."""
        value = self._value(key, None)
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            self.refuse("template_expected_texts", key)
        return tuple(value)

    def choice(self, key: str, choices: tuple[str, ...], default: str | None = None) -> str:
        """Return one of some words."""
        value = self._value(key, default)
        if not isinstance(value, str) or (value not in choices and value != default):
            self.refuse("template_expected_choice", key, choices=", ".join(choices))
        return value

    def number(self, key: str, least: float, default: float | None = None) -> float:
        """Return a number that is at least ``least``."""
        value = self._value(key, default)
        if not _is_number(value) or value < least:
            self.refuse("template_expected_number", key, least=f"{least:g}")
        return float(value)

    def whole(self, key: str, least: int, default: int | None = None) -> int:
        """Return a whole number that is at least ``least``."""
        value = self._value(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            self.refuse("template_expected_whole", key, least=least)
        return value

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self._value(key, default)
        if not isinstance(value, bool):
            self.refuse("template_expected_flag", key)
        return value

    def numbers(self, key: str, count: int, most: float) -> tuple[float, ...]:
        """Return so many numbers from 0 to ``most``."""
        value = self._value(key, None)
        found = (
            tuple(float(n) for n in value if _is_number(n) and 0 <= n <= most)
            if isinstance(value, list)
            else ()
        )
        if len(found) != count or not isinstance(value, list) or len(value) != count:
            self.refuse("template_expected_numbers", key, count=count, most=f"{most:g}")
        return found

    def pairs(self, key: str, least: float) -> tuple[tuple[float, float], ...]:
        """Return a list of pairs of numbers, empty where the key is missing."""
        value = self._value(key, [])
        if not isinstance(value, list) or not all(_is_pair(item, least) for item in value):
            self.refuse("template_expected_pairs", key, least=f"{least:g}")
        return tuple((float(a), float(b)) for a, b in value)

    def finish(self) -> None:
        """Refuse keys nobody asked for, here and below."""
        for key in self._table:
            if key not in self._asked:
                self.unknown(key)
        for reader in self._below.values():
            reader.finish()

    def unknown(self, key: str) -> NoReturn:
        """Refuse a key."""
        self.refuse("template_unknown_key", key)

    def refuse(self, code: str, key: str, **facts: object) -> NoReturn:
        """Raise the error ``code`` for a key of this table."""
        raise AppError(code, file=self._file, key=self._full(key), **facts)

    def _full(self, key: str) -> str:
        return self._path + key

    def _value(self, key: str, default: object) -> object:
        self._asked.add(key)
        value = self._table.get(key, default)
        if value is None:
            self.refuse("template_missing_key", key)
        return value


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and not math.isnan(value)


def _is_pair(value: object, least: float) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(_is_number(n) and n >= least for n in value)
