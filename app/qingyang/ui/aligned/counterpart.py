"""The same characters on the other side: from repaired text to its origin, and back."""

from __future__ import annotations

from qingyang.text.reading import Reading


def raw_of(reading: Reading, offset: int) -> tuple[int, int]:
    """Return the raw span behind one repaired character; empty for typed text."""
    piece = reading.piece_at(offset)
    if piece is None:
        origin = reading.origin(offset)
        return origin, origin
    if piece.edit is not None:
        return piece.start, piece.end
    at = piece.start + offset - piece.at
    return at, at + 1


def repaired_of(reading: Reading, raw: int) -> tuple[int, int]:
    """Return the repaired span one raw character stands for; empty where it was removed."""
    at = reading.find(raw)
    piece = reading.piece_at(at)
    if piece is None or not piece.start <= raw < piece.end:
        return at, at
    if piece.edit is not None:
        return piece.at, piece.at + len(piece.text)
    return at, at + 1


def raw_spans_of(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Return the raw spans behind repaired[start:end], removed text between included, neighbours merged."""
    spans: list[tuple[int, int]] = []
    for piece in reading.pieces(start, end):
        low, high = max(start, piece.at), min(end, piece.at + len(piece.text))
        inner = start < piece.at < end and not piece.text
        if low >= high and not inner:
            continue
        a, b = piece.start, piece.end
        if piece.edit is None:
            a, b = piece.start + low - piece.at, piece.start + high - piece.at
        if spans and spans[-1][1] == a:
            spans[-1] = (spans[-1][0], b)
        elif a < b:
            spans.append((a, b))
    return spans
