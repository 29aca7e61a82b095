"""Proposals as bytes: a column a field, because a million characters make tens of thousands of edits.

Layout, all little-endian, before zlib: the length of the head (uint32), the head (JSON in ASCII), then columns of
int32 or float64, one value an edit. Head: ``version``, ``edits`` (how many), ``rules``, ``texts``, ``ids`` and
``whys`` (the distinct values, in order of first use; ``[]`` stands for one empty value), ``moves``. Columns: start
less the start before it, length, rule, p, text, why, id, after; rule, text, why and id count into the head's lists.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from array import array
from collections.abc import Iterable
from itertools import accumulate, pairwise
from operator import add
from typing import Any, TypeVar

from qingyang.store.records import told_why
from qingyang.text.edit import Edit, Move, Proposals

_T = TypeVar("_T")


def content_hash(packed: bytes) -> str:
    """Return the SHA-256 of what was packed, whatever the compressor made of it; `ValueError` if it is broken."""
    return hashlib.sha256(inflate(packed)).hexdigest()


def inflate(packed: bytes) -> bytes:
    """Return what was compressed; `ValueError` if it is broken."""
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        raise ValueError(str(error)) from error


def pack(proposals: Proposals) -> bytes:
    """Return the proposals as bytes; equal proposals give equal bytes before compression."""
    edits = proposals.edits
    rules, rule = _indexed(e.rule for e in edits)
    texts, text = _indexed(e.new for e in edits)
    whys, why = _indexed(e.why for e in edits)
    ids, id = _indexed(e.id for e in edits)
    starts = [e.start for e in edits]
    head = {
        "version": proposals.version,
        "edits": len(edits),
        "rules": rules,
        "texts": texts,
        "whys": whys,
        "ids": ids,
        "moves": proposals.moves,
    }
    told = json.dumps(head, separators=(",", ":"), allow_nan=False).encode("ascii")
    return zlib.compress(
        b"".join(
            [
                _bytes(array("i", [len(told)])),
                told,
                _bytes(array("i", [b - a for a, b in pairwise([0, *starts])])),
                _bytes(array("i", [e.end - e.start for e in edits])),
                _bytes(rule),
                _bytes(array("d", [e.p for e in edits])),
                _bytes(text),
                _bytes(why),
                _bytes(id),
                _bytes(array("i", [e.after for e in edits])),
            ]
        ),
        level=1,
    )


def unpack(packed: bytes) -> Proposals:
    """Return the proposals of their bytes; `ValueError` where they are none."""
    try:
        return _unpacked(memoryview(inflate(packed)))
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError(f"no proposals: {error}") from error


def _unpacked(raw: memoryview) -> Proposals:
    length = _column(raw, 0, "i", 1)[0]
    head: dict[str, Any] = json.loads(bytes(raw[4 : 4 + length]))
    n: int = head["edits"]
    at = 4 + length
    columns = []
    for kind in "iiidiiii":
        columns.append(_column(raw, at, kind, n))
        at += columns[-1].itemsize * n
    delta, lengths, rule, p, text, why, id, after = columns
    starts = list(accumulate(delta))
    whys = list(map(told_why, head["whys"]))
    edits = map(
        Edit,
        starts,
        map(add, starts, lengths),
        map(head["texts"].__getitem__, text),
        map(head["rules"].__getitem__, rule),
        p,
        map(whys.__getitem__, why),
        map(head["ids"].__getitem__, id),
        map(bool, after),
    )
    return Proposals(head["version"], tuple(edits), tuple(_move(row) for row in head["moves"]))


def _move(row: list[Any]) -> Move:
    start, end, to, id, rule, p, why, after = row
    return Move(start, end, to, id, rule, p, told_why(why), after)


def _indexed(values: Iterable[_T]) -> tuple[list[_T], array[int]]:
    places: dict[_T, int] = {}
    column = array("i", [places.setdefault(value, len(places)) for value in values])
    return list(places), column


def _bytes(column: array[Any]) -> bytes:
    if sys.byteorder == "big":
        column.byteswap()
    return column.tobytes()


def _column(raw: memoryview, at: int, kind: str, n: int) -> array[Any]:
    column: array[Any] = array(kind)
    column.frombytes(raw[at : at + n * column.itemsize])
    if len(column) != n:
        raise ValueError("cut short")
    if sys.byteorder == "big":
        column.byteswap()
    return column
