"""A long text kept in lengths: a change makes anew the length it falls in, and shares all others.

Ten million characters as one string would be copied whole, twice, for every character changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from qingyang.text.source import BREAK
from qingyang.text.tiles import Tiles


class _Lengths(Tiles[str]):
    __slots__ = ()
    size = 8_192

    def _together(self, before: Sequence[str], items: Iterable[str], behind: Sequence[str]) -> Sequence[str]:
        # A tile is a string already: taken letter by letter it would be felt.
        return "".join(str(part) for part in (before, items, behind) if part)


class Rope:
    """A text that never changes; it is sliced like a string, and `str` gives it as one."""

    __slots__ = ("_lengths",)

    def __init__(self, text: str = "") -> None:
        self._lengths = _Lengths(text)

    def __len__(self) -> int:
        return len(self._lengths)

    def __getitem__(self, k: int | slice) -> str:
        if not isinstance(k, slice):
            return self._lengths[k]
        first, last, step = k.indices(len(self))
        assert step == 1
        return "".join(self.lengths(first, last))

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other) if isinstance(other, str | Rope) else NotImplemented

    def __str__(self) -> str:
        return "".join(self.lengths())

    def __repr__(self) -> str:
        return f"Rope({str(self)!r})"

    def lengths(self, start: int = 0, end: int | None = None) -> Iterator[str]:
        """Yield [start:end] in the lengths it is kept in."""
        return map(str, self._lengths.parts(start, len(self) if end is None else end))

    def spliced(self, start: int, end: int, new: str) -> Self:
        """Return the text with other text in place of [start:end]."""
        made = type(self).__new__(type(self))
        made._lengths = self._lengths.spliced(start, end, new)
        return made

    def lines(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Yield where each line of [start:end] begins, and the line, its break left out."""
        at, held = start, list[str]()
        for part in self.lengths(start, end):
            first, *rest = BREAK.split(part)
            held.append(first)
            for line in rest:
                whole = "".join(held)
                yield at, whole
                at += len(whole) + 1
                held = [line]
        yield at, "".join(held)
