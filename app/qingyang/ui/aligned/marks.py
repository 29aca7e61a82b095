"""What machine and hands have done to a paragraph, as differences to be drawn; each kind has its own pattern."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from qingyang.text.reading import Piece, Reading
from qingyang.text.source import LINE_BREAKS


class Kind(Enum):
    """One kind of difference between raw and repaired text."""

    JOIN = "join"
    """A line break removed."""
    SPACE = "space"
    """White space inside a line removed or put in."""
    FORM = "form"
    """The same character in another width, or another punctuation mark."""
    WORDING = "wording"
    """Other words in place of the raw ones."""
    TYPED = "typed"
    """Text without any raw text behind it."""
    DROPPED = "dropped"
    """Raw words with nothing in their place."""
    MOVED = "moved"
    """Raw text read elsewhere."""


class Difference(NamedTuple):
    """One difference: where it shows in the repaired text, and the raw span it stands for."""

    kind: Kind
    start: int
    end: int
    raw_start: int
    raw_end: int


def kind_of(old: str, new: str) -> Kind | None:
    """Return the kind of a replacement, None for one between paragraphs.

    >>> kind_of("\\n", ""), kind_of(",", "，"), kind_of("", "补")
    (<Kind.JOIN: 'join'>, <Kind.FORM: 'form'>, <Kind.TYPED: 'typed'>)
    """
    if not old.strip() and not new.strip():
        if _breaks(new):
            return None
        return Kind.JOIN if _breaks(old) else Kind.SPACE
    if not old.strip():
        return Kind.TYPED
    if not new.strip():
        return Kind.DROPPED
    same = unicodedata.normalize("NFKC", old) == unicodedata.normalize("NFKC", new)
    return Kind.FORM if same or (_signs(old) and _signs(new)) else Kind.WORDING


def _breaks(text: str) -> bool:
    return any(c in LINE_BREAKS for c in text)


def _signs(text: str) -> bool:
    return all(c.isspace() or unicodedata.category(c)[0] in "PS" for c in text)


def differences(
    reading: Reading, raw: str, start: int, end: int, moved: Sequence[tuple[int, int]] = ()
) -> list[Difference]:
    """Return what differs in repaired[start:end], in order; ``moved`` are the raw spans read elsewhere, merged."""
    found: list[Difference] = []
    for piece in reading.pieces(start, end):
        low, high = max(start, piece.at), min(end, piece.at + len(piece.text))
        if low > high or (low == high and piece.text):
            continue
        if piece.edit is None:
            _add_moved(found, piece, low, high, moved)
            continue
        kind = kind_of(raw[piece.start : piece.end], piece.text)
        outside = low == high and low in (start, end) and kind in (Kind.JOIN, Kind.SPACE)
        if kind is not None and not outside:
            found.append(Difference(kind, low, high, piece.start, piece.end))
    return found


def _add_moved(
    found: list[Difference], piece: Piece, low: int, high: int, moved: Sequence[tuple[int, int]]
) -> None:
    if not moved:
        return
    a, b = piece.start + low - piece.at, piece.start + high - piece.at
    k = max(0, bisect_right(moved, (a, a)) - 1)
    while k < len(moved) and moved[k][0] < b:
        x, y = max(a, moved[k][0]), min(b, moved[k][1])
        if x < y:
            _append_moved(found, Difference(Kind.MOVED, x + low - a, y + low - a, x, y))
        k += 1


def _append_moved(found: list[Difference], new: Difference) -> None:
    """Add moved text, as one with moved text right before it: only joins and dropped spaces part the two."""
    k = next((k for k in range(len(found) - 1, -1, -1) if found[k].kind is Kind.MOVED), None)
    if k is not None and found[k].end == new.start and found[k].raw_end <= new.raw_start:
        found[k] = found[k]._replace(end=new.end, raw_end=new.raw_end)
    else:
        found.append(new)


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that touch made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return found
