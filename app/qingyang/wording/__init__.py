"""Message id + values -> a sentence in Chinese or English.

Below the window and the command line, text for people is a `Message`; only here does it become words.
The tables are ``resources/i18n/<language>/*.toml``: flat ``id = "sentence with {value}"`` pairs, one file a room.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from qingyang.errors import AppError

LANGUAGES = ("zh", "en")


class Message(NamedTuple):
    """Something to be said: a message id and the values that fill it in."""

    id: str
    facts: tuple[tuple[str, str | int | float | Message], ...] = ()
    """A value may be something to be said itself: the name of a rule."""


def message(id: str, **facts: str | int | float | Message) -> Message:
    """Return the `Message` with this id and these values."""
    return Message(id, tuple(facts.items()))


class Wording:
    """One language's sentences, by message id."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self.sentences = dict(sentences)
        self._called: dict[str, str] = {}

    def say(self, what: Message) -> str:
        """Return the sentence; an unknown id comes back as itself, so that nothing is ever silent."""
        sentence = self._called.get(what.id)
        if sentence is not None:
            # A name somebody typed is no pattern to fill in.
            return sentence
        sentence = self.sentences.get(what.id)
        if sentence is None:
            return what.id
        facts = {name: self.say(value) if isinstance(value, Message) else value for name, value in what.facts}
        return sentence.format_map(facts)

    def term(self, id: str) -> str:
        """Return the sentence of an id that takes no values."""
        return self.say(Message(id))

    def call(self, names: Mapping[str, str]) -> None:
        """Say these ids as somebody calls them from now on, and all others as in the tables."""
        self._called = dict(names)

    def standard(self, id: str) -> str:
        """Return what an id is in the tables, whatever somebody calls it."""
        return self.sentences.get(id, id)

    def explain(self, error: AppError) -> str:
        """Return the one line a user reads for this error."""
        facts = tuple(
            (name, value if isinstance(value, Message) else str(value)) for name, value in error.facts.items()
        )
        return self.say(Message(f"error.{error.code}", facts))


def load(folder: Path, language: str) -> Wording:
    """Read the tables of one language (``zh`` or ``en``) below a folder.

    Dotted TOML tables are flattened: ``[error] not_found = "…"`` is the id ``error.not_found``.
    """
    sentences: dict[str, str] = {}
    for path in sorted((folder / language).glob("*.toml")):
        _flatten(tomllib.loads(path.read_text(encoding="utf-8")), "", sentences)
    return Wording(sentences)


def _flatten(table: Mapping[str, object], prefix: str, into: dict[str, str]) -> None:
    for name, value in table.items():
        if isinstance(value, dict):
            _flatten(value, f"{prefix}{name}.", into)
        else:
            into[prefix + name] = str(value)
