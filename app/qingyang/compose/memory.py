"""What composing an edited bulletin again need not do: what was made of the same things last time."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeVar

_Kind = TypeVar("_Kind")


class Memory:
    """Paragraphs as set and stories as placed last time, for composing an edited bulletin again.

    Bound to what it was first used with; another template, other metrics or other words empty it.
    """

    def __init__(self) -> None:
        self._with: tuple[object, ...] = ()
        self._known: dict[Hashable, object] = {}
        self._used: dict[Hashable, object] = {}

    def begin(self, *what: object) -> None:
        """Start a bulletin; what the one before it did not use is forgotten."""
        self._known = self._used if what == self._with else {}
        self._with, self._used = what, {}

    def get(self, key: Hashable, kind: type[_Kind]) -> _Kind | None:
        """Return what was remembered under a key, None where it is new."""
        found = self._used.get(key) or self._known.get(key)
        if not isinstance(found, kind):
            return None
        self._used[key] = found
        return found

    def put(self, key: Hashable, made: object) -> None:
        """Remember something."""
        self._used[key] = made
