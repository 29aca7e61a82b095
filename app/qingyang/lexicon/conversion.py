"""Conversion of script as OpenCC does it: the longest known word at each place, in one table after another.

A table is a dictionary from words to words; a conversion puts a text in normal form, cuts it into segments and takes
each segment through a chain of tables. Pure: the tables come from whoever can read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qingyang.text.alignment import Difference, differences

Entries = Mapping[str, str]
Pair = tuple[str, str]
"""A stretch of text and what it becomes."""


def union(tables: Iterable[Entries]) -> dict[str, str]:
    """Return one table of all; what the earlier one says of a word stands."""
    merged: dict[str, str] = {}
    for entries in tables:
        merged = {**entries, **merged}
    return merged


def short_circuit(tables: Iterable[Entries]) -> dict[str, str]:
    """Return one table that answers as the first of several that knows any word at a place."""
    merged: dict[str, str] = {}
    for entries in tables:
        fresh = {word: new for word, new in entries.items() if not _begins_with(word, merged)}
        merged |= fresh
    return merged


def _begins_with(word: str, known: Entries) -> bool:
    return any(word[:size] in known for size in range(1, len(word) + 1))


class Table:
    """One table, ready to be asked for the longest word at a place."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        sizes: dict[str, set[int]] = {}
        for word in entries:
            if len(word) > 1:
                sizes.setdefault(word[:2], set()).add(len(word))
        self._sizes = {head: sorted(found, reverse=True) for head, found in sizes.items()}

    def pairs(self, text: str) -> Iterator[Pair]:
        """Yield every known word with what it becomes, and every other character as itself."""
        entries, sizes = self._entries, self._sizes
        at, end = 0, len(text)
        while at < end:
            for size in sizes.get(text[at : at + 2], ()):
                word = text[at : at + size]
                if word in entries:
                    break
            else:
                word = text[at]
            yield word, entries.get(word, word)
            at += len(word)

    def segments(self, text: str) -> Iterator[str]:
        """Yield every known word, and what stands between two of them in one piece."""
        done = at = 0
        for word, _ in self.pairs(text):
            if word in self._entries:
                if done < at:
                    yield text[done:at]
                yield word
                done = at + len(word)
            at += len(word)
        if done < at:
            yield text[done:]


class Conversion:
    """One way from script to script: a `Converter` over tables."""

    def __init__(
        self, chain: Sequence[Table], *, normal: Sequence[Table] = (), segmentation: Table | None = None
    ) -> None:
        self._chain = chain
        self._normal = normal
        self._segmentation = segmentation

    def convert(self, text: str) -> str:
        """Return the text in the other script."""
        return "".join(new for _, new in self._pairs(text))

    def differences(self, text: str) -> list[Difference]:
        """Return where converting changes the text, in order and apart."""
        return changed(self._pairs(text))

    def _pairs(self, text: str) -> Iterable[Pair]:
        normal = list(_through(self._normal, text))
        now = "".join(new for _, new in normal)
        segments = self._segmentation.segments(now) if self._segmentation else (now,)
        converted = (pair for segment in segments for pair in _through(self._chain, segment))
        return converted if now == text else _composed(normal, converted)


def _through(tables: Sequence[Table], text: str) -> Iterable[Pair]:
    """Take a text through tables, one after another."""
    if not tables:
        return zip(text, text, strict=True)
    first, *others = tables
    pairs: Iterable[Pair] = first.pairs(text)
    for table in others:
        pairs = list(pairs)
        now = "".join(new for _, new in pairs)
        pairs = _composed(pairs, table.pairs(now))
    return pairs


def _composed(first: Iterable[Pair], second: Iterable[Pair]) -> Iterator[Pair]:
    """Yield two conversions as one: ``second`` converts what ``first`` gives, each cut where it pleases."""
    following = iter(second)
    old = new = ""
    ahead = 0
    """Characters between the two that ``second`` has read beyond ``first``."""
    for before, between in first:
        old += before
        ahead -= len(between)
        while ahead < 0:
            read, given = next(following)
            new += given
            ahead += len(read)
        if not ahead:
            yield old, new
            old = new = ""


def changed(pairs: Iterable[Pair]) -> list[Difference]:
    """Return what differs between the two sides, character by character where they are equally long."""
    found: list[Difference] = []
    at = 0
    for old, new in pairs:
        if len(old) == len(new):
            if old != new:
                signs = enumerate(zip(old, new, strict=True), at)
                found += [Difference(k, k + 1, b) for k, (a, b) in signs if a != b]
        else:
            found += [Difference(at + d.start, at + d.end, d.new) for d in differences(old, new)]
        at += len(old)
    return found
